"""People's phones agree with each other and not with the server: its clock is wrong, and whoever runs it is told so."""

import os
import signal
import time

from instance import Instance, children, command_line
from operators import health
from person import somebody
from phone import STEP, Phone
from runner import eventually, expect, expect_equal, test
from visitor import Visitor

# More than half of the 25 who are asked, whoever else has given a code lately.
CROWD = 13


@test
def a_crowd_of_phones_five_minutes_ahead_shows_that_the_clock_is_slow(instance: Instance) -> None:
    crowd = [_setting_up(instance) for _ in range(CROWD)]
    for visitor, phone in crowd:
        visitor.press("Confirm and enable", {"Authenticator code": phone.code_at(int(time.time() // STEP) + 10)})
    status, words = health(instance)
    expect(status == 503 and "The clock is about " in words and " s slow" in words, f"the health is {status}: {words}")
    _expect_log(instance, "level=error message=clock finding=\"The clock is about ")
    for visitor, phone in crowd:
        visitor.press("Confirm and enable", {"Authenticator code": phone.code()})
    expect_equal(health(instance), (200, "ok\n"), "the health")


def _setting_up(instance: Instance) -> tuple[Visitor, Phone]:
    """Somebody whose phone has a key that is not confirmed yet."""
    visitor = Visitor(instance)
    visitor.sign_in(somebody(instance))
    visitor.open("/my/profile")
    visitor.press("Set up two-factor")
    return visitor, Phone(visitor.answer.page.codes[0])


def _expect_log(instance: Instance, words: str) -> None:
    """Fails unless a new housekeeper, who looks at once, adds a line with these words."""
    with (instance.state / "log" / "vestibule.log").open() as log:
        log.seek(0, os.SEEK_END)
        for child in children(instance.process_id("vestibule")):
            if "housekeeper" in command_line(child):
                os.kill(child, signal.SIGTERM)
        eventually(5, lambda: any(words in line for line in log), f"the log does not say {words}")
