#!/usr/bin/python3
"""Attacks a running instance from outside, and says of each attack in one line what was tried and what came of it.

The instance belongs to the attack: its policy, its people and its rows are changed. The people, phones and browsers
that attack are those of Tests/Browser.
"""

import argparse
import importlib
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "Browser"))

import runner
from target import Target

# The secrets come last: they are looked for in everything that the attacks before them left behind.
FILES = ["code_races_test", "account_races_test", "replay_test", "guessing_test", "browsing_test", "fixation_test",
         "forms_test", "fields_test", "smuggling_test", "paths_test", "checks_test", "hand_overs_test", "loops_test",
         "sorry_test", "enumeration_test", "fail2ban_test", "database_test", "secrets_test"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True, help="where the instance answers, such as http://127.0.0.1:8080")
    parser.add_argument("--state", required=True, type=Path, help="its state folder")
    parser.add_argument("--only", default="", help="run those attacks alone whose name or file contains this")
    parser.add_argument("--rounds", type=int, default=4, help="how often each race is run")
    parser.add_argument("--abreast", type=int, default=50, help="how many requests race in each round")
    given = parser.parse_args()
    target = Target(given.url, given.state.resolve(), given.rounds, given.abreast)
    for name in FILES:
        importlib.import_module(name)
    passed, failed = runner.run(target, given.only)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
