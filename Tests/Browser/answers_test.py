"""What every answer of the site carries, whichever way it comes about."""

from collections.abc import Iterator

from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from visitor import Answer, Visitor
from wire import raw

ONCE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'",
          "connect-src": "'self'", "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'",
          "require-trusted-types-for": "'script'"}


def every_kind(instance: Instance) -> Iterator[tuple[str, int, Answer]]:
    """One answer of each kind: what was asked, the status that it must have, and the answer."""
    stranger, ada = Visitor(instance), Visitor(instance)
    ada.sign_in(somebody(instance))
    yield "a page", 200, stranger.open("/login")
    yield "a wrong password", 422, stranger.post("Sign in", {"Email": "nobody@example.test", "Password": "wrong"})
    yield "a signed-in page", 200, ada.open("/my/profile")
    yield "a fragment", 200, ada.ask("GET", "/my/profile", headers={"X-Fragment": "1"})
    yield "a redirect", 303, stranger.ask("GET", "/")
    yield "a page that asks for a sign-in", 303, stranger.ask("GET", "/my")
    yield "an unknown page", 404, stranger.ask("GET", "/nothing")
    yield "an unknown page, signed in", 404, ada.ask("GET", "/my/profile/x.css")
    yield "an unknown static file", 404, stranger.ask("GET", "/static/nothing.css")
    for page in ("/health", "/status", "/metrics"):
        yield f"the operator's {page}", 404, stranger.ask("GET", page)
    yield "the check for other sites", 404, stranger.ask("GET", "/auth/check")
    yield "a wrong method", 405, ada.ask("POST", "/my/profile", "a=b")
    yield "the other wrong method", 405, ada.ask("GET", "/logout")
    yield "an unknown method", 405, stranger.ask("PROPFIND", "/login")
    yield "a trace", 405, stranger.ask("TRACE", "/login")
    yield "a post to a static file", 405, stranger.ask("POST", "/static/style.css", "a=b")
    yield "a form that is not ours", 403, ada.ask("POST", "/my/profile/two-factor/enable", "a=b")
    yield "a bad address", 400, stranger.ask("GET", "/%ff")
    yield "an address that nginx refuses", 400, stranger.ask("GET", "/%00")
    yield "a bad form", 400, stranger.ask("POST", "/login", "email=%zz")
    yield "too much", 413, stranger.ask("POST", "/login", "a=" + "b" * 17_000)
    yield "no form", 415, stranger.ask("POST", "/login", "{}", {"Content-Type": "application/json"})
    yield "a long address", 414, stranger.ask("GET", "/" + "a" * 9_000)
    yield "long headers", 400, stranger.ask("GET", "/login", headers={"X-Long": "a" * 9_000})
    yield "an unknown coding", 400, stranger.ask("GET", "/login", headers={"Transfer-Encoding": "xchunked"})
    yield "a condition that does not hold", 400, stranger.ask("GET", "/static/style.css", headers={"If-Match": '"x"'})
    yield "another version of HTTP", 400, as_it_is(instance, "GET /login HTTP/2.0")
    yield "no HTTP", 400, as_it_is(instance, "\x16\x03\x01")
    yield "a pool that is away", 503, without_the_pool(instance)


def without_the_pool(instance: Instance) -> Answer:
    """What nginx answers by itself where it reaches no worker."""
    socket = instance.state / "sockets/portal.sock"
    away = socket.rename(socket.with_name("away.sock"))
    try:
        return Visitor(instance).ask("GET", "/login")
    finally:
        away.rename(socket)


def as_it_is(instance: Instance, line: str) -> Answer:
    """The answer to a request with this first line."""
    head, _, body = raw(instance.port, f"{line}\r\nHost: 127.0.0.1\r\n\r\n".encode()).decode().partition("\r\n\r\n")
    first, *rest = head.split("\r\n")
    return Answer(int(first.split()[1]), [tuple(header.split(": ", 1)) for header in rest], body)


