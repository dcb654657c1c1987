"""A code is good once, however many requests bring it at the same instant, in every round.

What a round uses up is put back by SQL before the next one, so that two thousand rounds take minutes.
"""

from collections.abc import Callable

from challenged import Challenged, early_in_a_step, now_code, sharing
from enrolled import enrolled
from phone import Phone
from runner import expect, expect_equal, test
from target import Target
from visitor import Answer


def winners(answers: list[Answer], cookie: str) -> int:
    """How many browsers were given a session."""
    return sum(any(header.startswith(cookie + "=") for header in answer.all("Set-Cookie")) for answer in answers)


def expect_refusals(answers: list[Answer]) -> None:
    """The others got a page that says so, and no fault."""
    seen = sorted({answer.status for answer in answers})
    expect(set(seen) <= {303, 422, 429}, f"the statuses are {seen}")


def race_for_sessions(target: Target, fields: Callable[[Phone, list[str]], tuple[str, str, str]], wanted: list[int]) -> str:
    ada, phone, codes = enrolled(target)
    crowd = Challenged(target, ada, target.abreast)
    for number in range(target.rounds):
        crowd.put_back()
        pressed = fields(phone, codes)
        answers = crowd.race(lambda _: pressed)
        expect_equal(winners(answers, target.cookie("session")), 1, f"the number of winners of round {number}")
        expect_equal(crowd.gains(), wanted, f"the number of sessions, used codes and steps of round {number}")
        expect_refusals(answers)
    return f"{target.abreast} browsers, {target.rounds} rounds: 1 session each"


@test
def a_recovery_code_raced_by_many_browsers_signs_in_one(target: Target) -> str:
    return race_for_sessions(target, lambda _, codes: ("Use recovery code", "Recovery code", codes[3]), [1, 1, 0])


@test
def a_code_of_the_phone_raced_by_many_browsers_signs_in_one(target: Target) -> str:
    return race_for_sessions(
        target, lambda phone, _: ("Verify and sign in", "Authenticator code", now_code(phone)), [1, 0, 1])


@test
def the_three_codes_of_a_moment_raced_are_accepted_in_their_order_alone(target: Target) -> str:
    ada, phone, _ = enrolled(target)
    crowd = Challenged(target, ada, target.abreast)
    for number in range(target.rounds):
        crowd.put_back()
        now = early_in_a_step()
        codes = [phone.code_at(now + drift) for drift in (1, 0, -1)]
        crowd.race(lambda place: ("Verify and sign in", "Authenticator code", codes[place % 3]))
        steps = target.numbers(f"SELECT step FROM challenges WHERE account_id = {crowd.account} AND step IS NOT NULL")
        expect(steps and len(steps) == len(set(steps)), f"the steps accepted in round {number} are {steps}")
        kept = target.count(f"SELECT last_step FROM vestibule_vault.authenticators WHERE account_id = {crowd.account}")
        expect_equal(kept, max(steps), f"the last step after round {number}, in which {steps} were accepted")
    return f"{target.abreast} browsers with 3 codes, {target.rounds} rounds: none twice, and none after a newer one"


@test
def challenges_raced_with_every_code_there_is_make_a_session_for_each_code(target: Target) -> str:
    ada, phone, codes = enrolled(target)
    crowd, made = sharing(target, ada, max(1, target.abreast // 5)), 0
    for number in range(target.rounds):
        crowd.put_back()
        code = now_code(phone)
        answers = crowd.race(lambda place: ("Use recovery code", "Recovery code", codes[place % 8]) if place % 2 else
                             ("Verify and sign in", "Authenticator code", code))
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
        right = now_code(phone)
        crowd.race(lambda _: ("Verify and sign in", "Authenticator code", right))
        expect_equal(crowd.gains(), [0, 0, 0], "sessions, used codes and steps after right codes on a spent challenge")
    return f"{target.abreast} guesses at once, {target.rounds} rounds: {judged} judged at most, right ones after them refused"
