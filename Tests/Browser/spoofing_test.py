"""What a browser says of itself to a site behind the gate: no site ever takes it for the gate's word."""

import html
import re

from instance import Instance
from person import Person, somebody
from runner import expect, expect_equal, test
from service import served
from sites import Site, demonstration, service
from traveller import Traveller, arrived
from wire import raw

NAMES = ["Remote-User", "Remote-Name", "Remote-Email", "Remote-Groups"]
CLAIMS = [
    *NAMES, *(name.lower() for name in NAMES), *(name.upper() for name in NAMES), *(name.replace("-", "_") for name in NAMES),
    *(f"X-{name}" for name in NAMES), *(f"X_{name.replace('-', '_')}" for name in NAMES), *(f"HTTP_{name.replace('-', '_').upper()}" for name in NAMES),
    "X-Forwarded-User", "X-Forwarded-Email", "X-Forwarded-Groups", "X-Auth-Request-User", "Proxy",
]


@test
def a_php_application_is_told_who_it_is_by_the_gate_alone(instance: Instance) -> None:
    ada, site = somebody(instance), demonstration(instance)
    told = facts(ask_with_claims(site, arrived(instance, ada, site)))
    expect_equal([told[name] for name in ("Name", "Email", "Role")], [ada.name, ada.email, "user"], "who asks")
    expect_no_claim(told)


@test
def a_proxied_service_is_told_who_it_is_by_the_gate_alone(instance: Instance) -> None:
    ada, site = somebody(instance), service(instance)
    with served(instance):
        page = ask_with_claims(site, arrived(instance, ada, site))
    lines = html.unescape(page.partition("<pre>")[2].partition("</pre>")[0]).splitlines()[1:]
    told = [tuple(line.partition(": ")[::2]) for line in lines]
    names = [name for name, _ in told]
    expect_equal([[value for name, value in told if name == wanted] for wanted in NAMES],
                 [[ada.email], [ada.name], [ada.email], ["user"]], "who asks")
    expect_equal(len(names), len({name.lower().replace("_", "-") for name in names}), f"the number of different headers of {names}")
    expect_no_claim(dict(told))


@test
def claims_without_a_session_open_nothing(instance: Instance) -> None:
    for site in (demonstration(instance), service(instance)):
        page = ask_with_claims(site, Traveller(instance))
        expect(page.startswith("HTTP/1.1 303 ") and "mallory" not in page, f"{site.origin} answers {page[:200]!r}")


@test
def a_cookie_that_is_not_as_it_was_given_opens_nothing(instance: Instance) -> None:
    site = demonstration(instance)
    ada = arrived(instance, somebody(instance), site)
    name = f"vestibule-{site.port}-site"
    token = ada.cookies[name]
    session = ada.cookies[instance.cookie("session")]
    for cookie in (f"{name}={token}; {name}={token}", f"{name}={token}; {name}=", f"{name}={token}x", f"{name}={token[:-1]}", f"{name}=",
                   f"{name.upper()}={token}", f"{name} ={token}", f'{name}="{token}"', f"{name}={token}\x80", f"{name}=%20{token}",
                   f"{name}={session}", f"__Host-vestibule-site={token}", f"{instance.cookie('session')}={session}",
                   f"{name.replace('site', 'entry')}={token}", f"{name},{name}={token}", ";" * 4000, f"{name}={'A' * 7000}"):
        request = f"GET / HTTP/1.1\r\nHost: {site.host}\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n"
        answer = raw(site.port, request.encode("latin-1")).decode(errors="replace")
        expect(answer.startswith(("HTTP/1.1 303 ", "HTTP/1.1 400 ")), f"the cookie {cookie[:120]!r} is answered with {answer[:100]!r}")


def ask_with_claims(site: Site, traveller: Traveller) -> str:
    """Asks as whoever the traveller is, and claims to be Mallory in every way there is: the answer."""
    cookies = [f"{name}={value}" for name, value in traveller.cookies.items()]
    lines = ["GET / HTTP/1.1", f"Host: {site.host}", "Connection: close", *(f"{name}: mallory" for name in CLAIMS),
             "Authorization: Basic bWFsbG9yeTpzZWNyZXQ=", f"Cookie: {'; '.join(['taste=sweet', *cookies, 'size=small'])}",
             "Cookie: vestibule-1-site=mallory; Remote-User=nobody"]
    return raw(site.port, "\r\n".join([*lines, "", ""]).encode()).decode()


def expect_no_claim(told: dict[str, str]) -> None:
    claims = {name: value for name, value in told.items() if "mallory" in value.lower()}
    expect_equal(claims, {}, "what is told of Mallory")
    expect("Authorization" not in told, "Mallory's name and password arrive")
    expect_equal(told["Cookie"], "taste=sweet; size=small; Remote-User=nobody", "the cookies that arrive")


def facts(page: str) -> dict[str, str]:
    """The names and values that the demonstration shows."""
    return {html.unescape(name): html.unescape(value) for name, value in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page)}