@test
def every_kind_of_answer_has_its_status_and_a_page(instance: Instance) -> None:
    for what, status, answer in every_kind(instance):
        expect_equal(answer.status, status, f"the status of {what}")
        if status != 303:
            expect_equal(answer.header("Content-Type").lower(), "text/html; charset=utf-8", f"the type of {what}")
            expect_equal(answer.page.tags.count("h1"), 1, f"the number of headings of {what}")
            expect("Fatal error" not in answer.text and ".swift" not in answer.text, f"{what} shows the inside")


@test
def every_answer_carries_each_security_header_once(instance: Instance) -> None:
    for what, _, answer in every_kind(instance):
        for name, value in ONCE.items():
            expect_equal(answer.all(name), [value], f"{name} of {what}")
        expect_equal(answer.all("Cache-Control"), ["no-store"], f"Cache-Control of {what}")
        expect_equal(answer.all("Vary"), ["Cookie, X-Fragment"], f"Vary of {what}")
        expect_equal(len(answer.all("Permissions-Policy")), 1, f"the number of Permissions-Policy of {what}")
        expect_equal(answer.all("Server"), ["nginx"], f"Server of {what}")
        _expect_strict(answer.all("Content-Security-Policy"), what)


@test
def static_files_carry_the_same_headers_and_may_be_kept(instance: Instance) -> None:
    for path, headers in [("/static/style.css", {}), ("/static/site.js", {}), ("/static/favicon.svg", {}),
                          ("/static/style.css", {"Range": "bytes=999999-"}), ("/static/style.css", {"Range": "bytes=0-4,9-12"})]:
        answer = Visitor(instance).ask("GET", path, headers=headers)
        expect_equal(answer.status, 200, f"the status of {path}")
        for name, value in ONCE.items():
            expect_equal(answer.all(name), [value], f"{name} of {path}")
        expect_equal(answer.all("Cache-Control"), ["public, max-age=3600"], f"Cache-Control of {path}")
        _expect_strict(answer.all("Content-Security-Policy"), path)


@test
def a_wrong_method_is_told_which_are_right(instance: Instance) -> None:
    ada = Visitor(instance)
    ada.sign_in(somebody(instance))
    for method, path, allowed in [("POST", "/my/profile", "GET, HEAD"), ("GET", "/logout", "POST"),
                                  ("DELETE", "/login", "GET, HEAD, POST"),
                                  ("PUT", "/my/profile/two-factor/recovery-codes", "GET, HEAD, POST"),
                                  ("POST", "/static/style.css", "GET, HEAD")]:
        answer = ada.ask(method, path)
        expect_equal((answer.status, answer.all("Allow")), (405, [allowed]), f"the answer to {method} {path}")


@test
def a_fragment_is_the_main_part_and_nothing_else(instance: Instance) -> None:
    ada = Visitor(instance)
    ada.sign_in(somebody(instance))
    for path in ("/my", "/my/profile", "/my/profile/two-factor", "/nothing"):
        tags = ada.ask("GET", path, headers={"X-Fragment": "1"}).page.tags
        expect_equal((tags.count("main"), tags.count("html"), tags[0]), (1, 0, "main"), f"the fragment of {path}")


@test
def nothing_is_loaded_from_elsewhere(instance: Instance) -> None:
    ada = Visitor(instance)
    ada.sign_in(somebody(instance))
    ada.open("/my/profile")
    ada.press("Set up two-factor")
    text = ada.answer.text.replace("http://www.w3.org/2000/svg", "")
    expect("//" not in text, "the page that holds the key names another place")


def _expect_strict(policies: list[str], what: str) -> None:
    expect_equal(len(policies), 1, f"the number of content security policies of {what}")
    given = dict(part.strip().partition(" ")[::2] for part in policies[0].split(";"))
    expect_equal({name: given.get(name) for name in POLICY}, POLICY, f"the content security policy of {what}")
    expect("unsafe" not in policies[0] and "data:" not in policies[0], f"{what} allows {policies[0]}")
