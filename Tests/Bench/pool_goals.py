"""The pool itself: what memory it takes, how soon it answers, and whether its workers can be replaced unnoticed."""

import os
import re
import signal
import subprocess
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from bench import Bench
from goals import Figure, at_most, measures
from instance import children
from load import request
from runner import eventually

START = at_most(0.5, "Start of a pool to its first page", " s")
RESTART = at_most(0, "Requests that fail while all workers are replaced under load")
WORKER = at_most(14, "Memory of a worker", " MB")
POOL = at_most(60, "Memory of the whole pool, each page of it once", " MB")


@measures(START)
def start(bench: Bench) -> list[Figure]:
    seconds = [_start(bench) for _ in range(3 if bench.is_quick else 7)]
    return [START.of(median(seconds), f"{min(seconds):.3f} to {max(seconds):.3f} s")]


def _start(bench: Bench) -> float:
    """The seconds until another pool of the same instance has given its first page."""
    folder = bench.folder / "started"
    folder.mkdir(mode=0o700, exist_ok=True)
    environment = {**os.environ, "VESTIBULE_CONFIGURATION": str(bench.instance.state / "vestibule.conf"),
                   "VESTIBULE_SOCKETS": str(folder), "VESTIBULE_PID": str(folder / "pid")}
    began = time.monotonic()
    with (bench.folder / "started.log").open("ab") as log:
        pool = subprocess.Popen([str(bench.instance.state / "bin" / "vestibule"), "serve"], env=environment,
                                stdin=subprocess.DEVNULL, stderr=log, start_new_session=True)
    try:
        while _status(bench.front.port) != 200:
            if time.monotonic() - began > 20:
                raise AssertionError(f"a pool does not start; see {bench.folder}/started.log")
            time.sleep(0.002)
        return time.monotonic() - began
    finally:
        pool.send_signal(signal.SIGTERM)
        pool.wait(20)


def _status(port: int) -> int:
    with closing(HTTPConnection("127.0.0.1", port, 5)) as connection:
        connection.request("GET", "/started")
        return connection.getresponse().status


@measures(RESTART)
def restart(bench: Bench) -> list[Figure]:
    times = 2 if bench.is_quick else 5
    checks, pages = bench.checks("/ours/page.html"), bench.load([request("/login", {})], 8)
    with checks.running() as checked, pages.running() as shown:
        for _ in range(times):
            time.sleep(1)
            _replace_workers(bench)
        time.sleep(1)
    answers = checked + shown
    return [RESTART.of(sum(one.refused + one.broken for one in answers),
                       f"{times} times, {sum(one.requests for one in answers):,} requests")]


def _replace_workers(bench: Bench) -> None:
    old = set(bench.instance.workers())
    os.kill(bench.instance.process_id("vestibule"), signal.SIGHUP)
    eventually(20, lambda: not old & set(bench.instance.workers()), "the workers are not replaced")


@measures(WORKER, POOL)
def memory(bench: Bench) -> list[Figure]:
    """After it has answered, and with what hashing needs for a moment given back."""
    bench.checks("/ours/page.html").run(1)
    bench.load([request("/login", {})], 8).run(1)
    supervisor = bench.instance.process_id("vestibule")
    workers = [_megabytes(process, "Rss") for process in bench.instance.workers()]
    pool = [supervisor, *children(supervisor)]
    resident = sum(_megabytes(process, "Rss") for process in pool)
    shared = sum(_megabytes(process, "Pss") for process in pool)
    return [WORKER.of(max(workers), f"the largest of {len(workers)}, {min(workers):.1f} the smallest"),
            POOL.of(shared, f"{len(pool)} processes, {resident:.0f} MB resident")]


def _megabytes(process: int, what: str) -> float:
    kilobytes = re.search(rf"^{what}: +(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    return int(kilobytes[1]) / 1024
