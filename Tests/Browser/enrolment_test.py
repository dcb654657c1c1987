"""Setting up two-factor and switching it off, in a real browser, with JavaScript and without."""

import re

from belongings import copied
from browser import Browser
from instance import Instance
from person import somebody
from phone import key_uri, label
from runner import eventually, expect, expect_equal, test
from two_factor import ENABLED, PANEL, begin, both, confirm, disable, enrol, scan, shown_codes

RECOVERY_CODE = re.compile(r"[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}")


@both
def somebody_sets_up_two_factor_from_their_profile(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        phone = begin(browser)
        expect_equal(browser.path, "/my/profile/two-factor", "the screen")
        expect(browser.shows("Pending confirmation"), "the card is not pending")
        expect_equal(browser.one("#secret").text.replace(" ", ""), phone.key, "the key as text")
        expect_equal([len(group) for group in browser.one("#secret").text.split()], [4] * 8, "the groups of the key")
        expect_equal(label(key_uri(browser.one(".qr").screenshot_as_png)), f"Vestibule:{ada.email}", "the app's entry")
        confirm(browser, phone.code())
        expect(browser.shows(ENABLED) and browser.shows(PANEL), f"no success: {browser.text[:300]!r}")
        codes = shown_codes(browser)
        expect(len(set(codes)) == 8 and all(map(RECOVERY_CODE.fullmatch, codes)), f"the codes are {codes}")
        expect(browser.shows("8 of 8 recovery codes left"), "the card does not count the codes")


@both
def a_wrong_code_leaves_the_same_picture(instance: Instance, javascript: bool) -> None:
    with Browser(instance, javascript) as browser:
        browser.sign_in(somebody(instance))
        phone = begin(browser)
        confirm(browser, phone.wrong_code())
        expect(browser.shows("That code did not match"), "nothing says that the code is wrong")
        expect(browser.driver.title.startswith("Error:"), f"the title is {browser.driver.title!r}")
        expect_equal(scan(browser).key, phone.key, "the key after a wrong code")
        confirm(browser, phone.code())
        expect(browser.shows(ENABLED), "the right code is refused after a wrong one")


@both
def reloading_or_leaving_throws_the_pending_key_away(instance: Instance, javascript: bool) -> None:
    with Browser(instance, javascript) as browser:
        browser.sign_in(somebody(instance))
        first = begin(browser)
        browser.reload()
        expect(browser.shows("Not configured") and not browser.all(".qr"), "the key outlives a reload")
        browser.press("Enable two-factor")
        second = scan(browser)
        expect(first.key != second.key, "the same key is shown again")
        browser.press("My portal")
        browser.open("/my/profile/two-factor")
        expect(browser.shows("Not configured") and not browser.all(".qr"), "the key outlives another page")


@both
def switching_off_takes_the_password(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        enrol(browser)
        disable(browser, "not the password")
        expect(browser.shows("Password did not match. Two-factor remains enabled."), "a wrong password is not refused")
        disable(browser, ada.password)
        expect(browser.shows("Two-factor authentication is disabled."), f"no word of it: {browser.text[:300]!r}")
        expect(browser.shows("Not configured"), "the card still says otherwise")
        browser.press("Sign out")
        browser.sign_in(ada)
        expect_equal(browser.path, "/my", "the page after the password alone")


@test
def a_key_left_behind_is_not_shown_by_the_back_button(instance: Instance) -> None:
    with Browser(instance) as browser:
        browser.sign_in(somebody(instance))
        begin(browser)
        browser.press("My portal")
        browser.driver.back()
        eventually(10, lambda: browser.shows("Not configured"), "the card is not back at the start")
        expect(not browser.all(".qr"), "the picture is shown again")


@test
def the_key_can_be_copied(instance: Instance) -> None:
    with Browser(instance) as browser:
        browser.sign_in(somebody(instance))
        phone = begin(browser)
        browser.click("Copy")
        expect_equal(copied(browser), phone.key, "what is copied")
