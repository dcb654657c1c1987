#!/usr/bin/python3
"""Prints the seconds of a processor that libargon2 itself needs for one password: argon2.py MEMORY PASSES TIMES"""

import ctypes
import secrets
import sys
import time

argon2 = ctypes.CDLL("libargon2.so.1")


def main() -> None:
    memory, passes, times = map(int, sys.argv[1:])
    tag = ctypes.create_string_buffer(32)
    began = time.process_time()
    for _ in range(times):
        status = argon2.argon2id_hash_raw(passes, memory, 1, secrets.token_bytes(24), 24, secrets.token_bytes(16), 16, tag, 32)
        if status:
            sys.exit(f"Argon2id failed with status {status}")
    print((time.process_time() - began) / times)


if __name__ == "__main__":
    main()
