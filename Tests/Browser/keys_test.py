"""The server's keys are replaced and retired while a crowd is there."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from crowd import again_and_again
from instance import Instance
from person import Person, somebody
from runner import expect, expect_equal, test
from visitor import Visitor, recovery_codes


@test
def the_keys_are_replaced_and_retired_while_a_crowd_is_there(instance: Instance) -> None:
    somebody(instance)  # They never come back, so their password stays under the key of today.
    crowd = [Member(instance) for _ in range(3)]
    with everybody_comes_and_goes(crowd) as trouble:
        first = current(instance)
        for seconds in (1.5, 4.5):
            cut_short(instance, seconds)
        middle = current(instance)
        expect_equal(middle["key"], first["key"] + 1, "the key that writes after two rotations that were killed")
        expect("earlier run" in instance.vestibule("keys", "rotate"), "the third does not say that it finished the second")
        expect_equal(current(instance)["key"], middle["key"], "the key that writes once the rotation is through")
        expect_equal(state_of(instance, first["key"])["secondFactors"], 0, "what is left under the key of before")
        instance.vestibule("keys", "rotate")
    expect_equal(trouble, [], "what went wrong for people")
    for member in crowd:
        member.comes_under_today()
    with everybody_comes_and_goes(crowd) as trouble:
        refused = instance.run("keys", "retire", str(first["key"]))
        expect_equal((refused.returncode, refused.stderr.count("\n")), (1, 1), "how retiring a key in use ends")
        expect("passwords: " in refused.stderr, f"no count: {refused.stderr!r}")
        expect_equal(instance.vestibule("keys", "retire", str(middle["key"])), "", "what `keys retire` prints")
        time.sleep(2)
    expect_equal(trouble, [], "what went wrong for people after it")
    expect_equal(state_of(instance, middle["key"])["state"], "retired", "the state of the retired key")
    for member in crowd:
        member.signs_in_both_ways()
    expect("all as written" in instance.vestibule("audit", "verify"), "the audit log does not verify")


@test
def a_key_is_added_once_and_waits_for_its_rotation(instance: Instance) -> None:
    before = current(instance)["key"]
    number = int(instance.vestibule("keys", "add").split()[1])
    expect(f"key {number} waits already" in instance.vestibule("keys", "add"), "a second key is added")
    expect_equal((current(instance)["key"], state_of(instance, number)["state"]), (before, "waiting"), "the key that writes")
    expect(f"key {number} writes" in instance.vestibule("keys", "rotate"), "another key is begun")
    ring = instance.state / "secrets" / "keys"
    expect_equal((ring.stat().st_mode & 0o777, ring.stat().st_uid), (0o400, os.getuid()), "the mode and the owner of the file")


class Member:
    """Somebody in the crowd, with two-factor enabled."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.person: Person = somebody(instance)
        visitor = Visitor(instance)
        visitor.sign_in(self.person)
        self.phone, self.codes = visitor.enrol()
        self.met: list[Person] = []

    def comes_under_today(self) -> None:
        """Signs in, which renews the password, and makes new recovery codes; those whom they met sign in, too."""
        visitor = Visitor(self.instance)
        visitor.sign_in(self.person)
        visitor.press("Use recovery code", {"Recovery code": self.codes.pop()})
        visitor.open("/my/profile/two-factor/recovery-codes")
        self.codes = recovery_codes(visitor.press("Generate new codes"))
        expect_equal(len(self.codes), 8, "the number of new recovery codes")
        for other in self.met:
            Visitor(self.instance).sign_in(other)

    def signs_in_both_ways(self) -> None:
        for caption, field, code in [("Verify and sign in", "Authenticator code", self.phone.code()),
                                     ("Use recovery code", "Recovery code", self.codes.pop())]:
            visitor = Visitor(self.instance)
            visitor.sign_in(self.person)
            visitor.press(caption, {field: code})
            expect_equal(visitor.ask("GET", "/my").status, 200, f"the status of the portal after {field}")

    def comes_and_goes(self) -> None:
        """Somebody new enrols, signs in by a recovery code, and disables it again."""
        other, visitor = somebody(self.instance), Visitor(self.instance)
        self.met.append(other)
        visitor.sign_in(other)
        _, codes = visitor.enrol()
        expect_equal(len(codes), 8, "the number of recovery codes")
        visitor.press("Sign out")
        visitor.sign_in(other)
        visitor.press("Use recovery code", {"Recovery code": codes[0]})
        visitor.open("/my/profile/two-factor")
        page = visitor.press("Disable two-factor", {"Current password": other.password})
        expect("Not configured" in page.page.text, f"not disabled: {page.status} {page.page.text[:200]!r}")


@contextmanager
def everybody_comes_and_goes(crowd: list[Member]) -> Iterator[list[str]]:
    """Has the crowd come and go for as long as the block lasts: what went wrong."""
    trouble: list[str] = []

    def come_and_go(member: Member) -> None:
        try:
            member.comes_and_goes()
        except Exception as error:  # Whatever a person meets is trouble; the others go on.
            trouble.append(f"{type(error).__name__}: {error}"[:300])

    with again_and_again([partial(come_and_go, member) for member in crowd]):
        yield trouble


def cut_short(instance: Instance, seconds: float) -> None:
    """Begins a rotation, and kills it."""
    process = subprocess.Popen([str(instance.state / "vestibule"), "keys", "rotate"], stdout=subprocess.DEVNULL)
    time.sleep(seconds)
    expect_equal(process.poll(), None, f"the exit status after {seconds} s")
    process.kill()
    process.wait()


def keys(instance: Instance) -> list[dict[str, object]]:
    return json.loads(instance.vestibule("keys", "list", "--json"))


def current(instance: Instance) -> dict[str, object]:
    return next(key for key in keys(instance) if key["state"] == "current")


def state_of(instance: Instance, number: object) -> dict[str, object]:
    return next(key for key in keys(instance) if key["key"] == number)
