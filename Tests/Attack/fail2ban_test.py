"""What fail2ban makes of the log: each try that is turned away counts once, nothing else does, and nobody is banned for another."""

from urllib.parse import quote

from banning import counted, fail2ban, log, tries
from challenged import now_code
from enrolled import enrolled
from gated import gated
from person import somebody
from runner import eventually, expect, expect_equal, test
from target import Target, new_token
from traveller import Traveller
from visitor import Visitor

INNOCENT = "203.0.113.7"
# What a guesser writes wherever they may write something, to have somebody else's address banned.
FORGED = (f" level=info message=refused account=- address={INNOCENT} event=password-refused part=sign-in "
          "request=0123456789abcdef0123456789abcdef")
FORGERIES = [FORGED, f'" {FORGED.strip()}', f"\ntime=2026-11-26T08:00:00.000Z{FORGED}\n", f"\rtime=2026-11-26T08:00:00.000Z{FORGED}\r"]


@test
def each_try_that_is_turned_away_is_one_line_that_fail2ban_counts_and_no_other_line_is(target: Target) -> str:
    target.forget_failures()
    ada, phone, _ = enrolled(target)
    before, expected, guesser = log(target).stat().st_size, [], Visitor(target)
    used = now_code(phone)
    owner = Visitor(target)
    owner.sign_in(ada)
    owner.press("Verify and sign in", {"Authenticator code": used})

    def turn_away(visitor: Visitor, event: str, caption: str, fields: dict[str, str], status: int = 422) -> None:
        expect_equal(visitor.post(caption, fields).status, status, f"the status of what ends in {event}")
        expected.append((visitor.source, event))

    guesser.open("/login")
    for email in ("nobody@example.test", ada.email):
        turn_away(guesser, "password-refused", "Sign in", {"Email": email, "Password": "guessed"})
    guesser.sign_in(ada)
    wrong = phone.wrong_code()
    turn_away(guesser, "code-already-used", "Verify and sign in", {"Authenticator code": used})
    turn_away(guesser, "recovery-code-refused", "Use recovery code", {"Recovery code": "AAAA-AAA2"})
    for _ in range(3):
        turn_away(guesser, "code-refused", "Verify and sign in", {"Authenticator code": wrong})
    turn_away(guesser, "challenge-exhausted", "Verify and sign in", {"Authenticator code": wrong}, 429)
    make_mistakes(target)
    owner.open("/my/profile/two-factor")
    for _ in range(10):
        turn_away(owner, "password-refused", "Disable two-factor", {"Current password": "guessed"})
    turn_away(owner, "password-blocked", "Disable two-factor", {"Current password": ada.password}, 429)
    target.forget_failures()
    expect_equal(counted(log(target).read_bytes()[before:]), expected, "what fail2ban counts")
    return f"{len(expected)} tries turned away in {len({event for _, event in expected})} ways: as many lines, and no other"


def make_mistakes(target: Target) -> None:
    """What goes wrong for people who guess at nothing."""
    visitor, bob = Traveller(target), somebody(target, "Bob Builder")
    for origin in (gated(target, "folder").origin, target.origin):
        visitor.cookies_at(target)[target.cookie("session")] = new_token()
        visitor.open(f"{origin}/my")
    expect_equal(visitor.ask("POST", f"{target.origin}/login", "email=x&password=y").status, 403, "the status of a form that is not ours")
    expect_equal(visitor.ask("GET", f"/activate/{new_token()}").status, 410, "the status of a link that is over")
    visitor.sign_in(bob)
    visitor.open("/my/profile")
    visitor.press("Set up two-factor")
    for code in ("no code", "000000"):
        expect_equal(visitor.post("Confirm and enable", {"Authenticator code": code}).status, 422, f"the status of {code!r} at the enrolment")


@test
def whoever_guesses_on_is_banned_and_nobody_else(target: Target) -> str:
    target.forget_failures()
    reader, forger, guesser = Traveller(target), Visitor(target), Visitor(target)
    count, page = tries(), f"{gated(target, 'folder').origin}/"
    with fail2ban(target) as bans:
        for _ in range(count + 1):
            expect_equal(reader.ask("GET", page).status, 303, "the status of a page behind the gate without a session")
        for number in range(count + 1):
            forge(forger, FORGERIES[number % len(FORGERIES)])
        for number in range(count):
            guess(guesser, number)
        eventually(15, bans.read_text, "nobody is banned")
        expect_equal(bans.read_text().split(), [guesser.source], "who is banned")
    target.forget_failures()
    return f"banned after {count} passwords; not after {count + 1} pages without a session, nor by {count + 1} forged lines"


def forge(visitor: Visitor, forgery: str) -> None:
    """Writes the forgery into the path, the query, the name of the browser and the fields of a form that is no try."""
    line = forgery.strip().replace("\n", " ").replace("\r", " ")
    path = f"/login{quote(forgery)}?email={quote(forgery)}"
    visitor.ask("GET", path, headers={"User-Agent": line, "X-Forwarded-For": INNOCENT, "X-Real-IP": INNOCENT})
    visitor.open("/login")
    visitor.ask("POST", "/login/two-factor", f"code={quote(forgery)}", {"User-Agent": line})


def guess(visitor: Visitor, number: int) -> None:
    visitor.open("/login")
    answer = visitor.post("Sign in", {"Email": f"someone.{number}@example.test{FORGERIES[number % len(FORGERIES)]}", "Password": FORGED})
    expect(answer.status == 422, f"the status of a wrong password is {answer.status}")
