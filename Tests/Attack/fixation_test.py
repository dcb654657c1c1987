"""Cookies that an attacker planted in a browser before its owner signs in: none of them is worth anything after it."""

from person import somebody
from challenged import enrolled
from runner import expect, expect_equal, test
from target import Target, new_token
from visitor import Visitor


@test
def a_planted_cookie_never_becomes_a_real_one(target: Target) -> str:
    ada, phone, _ = enrolled(target)
    mallory = Visitor(target)
    mallory.sign_in(somebody(target, "Mallory"))
    own = mallory.cookies[target.cookie("session")]
    kinds = [target.cookie(kind) for kind in ("form", "challenge", "session", "browser")]
    planted = {f"a made-up {name}": {name: new_token()} for name in kinds}
    planted |= {f"Mallory's session as {name}": {name: own} for name in kinds}
    for what, cookies in planted.items():
        victim = Visitor(target)
        victim.cookies = dict(cookies)
        # The forms of a browser that shows Mallory's session are Mallory's, and lead back to her own portal.
        if victim.open("/login").page.text.count("Sign out"):
            victim.press("Sign out")
            victim.open("/login")
        victim.press("Sign in", {"Email": ada.email, "Password": ada.password})
        victim.press("Verify and sign in", {"Authenticator code": phone.code_at(next_step(target, ada.email))})
        expect_equal(victim.ask("GET", "/my").status, 200, f"the status of her page with {what}")
        new = victim.cookies[target.cookie("session")]
        expect(new not in cookies.values(), f"{what} became her session")
        for name in kinds:
            thief = Visitor(target)
            thief.cookies = {name: value for value in cookies.values()}
            text = thief.open("/my/profile").text
            expect(ada.email not in text, f"{what}, shown as {name}, opens her profile")
        mallory = Visitor(target)
        mallory.cookies = {target.cookie("session"): own}
        if mallory.ask("GET", "/my").status != 200:
            mallory.sign_in(somebody(target, "Mallory"))
            own = mallory.cookies[target.cookie("session")]
    return f"{len(planted)} cookies planted before a sign-in by password and code: none was adopted"


def next_step(target: Target, email: str) -> int:
    """The present step, unused as far as the database knows."""
    target.sql(f"UPDATE vestibule_vault.authenticators SET last_step = 0 WHERE account_id = "
               f"(SELECT id FROM accounts WHERE email = '{email}')")
    return target.count("SELECT FLOOR(UNIX_TIMESTAMP() / 30)")
