"""The code by which somebody is handed over to a site, brought by many at the same instant, and the addresses that lead there."""

import re
from urllib.parse import quote

from crowd import at_once
from enrolled import enrolled
from foreign import foreign
from gated import on_the_way
from person import somebody
from runner import expect, expect_equal, test
from sites import folder, service
from target import Target
from traveller import Traveller
from visitor import Answer, Visitor

ABREAST = 16
ASKED = [
    "/", "//evil.example/", "///evil.example/", "/\\evil.example/", "/@evil.example/", "/.evil.example/",
    "/%0d%0aLocation:%20http://evil.example/", "/%5c%5cevil.example", "/?return=http://evil.example/", "/?//evil.example",
    "/x;url=http://evil.example/", "/'%22><script>", "/%00", "/%zz", f"/x&browser={'A' * 43}&return=http://evil.example/",
    "/?a=b&require=", "/#@evil.example/", "/../../evil.example/", "/x?y#z\"'{}|^`"]


@test
def one_of_many_who_bring_a_code_at_once_gets_a_cookie(target: Target) -> str:
    site = service(target)
    for _ in range(target.rounds):
        ada = somebody(target)
        traveller, address = on_the_way(target, ada, site)
        crowd = [Traveller(target) for _ in range(ABREAST)]
        for one in crowd:
            one.cookies_at(site).update(traveller.cookies_at(site))
        answers = at_once([lambda one=one: one.ask("GET", address) for one in crowd])
        expect_equal(sorted(answer.status for answer in answers), [303] + [410] * (ABREAST - 1), "the statuses")
        given = [answer for answer in answers if answer.all("Set-Cookie")]
        expect(len(given) == 1 and given[0].status == 303, f"{len(given)} got a cookie")
        kept = target.count("SELECT COUNT(*) FROM site_sessions x JOIN sessions s ON s.id = x.session_id "
                            f"WHERE s.account_id = {target.account(ada)}")
        expect_equal(kept, 1, "the number of cookies that the database knows")
        told = target.count(f"SELECT COUNT(*) FROM audit WHERE event = 'site-entered' AND account_id = {target.account(ada)}")
        expect_equal(told, 1, "how often the audit log tells of it")
    return f"{target.rounds} codes, each brought {ABREAST} times at once: one cookie each, which the audit log tells of once"


@test
def an_address_to_come_back_to_is_followed_from_nowhere(target: Target) -> str:
    site, (eve, _, _) = service(target), enrolled(target)
    ada, halfway = Traveller(target), Traveller(target)
    ada.sign_in(somebody(target))
    halfway.sign_in(eve)
    ways = [(Traveller(target), "/login"), (halfway, "/login"), (halfway, "/login/two-factor"), *(
        (ada, path) for path in ("/", "/login", "/login/continue", "/login/verify", "/my", "/my/profile/two-factor"))]
    payloads = foreign(site)
    for payload in payloads:
        for visitor, path in ways:
            query = f"return={quote(payload, safe='')}&browser={'A' * 43}&require=two-factor"
            expect_to_stay(target, visitor.ask("GET", f"{target.origin}{path}?{query}"), f"{path} with {payload!r}")
    return f"{len(payloads)} addresses by {len(ways)} ways: none is in a redirect, a link or a form"


@test
def an_address_to_come_back_to_is_not_followed_from_a_form(target: Target) -> str:
    person, payloads = somebody(target), foreign(service(target))[::3]
    for payload in payloads:
        stranger = Visitor(target)
        stranger.open("/login")
        path, body = stranger.filled("Sign in", {"Email": person.email, "Password": person.password})
        answer = stranger.ask("POST", path, f"{body}&return={quote(payload, safe='')}&browser={'A' * 43}")
        expect_equal((answer.status, answer.header("Location")), (303, "/"), f"where signing in leads with {payload!r}")
    return f"{len(payloads)} addresses beside a right password: each led to the first page"


@test
def what_was_asked_for_at_a_site_leads_to_no_other(target: Target) -> str:
    ada, site, led = somebody(target), folder(target), 0
    for asked in ASKED:
        traveller = Traveller(target)
        traveller.sign_in(ada)
        answer = traveller.ask("GET", site.origin + asked)
        own = f"{target.origin}/login?return={quote(site.origin, safe='')}%2F"
        for start in (own, f"{site.origin}/auth/enter?code=", f"{site.origin}/"):
            onward = answer.header("Location")
            expect(onward.startswith(start) or answer.status == 400, f"{asked!r} is answered {answer.status} {onward}")
            if answer.status == 400:
                break
            answer = traveller.ask("GET", onward)
        led += answer.status != 400
    return f"{len(ASKED)} addresses: {led} led to a page of the site, the others were refused"


def expect_to_stay(target: Target, answer: Answer, what: str) -> None:
    """Nothing of an answer leads anywhere but to the sign-in's own addresses."""
    onward = [value.partition("url=")[2] for value in answer.all("Refresh")] + answer.all("Location")
    onward += re.findall(r'\b(?:href|action|src)="([^"]*)"', answer.text)
    expect(all(re.match(r"/(?![/\\])|#", address) for address in onward), f"{what} leads to {onward}")
    expect("return" not in "".join(onward) and 'name="return"' not in answer.text, f"{what} is carried on")
