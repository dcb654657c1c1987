"""Looks for every secret that people have used in all that an instance keeps and says."""

import re
from collections.abc import Iterable
from pathlib import Path

import search
from instance import Instance
from places import beside_processes, dump, logs, written

# Durations, processes, sizes and the database's own counters are no codes, even where they look like one.
NUMBERS = re.compile(rb"\b(us|pid|bytes|number|id)[= ]\d+")


def leaks(instance: Instance) -> list[tuple[str, str]]:
    """The columns, files and processes in which a secret stands, or a code by itself."""
    # The kernel's tables of a process are full of numbers that look like a code.
    beside = (it for it in beside_processes(instance) if not it[0].startswith(("maps ", "status ")))
    found = leaking((*dump(instance), *logs(instance), *beside))
    return found + [("I9", Path(place).name) for place in search.leaking_files(instance.state / "mariadb")]


def leaking(places: Iterable[tuple[str, bytes]]) -> list[tuple[str, str]]:
    with written((place, NUMBERS.sub(b"", content)) for place, content in places) as folder:
        return [("I9", Path(place).name) for place in search.leaking_files(folder) + search.codes_alone(folder)]
