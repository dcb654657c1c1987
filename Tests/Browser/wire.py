"""Connections to nginx: where they come from, and bytes sent as they are."""

import random
import socket


def somewhere() -> str:
    """An address to come from, so that nobody is kept waiting for what others fail at from theirs."""
    return f"127.{random.randrange(1, 255)}.{random.randrange(256)}.{random.randrange(1, 255)}"


def raw(port: int, request: bytes) -> bytes:
    """Sends bytes as they are; whatever comes back until the other side closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=15) as connection:
        connection.sendall(request)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
    return received
