"""Starts another instance beside the one under test, which may be broken without harm to the first."""

import signal
import socket
import subprocess
from pathlib import Path

from instance import Instance, command_line, processes, working_folder
from runner import eventually, expect

RUN = Path(__file__).resolve().parents[2] / "deploy" / "run"


class Second:
    """An instance that deploy/run has started, ready or not at all."""

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
