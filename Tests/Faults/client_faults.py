"""Clients that connect and say nothing, say it a byte at a time, or never read what they are told."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from faults import fault
from runner import expect
from scene import Scene

ADDRESS = "127.0.77.1"
# How many seconds pass between two bytes.
TRICKLE = 0.5


@fault(short=1, whole=3)
def five_hundred_idle_clients_and_two_hundred_slow_ones(scene: Scene, times: int) -> None:
    head = b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
    post = (b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: 4000\r\n\r\n")
    for _ in range(times):
        with crowd(scene, 500, b""), crowd(scene, 100, head, b"x"), crowd(scene, 100, post, b"x"):
            _others_are_served(scene)


@fault(short=1, whole=3)
def two_hundred_clients_never_read_their_answers(scene: Scene, times: int) -> None:
    ask = b"GET /static/site.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" + b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    for _ in range(times):
        with crowd(scene, 200, ask * 20):
            _others_are_served(scene)


def _others_are_served(scene: Scene) -> None:
    """Signing in, with the page after it and the one next door, takes less than two seconds all the same."""
    for _ in range(5):
        began = time.monotonic()
        expect(scene.is_well, "nobody can sign in beside the slow clients")
        took = time.monotonic() - began
        expect(took < 2, f"signing in beside the slow clients takes {took:.1f} s")
        time.sleep(0.2)


@contextmanager
def crowd(scene: Scene, count: int, begin: bytes, trickle: bytes = b"") -> Iterator[None]:
    """So many connections that say how they begin, and then perhaps a byte now and then."""
    over = threading.Event()
    with ExitStack() as stack:
        connections = [stack.enter_context(_connected(scene)) for _ in range(count)]
        for connection in connections:
            connection.send(begin)
        speaker = threading.Thread(target=_trickle, args=(connections, trickle, over))
        speaker.start()
        try:
            yield
        finally:
            over.set()
            speaker.join()


def _connected(scene: Scene) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", scene.door.port), 10, (ADDRESS, 0))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.setblocking(False)
    return connection


def _trickle(connections: list[socket.socket], byte: bytes, over: threading.Event) -> None:
    while byte and not over.wait(TRICKLE):
        for connection in connections:
            try:
                connection.send(byte)
            except OSError:  # nginx has lost its patience, as it should.
                continue
