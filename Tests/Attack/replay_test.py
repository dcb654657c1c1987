"""What was good once, brought again: codes over the whole window, whole requests, and every cookie that is over."""

from itertools import permutations

from challenged import Challenged, early_in_a_step
from enrolled import enrolled
from person import somebody
from phone import Phone
from runner import expect, expect_equal, test
from target import Target
from visitor import Visitor


def type_code(browser: Visitor, phone: Phone, step: int) -> bool:
    """Whether the code of a step signs a browser in."""
    answer = browser.post("Verify and sign in", {"Authenticator code": phone.code_at(step)})
    return answer.status == 303 and bool(answer.all("Set-Cookie"))


@test
def three_codes_are_good_at_a_time_and_each_once(target: Target) -> str:
    ada, phone, _ = enrolled(target)
    crowd = Challenged(target, ada, 3)
    now = early_in_a_step()
    for drift in range(-12, 13):
        crowd.put_back()
        seen = [type_code(browser, phone, now + drift) for browser in crowd.browsers]
        expect_equal(seen, [abs(drift) <= 1, False, False], f"what three browsers get for the code {drift} steps away")
    return "25 codes, up to 6 minutes away, in 3 browsers each: those of 3 steps signed in, once each"


@test
def no_older_code_is_good_after_a_newer_one(target: Target) -> str:
    ada, phone, _ = enrolled(target)
    crowd = Challenged(target, ada, 6)
    now = early_in_a_step()
    for order in permutations((-1, 0, 1)):
        crowd.put_back()
        for place, drift in enumerate(order * 2):
            wanted = place < 3 and all(drift > earlier for earlier in order[:place])
            expect_equal(type_code(crowd.browsers[place], phone, now + drift), wanted, f"code {drift} in the order {order}")
    return "all 6 orders of the 3 codes, each brought twice: none after itself or a newer one"


@test
def a_recorded_sign_in_opens_nothing_again(target: Target) -> str:
    ada, phone, codes = enrolled(target)
    crowd = Challenged(target, ada, 2)
    forms = [("Verify and sign in", {"Authenticator code": phone.code()}), ("Use recovery code", {"Recovery code": codes[5]})]
    for browser, (caption, fields) in zip(crowd.browsers, forms, strict=True):
        recorded, cookies = browser.filled(caption, fields), dict(browser.cookies)
        expect_equal(browser.ask("POST", *recorded).status, 303, "the status of the sign-in")
        browser.open("/my")
        browser.press("Sign out")
        for age in (0, 29, 31, 601):
            target.sql(f"UPDATE challenges SET completed_at = completed_at - {age * 1_000_000}, "
                       f"started_at = started_at - {age * 1_000_000} "
                       f"WHERE account_id = {crowd.account} AND completed_at IS NOT NULL")
            browser.cookies = dict(cookies)
            answer = browser.ask("POST", *recorded)
            name = target.cookie("session") + "="
            expect(not [header for header in answer.all("Set-Cookie") if header.startswith(name)],
                   f"{caption} sets a session again {age} s later")
        expect_equal(crowd.gains()[0], 0, "the number of sessions")
    return "both ways of the second step after a sign-out, at once and up to 10 minutes later: no session"


@test
def a_cookie_that_is_over_opens_nothing(target: Target) -> str:
    over = cookies_that_are_over(target)
    for what, cookies in over.items():
        thief = Visitor(target)
        for path in ("/my", "/my/profile/two-factor", "/login/two-factor"):
            thief.cookies = dict(cookies)
            answer = thief.ask("GET", path)
            expect_equal(answer.status, 303, f"the status of {path} with {what}")
            expect(answer.header("Location") in ("/login", "/"), f"{path} leads to {answer.header('Location')} with {what}")
    return f"{len(over)} kinds of cookies that are over, each on 3 screens: all led to the sign-in"


def cookies_that_are_over(target: Target) -> dict[str, dict[str, str]]:
    """One of each kind, by the name of what ended it."""
    ada, phone, codes = enrolled(target)
    visitor, other = Visitor(target), Visitor(target)
    over: dict[str, dict[str, str]] = {}

    def keep(what: str, whose: Visitor = visitor) -> None:
        over[what] = dict(whose.cookies)

    visitor.sign_in(ada)
    keep("a challenge that was given up")
    visitor.press("Sign in as a different user")
    visitor.sign_in(ada)
    keep("a challenge that was completed")
    visitor.press("Verify and sign in", {"Authenticator code": phone.code()})
    keep("a session that was signed out")
    visitor.open("/my")
    visitor.press("Sign out")
    for browser, code in ((visitor, codes[0]), (other, codes[1])):
        browser.sign_in(ada)
        browser.press("Use recovery code", {"Recovery code": code})
    keep("a session that another browser ended", other)
    visitor.open("/my/profile")
    visitor.press("Sign out everywhere else")
    keep("a session from before two-factor was disabled")
    visitor.open("/my/profile/two-factor")
    visitor.press("Disable two-factor", {"Current password": ada.password})
    keep("a session from before another password")
    visitor.open("/my/profile")
    visitor.press("Change password", {"Current password": ada.password, "New password": ada.password + " again"})
    keep("a session from before two-factor was enabled")
    visitor.enrol()
    keep("a session that an administrator ended")
    sue = Visitor(target)
    sue.sign_in(somebody(target, "Sue Super", "super-admin"))
    sue.open(f"/admin/people/{target.account(ada)}")
    sue.press("Sign out everywhere")
    return over
