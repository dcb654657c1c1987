"""Guessing with all that an attacker may have: the password, many addresses, many browsers, and challenges begun anew."""

import time

from challenged import now_code
from crowd import at_once, volley
from enrolled import enrolled
from instance import Instance
from person import Person, somebody
from runner import expect, expect_equal, test
from target import Target
from visitor import Answer, Visitor

JUDGED = "('code-refused', 'recovery-code-refused', 'code-already-used')"


def judged(target: Instance, account: int) -> int:
    return target.count(f"SELECT COUNT(*) FROM audit WHERE account_id = {account} AND event IN {JUDGED}")


def guess_on_and_on(target: Target, ada: Person, wrong: str, until: float) -> int:
    """Signs in with the password again and again, each time from another address, and tries codes until it is over."""
    tried = 0
    while time.monotonic() < until:
        mallory = Visitor(target)
        mallory.sign_in(ada)
        for caption, label, typed in [("Verify and sign in", "Authenticator code", wrong)] * 3 + [
                ("Use recovery code", "Recovery code", "AAAA-AAA" + "23456789"[tried % 8])] * 3:
            if not any(caption in form.buttons for form in mallory.answer.page.forms):
                break
            mallory.press(caption, {label: typed})
            tried += 1
    return tried


@test
def restarted_challenges_get_ten_codes_judged_and_leave_the_owner_alone(target: Target) -> str:
    target.forget_failures()
    seconds = 40 if target.rounds >= 100 else 6
    ada, phone, _ = enrolled(target)
    who, owner = target.account(ada), Visitor(target)
    owner.sign_in(ada, phone)
    wrong, until, tried = phone.wrong_code(), time.monotonic() + seconds, []

    def attack() -> Answer:
        tried.append(guess_on_and_on(target, ada, wrong, until))
        return Visitor(target).ask("GET", "/login")

    at_once([attack] * 8)
    expect(judged(target, who) <= 10, f"{judged(target, who)} codes were judged")
    mallory = Visitor(target)
    mallory.sign_in(ada)
    answer = mallory.post("Verify and sign in", {"Authenticator code": now_code(phone)})
    expect_equal(answer.status, 429, "the status of a right code in the attacker's browser")
    expect(int(answer.header("Retry-After")) > 60, f"the wait is {answer.header('Retry-After')} s")
    expect_equal(owner.ask("GET", "/my").status, 200, "the status of the owner's page meanwhile")
    owner.open("/my")
    owner.press("Sign out")
    owner.sign_in(ada)
    owner.press("Verify and sign in", {"Authenticator code": phone.code()})
    expect("Sign out" in owner.answer.page.text, f"the owner's known browser is kept out: {owner.answer.page.text[:200]!r}")
    return f"{sum(tried)} codes from 8 attackers with the password in {seconds} s: {judged(target, who)} judged; " \
        "the owner's session and known browser untouched"


@test
def guesses_let_go_at_one_instant_share_the_allowance(target: Target) -> str:
    target.forget_failures()
    ada, phone, _ = enrolled(target)
    who, wrong = target.account(ada), phone.wrong_code()
    browsers = [Visitor(target) for _ in range(target.abreast)]
    for browser in browsers:
        browser.sign_in(ada)
    volley([browser.prepared("POST", *browser.filled("Verify and sign in", {"Authenticator code": wrong}))
            for browser in browsers])
    expect(judged(target, who) <= 10, f"{judged(target, who)} codes were judged")
    return f"{len(browsers)} challenges with a guess each at one instant: {judged(target, who)} judged"


@test
def a_password_is_judged_ten_times_from_unknown_browsers(target: Target) -> str:
    target.forget_failures()
    ada = somebody(target)
    owner = Visitor(target)
    owner.sign_in(ada)
    owner.press("Sign out")
    spellings = [ada.email, ada.email.upper(), f" {ada.email}\t", ada.email.title()]
    strangers = [Visitor(target) for _ in range(target.abreast)]
    for stranger in strangers:
        stranger.open("/login")
    answers = volley([stranger.prepared("POST", *stranger.filled(
        "Sign in", {"Email": spellings[number % 4], "Password": f"guess {number}"})) for number, stranger in enumerate(strangers)])
    seen = [answer.status for answer in answers]
    expect_equal((seen.count(422), seen.count(429)), (10, target.abreast - 10), "the number judged, and turned away")
    expect_equal(Visitor(target).sign_in(ada).status, 429, "the status of the right password in an unknown browser")
    expect_equal(owner.sign_in(ada).status, 200, "the status of the owner's sign-in in a known browser")
    return f"{target.abreast} guesses at one instant, in 4 spellings, from as many addresses: 10 judged; the owner got in"


@test
def one_address_is_judged_sixty_times_whoever_it_tries(target: Target) -> str:
    target.forget_failures()
    visitor = Visitor(target)
    visitor.open("/login")
    seen = []
    for number in range(64):
        answer = visitor.post("Sign in", {"Email": f"someone.{number}@example.test", "Password": "Summer 2026 is here"})
        seen.append(answer.status)
        if number % 9 == 8:
            visitor.cookies.clear()
            visitor.open("/login")
    expect_equal((seen.count(422), seen[60:]), (60, [429] * 4), "the number judged, and the last statuses")
    neighbour = Visitor(target)
    neighbour.open("/login")
    answer = neighbour.post("Sign in", {"Email": "someone.99@example.test", "Password": "Summer 2026 is here"})
    expect_equal(answer.status, 422, "the status at another address")
    target.forget_failures()
    return "1 password for 64 people from 1 address, with cookies and without: 60 judged, its neighbour unharmed"
