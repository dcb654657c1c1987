"""What is good once is good once, however many requests are let go at the same instant, in every round.

What a round uses up is put back by SQL before the next one, so that two thousand rounds take minutes.
"""

import time
from collections.abc import Callable

from crowd import volley
from person import Person, somebody
from phone import STEP, Phone
from runner import expect, expect_equal, test
from target import Target, kept, new_token
from visitor import Answer, Visitor


def enrolled(target: Target) -> tuple[Person, Phone, list[str]]:
    """Somebody with a phone and recovery codes, whose browsers are all signed out."""
    ada, visitor = somebody(target), Visitor(target)
    visitor.sign_in(ada)
    phone, codes = visitor.enrol()
    visitor.press("Sign out")
    return ada, phone, codes


class Challenged:
    """Browsers whose owner gave the right password. Their challenges can be put back, unspent."""

    def __init__(self, target: Target, owner: Person, count: int) -> None:
        self.target = target
        self.account = target.account(owner)
        self.tokens = [new_token() for _ in range(count)]
        self.browsers = [Visitor(target) for _ in self.tokens]
        self.put_back()
        for browser in self.browsers:
            browser.open("/login/two-factor")

    def put_back(self) -> None:
        """The challenges as after the password, the codes as before any sign-in, and nobody signed in."""
        now = time.time_ns() // 1000
        rows = ", ".join(f"({kept(token)}, {self.account}, {now}, FALSE)" for token in self.tokens)
        self.target.sql(
            f"SET @who = {self.account}; DELETE FROM sessions WHERE account_id = @who; "
            "DELETE FROM challenges WHERE account_id = @who; "
            f"INSERT INTO challenges (id, account_id, started_at, is_kept) VALUES {rows}; "
            "UPDATE vestibule_vault.authenticators SET last_step = 0 WHERE account_id = @who; "
            "UPDATE vestibule_vault.recovery_codes SET used_at = NULL, used_by = NULL WHERE account_id = @who")
        self.show_challenges()

    def show_challenges(self) -> None:
        """Gives each browser its challenge's cookie, and no other."""
        for number, browser in enumerate(self.browsers):
            browser.cookies = {self.target.cookie("challenge"): self.tokens[number % len(self.tokens)]}

    def gains(self) -> list[int]:
        """How many sessions there are, how many recovery codes are used, and whether a step is."""
        return self.target.numbers(
            f"SET @who = {self.account}; SELECT COUNT(*) FROM sessions WHERE account_id = @who; "
            "SELECT COUNT(*) FROM vestibule_vault.recovery_codes WHERE account_id = @who AND used_at IS NOT NULL; "
            "SELECT last_step > 0 FROM vestibule_vault.authenticators WHERE account_id = @who")

    def race(self, fields: Callable[[int], tuple[str, str, str]]) -> list[Answer]:
        """Lets every browser press a button at once: which, which field, and what it types there."""
        self.show_challenges()
        requests = []
        for number, browser in enumerate(self.browsers):
            caption, label, typed = fields(number)
            requests.append(browser.prepared("POST", *browser.filled(caption, {label: typed})))
        return volley(requests)


def sharing(target: Target, owner: Person, count: int) -> Challenged:
    """Browsers that share so many challenges."""
    crowd = Challenged(target, owner, target.abreast)
    for number, browser in enumerate(crowd.browsers):
        browser.answer = crowd.browsers[number % count].answer
    crowd.tokens = crowd.tokens[:count]
    return crowd


def winners(answers: list[Answer], cookie: str) -> int:
    """How many browsers were given a session."""
    return sum(any(header.startswith(cookie + "=") for header in answer.all("Set-Cookie")) for answer in answers)


def expect_refusals(answers: list[Answer]) -> None:
    """The others got a page that says so, and no fault."""
    seen = sorted({answer.status for answer in answers})
    expect(set(seen) <= {303, 422, 429}, f"the statuses are {seen}")


