"""Cookies that an attacker planted in a browser before its owner signs in: none of them is worth anything after it."""

from challenged import now_code
from enrolled import enrolled
from person import Person, somebody
from runner import expect, expect_equal, test
from target import Target, kept, new_token
from visitor import Visitor


def planted(target: Target, victim: Person) -> dict[str, dict[str, str]]:
    """What Mallory can plant: values that she made up, and those of her own cookies, under every name."""
    names = [target.cookie(kind) for kind in ("form", "challenge", "session")] + [target.browser_cookie(victim)]
    mallory, visitor = somebody(target, "Mallory"), Visitor(target)
    visitor.sign_in(mallory)
    found = {f"a made-up {name}": {name: new_token()} for name in names}
    for own in (target.cookie("session"), target.browser_cookie(mallory)):
        found |= {f"Mallory's {own} as {name}": {name: visitor.cookies[own]} for name in names}
    return found


@test
def a_planted_cookie_never_becomes_a_real_one(target: Target) -> str:
    ada, phone, _ = enrolled(target)
    who, cookies = target.account(ada), planted(target, ada)
    for what, given in cookies.items():
        target.forget_steps(who)
        victim = Visitor(target)
        victim.cookies = dict(given)
        victim.open("/login")
        if "Sign out" in victim.answer.page.text:  # It is Mallory's page, as she sees.
            victim.press("Sign out")
        victim.press("Sign in", {"Email": ada.email, "Password": ada.password})
        victim.press("Verify and sign in", {"Authenticator code": now_code(phone)})
        expect(ada.email in victim.open("/my/profile").text, f"she is not signed in with {what}")
        expect(not set(given.values()) & set(victim.cookies.values()), f"{what} became a cookie of hers")
        for name in [target.cookie(kind) for kind in ("session", "challenge", "form")] + [target.browser_cookie(ada)]:
            thief = Visitor(target)
            thief.cookies = {name: value for value in given.values()}
            expect(ada.email not in thief.open("/my/profile").text, f"{what}, shown as {name}, opens her profile")
        known = target.count(f"SELECT COUNT(*) FROM known_browsers WHERE account_id = {who} AND id IN ({hashes(given)})")
        expect_equal(known, 0, f"the number of her browsers that {what} stands for")
    return f"{len(cookies)} cookies planted before a sign-in by password and code: none was adopted"


def hashes(cookies: dict[str, str]) -> str:
    """What the database would keep of these cookies, as SQL."""
    return ", ".join(kept(value) for value in cookies.values())
