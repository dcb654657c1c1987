"""What is taken for a code, and what only looks like one."""

import time

from enrolled import enrolled
from instance import Instance
from person import somebody
from phone import STEP, Phone
from runner import expect, expect_equal, test
from visitor import Visitor


@test
def only_the_form_itself_is_read(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    visitor = Visitor(instance)
    visitor.sign_in(ada)
    path, body = visitor.filled("Verify and sign in")
    given = body.removesuffix("&code=")
    code = phone.code()
    answer = visitor.ask("POST", f"{path}?code={code}", body)
    expect_equal(answer.status, 422, "the status of a code in the address")
    expect_equal(visitor.ask("POST", f"{path}?{given}", f"code={code}").status, 403, "the status of a token in the address")
    for doubled in (f"code={code}&code={code}", f"code=000000&code={code}", f"code={code}&code=000000"):
        expect_equal(visitor.ask("POST", path, f"{given}&{doubled}").status, 400, f"the status of {doubled}")
    expect_equal(visitor.ask("POST", path, f"{given}&code[]={code}").status, 422, "the status of a list")
    expect_equal(visitor.ask("POST", path, f"{given}&code={code}").status, 303, "the status of the code itself")


@test
def codes_that_only_look_like_codes_are_refused(instance: Instance) -> None:
    ada, phone, _ = enrolled(instance)
    visitor = Visitor(instance)
    visitor.sign_in(ada)
    code = phone.code()
    arabic = "".join(chr(0x0660 + int(digit)) for digit in code)
    wide = "".join(chr(0xFF10 + int(digit)) for digit in code)
    for typed in ("+" + code[1:], arabic, wide, code[:5], "0" + code, code + "\0", code + "\n", "", "-", "%", "'", "NULL"):
        answer = visitor.post("Verify and sign in", {"Authenticator code": typed})
        expect_equal(answer.status, 422, f"the status of {typed!r}")
        answer = visitor.post("Use recovery code", {"Recovery code": typed})
        expect_equal(answer.status, 422, f"the status of {typed!r} as a recovery code")


@test
def a_confirmation_of_an_older_key_is_refused(instance: Instance) -> None:
    ada = Visitor(instance)
    ada.sign_in(somebody(instance))
    ada.open("/my/profile")
    ada.press("Set up two-factor")
    older = ada.filled("Confirm and enable", {"Authenticator code": "000000"})
    sentence = "No pending enrollment. Click \"Enable\" to start over"
    ada.open("/my/profile/two-factor")
    answer = ada.ask("POST", *older)
    expect(sentence in answer.page.text, f"no such sentence after leaving: {answer.page.text[-300:]!r}")
    ada.open("/my/profile/two-factor")
    ada.press("Enable two-factor")
    expect(sentence in ada.ask("POST", *older).page.text, "no such sentence for an older key")


@test
def a_code_far_from_now_is_refused_and_explained_at_enrolment(instance: Instance) -> None:
    ada = Visitor(instance)
    ada.sign_in(somebody(instance))
    ada.open("/my/profile")
    ada.press("Set up two-factor")
    phone = Phone(ada.answer.page.codes[0])
    now = int(time.time() // STEP)
    ada.press("Confirm and enable", {"Authenticator code": phone.code_at(now + 10)})
    expect("Your phone's clock is about" in ada.answer.page.text, f"no word of the clock: {ada.answer.page.text!r}")
    ada.press("Confirm and enable", {"Authenticator code": phone.code()})
    expect("is now active" in ada.answer.page.text, "the right code is refused after it")
