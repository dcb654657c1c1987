"""What is decided once is decided once, however many requests are let go at the same instant, in every round."""

import random
import time

from crowd import volley
from person import Person, somebody
from runner import expect, expect_equal, test
from target import Target, kept, new_token
from visitor import Visitor


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
def two_super_administrators_who_demote_each_other_and_themselves_leave_one(target: Target) -> str:
    others = [row[0] for row in target.sql("SELECT email FROM accounts WHERE role = 'super-admin' AND disabled_at IS NULL")]
    pair = [somebody(target, "Sue Super", "super-admin"), somebody(target, "Sam Super", "super-admin")]
    ids = [target.account(person) for person in pair]
    visitors = [Visitor(target), Visitor(target)]
    forms: list[tuple[Visitor, tuple[str, str]]] = []
    for visitor, person in zip(visitors, pair, strict=True):
        visitor.sign_in(person)
        for account in ids:  # Themself too: where both resign at once, one of them must stay.
            visitor.open(f"/admin/people/{account}")
            forms.append((visitor, visitor.filled("Change role", {"Role": "user"})))
    for email in others:
        target.vestibule("account", "set-role", email, "admin")
    try:
        for number in range(target.rounds):
            order = random.choices(forms, k=target.abreast)
            requests = [visitor.prepared("POST", *form) for visitor, form in order]
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
    return f"{target.abreast} presses of each other's and their own button, {target.rounds} rounds: 1 left each"


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
