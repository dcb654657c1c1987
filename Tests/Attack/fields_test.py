"""What is read of a request: of the body of a posted form its own fields, and nothing else."""

from urllib.parse import urlencode

from forms_test import expect_refused, signed_in, token
from person import somebody
from phone import Phone
from routes import routes
from runner import expect, expect_equal, test
from target import Target
from visitor import FORM, Answer, Visitor


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
