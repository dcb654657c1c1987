"""What is good once is good once, from however many browsers at the same instant."""

import canaries
from crowd import at_once, in_turn
from instance import Instance
from person import Person, somebody
from phone import Phone
from runner import expect, expect_equal, test
from visitor import Answer, Visitor

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


def expect_one_sign_in(instance: Instance, ada: Person, visitors: list[Visitor], answers: list[Answer], how: str) -> None:
    """One answer is a sign-in and all others are refusals; there is one session, and one line of it in the audit."""
    statuses = sorted(answer.status for answer in answers)
    expect_equal(statuses, [303] + [422] * (CROWD - 1), "the statuses")
    inside = [visitor for visitor in visitors if visitor.ask("GET", "/my").status == 200]
    expect_equal(len(inside), 1, "the number of browsers that are signed in")
    owner = f"(SELECT id FROM accounts WHERE email = '{ada.email}')"
    expect_equal(instance.count(f"SELECT COUNT(*) FROM sessions WHERE account_id = {owner}"), 1, "the number of sessions")
    events = f"SELECT COUNT(*) FROM audit WHERE account_id = {owner} AND event = '{how}'"
    expect_equal(instance.count(events), 1, "the number of sign-ins in the audit")


@test
def a_recovery_code_signs_in_one_of_fifty_browsers(instance: Instance) -> None:
    ada, _, codes = enrolled(instance)
    visitors = challenged(instance, ada)
    answers = at_once([lambda visitor=visitor: visitor.post("Use recovery code", {"Recovery code": codes[3]})
                       for visitor in visitors])
    expect_one_sign_in(instance, ada, visitors, answers, "signed-in-by-recovery-code")
    left = "SELECT COUNT(*) FROM vestibule_vault.recovery_codes WHERE used_at IS NULL AND account_id = " \
        f"(SELECT id FROM accounts WHERE email = '{ada.email}')"
    expect_equal(instance.count(left), 7, "the number of recovery codes left")


@test
def a_code_of_the_phone_signs_in_one_of_fifty_browsers(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    visitors = challenged(instance, ada)
    code = phone.code()
    answers = at_once([lambda visitor=visitor: visitor.post("Verify and sign in", {"Authenticator code": code})
                       for visitor in visitors])
    expect_one_sign_in(instance, ada, visitors, answers, "signed-in-by-totp")


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
    judged = "SELECT COUNT(*) FROM audit WHERE event = 'code-refused' AND account_id = " \
        f"(SELECT id FROM accounts WHERE email = '{ada.email}')"
    expect_equal(instance.count(judged), 5, "the number of codes that were judged")
    _with(instance, cookies).ask("POST", *right)
    inside = "SELECT COUNT(*) FROM sessions WHERE account_id = " \
        f"(SELECT id FROM accounts WHERE email = '{ada.email}')"
    expect_equal(instance.count(inside), 0, "the number of sessions after a right code on a spent challenge")


@test
def two_presses_of_regenerate_leave_one_set(instance: Instance) -> None:
    ada, visitor = somebody(instance), Visitor(instance)
    visitor.sign_in(ada)
    visitor.enrol()
    visitor.open("/my/profile/two-factor/recovery-codes")
    path, body = visitor.filled("Generate new codes")
    answers = at_once([lambda: _with(instance, visitor.cookies).ask("POST", path, body)] * 8)
    expect_equal(sorted(answer.status for answer in answers), [200] + [303] * 7, "the statuses")
    rows = "SELECT COUNT(*) FROM vestibule_vault.recovery_codes WHERE account_id = " \
        f"(SELECT id FROM accounts WHERE email = '{ada.email}')"
    expect_equal(instance.count(rows), 8, "the number of recovery codes")


def _with(instance: Instance, cookies: dict[str, str]) -> Visitor:
    """The same browser once more."""
    visitor = Visitor(instance)
    visitor.cookies = dict(cookies)
    return visitor
