"""Goes through the site's whole table of addresses without the right to: by every method, with every wrong cookie."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from enrolled import enrolled
from instance import Instance
from person import somebody
from routes import Route, routes
from runner import expect, expect_equal, test
from target import Target, new_token
from visitor import Visitor

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND")
FRAGMENT = {"X-Fragment": "1"}
ONWARD = {"anyone": {"/", "/login", "/my", "/login/two-factor"}, "signedIn": {"/login"}, "administrator": {"/login"},
          "halfway": {"/"}}
# Where a hand-over arrives, whoever has no code is told that it is over.
REFUSALS = {who: {303, 403, 404, 405} for who in ONWARD} | {"site": {404, 405, 410}}


@contextmanager
def required(target: Instance) -> Iterator[None]:
    """Two-factor is required of everybody for as long as the block lasts."""
    target.vestibule("settings", "set", "require-mfa-for-everyone", "on")
    try:
        yield
    finally:
        target.vestibule("settings", "set", "require-mfa-for-everyone", "off")


def impostors(target: Target) -> dict[str, Visitor]:
    """Browsers that show what they have as if it were a session."""
    ada, phone, _ = enrolled(target)
    session, challenge, form = (target.cookie(kind) for kind in ("session", "challenge", "form"))
    halfway, ended, disabled = Visitor(target), Visitor(target), Visitor(target)
    halfway.sign_in(ada)
    ended.sign_in(bob := somebody(target))
    cookie = ended.cookies[session]
    ended.press("Sign out")
    disabled.sign_in(bob)
    target.vestibule("account", "disable", bob.email)
    shown = {"nothing": {}, "a challenge": dict(halfway.cookies), "a made-up session": {session: new_token()},
             "a challenge as a session": {session: halfway.cookies[challenge]},
             "a challenge as each cookie": {name: halfway.cookies[challenge] for name in (session, form)},
             "a session that was ended": {session: cookie}, "a session of a disabled account": dict(disabled.cookies),
             "what the database keeps of a session": {session: stored_as_a_cookie(target)}}
    visitors = {name: Visitor(target) for name in shown}
    for name, visitor in visitors.items():
        visitor.cookies = shown[name]
    return visitors


def stored_as_a_cookie(target: Target) -> str:
    """The hash of somebody's session, spelt as a cookie: what a thief of the database has."""
    ada = somebody(target)
    Visitor(target).sign_in(ada)
    kept = target.sql(f"SELECT TO_BASE64(id) FROM sessions WHERE account_id = {target.account(ada)}")[0][0]
    return kept.replace("+", "-").replace("/", "_").rstrip("=")


def trespass(visitor: Visitor, route: Route, shown: str) -> int:
    """Asks for an address in every way, and expects to be led away or refused: how many requests it took."""
    for method in METHODS:
        for headers in ({}, FRAGMENT):
            cookies = dict(visitor.cookies)
            body = f"csrf_token={secrets.token_hex(16)}&code=123456" if method in ("POST", "PUT", "PATCH") else None
            answer = visitor.ask(method, route.path(), body, headers)
            visitor.cookies = cookies
            what = f"{method} {route.path()} with {shown}"
            expect(answer.status in REFUSALS[route.who], f"the status of {what} is {answer.status}")
            if answer.status == 303:
                expect(answer.header("Location") in ONWARD[route.who], f"{what} leads to {answer.header('Location')}")
            expect("Sign out</button>" not in answer.text, f"{what} shows a page of somebody who is signed in")
    return len(METHODS) * 2


@test
def no_address_opens_without_a_session(target: Target) -> str:
    closed = [route for route in routes() if route.who not in ("anyone", "operator", "pool")]
    visitors, asked = impostors(target), 0
    before = target.state_of_things()
    for shown, visitor in visitors.items():
        for route in closed:
            # Whoever gave the password may see the challenge; that this is all is what is tried here.
            if not (route.who == "halfway" and shown == "a challenge"):
                asked += trespass(visitor, route, shown)
    expect_equal(target.state_of_things(), before, "what is stored after it")
    return f"{asked} requests for {len(closed)} addresses as {len(visitors)} impostors: none opened, nothing changed"


@test
def the_operators_addresses_are_not_there(target: Target) -> str:
    hidden = [route.path() for route in routes() if route.who in ("operator", "pool")] + ["/auth/check"]
    ways = [{}, {"Operator": "1"}, {"HTTP_OPERATOR": "1"}, {"X-Original-URL": "/health"}, {"X-Accel-Redirect": "/auth/check"},
            {"X-Forwarded-Host": "127.0.0.1"}, {"User-Agent": "kube-probe/1.0"}]
    sue = Visitor(target)
    sue.sign_in(somebody(target, "Sue Super", "super-admin"))
    for path in hidden:
        for headers in ways:
            for method in ("GET", "HEAD", "POST"):
                expect_equal(sue.ask(method, path, headers=headers).status, 404, f"the status of {path} with {headers}")
    return f"{len(hidden)} addresses with {len(ways)} headers as a Super administrator: 404 each"


@test
def a_user_reaches_nothing_of_the_console(target: Target) -> str:
    console = [route for route in routes() if route.who == "administrator"]
    ada, sue = Visitor(target), Visitor(target)
    ada.sign_in(somebody(target))
    sue.sign_in(super_administrator := somebody(target, "Sue Super", "super-admin"))
    sue.open(f"/admin/people/{target.account(super_administrator)}")
    stolen = sue.answer.page.form("Change role").values["csrf_token"]
    before = target.state_of_things()
    for route in console:
        for segment in ("1", "0", "%31", str(target.account(super_administrator))):
            for headers in ({}, FRAGMENT):
                body = f"csrf_token={stolen}&role=super-admin&reason=x" if route.method == "POST" else None
                answer = ada.ask(route.method, route.path(segment), body, headers)
                expect_equal(answer.status, 403, f"the status of {route.method} {route.path(segment)}")
                expect(super_administrator.email not in answer.text, f"{route.path(segment)} names somebody else")
    expect_equal(target.state_of_things(), before, "what is stored after it")
    return f"{len(console)} addresses with a Super administrator's token: 403 each, nothing changed"


@test
def whoever_must_enrol_reaches_only_the_way_out(target: Target) -> str:
    bound = [route for route in routes() if route.who in ("signedIn", "administrator") and not route.may_pass]
    ada = Visitor(target)
    ada.sign_in(somebody(target, "Ada Lovelace", "admin"))
    with required(target):
        before = target.state_of_things()
        for route in bound:
            for method in ("GET", "HEAD", "POST"):
                for headers in ({}, FRAGMENT, {"Sec-Fetch-Dest": "empty"}, {"Sec-Purpose": "prefetch"}):
                    answer = ada.ask(method, route.path(), "x=1" if method == "POST" else None, headers)
                    where = answer.header("Location")
                    expect(answer.status == 405 or (answer.status, where) == (303, "/my/profile/two-factor"),
                           f"{method} {route.path()} with {headers} answers {answer.status} {where}")
        expect_equal(target.state_of_things(), before, "what is stored after it")
    return f"{len(bound)} addresses in 12 ways each: sent to set two-factor up, or told 405"
