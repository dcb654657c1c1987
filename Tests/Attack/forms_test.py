"""A form is good for one browser and one address; everything else is refused, and nothing changes."""

from urllib.parse import urlencode

from instance import Instance
from person import somebody
from phone import Phone
from challenged import enrolled
from routes import routes
from runner import expect, expect_equal, test
from target import Target
from visitor import FORM, Answer, Visitor

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


@test
def what_is_no_form_is_never_read_as_one(target: Target) -> str:
    ada = signed_in(target)
    path, body = ada.filled("Set up two-factor")
    name, value = "csrf_token", token(ada, "Set up two-factor")
    part = f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n--x--\r\n'
    kinds = {"application/json": f'{{"{name}": "{value}"}}', "text/plain": body, "multipart/form-data; boundary=x": part,
             f"{FORM}2": body, f"{FORM}, text/plain": body, f"text/plain; {FORM}": body, "*/*": body,
             "application/xml": f"<{name}>{value}</{name}>", f"{FORM}\t/x": body, "charset=utf-8": body}
    for kind, content in kinds.items():
        expect_refused(ada, ada.ask("POST", path, content, {"Content-Type": kind}), f"a body of {kind}", status=415)
    odd = [f"{name}%00={value}", f"{name}[]={value}", f"{name}.x={value}", f" {name}={value}", f"{name.upper()}={value}",
           f"{name}={value.upper()}x", f"{name}={value}%00", f"{name}={value}+", f"x;{name}={value}", f"{name}+AD0-{value}"]
    for content in odd:
        for kind in (FORM, f"{FORM}; charset=utf-16", f"{FORM.upper()}; charset=utf-7"):
            expect_refused(ada, ada.ask("POST", path, content, {"Content-Type": kind}), f"the body {content!r} of {kind}")
    expect_refused(ada, ada.ask("POST", f"{path}?{body}", "x=1"), "a token in the address")
    expect_refused(ada, ada.ask("POST", path, f"{body}&{body}"), "a token that comes twice", status=400)
    return f"{len(kinds)} kinds of bodies and {len(odd)} spellings of a right token: none was read as a form's"


@test
def a_field_that_was_not_asked_for_is_ignored(target: Target) -> str:
    sue, ada, visitor = somebody(target, "Sue Super", "super-admin"), somebody(target), Visitor(target)
    chosen = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    wishes = {"account": target.account(sue), "account_id": target.account(sue), "id": target.account(sue), "user": sue.email,
              "role": "super-admin", "is_admin": 1, "secret": chosen, "key": chosen, "second_factor": "totp", "next": "//evil.example",
              "redirect": "https://evil.example", "challenge": "A" * 43, "lineage": "0" * 32, "attempts": 0, "disabled_at": ""}

    def press(caption: str, fields: dict[str, str]) -> Answer:
        path, body = visitor.filled(caption, fields)
        visitor.answer = visitor.ask("POST", path, f"{body}&{urlencode(wishes)}")
        expect("evil.example" not in visitor.answer.header("Location"), f"{caption} leads off the site")
        return visitor.open(visitor.answer.header("Location")) if visitor.answer.status == 303 else visitor.answer

    visitor.open("/login")
    press("Sign in", {"Email": ada.email, "Password": ada.password})
    visitor.open("/my/profile")
    press("Set up two-factor", {})
    phone = Phone(visitor.answer.page.codes[0])
    press("Confirm and enable", {"Authenticator code": Phone(chosen).code()})
    expect(phone.key != chosen and "Pending confirmation" in visitor.answer.page.text, "a key of the browser's choice is taken")
    press("Confirm and enable", {"Authenticator code": phone.code()})
    press("Sign out", {})
    press("Sign in", {"Email": ada.email, "Password": ada.password})
    press("Verify and sign in", {"Authenticator code": phone.code()})
    page = visitor.open("/my/profile").page.text
    expect(ada.email in page and sue.email not in page and "Super administrator" not in page, "she is somebody else now")
    return f"{len(wishes)} fields more in each of 6 forms, from the sign-in to the second factor: none was read"


@test
def no_page_that_is_only_opened_changes_anything(target: Target) -> str:
    sue = Visitor(target)
    sue.sign_in(somebody(target, "Sue Super", "super-admin"))
    ada = target.account(somebody(target))
    wish = "?_method=POST&role=super-admin&reason=x&action=disable&require-mfa-for-everyone=on&code=123456"
    asked, before = 0, target.state_of_things()
    for route in routes():
        for method in ("GET", "HEAD", "OPTIONS"):
            for headers in ({}, {"X-HTTP-Method-Override": "POST"}, {"Sec-Fetch-Site": "cross-site"}):
                sue.ask(method, route.path(str(ada)) + wish, headers=headers)
                asked += 1
    expect_equal(target.state_of_things(), before, "what is stored after it")
    expect_equal(sue.ask("GET", "/admin").status, 200, "the status of her page after it")
    return f"{asked} requests as a Super administrator, with wishes in the address: nothing changed"
