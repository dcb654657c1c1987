"""The processor time of the parts of a site: user and system time of all their threads."""

from collections.abc import Callable, Iterable
from pathlib import Path

from instance import children

# The processes of each part, asked for anew each time: a pool replaces its workers.
Parts = dict[str, Callable[[], Iterable[int]]]


def family(parent: int) -> list[int]:
    """A process and its children, as a web server, a pool of workers or php-fpm is one."""
    return [parent, *children(parent)]


def spent(parts: Parts) -> dict[str, float]:
    """The seconds that each part has been on a processor so far."""
    return {name: sum(map(_seconds, processes())) for name, processes in parts.items()}


def _seconds(process: int) -> float:
    """The kernel counts in nanoseconds; what a thread has spent that has ended is not in it."""
    total = 0
    for file in Path(f"/proc/{process}/task").glob("*/schedstat"):
        try:
            total += int(file.read_text().split()[0])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total / 1e9
