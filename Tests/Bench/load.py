"""Load: wrk, one thread of it, with requests that were written beforehand."""

import itertools
import json
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from parts import Parts

SCRIPT = Path(__file__).with_name("requests.lua")
_number = itertools.count(1)


@dataclass(frozen=True)
class Answers:
    """What came of a load; times in milliseconds."""
    seconds: float
    requests: int
    refused: int
    broken: int
    p50: float
    p99: float

    @property
    def rate(self) -> float:
        """What was let past in a second."""
        return (self.requests - self.refused) / self.seconds


class Load:
    """Clients that send the same requests in turn, each the next one as soon as it has its answer."""

    def __init__(self, port: int, folder: Path, parts: Parts, requests: list[bytes], clients: int) -> None:
        self.port = port
        # Who works for it.
        self.parts = parts
        self.clients = clients
        self.file = folder / f"requests-{next(_number)}"
        self.file.write_bytes(b"\0".join(requests) + b"\0")

    def run(self, seconds: int) -> Answers:
        return _outcome(self._start(seconds))

    @contextmanager
    def running(self) -> Iterator[list[Answers]]:
        """Goes on for as long as the block lasts; what came of it is in the list then."""
        found: list[Answers] = []
        process = self._start(3600)
        try:
            yield found
        finally:
            process.send_signal(signal.SIGINT)
            found.append(_outcome(process))

    def _start(self, seconds: int) -> "subprocess.Popen[str]":
        command = ["setpriv", "--pdeathsig", "TERM", "wrk", "-t1", f"-c{self.clients}", f"-d{seconds}s",
                   "--timeout", "30s", "-s", str(SCRIPT), f"http://127.0.0.1:{self.port}/", "--", str(self.file)]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)


def _outcome(process: "subprocess.Popen[str]") -> Answers:
    """Waits for the end of a load, whose last line tells of it."""
    words, _ = process.communicate()
    if process.returncode:
        raise AssertionError(f"wrk ended with {process.returncode}: {words.strip()[-300:]}")
    return Answers(**json.loads(words.splitlines()[-1]))


def request(path: str, cookies: dict[str, str], headers: dict[str, str] | None = None,
            body: str | None = None) -> bytes:
    """A whole request: a post if it has a body."""
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    sent = {"Host": "127.0.0.1", **({"Cookie": cookie} if cookies else {}), **(headers or {})}
    if body is not None:
        sent |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    method = "GET" if body is None else "POST"
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
    return ("\r\n".join(lines) + "\r\n\r\n" + (body or "")).encode()
