#!/usr/bin/python3
"""Prints the seconds of a processor that libargon2 itself needs for one password: argon2.py MEMORY PASSES TIMES"""

import secrets
import sys
import time
from ctypes import CDLL, c_size_t, create_string_buffer

argon2 = CDLL("libargon2.so.1")


def main() -> None:
    memory, passes, times = map(int, sys.argv[1:])
    tag = create_string_buffer(32)
    began = time.process_time()
    for _ in range(times):
        password, salt = secrets.token_bytes(24), secrets.token_bytes(16)
        status = argon2.argon2id_hash_raw(passes, memory, 1, password, c_size_t(24), salt, c_size_t(16), tag,
                                          c_size_t(32))
        if status:
            sys.exit(f"Argon2id failed with status {status}")
    print((time.process_time() - began) / times)


if __name__ == "__main__":
    main()
