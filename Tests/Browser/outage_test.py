"""The database does not answer: visitors are told so soon, and everything goes on by itself when it is back."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

from crowd import at_once, failing_to_sign_in
from instance import Instance
from operators import Measurements, health, status
from person import somebody
from runner import eventually, expect, expect_equal, test
from visitor import Visitor


@contextmanager
def database_stopped(instance: Instance) -> Iterator[None]:
    database = instance.process_id("mariadb")
    os.kill(database, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(database, signal.SIGCONT)
        # Whoever has just waited in vain asks again after a quarter of a second.
        time.sleep(0.5)


@test
def without_the_database_everybody_is_told_so_soon(instance: Instance) -> None:
    visitor, sign_in = Visitor(instance), failing_to_sign_in(instance)
    visitor.sign_in(somebody(instance))
    acts = [lambda: visitor.ask("GET", "/my"), lambda: visitor.ask("GET", "/my/profile"), sign_in]
    with database_stopped(instance):
        for round_ in ("the first round", "the second round"):
            began = time.monotonic()
            answers = at_once(acts)
            took = time.monotonic() - began
            expect_equal([answer.status for answer in answers], [503] * len(acts), f"the statuses of {round_}")
            expect(all(answer.all("Retry-After") for answer in answers), "an answer without Retry-After")
            expect(all(answer.page.tags.count("h1") == 1 for answer in answers), "an answer that is no page")
            expect(took < 8, f"{round_} took {took:.1f} s")
        expect_equal(health(instance), (503, "The site cannot reach its data: vestibule.log says why.\n"), "the health that the operator sees")
        measured = Measurements(instance)
        expect_equal(measured.value("vestibule_database_up"), 0, "the measured database")
        expect(measured.value("vestibule_requests_total", code="5xx") >= len(acts), "the refusals are not measured")
        expect(all(lane["workers"] for lane in status(instance).values()), "the status tells of no workers")
        expect_equal(visitor.ask("GET", "/static/style.css").status, 200, "the status of the style sheet")


@test
def the_database_is_found_again_when_it_is_back(instance: Instance) -> None:
    visitor, sign_in = Visitor(instance), failing_to_sign_in(instance)
    visitor.sign_in(somebody(instance))
    with database_stopped(instance):
        visitor.ask("GET", "/my")
    eventually(5, lambda: visitor.ask("GET", "/my").status == 200, "the page does not come back")
    eventually(5, lambda: sign_in().status == 422, "signing in does not come back")
    eventually(5, lambda: health(instance)[0] == 200, "the health stays red")


@test
def a_database_that_dies_is_started_again(instance: Instance) -> None:
    visitor, sign_in = Visitor(instance), failing_to_sign_in(instance)
    visitor.sign_in(somebody(instance))
    for _ in range(2):
        database = instance.process_id("mariadb")
        os.kill(database, signal.SIGKILL)
        began = time.monotonic()
        for answer in (visitor.ask("GET", "/my"), sign_in()):
            expect_equal((answer.status, len(answer.all("Retry-After"))), (503, 1), "the status without a database")
        expect(time.monotonic() - began < 3, "two answers took more than 3 s")
        eventually(30, lambda: visitor.ask("GET", "/my").status == 200, "the page does not come back")
        eventually(5, lambda: sign_in().status == 422, "signing in does not come back")
