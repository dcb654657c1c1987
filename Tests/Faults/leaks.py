"""Looks for every secret that people have used in all that an instance keeps and says."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import search
from instance import Instance
from secrets_test import beside_processes, dump

# Durations, processes, sizes and the database's own counters are no codes, even where they look like one.
NUMBERS = re.compile(rb"\b(us|pid|bytes|number|id)[= ]\d+")


def leaks(instance: Instance) -> list[tuple[str, str]]:
    """The columns, files and processes in which a secret stands, or a code by itself."""
    # The kernel's tables of a process are full of numbers that look like a code.
    beside = (it for it in beside_processes(instance) if not it[0].startswith(("maps ", "status ")))
    found = leaking((*dump(instance), *logs(instance), *beside))
    return found + [("I9", Path(place).name) for place in search.leaking_files(instance.state / "mariadb")]


def leaking(places: Iterable[tuple[str, bytes]]) -> list[tuple[str, str]]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for place, content in places:
            (folder / place).write_bytes(NUMBERS.sub(b"", content))
        return [("I9", Path(place).name) for place in search.leaking_files(folder) + search.codes_alone(folder)]


def logs(instance: Instance) -> Iterator[tuple[str, bytes]]:
    for file in (instance.state / "log").iterdir():
        yield file.name, file.read_bytes()
