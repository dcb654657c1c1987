"""Recovery codes, in a real browser, with JavaScript and without."""

from urllib.parse import unquote

from belongings import copied, saved
from browser import Browser
from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from two_factor import ask_for_new_codes, both, enrol, shown_codes, use_recovery_code


@both
def recovery_codes_are_never_shown_again(instance: Instance, javascript: bool) -> None:
    with Browser(instance, javascript) as browser:
        browser.sign_in(somebody(instance))
        _, codes = enrol(browser)
        browser.press("My portal")
        browser.back()
        _expect_no_codes(browser, codes, "going back")
        browser.open("/my/profile/two-factor")
        ask_for_new_codes(browser)
        browser.press("Generate new codes")
        codes = shown_codes(browser)
        expect_equal(len(codes), 8, "the number of new codes")
        browser.press("My portal")
        browser.back()
        _expect_no_codes(browser, codes, "going back to new ones")
        browser.open("/my/profile/two-factor")
        ask_for_new_codes(browser)
        browser.press("Generate new codes")
        codes = shown_codes(browser)
        browser.reload()
        _expect_no_codes(browser, codes, "a reload")
        expect(browser.shows("Enabled") and browser.shows("Regenerate recovery codes"), "the card is not there")


@both
def a_recovery_code_opens_the_door_once(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        _, codes = enrol(browser)
        for typed, left in [(codes[0].lower(), 7), (codes[1].replace("-", " "), 6), (codes[2].replace("-", ""), 5)]:
            browser.press("Sign out")
            browser.sign_in(ada)
            use_recovery_code(browser, typed)
            expect_equal(browser.path, "/my", "the page after a recovery code")
            expect(browser.shows(f"{left} recovery codes left"), f"no word of {left} codes left: {browser.text!r}")
        browser.press("Sign out")
        browser.sign_in(ada)
        use_recovery_code(browser, codes[0])
        expect(browser.shows("That recovery code did not match"), "a used code is not refused")


@both
def new_recovery_codes_replace_the_old_ones(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        _, old = enrol(browser)
        browser.open("/my/profile/two-factor")
        ask_for_new_codes(browser)
        (browser.click if javascript else browser.press)("Cancel")
        expect(not shown_codes(browser), "Cancel makes codes")
        ask_for_new_codes(browser)
        browser.press("Generate new codes")
        new = shown_codes(browser)
        expect(len(new) == 8 and not set(new) & set(old), f"the new codes are {len(new)}, some of them old")
        browser.press("Sign out")
        browser.sign_in(ada)
        use_recovery_code(browser, old[0])
        expect(browser.shows("That recovery code did not match"), "an old code is not refused")
        use_recovery_code(browser, new[0])
        expect_equal(browser.path, "/my", "the page after a new code")


@both
def the_codes_can_be_downloaded(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as browser:
        browser.sign_in(ada)
        _, codes = enrol(browser)
        address = browser.button("Download").get_attribute("href") or ""
        text = unquote(address.partition(",")[2])
        expect(all(code in text for code in codes), "not all codes are in the file")
        expect("Vestibule" in text and ada.email in text, f"the file does not say whose the codes are: {text!r}")
        expect_equal(saved(browser, "Download").read_bytes().decode(), text, "the file")


@test
def what_is_shown_once_leaves_with_the_page(instance: Instance) -> None:
    with Browser(instance) as browser:
        browser.sign_in(somebody(instance))
        _, codes = enrol(browser)
        browser.driver.execute_script("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        _expect_no_codes(browser, codes, "leaving the page, which the browser may keep")


@test
def the_codes_can_be_copied(instance: Instance) -> None:
    with Browser(instance) as browser:
        browser.sign_in(somebody(instance))
        _, codes = enrol(browser)
        browser.click("Copy all codes")
        expect_equal(copied(browser).split(), codes, "what is copied")


@test
def the_printed_sheet_holds_the_codes_and_whose_they_are_alone(instance: Instance) -> None:
    ada = somebody(instance)
    with Browser(instance) as browser:
        browser.sign_in(ada)
        _, codes = enrol(browser)
        expect(browser.button("Print"), "the codes cannot be printed")
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        text = browser.text
        expect(all(code in text for code in codes) and ada.email in text, f"the sheet holds only {text!r}")
        for alien in ("Sign out", "My portal", "Copy all codes", "Authenticator app", "Ada Lovelace"):
            expect(alien not in text, f"the sheet holds {alien!r}")


def _expect_no_codes(browser: Browser, codes: list[str], after: str) -> None:
    seen = [code for code in codes if code in browser.driver.page_source]
    expect(not seen, f"{len(seen)} codes are shown again after {after}")
