"""Many browsers that act at the same instant, or one after the other without a pause."""

import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPException

from instance import Instance
from visitor import Answer, Held, Visitor
from wire import somewhere

FAILURE = Answer(0, [], "no answer")


def at_once(acts: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """Has everybody act at the same instant, and returns their answers."""
    gate = threading.Barrier(len(acts))

    def act_when_all_are_ready(act: Callable[[], Answer]) -> Answer:
        gate.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(act_when_all_are_ready, acts))


def volley(requests: Sequence[Held]) -> list[Answer]:
    """Lets all of them go within a millisecond: nothing but the last byte of each is left to be sent."""
    for request in requests:
        request.release()
    return [request.answer() for request in requests]


class Load:
    """What a crowd that never pauses has been answered."""

    def __init__(self) -> None:
        self.statuses: list[int] = []

    @property
    def failures(self) -> int:
        return sum(status not in (200, 303, 422) for status in list(self.statuses))


@contextmanager
def again_and_again(acts: Sequence[Callable[[], None]]) -> Iterator[None]:
    """Has each act done in a thread of its own, over and over, for as long as the block lasts."""
    over = threading.Event()

    def go_on(act: Callable[[], None]) -> None:
        while not over.is_set():
            act()

    threads = [threading.Thread(target=go_on, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


@contextmanager
def load(act: Callable[[], Answer], abreast: int = 4) -> Iterator[Load]:
    """Has a crowd act again and again for as long as the block lasts."""
    seen = Load()

    def act_once() -> None:
        try:
            seen.statuses.append(act().status)
        except (OSError, HTTPException):
            seen.statuses.append(0)

    with again_and_again([act_once] * abreast):
        while len(seen.statuses) < abreast:
            time.sleep(0.01)
        yield seen


def opening(instance: Instance) -> Callable[[], Answer]:
    """Opens a page of the portal lane."""
    visitor = Visitor(instance)
    visitor.open("/login")
    return lambda: visitor.ask("GET", "/login")


def failing_to_sign_in(instance: Instance) -> Callable[[], Answer]:
    """Posts wrong passwords, which cost the sign-in lane as much as right ones: nobody and nowhere fails twice."""
    visitor = Visitor(instance)
    visitor.open("/login")

    def fail() -> Answer:
        email = f"nobody.{secrets.token_hex(6)}@example.test"
        path, body = visitor.filled("Sign in", {"Email": email, "Password": "not the password"})
        visitor.source = somewhere()
        return visitor.ask("POST", path, body)

    return fail
