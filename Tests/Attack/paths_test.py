"""Addresses made to deceive somebody."""

from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from visitor import Visitor
from wire import raw

CANONICAL = ["//my", "/./my", "/x/../my", "/%6dy", "/my?next=//evil.example", "/my#x", "///my"]
REFUSED = ["/my/..;/x", "/my;x", "/my%3bx", "/my%5cx", "/my\\x", "/%ff", "/%c0%af", "/my%0a", "/my%0d%0aX-Evil:%201",
           "/my%00", "/%00", "/my%7f", "/my%1bx", "/..", "/../my", "/%2e%2e/my",
           "/static/%2e%2e/%2e%2e/deploy/run"]
UNKNOWN = ["/MY", "/my%20", "/my.", "/my%2e", "/my%2fprofile%2fx", "/my/profile/two-factor/", "/%252e%252e/my",
           "/my%252f", "/static/../sql", "/static/..%2fserver.conf",
           "/errors/404.html", "/%e2%80%ae"]


@test
def another_spelling_of_an_address_is_the_same_address(instance: Instance) -> None:
    for path in CANONICAL:
        status, location = _ask(instance, path)
        expect_equal((status, location), (303, "/login"), f"the answer to {path}")


@test
def a_deceitful_address_is_refused(instance: Instance) -> None:
    for path in REFUSED:
        expect_equal(_ask(instance, path)[0], 400, f"the status of {path}")


@test
def an_address_that_is_almost_right_is_unknown(instance: Instance) -> None:
    for path in UNKNOWN:
        expect_equal(_ask(instance, path)[0], 404, f"the status of {path}")


@test
def nothing_leads_off_the_site(instance: Instance) -> None:
    ada = Visitor(instance)
    ada.sign_in(somebody(instance))
    for path in ("/", "//", "//evil.example/", "/login?next=https://evil.example/", "/%2f/evil.example", "/\\evil.example"):
        for visitor in (ada, Visitor(instance)):
            location = visitor.ask("GET", path).header("Location")
            expect(location in ("", "/", "/login", "/my"), f"{path} leads to {location}")


def _ask(instance: Instance, path: str) -> tuple[int, str]:
    """The status and the Location of an address, sent as it is written."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{instance.port}\r\nConnection: close\r\n\r\n"
    head = raw(instance.port, request.encode()).decode(errors="replace").partition("\r\n\r\n")[0]
    headers = dict(line.partition(": ")[::2] for line in head.split("\r\n")[1:])
    expect("X-Evil" not in headers, f"{path} makes a header")
    return int(head.split(" ")[1]), headers.get("Location", "")
