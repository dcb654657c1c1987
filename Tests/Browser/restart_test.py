"""A second instance beside the first: it is stopped, is started again, and keeps its data."""

import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from instance import Instance, command_line, processes, working_folder
from person import somebody
from runner import eventually, expect, expect_equal, test
from visitor import Visitor

RUN = Path(__file__).resolve().parents[2] / "deploy" / "run"


class Second:
    """An instance of our own, which may be broken without harm to the first."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.log = state.with_name(state.name + ".log")
        self.port = free_port()
        with self.log.open("wb") as log:
            command = [str(RUN), "--port", str(self.port), "--state", str(state)]
            self.process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        try:
            eventually(300, lambda: self.is_ready or self.process.poll() is not None, "deploy/run does not get ready")
            expect(self.is_ready, f"deploy/run ended: {self.log.read_text()[-300:]}")
        except AssertionError:
            self.stop()
            raise
        self.instance = Instance(f"http://127.0.0.1:{self.port}", state)

    @property
    def is_ready(self) -> bool:
        return f"Vestibule is ready at http://127.0.0.1:{self.port}\n" in self.log.read_text()

    def stop(self) -> int:
        """Ends it as an operator does: its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(90)


@contextmanager
def folder_beside(instance: Instance) -> Iterator[Path]:
    """A state folder for the second instance; nothing is left of it."""
    state = instance.state.with_name(instance.state.name + "-2")
    try:
        yield state
    finally:
        shutil.rmtree(state, ignore_errors=True)
        state.with_name(state.name + ".log").unlink(missing_ok=True)


@test
def started_again_the_instance_finds_all_its_data(instance: Instance) -> None:
    with folder_beside(instance) as state:
        second = Second(state)
        try:
            ada, visitor = somebody(second.instance), Visitor(second.instance)
            visitor.sign_in(ada)
            phone, codes = visitor.enrol()
            expect_equal(Visitor(instance).open("/login").status, 200, "the status of the first instance beside it")
            expect_equal(second.stop(), 0, "the exit status")
            expect_equal(left_of(state), [], "what is left running")
            second = Second(state)
            visitor = Visitor(second.instance)
            visitor.sign_in(ada, phone)
            expect_equal(visitor.ask("GET", "/my").status, 200, "the status after signing in again")
            visitor = Visitor(second.instance)
            visitor.sign_in(ada)
            answer = visitor.press("Use recovery code", {"Recovery code": codes[0]})
            expect("7 recovery codes left" in answer.page.text, f"no sign-in by recovery code: {answer.page.text!r}")
        finally:
            second.stop()


def left_of(state: Path) -> list[str]:
    """The processes that still work in a state folder, or are named after it."""
    words = {pid: " ".join(command_line(pid)) for pid in processes()}
    return [words[pid] for pid in words if f"{state}/" in words[pid] or working_folder(pid) == state]


def free_port() -> int:
    """A port that is free, as its neighbour is."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port
