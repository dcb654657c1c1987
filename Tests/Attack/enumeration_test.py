"""Who has an account is told by no answer: not by its words, its headers or its cookies, and not by its time."""

import random
import re
import statistics
import time

import ranks
from enrolled import enrolled
from person import somebody
from runner import expect, expect_equal, test
from target import Target, new_token
from visitor import Answer, Visitor

SAMPLES = 400
TIMED = ("nobody", "somebody", "somebody disabled")


def everybody(target: Target) -> dict[str, str]:
    """The addresses of people who differ in everything that a stranger must not learn."""
    disabled, invited = somebody(target), somebody(target)
    target.vestibule("account", "disable", disabled.email)
    target.sql(f"DELETE FROM vestibule_vault.password_hashes WHERE account_id = {target.account(invited)}")
    return {"nobody": "nobody.at.all@example.test", "somebody": somebody(target).email,
            "somebody with two-factor": enrolled(target)[0].email, "an administrator": "admin@localhost",
            "somebody disabled": disabled.email, "somebody without a password": invited.email}


def refusal(visitor: Visitor, email: str, password: str = "not the password") -> tuple[Answer, float]:
    """The answer to a wrong password, and how long it took."""
    if not visitor.answer.status:
        visitor.open("/login")
    request = visitor.prepared("POST", *visitor.filled("Sign in", {"Email": email, "Password": password}))
    began = time.perf_counter()
    return request(), time.perf_counter() - began


def told(answer: Answer, email: str) -> tuple[int, list[tuple[str, str]], str]:
    """What an answer says, without what differs between any two answers."""
    unlike = ("Date", "Content-Length", "Retry-After")
    headers = sorted((name, "" if name in unlike else value) for name, value in answer.headers)
    return answer.status, headers, re.sub(r'value="[0-9a-f]{32}"', "", answer.text.replace(email, "EMAIL"))


@test
def a_refused_sign_in_says_the_same_of_everybody(target: Target) -> str:
    people = everybody(target)
    passwords = ["", "not the password", "x" * 1_024, "x" * 1_025, "' OR '1'='1", "\0"]
    for password in passwords:
        said = {who: told(refusal(Visitor(target), email, password)[0], email) for who, email in people.items()}
        for who, words in said.items():
            expect_equal(words, said["nobody"], f"what {who} is told about {password[:20]!r}")
    target.forget_failures()
    for number in range(11):
        said = {who: told(refusal(Visitor(target), email)[0], email) for who, email in people.items()}
        for who, words in said.items():
            expect_equal(words, said["nobody"], f"what {who} is told at try {number}")
    expect_equal(said["nobody"][0], 429, "the status once nobody's password may not be tried any more")
    return f"{len(people)} kinds of people, {len(passwords)} passwords, and then 11 tries each until a block: one answer"


@test
def a_link_that_never_was_is_like_one_that_is_over(target: Target) -> str:
    ada, sue = somebody(target), Visitor(target)
    sue.sign_in(somebody(target, "Sue Super", "super-admin"))
    sue.open(f"/admin/people/{target.account(ada)}")
    sue.press("Reset password")
    path = next(code for code in sue.answer.page.codes if "/activate/" in code).partition(str(target.port))[2]
    target.sql(f"UPDATE activations SET ends_at = 1 WHERE account_id = {target.account(ada)}")
    made_up = [path[:-3] + "AAA", "/activate/x", "/activate/" + "A" * 43, path + "A", f"/activate/{new_token()}"]
    said = [told(Visitor(target).ask("GET", each), "") for each in [path, *made_up]]
    expect(all(words == said[0] and words[0] == 410 for words in said), f"they differ: {[words[0] for words in said]}")
    return f"1 link that is over and {len(made_up)} made up: one answer, 410"


@test
def a_refused_sign_in_takes_as_long_for_everybody(target: Target) -> str:
    people = {who: email for who, email in everybody(target).items() if who in TIMED}
    seen = measure(target, people, SAMPLES // 2)
    suspects = [who for who in people if who != "nobody" and ranks.probability(seen["nobody"], seen[who]) < 0.01]
    for who in suspects:  # One comparison in a hundred differs by chance alone; hardly one in ten thousand does so twice.
        pair = measure(target, {name: people[name] for name in ("nobody", who)}, SAMPLES)
        chance = ranks.probability(pair["nobody"], pair[who])
        expect(chance > 0.01, f"{who} differs from nobody (p = {chance:.5f}): {medians(pair)}")
    return f"{SAMPLES // 2} each in turn: {medians(seen)}; {len(suspects)} measured again"


def medians(seen: dict[str, list[float]]) -> str:
    return ", ".join(f"{who} {statistics.median(times) * 1000:.1f} ms" for who, times in seen.items())


def measure(target: Target, people: dict[str, str], samples: int) -> dict[str, list[float]]:
    """So many times each, in turn, so that whatever else the machine does happens to all of them."""
    browsers = {who: Visitor(target) for who in people}
    seen: dict[str, list[float]] = {who: [] for who in people}
    for number in range(samples):
        if number % 8 == 0:
            target.forget_failures()
        for who in random.sample(list(people), len(people)):
            answer, took = refusal(browsers[who], people[who])
            expect_equal(answer.status, 422, f"the status for {who}")
            seen[who].append(took)
    return seen
