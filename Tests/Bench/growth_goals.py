"""Whether a check and a sign-in take as long among many as among few, with an instance of each size side by side."""

import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median

from bench import Bench
from filled import filled
from goals import Figure, at_most, measures
from instance import Instance
from person import Person, somebody
from rounds import cost_ratio, interleaved, ratio
from runner import eventually, expect
from second import Second
from settings import make_cheap

CHECK = at_most(1.3, "Time of a check among 10,000,000 sessions, of one among 1,000")
SIGN_IN = at_most(1.3, "Time of a sign-in among 1,000,000 accounts, of one among 1,000")


@measures(CHECK, SIGN_IN)
def growth(bench: Bench) -> list[Figure]:
    with crowded(bench) as crowd:
        series = interleaved({"few": bench.checks("/bare/ours"), "many": crowd.checks("/bare/ours")}, bench.rounds)
        few, many = series.values()
        bench.series |= {f"check among {name}": one for name, one in series.items()}
        seconds = _signing_in([bench, crowd], 10 if bench.is_quick else 30)
        sessions = crowd.instance.count("SELECT COUNT(*) FROM sessions")
    return [CHECK.of(ratio(few, many), f"{sessions:,} sessions; processor time {cost_ratio(many, few):.2f} times"),
            SIGN_IN.of(seconds[1] / seconds[0], f"{seconds[1] * 1e3:.1f} and {seconds[0] * 1e3:.1f} ms")]


@contextmanager
def crowded(bench: Bench) -> Iterator[Bench]:
    """A second instance, with a million accounts and ten million sessions, or with a million for a quick look."""
    sessions = 1_000_000 if bench.is_quick else 10_000_000
    free = shutil.disk_usage(bench.folder).free
    expect(free > 900 * sessions, f"{free / 1e9:.1f} GB are too little for {sessions:,} sessions; set TMPDIR elsewhere")
    state = bench.folder / "crowd"
    make_cheap(state)
    second = Second(state)
    try:
        _fill(second.instance, sessions)
        with Bench(second.instance, bench.is_quick) as crowd:
            yield crowd
    finally:
        second.stop()


def _fill(instance: Instance, sessions: int) -> None:
    """The two largest tables at once, since a statement keeps one core busy."""
    def run(name: str) -> None:
        instance.sql(filled(f"statements/{name}.sql", COUNT=sessions), timeout=1200)

    run("many_accounts")
    with ThreadPoolExecutor() as threads:
        list(threads.map(run, ("many_sessions", "many_site_sessions")))
    run("settle")
    unsettled = filled("statements/unsettled.sql")
    eventually(120, lambda: instance.count(unsettled) < 100, "MariaDB does not write down what it holds")


def _signing_in(benches: list[Bench], times: int) -> list[float]:
    """The median seconds of a right password at each, in turn."""
    people = [somebody(bench.instance) for bench in benches]
    seconds: list[list[float]] = [[] for _ in benches]
    for _ in range(times):
        for bench, person, found in zip(benches, people, seconds):
            found.append(_sign_in(bench, person))
    return [median(found) for found in seconds]


def _sign_in(bench: Bench, person: Person) -> float:
    visitor = bench.browser()
    visitor.open("/login")
    path, body = visitor.filled("Sign in", {"Email": person.email, "Password": person.password})
    began = time.monotonic()
    answer = visitor.ask("POST", path, body)
    expect(answer.header("Location") == "/", f"a right password is answered with {answer.status}")
    return time.monotonic() - began
