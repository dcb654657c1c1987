"""A form is good for one browser and one address; everything else is refused, and nothing changes."""

from urllib.parse import urlencode

from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from visitor import Answer, Visitor

ENABLE = "/my/profile/two-factor/enable"


def signed_in(instance: Instance) -> Visitor:
    """Somebody on their profile."""
    visitor = Visitor(instance)
    visitor.sign_in(somebody(instance))
    visitor.open("/my/profile")
    return visitor


def expect_refused(visitor: Visitor, answer: Answer, what: str, status: int = 403) -> None:
    """The form was refused, and no enrolment began."""
    expect_equal(answer.status, status, f"the status of {what}")
    page = visitor.ask("GET", "/my/profile/two-factor").text
    expect("Not configured" in page and "Pending" not in page, f"{what} has begun an enrolment")


def token(visitor: Visitor, caption: str) -> str:
    return visitor.answer.page.form(caption).values["form_token"]


@test
def a_form_without_its_token_is_refused(instance: Instance) -> None:
    ada = signed_in(instance)
    for body in ("", "form_token=", "form_token=" + "0" * 32, "form_token=%00", f"x={token(ada, 'Set up two-factor')}"):
        expect_refused(ada, ada.ask("POST", ENABLE, body), f"the body {body!r}")
    expect_equal(ada.post("Set up two-factor").status, 303, "the status of the real form")


@test
def a_form_of_another_browser_or_address_is_refused(instance: Instance) -> None:
    ada, bob = signed_in(instance), signed_in(instance)
    stranger = Visitor(instance)
    stranger.open("/login")
    for whose, other in [("Bob's", token(bob, "Set up two-factor")), ("the sign-out's", token(ada, "Sign out")),
                         ("a stranger's", token(stranger, "Sign in"))]:
        expect_refused(ada, ada.ask("POST", ENABLE, urlencode({"form_token": other})), f"a form with {whose} token")


@test
def a_form_from_before_the_sign_in_is_refused_after_it(instance: Instance) -> None:
    ada = somebody(instance)
    visitor = Visitor(instance)
    visitor.open("/login")
    before = visitor.filled("Sign in", {"Email": ada.email, "Password": ada.password})
    visitor.sign_in(ada)
    expect_equal(visitor.ask("POST", *before).status, 403, "the status of the old sign-in form")
    path, body = visitor.filled("Sign out")
    visitor.press("Sign out")
    visitor.sign_in(ada)
    expect_equal(visitor.ask("POST", path, body).status, 403, "the status of the old session's form")
    expect_equal(visitor.ask("GET", "/my").status, 200, "the status of the page after it")


@test
def a_form_that_another_site_sends_is_refused(instance: Instance) -> None:
    ada = signed_in(instance)
    path, body = ada.filled("Set up two-factor")
    own = instance.origin
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": own.replace("http:", "https:")},
                    {"Origin": f"http://127.0.0.1:{instance.port + 1}"}, {"Origin": own + ".evil.example"},
                    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
                    {"Origin": own, "Sec-Fetch-Site": "cross-site"},
                    {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}):
        expect_refused(ada, ada.ask("POST", path, body, headers), f"a form with {headers}")
    accepted = ada.ask("POST", path, body, {"Origin": own, "Sec-Fetch-Site": "same-origin"})
    expect_equal(accepted.status, 303, "the status of the site's own form")


@test
def a_doubled_session_cookie_is_refused(instance: Instance) -> None:
    ada, bob = signed_in(instance), signed_in(instance)
    name = instance.cookie("session")
    for first, second in [(ada, bob), (bob, ada), (ada, ada)]:
        header = f"{name}={first.cookies[name]}; {name}={second.cookies[name]}"
        expect_equal(Visitor(instance).ask("GET", "/my", headers={"Cookie": header}).status, 400, "the status")
    for lookalike in (f"\u00a0{name}", f"{name} ", name.upper(), f'$Version=1; "{name}"'):
        header = f"{lookalike}={ada.cookies[name]}".encode().decode("latin-1")
        answer = Visitor(instance).ask("GET", "/my", headers={"Cookie": header})
        expect_equal(answer.status, 303, f"the status with the cookie {lookalike!r}")


@test
def a_session_that_the_browser_brings_along_is_never_adopted(instance: Instance) -> None:
    visitor, name = Visitor(instance), instance.cookie("session")
    visitor.cookies[name] = planted = "A" * 43
    visitor.sign_in(somebody(instance))
    expect(visitor.cookies[name] != planted, "the planted session became a real one")
    expect_equal(Visitor(instance).ask("GET", "/my", headers={"Cookie": f"{name}={planted}"}).status, 303, "the status")
