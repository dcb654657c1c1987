"""The clock is stepped by a day and back: the workers' alone, and that of the whole host with its database."""

import time

from client import Client
from counted import Unanswered
from clocked_pool import Clock, clocked_workers, start_clocked_database
from faults import fault
from member import Member
from operators import health
from phone import STEP
from runner import expect
from scene import Scene

DAY = 86_400 // STEP


@fault(short=1, whole=1, is_alone=True)
def the_clock_of_the_workers_goes_a_day_ahead_and_back(scene: Scene, times: int) -> None:
    _step_the_workers(scene, "+1d")


@fault(short=1, whole=1, is_alone=True)
def the_clock_of_the_workers_goes_a_day_behind_and_back(scene: Scene, times: int) -> None:
    _step_the_workers(scene, "-1d")


@fault(short=1, whole=1, is_alone=True)
def the_clock_of_workers_and_database_goes_a_day_behind_and_back(scene: Scene, times: int) -> None:
    clock = Clock(scene.instance.state / "clock")
    start_clocked_database(scene, clock)
    ada, used = _enrolled(scene)
    with clocked_workers(scene, clock):
        clock.step("-1d")
        now = int(time.time() // STEP)
        _expect_refused(ada, {"of today": now, "of that day": now - DAY, "that was used": used})
        _expect_recovery(ada)
        clock.step("+0")
        _expect_refused(ada, {"that was used": used})
        expect(_signs_in(ada, int(time.time() // STEP) + 1), "a code is refused after the clock is back")


@fault(short=1, whole=1, is_alone=True)
def the_clock_of_workers_and_database_goes_a_day_ahead_and_back(scene: Scene, times: int) -> None:
    clock = Clock(scene.instance.state / "clock")
    start_clocked_database(scene, clock)
    ada, used = _enrolled(scene)
    with clocked_workers(scene, clock):
        clock.step("+1d")
        expect(not ada.browsers[0].passes(), "a session lasts for more than a day")
        ahead = int(time.time() // STEP) + DAY
        _expect_refused(ada, {"of today": ahead - DAY, "that was used": used})
        expect(_signs_in(ada, ahead), "a code of that day is refused on that day")
        _expect_recovery(ada)
        clock.step("+0")
        _expect_refused(ada, {"of that day": ahead, "that was used": used})
        _expect_recovery(ada)


def _step_the_workers(scene: Scene, offset: str) -> None:
    """A host that differs from its database takes no code; a recovery code it does."""
    clock = Clock(scene.instance.state / "clock")
    ada, used = _enrolled(scene)
    with clocked_workers(scene, clock):
        _expect_recovery(ada)
        clock.step(offset)
        client = _challenged(ada)
        try:
            client.post("Verify and sign in", {"Authenticator code": ada.phone.code_at(int(time.time() // STEP) + 1)})
        except Unanswered:
            pass
        expect(not client.session, "a host whose clock is wrong takes a code")
        expect(health(scene.instance)[0] == 503, "the health of a host whose clock is wrong is not red")
        _expect_recovery(ada)
        clock.step("+0")
        _expect_refused(ada, {"that was used": used})
        expect(_signs_in(ada, int(time.time() // STEP) + 1), "a code is refused after the clock is back")


def _enrolled(scene: Scene) -> tuple[Member, int]:
    """Somebody who has used the code of a step, and of none after it."""
    ada = scene.member()
    ada.sign_in()
    ada.set_up()
    return ada, ada.phone.last


def _challenged(ada: Member) -> Client:
    client = ada.browser()
    expect(ada.give_password(client), "no code is asked for")
    return client


def _signs_in(ada: Member, step: int) -> bool:
    """Whether the code of a step signs in."""
    client, fields = _challenged(ada), {"Authenticator code": ada.phone.code_at(step)}
    with ada.ledger.change(ada.person.email, "signed-in-by-totp") as change:
        client.post("Verify and sign in", fields)
        change.is_acknowledged = bool(client.session)
    return change.is_acknowledged


def _expect_refused(ada: Member, steps: dict[str, int]) -> None:
    for words, step in steps.items():
        expect(not _signs_in(ada, step), f"a code {words} is accepted")


def _expect_recovery(ada: Member) -> None:
    client = _challenged(ada)
    ada.use_recovery_code(client)
    expect(client.session and client.passes(), "a recovery code is refused")
