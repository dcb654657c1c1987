"""What a monitor sees on the operator's own listener."""

from instance import Instance
from wire import raw


def health(instance: Instance) -> tuple[int, str]:
    """The status, and the words."""
    request = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    head, _, body = raw(instance.port + 1, request).decode().partition("\r\n\r\n")
    return int(head.split(" ")[1]), body
