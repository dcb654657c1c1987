"""Checks while many people sign in without a pause, and what those hear for whom there is no room."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache, partial

from bench import Bench
from crowd import at_once
from goals import Figure, at_least, at_most, measures
from load import request
from rounds import Series, attempted, measured, ratio
from runner import expect
from visitor import Held, Visitor

SIXTEEN = at_least(0.6, "Checks a second while 16 people sign in, of those in quiet")
SIXTEEN_P99 = at_most(10, "The slowest check but for one in a hundred while 16 people sign in", " ms")
SIXTY_FOUR = at_least(0.5, "Checks a second while 64 people sign in, of those in quiet")
REFUSED = at_most(100, "The slowest refusal of a sign-in for which there is no room", " ms")

# So many check at a time, for so many seconds a round.
CLIENTS, SECONDS = 16, 2


@measures(SIXTEEN, SIXTEEN_P99, SIXTY_FOUR)
def checks_in_a_flood(bench: Bench) -> list[Figure]:
    bench.start_peers()
    checks, php = bench.checks("/bare/ours", CLIENTS), bench.checks("/bare/php-fpm", CLIENTS)
    moments = {"ours, quiet": (checks, nullcontext),
               "ours, 16 sign in": (checks, partial(flood, bench, 16)),
               "ours, 64 sign in": (checks, partial(flood, bench, 64)),
               "php-fpm, quiet": (php, nullcontext),
               "php-fpm, 16 sign in": (php, partial(php_flood, bench))}
    series = {name: Series() for name in moments}
    for _ in range(3 if bench.is_quick else 6):
        for name, (load, around) in moments.items():
            with around():
                # PHP lets checks wait for longer than nginx does.
                series[name].rounds.append((attempted if load is php else measured)(load, SECONDS))
    bench.series |= {f"check, {name}": one for name, one in series.items()}
    quiet, sixteen, sixty_four = (series[f"ours, {moment}"] for moment in ("quiet", "16 sign in", "64 sign in"))
    return [SIXTEEN.of(ratio(sixteen, quiet), f"{sixteen.rate:,.0f} of {quiet.rate:,.0f} a second"),
            SIXTEEN_P99.of(sixteen.p99, f"in quiet {quiet.p99:.1f} ms"),
            SIXTY_FOUR.of(ratio(sixty_four, quiet), f"{sixty_four.rate:,.0f} a second, p99 {sixty_four.p99:.1f} ms")]


@measures(REFUSED)
def refusals_in_a_flood(bench: Bench) -> list[Figure]:
    """Sixteen more come at the same instant, again and again, while 64 sign in: more than there is room for."""
    visitor = bench.browser()
    visitor.open("/login")
    heard: list[tuple[int, float]] = []
    with flood(bench, 64):
        for _ in range(3 if bench.is_quick else 10):
            crowd = [visitor.prepared("POST", *attempt(visitor)) for _ in range(16)]
            heard += at_once([partial(timed, one) for one in crowd])
    refused = [milliseconds for status, milliseconds in heard if status >= 500]
    expect(refused, f"there was room for all {len(heard)} more")
    return [REFUSED.of(max(refused), f"{len(refused)} of {len(heard)} more were refused")]


def timed(request: Held) -> tuple[int, float]:
    """How a sign-in was answered, and after how many milliseconds."""
    began = time.monotonic()
    return request().status, (time.monotonic() - began) * 1e3


def attempt(visitor: Visitor) -> tuple[str, str]:
    """Where to and what somebody posts who has no account, which takes as long as a right password."""
    return visitor.filled("Sign in", {"Email": f"{secrets.token_hex(6)}@example.test", "Password": "not the password"})


@contextmanager
def flood(bench: Bench, clients: int) -> Iterator[None]:
    """People who sign in again and again, each time as somebody else and from elsewhere: nobody is throttled."""
    with bench.load(_sign_ins(bench), clients).running():
        time.sleep(0.5)
        yield
    # Those who were waiting are gone, but not their places: whoever is answered now comes after all of them.
    visitor = bench.browser()
    visitor.open("/login")
    while visitor.ask("POST", *attempt(visitor)).status >= 500:
        time.sleep(0.1)


@cache
def _sign_ins(bench: Bench) -> list[bytes]:
    visitor = bench.browser()
    visitor.open("/login")
    return [request(path, visitor.cookies, {"X-Real-IP": f"10.{number // 250}.{number % 250}.1"}, body)
            for number in range(4096) for path, body in [attempt(visitor)]]


@contextmanager
def php_flood(bench: Bench) -> Iterator[None]:
    """Sixteen people who sign in by PHP, whose children judge passwords and answer checks as they come."""
    with bench.load([request("/sign-in.php", {})], 16).running():
        time.sleep(0.5)
        yield
    bench.browser().ask("GET", "/sign-in.php")
