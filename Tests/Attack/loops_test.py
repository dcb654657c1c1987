"""Visitors in every state there is: wherever a site sends them, they stand somewhere in the end."""

from browsing_test import required
from enrolled import enrolled
from gated import cookie_at
from impostures import demoted, disabled, signed_out
from person import somebody
from runner import expect, test
from sites import Site, folder, service
from target import Target, new_token
from traveller import Traveller, arrived
from visitor import Answer

# Browsers give up after 20.
LONGEST = 10
PARTS = ["/", "/administrators/", "/two-factor/", "/fresh/", "/misspelt/", "/own-error-page/nothing", "/open/",
         "/auth/enter?code=x", "/?" + "x" * 3_000, "/?" + "&" * 1_900, "/auth/refused"]


class Forgetful(Traveller):
    """Whose browser keeps no cookie whose name ends so."""

    def __init__(self, target: Target, *endings: str) -> None:
        super().__init__(target)
        self.endings = endings

    def keep(self, answer: Answer) -> None:
        super().keep(answer)
        for name in [name for name in self.cookies if name.endswith(self.endings)]:
            del self.cookies[name]


def visitors(target: Target) -> dict[str, Traveller]:
    """One in each state, by what is the matter with them."""
    site, (eve, phone, _) = folder(target), enrolled(target)
    found = {"a stranger": Traveller(target), "who keeps no cookies": Forgetful(target, "")}
    forgotten = {"a pass": ["-site"], "an entry": ["-entry"], "either": ["-site", "-entry"], "a session": ["-session"]}
    for words, endings in forgotten.items():
        found[f"who keeps no cookie for {words}"] = signed_in(target, Forgetful(target, *endings))
    for kind in ("site", "entry"):
        for planted in (f"x; {cookie_at(site, kind)}={new_token()}", f"x; {cookie_at(site, kind)}=x; {cookie_at(site, kind)}=y"):
            found[f"who has {planted.count('=')} planted for {kind}"] = planted_on = signed_in(target, Traveller(target))
            planted_on.cookies_at(site)["planted"] = planted
    found["who has a session planted"] = planted_on = signed_in(target, Traveller(target))
    planted_on.cookies_at(target)["planted"] = f"x; {target.cookie('session')}={new_token()}"
    found["who gave the password alone"] = halfway = Traveller(target)
    halfway.sign_in(eve)
    found["who has two-factor"] = Traveller(target)
    found["who has two-factor"].sign_in(eve, phone)
    found["whose pass is forgotten"] = arrived(target, somebody(target), site)
    target.sql("DELETE FROM site_sessions")
    found |= {"who has arrived": arrived(target, somebody(target), site, service(target)), "who has signed out": signed_out(target),
              "who is disabled": disabled(target), "whose role was changed": demoted(target)}
    return found


def signed_in(target: Target, traveller: Traveller) -> Traveller:
    traveller.sign_in(somebody(target))
    return traveller


def hops(traveller: Traveller, site: Site, part: str) -> int:
    """How often somebody is led on before they stand somewhere, and more than is allowed if they never do."""
    address = site.origin + part
    for count in range(LONGEST + 1):
        answer = traveller.ask("GET", address)
        expect(answer.status < 500, f"{address[:200]} is answered {answer.status}")
        address = answer.header("Location") or answer.header("Refresh").partition("url=")[2]
        if not address:
            return count
    return LONGEST + 1


def longest_way(target: Target, everybody: dict[str, Traveller]) -> int:
    """The most redirects that one of them sees anywhere."""
    most = 0
    for words, traveller in everybody.items():
        for part in PARTS:
            count = hops(traveller, folder(target), part)
            expect(count <= LONGEST, f"somebody {words} is led in a circle from {part}")
            most = max(most, count)
    return most


@test
def nobody_is_led_in_a_circle(target: Target) -> str:
    free, bound = visitors(target), visitors(target)
    most = longest_way(target, free)
    with required(target):
        most = max(most, longest_way(target, bound))
    return f"{len(free)} visitors at {len(PARTS)} addresses, and as many who must enrol: {most} redirects at most"
