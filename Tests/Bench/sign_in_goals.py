"""What a sign-in with password and code costs beside the one thing that is to cost: Argon2id."""

import os
import subprocess
import sys

from bench import Bench
from enrolled import enrolled
from filled import HERE
from goals import Figure, at_most, measures
from parts import spent
from settings import password_cost

BEYOND = at_most(10, "Processor time of a sign-in with password and code beyond Argon2id itself", " %")


@measures(BEYOND)
def sign_in_with_a_code(bench: Bench) -> list[Figure]:
    """All that a sign-in asks for, from the form to the first page behind it."""
    people = [enrolled(bench.instance)[:2] for _ in range(8 if bench.is_quick else 24)]
    hashing = [argon2id(bench)]
    before = spent(bench.parts)
    for person, phone in people:
        answer = bench.browser().sign_in(person, phone)
        if answer.status != 200 or "Sign out" not in answer.text:
            raise AssertionError(f"a sign-in ended with {answer.status}")
    after = spent(bench.parts)
    hashing.append(argon2id(bench))
    cost = {part: (after[part] - before[part]) * 1e3 / len(people) for part in before}
    itself, whole = sum(hashing) / 2, sum(cost.values())
    words = ", ".join(f"{part} {milliseconds:.1f}" for part, milliseconds in cost.items())
    return [BEYOND.of((whole / itself - 1) * 100, f"{whole:.1f} ms, {words}; Argon2id {itself:.1f} ms")]


def argon2id(bench: Bench) -> float:
    """The milliseconds that libargon2 needs, with its memory taken and given back each time, as in a worker."""
    command = [sys.executable, str(HERE / "argon2.py"), *password_cost(bench.instance), "30"]
    environment = {**os.environ, "MALLOC_MMAP_THRESHOLD_": "1048576"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout) * 1e3
