"""Signing in with a code of the phone, in a real browser, with JavaScript and without."""

from browser import Browser
from instance import Instance
from person import somebody
from runner import expect, expect_equal
from two_factor import both, enrol, verify


@both
def signing_in_takes_a_code_of_the_phone(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        phone, _ = enrol(browser)
        browser.press("Sign out")
        browser.sign_in(ada)
        expect(browser.shows("Password accepted. Enter your code to continue."), f"no challenge: {browser.text!r}")
        browser.open("/my/profile")
        expect_equal(browser.path, "/login/two-factor", "where the password alone leads")
        verify(browser, phone.wrong_code())
        expect(browser.shows("That code did not match"), "nothing says that the code is wrong")
        code = phone.code()
        verify(browser, f"{code[:3]} {code[3:]}")
        expect_equal(browser.path, "/my", "the page after the right code")


@both
def somebody_else_can_sign_in_instead(instance: Instance, javascript: bool) -> None:
    ada, bob = somebody(instance), somebody(instance, "Bob Builder")
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        enrol(browser)
        browser.press("Sign out")
        browser.sign_in(ada)
        browser.press("Sign in as a different user")
        expect_equal(browser.path, "/login", "where the button leads")
        browser.sign_in(bob)
        expect(browser.shows("Bob Builder"), "Bob is not signed in")


@both
def the_back_button_shows_nothing_after_signing_out(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        browser.open("/my/profile")
        browser.press("Sign out")
        browser.back()
        expect(not browser.shows(ada.email), "the profile is shown again")