def race_for_sessions(target: Target, fields: Callable[[Phone, list[str], int], tuple[str, str, str]],
                      wanted: list[list[int]]) -> str:
    ada, phone, codes = enrolled(target)
    crowd = Challenged(target, ada, target.abreast)
    for number in range(target.rounds):
        crowd.put_back()
        answers = crowd.race(lambda place: fields(phone, codes, place))
        expect_equal(winners(answers, target.cookie("session")), 1, f"the number of winners of round {number}")
        expect(crowd.gains() in wanted, f"sessions, used codes and steps of round {number} are {crowd.gains()}")
        expect_refusals(answers)
    return f"{target.abreast} browsers, {target.rounds} rounds: 1 session each"


def now_code(phone: Phone) -> str:
    return phone.code_at(int(time.time() // STEP))


@test
def a_recovery_code_raced_by_many_browsers_signs_in_one(target: Target) -> str:
    return race_for_sessions(target, lambda _, codes, __: ("Use recovery code", "Recovery code", codes[3]), [[1, 1, 0]])


@test
def a_code_of_the_phone_raced_by_many_browsers_signs_in_one(target: Target) -> str:
    return race_for_sessions(
        target, lambda phone, _, __: ("Verify and sign in", "Authenticator code", now_code(phone)), [[1, 0, 1]])


@test
def challenges_raced_with_every_code_there_is_make_a_session_for_each_code(target: Target) -> str:
    ada, phone, codes = enrolled(target)
    crowd, made = sharing(target, ada, max(1, target.abreast // 5)), 0
    for number in range(target.rounds):
        crowd.put_back()
        answers = crowd.race(lambda place: ("Use recovery code", "Recovery code", codes[place % 8]) if place % 2 else
                             ("Verify and sign in", "Authenticator code", now_code(phone)))
        sessions, used, steps = crowd.gains()
        expect_equal(sessions, used + steps, f"the number of sessions of round {number} against the codes used")
        cookies = {header for answer in answers for header in answer.all("Set-Cookie")
                   if header.startswith(target.cookie("session") + "=")}
        expect_equal(len(cookies), sessions, f"the number of session cookies of round {number}")
        expect_refusals(answers)
        made += sessions
    expect(made >= target.rounds, f"only {made} sessions in {target.rounds} rounds")
    return f"{target.abreast} posts of 9 right codes for {len(crowd.tokens)} challenges, {target.rounds} rounds: " \
        f"{made} sessions for {made} codes"


@test
def one_challenge_judges_five_codes_at_most(target: Target) -> str:
    ada, phone, _ = enrolled(target)
    crowd = sharing(target, ada, 1)
    wrong, judged = phone.wrong_code(), 0
    refused = f"SELECT COUNT(*) FROM audit WHERE account_id = {crowd.account} AND event = 'code-refused'"
    for _ in range(target.rounds):
        crowd.put_back()
        before = target.count(refused)
        crowd.race(lambda _: ("Verify and sign in", "Authenticator code", wrong))
        judged = max(judged, target.count(refused) - before)
        expect(judged <= 5, f"{judged} codes were judged")
        crowd.race(lambda place: ("Verify and sign in", "Authenticator code", now_code(phone)))
        expect_equal(crowd.gains(), [0, 0, 0], "sessions, used codes and steps after right codes on a spent challenge")
    return f"{target.abreast} guesses at once, {target.rounds} rounds: {judged} judged at most, and a right one after them refused"


@test
def regenerate_raced_by_one_browser_leaves_one_set(target: Target) -> str:
    ada, visitor = somebody(target), Visitor(target)
    visitor.sign_in(ada)
    visitor.enrol()
    who = target.account(ada)
    for number in range(target.rounds):
        visitor.open("/my/profile/two-factor/recovery-codes")
        path, body = visitor.filled("Generate new codes")
        answers = volley([visitor.prepared("POST", path, body) for _ in range(target.abreast)])
        statuses = sorted(answer.status for answer in answers)
        expect(statuses[0] == 200 and set(statuses[1:]) <= {303, 503}, f"the statuses of round {number} are {statuses}")
        rows = target.count(f"SELECT COUNT(*) FROM vestibule_vault.recovery_codes WHERE account_id = {who}")
        expect_equal(rows, 8, "the number of recovery codes")
    return f"{target.abreast} presses, {target.rounds} rounds: shown once and 8 codes each"


@test
def an_activation_link_raced_with_many_passwords_takes_one(target: Target) -> str:
    ada, visitor = somebody(target), Visitor(target)
    who, link = target.account(ada), new_token()
    passwords = [f"raced password {number} {link[:9]}" for number in range(target.abreast)]
    later = (time.time_ns() // 1000) + 3_600_000_000
    for number in range(target.rounds):
        target.sql(f"REPLACE INTO activations (account_id, id, ends_at) VALUES ({who}, {kept(link)}, {later})")
        visitor.open(f"/activate/{link}")
        requests = [visitor.prepared("POST", *visitor.filled("Set password", {"New password": password}))
                    for password in passwords]
        answers = volley(requests)
        statuses = sorted(answer.status for answer in answers)
        expect(statuses[0] == 200 and set(statuses[1:]) <= {410, 503}, f"the statuses of round {number} are {statuses}")
    chosen = Person(ada.name, ada.email, passwords[next(n for n, answer in enumerate(answers) if answer.status == 200)])
    expect_equal(Visitor(target).sign_in(chosen).status, 200, "the status of a sign-in with the password that was taken")
    return f"{target.abreast} passwords, {target.rounds} rounds: 1 set each, and it signs in"


@test
def two_super_administrators_who_demote_each_other_leave_one(target: Target) -> str:
    others = [row[0] for row in target.sql("SELECT email FROM accounts WHERE role = 'super-admin' AND disabled_at IS NULL")]
    pair = [somebody(target, "Sue Super", "super-admin"), somebody(target, "Sam Super", "super-admin")]
    ids = [target.account(person) for person in pair]
    visitors = [Visitor(target), Visitor(target)]
    for visitor, person, other in zip(visitors, pair, reversed(ids), strict=True):
        visitor.sign_in(person)
        visitor.open(f"/admin/people/{other}")
    for email in others:
        target.vestibule("account", "set-role", email, "admin")
    try:
        for number in range(target.rounds):
            requests = [visitors[place % 2].prepared("POST", *visitors[place % 2].filled("Change role", {"Role": "user"}))
                        for place in range(target.abreast)]
            statuses = {answer.status for answer in volley(requests)}
            expect(statuses <= {303, 403, 409}, f"the statuses of round {number} are {statuses}")
            left = target.numbers(
                "SELECT COUNT(*) FROM accounts WHERE role = 'super-admin' AND disabled_at IS NULL; "
                f"UPDATE accounts SET role = 'super-admin' WHERE id IN {tuple(ids)}; "
                f"UPDATE sessions SET is_outdated = FALSE WHERE account_id IN {tuple(ids)}")
            expect_equal(left, [1], f"the number of Super administrators after round {number}")
    finally:
        for email in others:
            target.vestibule("account", "set-role", email, "super-admin")
    return f"{target.abreast} presses of each other's button, {target.rounds} rounds: 1 left each"


@test
def an_account_disabled_at_the_instant_of_its_sign_ins_has_no_session(target: Target) -> str:
    ada, sue = somebody(target), Visitor(target)
    who = target.account(ada)
    sue.sign_in(somebody(target, "Sue Super", "super-admin"))
    browsers = [Visitor(target, source=f"127.7.0.{number + 1}") for number in range(12)]
    for browser in browsers:
        browser.open("/login")
    for _ in range(target.rounds):
        sue.open(f"/admin/people/{who}")
        signing = [browser.prepared("POST", *browser.filled("Sign in", {"Email": ada.email, "Password": ada.password}))
                   for browser in browsers]
        volley([*signing[:6], sue.prepared("POST", *sue.filled("Disable account")), *signing[6:]])
        expect_equal(
            target.numbers(f"SELECT disabled_at IS NOT NULL FROM accounts WHERE id = {who}; "
                           f"SELECT COUNT(*) FROM sessions WHERE account_id = {who}; "
                           f"UPDATE accounts SET disabled_at = NULL WHERE id = {who}"), [1, 0], "disabled, and sessions")
    return f"12 right passwords against 1 administrator, {target.rounds} rounds: no session outlived it"
