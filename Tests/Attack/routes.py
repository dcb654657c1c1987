"""The site's own table of addresses, so that an address which is added is attacked too."""

import re
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "Sources/Site/Routes.swift"
ROW = re.compile(r'\.`?(\w+)`?\s*\(\.(\w+),\s*"([^"]+)",\s*[\w.]+(.*)\),$')


@dataclass(frozen=True)
class Route:
    who: str
    method: str
    pattern: str
    may_pass: bool

    def path(self, segment: str = "1") -> str:
        return self.pattern.replace("*", segment)


def routes() -> list[Route]:
    """Every row of the table; a row that cannot be read is a fault of this reader, and not left out."""
    found = []
    for line in TABLE.read_text().split("= [", 1)[1].splitlines():
        if not line.strip().startswith("."):
            continue
        row = ROW.fullmatch(line.strip())
        if row is None:
            raise AssertionError(f"cannot read the row {line.strip()!r} of {TABLE}")
        found.append(Route(row[1], row[2].upper(), row[3], "mayPass" in row[4]))
    return found
