#!/usr/bin/python3
"""Hashes a password by libargon2 for each line that comes, and prints the seconds of it: argon2.py MEMORY PASSES"""

import secrets
import sys
import time
from ctypes import CDLL, c_size_t, create_string_buffer

argon2 = CDLL("libargon2.so.1")


def main() -> None:
    memory, passes = map(int, sys.argv[1:])
    for _ in sys.stdin:
        print(hashed(memory, passes), flush=True)


def hashed(memory: int, passes: int) -> float:
    password, salt, tag = secrets.token_bytes(24), secrets.token_bytes(16), create_string_buffer(32)
    began = time.process_time()
    status = argon2.argon2id_hash_raw(passes, memory, 1, password, c_size_t(24), salt, c_size_t(16), tag, c_size_t(32))
    if status:
        sys.exit(f"Argon2id failed with status {status}")
    return time.process_time() - began


if __name__ == "__main__":
    main()
