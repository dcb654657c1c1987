"""What a sign-in with password and code costs beside the one thing that is to cost: Argon2id."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

from bench import Bench
from enrolled import enrolled
from filled import HERE
from goals import Figure, at_most, measures
from parts import spent
from person import Person
from phone import Phone
from runner import expect
from settings import password_cost

BEYOND = at_most(10, "Processor time of a sign-in with password and code beyond Argon2id itself", " %")


@measures(BEYOND)
def sign_in_with_a_code(bench: Bench) -> list[Figure]:
    """All that a sign-in asks for, from the form to the first page behind it, and each time Argon2id alone after it."""
    people = [enrolled(bench.instance)[:2] for _ in range(8 if bench.is_quick else 24)]
    with argon2id(bench) as hashing:
        costs, itself = [], []
        for person, phone in people:
            costs.append(_sign_in(bench, person, phone))
            itself.append(hashing())
    cost = {part: median(one[part] for one in costs) for part in ("nginx", "pool", "MariaDB")}
    whole, alone = sum(cost.values()), median(itself)
    words = ", ".join(f"{part} {milliseconds:.1f}" for part, milliseconds in cost.items())
    return [BEYOND.of((whole / alone - 1) * 100, f"{words} ms; Argon2id {alone:.1f} ms")]


def _sign_in(bench: Bench, person: Person, phone: Phone) -> dict[str, float]:
    """The milliseconds that each part has spent on it."""
    before = spent(bench.parts)
    answer = bench.browser().sign_in(person, phone)
    after = spent(bench.parts)
    expect(answer.status == 200 and "Sign out" in answer.text, f"a sign-in ends with {answer.status}")
    return {part: (after[part] - before[part]) * 1e3 for part in before}


@contextmanager
def argon2id(bench: Bench) -> Iterator[Callable[[], float]]:
    """What libargon2 needs in milliseconds, with memory in huge pages that is given back each time, as in a worker."""
    command = [sys.executable, str(HERE / "argon2.py"), *password_cost(bench.instance)]
    environment = {**os.environ, "MALLOC_MMAP_THRESHOLD_": "1048576", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as process:
        def hashing() -> float:
            process.stdin.write("\n")
            process.stdin.flush()
            return float(process.stdout.readline()) * 1e3

        yield hashing
