#!/usr/bin/python3
"""Brings faults about in a running instance while people sign in, and checks after each what no fault may break."""

import argparse
import importlib
import sys
from pathlib import Path

sys.path += [str(Path(__file__).resolve().parent.parent / name) for name in ("Browser", "Attack")]

import facts
import faults
from instance import Instance
from last_checks import last_checks
from scene import Scene
from table import print_table

# The clock comes last of those that share the instance: it leaves sessions behind whose times are wrong.
FILES = ["worker_faults", "database_faults", "nginx_faults", "client_faults", "gate_faults", "disk_faults", "clock_faults"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True, help="where the instance answers, such as http://127.0.0.1:8080")
    parser.add_argument("--state", required=True, type=Path, help="its state folder; the instance is the suite's to break")
    parser.add_argument("--short", action="store_true", help="a round of a minute and a half, without those that take long")
    parser.add_argument("--only", default="", help="those faults alone whose name contains this")
    arguments = parser.parse_args()
    for name in FILES:
        importlib.import_module(name)
    with Scene(Instance(arguments.url, arguments.state.resolve()), people=8 if arguments.short else 30) as scene:
        outcomes = faults.run(scene, arguments.short, arguments.only)
        found = [outcome.broken for outcome in outcomes]
        for name, broken in last_checks(scene):
            faults.say(name, broken)
            found.append(broken)
    print_table(outcomes)
    good = [not broken for broken in found]
    seen = {fact for broken in found for fact, _ in broken}
    for number, words in facts.sentences().items():
        good.append(faults.say(f"{number}, after every fault: {words}", [(number, "see above")] if number in seen else []))
    print(f"{sum(good)} passed, {len(good) - sum(good)} failed")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
