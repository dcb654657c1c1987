"""Nobody can ask the gate, and more want to than there is room for."""

import os
import signal
import socket
from collections import Counter
from contextlib import ExitStack, suppress

from faults import fault
from runner import expect
from scene import Scene

# The queue holds 511, and nginx keeps 128 connections to it.
CROWD = 900


@fault(short=1, whole=5)
def the_queue_of_the_gate_is_full(scene: Scene, times: int) -> None:
    ada = scene.member()
    ada.sign_in()
    expect(ada.browsers[0].passes(), "who has signed in does not get in next door")
    cookie = f"{ada.browsers[0].next_door.cookie}={ada.browsers[0].proof.entrance}"
    request = f"GET / HTTP/1.1\r\nHost: next-door.localhost\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n".encode()
    for _ in range(times):
        workers = scene.instance.workers("gate")
        _tell(workers, signal.SIGSTOP)
        try:
            answers = _ask_at_once(scene, request)
            # A worker that the pool has started in place of a stopped one may answer, as whoever asks has a session.
            is_replaced = bool(set(scene.instance.workers("gate")) - set(workers))
        finally:
            _tell(workers, signal.SIGCONT)
        statuses = Counter(answer.partition(b" ")[2][:3].decode() for answer in answers)
        expect(statuses.keys() <= {"503", *(["200"] if is_replaced else [])}, f"{CROWD} are answered {dict(statuses)}")
        scene.recovers(10)


def _tell(workers: list[int], what: signal.Signals) -> None:
    for worker in workers:
        with suppress(ProcessLookupError):  # It has been replaced meanwhile.
            os.kill(worker, what)


def _ask_at_once(scene: Scene, request: bytes) -> list[bytes]:
    with ExitStack() as stack:
        crowd = [stack.enter_context(socket.create_connection(("127.0.0.1", scene.door.port), 10)) for _ in range(CROWD)]
        for connection in crowd:
            connection.sendall(request)
        return [_whole(connection) for connection in crowd]


def _whole(connection: socket.socket) -> bytes:
    received = b""
    while part := connection.recv(65536):
        received += part
    return received
