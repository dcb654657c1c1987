"""All figures as tables, which can be read in a terminal and pasted into a page."""

from goals import Figure
from rounds import Series

PARTS = ("nginx", "program", "MariaDB", "together")


def table(figures: list[Figure], series: dict[str, Series]) -> str:
    goals = [("goal", "measured", "wanted", "holds"),
             *((each.goal.words, each.text, each.goal.demand, "yes" if each.holds else "no") for each in figures)]
    loads = [("load", "a second", "from", "to", "p50 ms", "p99 ms", *(f"{part} µs" for part in PARTS)),
             *(_cells(name, one) for name, one in series.items())]
    return "\n\n".join(_drawn(rows) for rows in (loads, goals) if len(rows) > 1)


def _cells(name: str, one: Series) -> tuple[str, ...]:
    nginx, database, whole = one.cost("nginx"), one.cost("MariaDB"), one.cost()
    rates = (f"{rate:,.0f}" for rate in (one.rate, min(one.rates), max(one.rates)))
    costs = (f"{cost:.1f}" for cost in (nginx, whole - nginx - database, database, whole))
    return (name, *rates, f"{one.p50:.2f}", f"{one.p99:.2f}", *costs)


def _drawn(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = [rows[0], tuple("-" * width for width in widths), *rows[1:]]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in lines)
