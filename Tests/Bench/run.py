#!/usr/bin/python3
"""Measures an instance beside C and PHP, and says of each goal whether it holds."""

import argparse
import importlib
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "Browser"))

import goals
from bench import Bench
from chart import chart
from instance import Instance
from machine import machine
from panels import panels
from table import table

FILES = ["check_goals", "flood_goals", "sign_in_goals", "page_goals", "growth_goals", "pool_goals", "build_goals"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True, help="where the instance answers, such as http://127.0.0.1:8080")
    parser.add_argument("--state", required=True, type=Path, help="its state folder, which is the bench's to fill")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and a tenth of the sessions")
    parser.add_argument("--only", default="", help="those goals alone whose words contain this")
    parser.add_argument("--chart", type=Path, help="where to draw the ratios, as SVG")
    parser.add_argument("--table", type=Path, help="where to write all figures, as a table")
    given = parser.parse_args()
    for name in FILES:
        importlib.import_module(name)
    with Bench(Instance(given.url, given.state.resolve()), given.quick) as bench:
        found = goals.run(bench, given.only)
        figures = [figure for figure in found if isinstance(figure, goals.Figure)]
        text = table(figures, bench.series)
    print(f"\n{text}\n")
    if given.chart:
        given.chart.write_text(chart(panels(bench.series), machine()))
    if given.table:
        given.table.write_text(text + "\n")
    good = sum(figure.holds for figure in figures)
    print(f"{good} passed, {len(found) - good} failed")
    return 0 if found and good == len(found) else 1


if __name__ == "__main__":
    sys.exit(main())
