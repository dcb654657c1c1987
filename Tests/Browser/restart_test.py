"""A second instance beside the first: it is stopped, is started again, and keeps its data."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from second import Second, left_of
from visitor import Visitor


@contextmanager
def folder_beside(instance: Instance) -> Iterator[Path]:
    """A state folder for the second instance; nothing is left of it."""
    state = instance.state.with_name(instance.state.name + "-2")
    try:
        yield state
    finally:
        shutil.rmtree(state, ignore_errors=True)
        state.with_name(state.name + ".log").unlink(missing_ok=True)


@test
def started_again_the_instance_finds_all_its_data(instance: Instance) -> None:
    with folder_beside(instance) as state:
        second = Second(state)
        try:
            ada, visitor = somebody(second.instance), Visitor(second.instance)
            visitor.sign_in(ada)
            phone, codes = visitor.enrol()
            expect_equal(Visitor(instance).open("/login").status, 200, "the status of the first instance beside it")
            expect_equal(second.stop(), 0, "the exit status")
            expect_equal(left_of(state), [], "what is left running")
            second = Second(state)
            visitor = Visitor(second.instance)
            visitor.sign_in(ada, phone)
            expect_equal(visitor.ask("GET", "/my").status, 200, "the status after signing in again")
            visitor = Visitor(second.instance)
            visitor.sign_in(ada)
            answer = visitor.press("Use recovery code", {"Recovery code": codes[0]})
            expect("7 recovery codes left" in answer.page.text, f"no sign-in by recovery code: {answer.page.text!r}")
        finally:
            second.stop()
