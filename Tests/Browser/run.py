#!/usr/bin/python3
"""Tests a running instance from outside, as its people and its operator meet it."""

import argparse
import importlib
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "Attack"))

import runner
from instance import Instance

# The secrets come last: they are looked for in everything that the tests before them left behind, as after an attack.
FILES = ["enrolment_test", "recovery_test", "sign_in_test", "people_test", "security_settings_test", "audit_log_test",
         "screens_test", "answers_test", "hosts_test", "codes_test", "clock_test", "command_line_test", "import_test",
         "identity_test", "documents_test", "sites_test", "gate_test", "demands_test", "hand_over_test", "return_test",
         "spoofing_test", "protect_test", "random_servers_test", "keys_test", "key_ring_test", "operator_test", "pool_test",
         "outage_test", "restart_test", "secrets_test"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True, help="where the instance answers, such as http://127.0.0.1:8080")
    parser.add_argument("--state", required=True, type=Path, help="its state folder")
    parser.add_argument("--only", default="", help="run those tests alone whose name or file contains this")
    arguments = parser.parse_args()
    instance = Instance(arguments.url, arguments.state.resolve())
    for name in FILES:
        importlib.import_module(name)
    passed, failed = runner.run(instance, arguments.only)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
