"""Prints what a round of faults did, as a table that can be read in a terminal and pasted into a page."""

from faults import Outcome
from facts import summary

HEADINGS = ("fault", "times", "seconds", "requests sent", "failed", "violated")


def print_table(outcomes: list[Outcome]) -> None:
    rows = [_cells(outcome) for outcome in outcomes]
    rows.append(("all together", str(sum(it.times for it in outcomes)), f"{sum(it.seconds for it in outcomes):.0f}",
                 f"{sum(it.tally.sent for it in outcomes):,}", f"{sum(it.tally.failed for it in outcomes):,}",
                 summary([fact for it in outcomes for fact in it.broken])))
    widths = [max(map(len, column)) for column in zip(HEADINGS, *rows)]
    print()
    for row in (HEADINGS, tuple("-" * width for width in widths), *rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
    print()


def _cells(outcome: Outcome) -> tuple[str, ...]:
    return (outcome.fault, str(outcome.times), f"{outcome.seconds:.0f}", f"{outcome.tally.sent:,}",
            f"{outcome.tally.failed:,}", summary(outcome.broken))
