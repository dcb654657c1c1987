"""The policy, switched on a page, in a real browser, with JavaScript and without."""

from browser import Browser
from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from two_factor import both, confirm, scan

SENTENCE = "Two-factor authentication is required by your organisation. Set it up to continue."


def set_lever(browser: Browser, label: str, on: bool) -> None:
    box = browser.driver.find_element("xpath", f"//label[normalize-space()='{label}']/input")
    if box.is_selected() != on:
        box.click()


def forget_policy(instance: Instance) -> None:
    instance.vestibule("settings", "set", "require-mfa-for-everyone", "off")
    instance.vestibule("settings", "set", "require-mfa-for-admins", "off")
    instance.vestibule("settings", "set", "session-lifetime-minutes", "480")


@both
def a_policy_shows_whom_it_sends_to_enrolment_and_binds_them_at_once(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance)
    with Browser(instance, javascript) as hers, Browser(instance, javascript) as browser:
        try:
            hers.sign_in(ada)
            browser.sign_in(somebody(instance, "Mary Admin", "admin"))
            browser.press("Security")
            set_lever(browser, "Require MFA for everyone", True)
            browser.press("Save changes")
            expect(browser.shows("people to set up two-factor"), f"nothing is shown before: {browser.text[:400]!r}")
            expect(browser.shows("You are one of them"), "Mary is not warned that she is meant too")
            browser.press("Cancel")
            hers.open("/my")
            expect_equal(hers.path, "/my", "where Ada is while nothing was applied")
            set_lever(browser, "Require MFA for everyone", True)
            browser.press("Save changes")
            browser.press("Apply policy")
            expect_equal(browser.path, "/my/profile/two-factor", "where Mary is herself now")
            hers.press("My profile")
            expect(hers.shows(SENTENCE), f"Ada is not told: {hers.text[:300]!r}")
            hers.press("Enable two-factor")
            confirm(hers, scan(hers).code())
            expect(not hers.shows(SENTENCE), "the sentence stays after enrolment")
            hers.open("/my")
            expect_equal(hers.path, "/my", "where Ada is once she has two-factor")
        finally:
            forget_policy(instance)


@test
def a_lifetime_out_of_range_is_refused_at_the_field(instance: Instance) -> None:
    with Browser(instance) as browser:
        browser.sign_in(somebody(instance, "Mary Admin", "admin"))
        browser.open("/admin/settings/security")
        browser.fill("Session lifetime (minutes)", "4")
        browser.press("Save changes")
        expect(browser.shows("Enter a number of minutes from 5 to 43200."), f"no refusal: {browser.text[:300]!r}")
        expect(browser.driver.title.startswith("Error:"), f"the title is {browser.driver.title!r}")
