"""What is good once is good once, from however many browsers at the same instant."""

import canaries
from crowd import at_once, in_turn
from instance import Instance
from person import Person, somebody
from phone import Phone
from runner import expect, expect_equal, test
from visitor import Visitor

CROWD = 50


def enrolled(instance: Instance) -> tuple[Person, Phone, list[str]]:
    ada, visitor = somebody(instance), Visitor(instance)
    visitor.sign_in(ada)
    phone, codes = visitor.enrol()
    visitor.press("Sign out")
    return ada, phone, codes


def challenged(instance: Instance, ada: Person) -> list[Visitor]:
    """As many browsers, each at a challenge of its own."""
    visitors = [Visitor(instance) for _ in range(CROWD)]
    in_turn([lambda visitor=visitor: visitor.sign_in(ada) for visitor in visitors])
    return visitors


def press_at_once(visitors: list[Visitor], caption: str, fields: dict[str, str]) -> list[int]:
    """Everybody presses the button at the same instant: the statuses."""
    acts = [visitor.prepared("POST", *visitor.filled(caption, fields)) for visitor in visitors]
    return sorted(answer.status for answer in at_once(acts))


def signed_in(visitors: list[Visitor]) -> list[Visitor]:
    return [visitor for visitor in visitors if visitor.ask("GET", "/my").status == 200]


def rows(instance: Instance, ada: Person, table: str, condition: str = "TRUE") -> int:
    """How many rows of a table are hers."""
    owner = f"(SELECT id FROM accounts WHERE email = '{ada.email}')"
    return instance.count(f"SELECT COUNT(*) FROM {table} WHERE account_id = {owner} AND {condition}")


@test
def a_recovery_code_signs_in_one_of_fifty_browsers(instance: Instance) -> None:
    ada, _, codes = enrolled(instance)
    visitors = challenged(instance, ada)
    statuses = press_at_once(visitors, "Use recovery code", {"Recovery code": codes[3]})
    expect_equal(statuses, [303] + [422] * (CROWD - 1), "the statuses")
    expect_equal(len(signed_in(visitors)), 1, "the number of browsers that are signed in")
    expect_equal(rows(instance, ada, "sessions"), 1, "the number of sessions")
    expect_equal(rows(instance, ada, "audit", "event = 'signed-in-by-recovery-code'"), 1, "the sign-ins in the audit")
    expect_equal(rows(instance, ada, "vestibule_vault.recovery_codes", "used_at IS NULL"), 7, "the codes left")


@test
def a_code_of_the_phone_signs_in_one_of_fifty_browsers(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    others = challenged(instance, ada)
    for sessions in (1, 2, 3):
        statuses = press_at_once(others, "Verify and sign in", {"Authenticator code": phone.code()})
        expect_equal(statuses, [303] + [422] * (len(others) - 1), f"the statuses of round {sessions}")
        inside = signed_in(others)
        expect_equal(len(inside), 1, "the number of browsers that are signed in")
        expect_equal(rows(instance, ada, "sessions"), sessions, "the number of sessions")
        expect_equal(rows(instance, ada, "audit", "event = 'signed-in-by-totp'"), sessions, "the sign-ins in the audit")
        others.remove(inside[0])


@test
def an_older_code_is_refused_after_a_newer_one(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    older, newer = phone.code(), phone.code()
    first, second = Visitor(instance), Visitor(instance)
    first.sign_in(ada)
    second.sign_in(ada)
    for visitor, code, status in [(first, newer, 303), (second, older, 422), (second, newer, 422)]:
        expect_equal(visitor.post("Verify and sign in", {"Authenticator code": code}).status, status, "the status")


@test
def fifty_posts_of_one_challenge_make_one_session(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    visitor = Visitor(instance)
    visitor.sign_in(ada)
    path, body = visitor.filled("Verify and sign in", {"Authenticator code": phone.code()})
    cookies = dict(visitor.cookies)
    answers = at_once([lambda: _with(instance, cookies).ask("POST", path, body)] * CROWD)
    expect({answer.status for answer in answers} <= {303, 422, 429}, f"the statuses {[a.status for a in answers]}")
    name = instance.cookie("session")
    sessions = {header.split(";")[0] for answer in answers for header in answer.all("Set-Cookie") if header.startswith(name)}
    expect_equal(len(sessions), 1, "the number of session cookies")
    session = canaries.remember("cookie", sessions.pop().partition("=")[2])
    expect_equal(_with(instance, {name: session}).ask("GET", "/my").status, 200, "the status of the page after it")


@test
def one_challenge_judges_five_codes_at_most(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    visitor = Visitor(instance)
    visitor.sign_in(ada)
    path, body = visitor.filled("Verify and sign in", {"Authenticator code": phone.wrong_code()})
    right = visitor.filled("Verify and sign in", {"Authenticator code": phone.code()})
    cookies = dict(visitor.cookies)
    answers = at_once([lambda: _with(instance, cookies).ask("POST", path, body)] * CROWD)
    expect(all(answer.status in (303, 403, 422, 429) for answer in answers), f"the statuses {[a.status for a in answers]}")
    expect_equal(rows(instance, ada, "audit", "event = 'code-refused'"), 5, "the number of codes that were judged")
    _with(instance, cookies).ask("POST", *right)
    expect_equal(rows(instance, ada, "sessions"), 0, "the number of sessions after a right code on a spent challenge")


@test
def two_presses_of_regenerate_leave_one_set(instance: Instance) -> None:
    ada, visitor = somebody(instance), Visitor(instance)
    visitor.sign_in(ada)
    visitor.enrol()
    visitor.open("/my/profile/two-factor/recovery-codes")
    path, body = visitor.filled("Generate new codes")
    answers = at_once([lambda: _with(instance, visitor.cookies).ask("POST", path, body)] * 8)
    expect_equal(sorted(answer.status for answer in answers), [200] + [303] * 7, "the statuses")
    expect_equal(rows(instance, ada, "vestibule_vault.recovery_codes"), 8, "the number of recovery codes")


def _with(instance: Instance, cookies: dict[str, str]) -> Visitor:
    """The same browser once more."""
    visitor = Visitor(instance)
    visitor.cookies = dict(cookies)
    return visitor
