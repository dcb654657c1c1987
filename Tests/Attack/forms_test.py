"""A form is good for one browser and one address; everything else is refused, and nothing changes."""

from urllib.parse import urlencode

from enrolled import enrolled
from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from target import Target
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
    return visitor.answer.page.form(caption).values["csrf_token"]


@test
def a_form_without_its_token_is_refused(instance: Instance) -> None:
    ada = signed_in(instance)
    for body in ("", "csrf_token=", "csrf_token=" + "0" * 32, "csrf_token=%00", f"x={token(ada, 'Set up two-factor')}"):
        expect_refused(ada, ada.ask("POST", ENABLE, body), f"the body {body!r}")
    expect_equal(ada.post("Set up two-factor").status, 303, "the status of the real form")


@test
def a_form_of_another_browser_or_address_is_refused(instance: Instance) -> None:
    ada, bob = signed_in(instance), signed_in(instance)
    stranger = Visitor(instance)
    stranger.open("/login")
    for whose, other in [("Bob's", token(bob, "Set up two-factor")), ("the sign-out's", token(ada, "Sign out")),
                         ("a stranger's", token(stranger, "Sign in"))]:
        expect_refused(ada, ada.ask("POST", ENABLE, urlencode({"csrf_token": other})), f"a form with {whose} token")


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


def foreign(own: str, port: int) -> list[dict[str, str]]:
    """What a browser says of a post that another site, another port or another scheme sends; and what it might say."""
    return [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": own.replace("http:", "https:")},
            {"Origin": f"http://127.0.0.1:{port + 1}"}, {"Origin": "http://127.0.0.1"}, {"Origin": own + ".evil.example"},
            {"Origin": own + "/"}, {"Origin": own.upper()}, {"Origin": f"{own} https://evil.example"},
            {"Origin": own.replace("127.0.0.1", "127.1")}, {"Origin": own.replace("127.0.0.1", "[::1]")},
            {"Origin": f"http://evil@127.0.0.1:{port}"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
            {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": "Same-Origin"}, {"Origin": own, "Sec-Fetch-Site": "cross-site"},
            {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, {"Origin": "null", "X-Fragment": "1"},
            {"Sec-Fetch-Site": "cross-site", "X-Fragment": "1"}]


def with_right_tokens(target: Target) -> dict[str, tuple[Visitor, str]]:
    """By the address of a form: who sees it, and what it would post."""
    ada = somebody(target)
    stranger, halfway, user, sue = (Visitor(target) for _ in range(4))
    halfway.sign_in(enrolled(target)[0])
    user.sign_in(somebody(target))
    sue.sign_in(somebody(target, "Sue Super", "super-admin"))
    console = f"/admin/people/{target.account(ada)}"
    sue.open(console)
    sue.press("Reset password")
    link = next(code for code in sue.answer.page.codes if "/activate/" in code).partition("/activate/")[2]
    seen = [(stranger, "/login"), (stranger, f"/activate/{link}"), (halfway, "/login/two-factor"), (user, "/my/profile"),
            (user, "/my/profile/two-factor"), (sue, "/admin/people"), (sue, console), (sue, "/admin/settings/security")]
    return {form.action: (visitor, urlencode(form.values)) for visitor, page in seen
            for form in visitor.open(page).page.forms if form.method == "post"}


@test
def a_form_that_another_site_sends_is_refused(target: Target) -> str:
    posts, ways = with_right_tokens(target), foreign(target.origin, target.port)
    before = target.state_of_things()
    for path, (visitor, body) in posts.items():
        for headers in ways:
            cookies = dict(visitor.cookies)
            expect_equal(visitor.ask("POST", path, body, headers).status, 403, f"the status of {path} with {headers}")
            visitor.cookies = cookies
    expect_equal(target.state_of_things(), before, "what is stored after it")
    ada = signed_in(target)
    path, body = ada.filled("Set up two-factor")
    accepted = ada.ask("POST", path, body, {"Origin": target.origin, "Sec-Fetch-Site": "same-origin"})
    expect_equal(accepted.status, 303, "the status of the site's own form")
    return f"{len(posts)} forms with their right tokens in {len(ways)} ways: 403 each, nothing changed"


@test
def a_token_is_good_at_no_other_address(target: Target) -> str:
    posts, tried = with_right_tokens(target), 0
    before = target.state_of_things()
    for path, (visitor, _) in posts.items():
        for other, (owner, body) in posts.items():
            if other == path or owner is not visitor:
                continue
            cookies = dict(visitor.cookies)
            expect_equal(visitor.ask("POST", path, body).status, 403, f"the status of {path} with the token of {other}")
            visitor.cookies = cookies
            tried += 1
    expect_equal(target.state_of_things(), before, "what is stored after it")
    return f"{tried} pairs of forms of one browser: 403 each, nothing changed"
