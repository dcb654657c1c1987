"""Runs tests, which are functions whose names are sentences, and says how each went in one line.

A test may return what it tried and found, in a few words; they stand in its line.
"""

import os
import re
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from instance import Instance

Test = Callable[..., str | None]
_tests: list[tuple[str, str, Callable[[Instance], str | None]]] = []


def test(function: Test) -> Test:
    """Marks a function as a test."""
    _add(function, "", {})
    return function


def test_each(parameter: str, cases: dict[str, Any]) -> Callable[[Test], Test]:
    """Marks a function as a test for each value of one parameter; the cases' names go into the test's."""
    def mark(function: Test) -> Test:
        for case, value in cases.items():
            _add(function, f", {case}", {parameter: value})
        return function

    return mark


def run(instance: Instance, only: str) -> tuple[int, int]:
    """Runs the tests in the order in which they were marked: how many passed, and how many failed."""
    passed = failed = 0
    for file, name, act in _tests:
        if only not in name and only not in file:
            continue
        began = time.monotonic()
        try:
            found = act(instance)
        except Exception as error:  # A test may fail in any way; the others are run all the same.
            failed += 1
            print(f"FAIL {name}: {_why(error)}", flush=True)
        else:
            passed += 1
            print(f"ok {name}" + (f": {found}" if found else ""), flush=True)
        if "DURATIONS" in os.environ:
            print(f"   {time.monotonic() - began:.1f} s", flush=True)
    return passed, failed


def expect(condition: object, why: str) -> None:
    """Fails the test with the words `why` unless the condition holds."""
    if not condition:
        raise AssertionError(why)


def expect_equal(seen: object, wanted: object, what: str) -> None:
    expect(seen == wanted, f"{what} is {seen!r} instead of {wanted!r}")


def eventually(seconds: float, condition: Callable[[], object], why: str) -> None:
    """Waits for a condition, and fails the test with the words `why` if it does not hold in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        expect(time.monotonic() < deadline, f"{why} (waited {seconds:g} s)")
        time.sleep(0.05)


def _add(function: Test, case: str, arguments: dict[str, Any]) -> None:
    sentence = function.__name__.replace("_", " ")
    name = sentence[0].upper() + sentence[1:] + case
    _tests.append((function.__module__, name, lambda instance: function(instance, **arguments)))


def _why(error: Exception) -> str:
    """The error in one line, with the line of the test at which it came up."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith("_test.py")]
    place = f" [{Path(frames[-1].filename).name}:{frames[-1].lineno}]" if frames else ""
    kind = "" if isinstance(error, AssertionError) else f"{type(error).__name__}: "
    words = str(error).partition("Stacktrace:")[0]
    return re.sub(r"\s+", " ", f"{kind}{words}").strip()[:600] + place
