"""Walks through the screens of administrators, and those that a one-time link opens."""

from collections.abc import Callable

from browser import Browser
from instance import Instance
from people_test import link, open_person
from person import somebody
from security_settings_test import forget_policy, set_lever
from sites import folder
from two_factor import enrol


def walk(instance: Instance, browser: Browser, look: Callable[[str], None]) -> None:
    """Has `look` see each of them."""
    ada = somebody(instance, "Ada Lovelace")
    with Browser(instance) as hers:
        hers.sign_in(ada)
        enrol(hers)
    browser.sign_in(somebody(instance, "Mary Admin", "super-admin"))
    look("overview")
    instance.run("protect", "probe", "--record", f"{folder(instance).origin}/auth/style.css", "http://127.0.0.1:1/")
    browser.open("/admin")
    look("overview-door-open")
    instance.run("protect", "probe", "--record")
    browser.open("/admin/people")
    look("people")
    browser.click("Add a person")
    browser.fill("Email", ada.email)
    browser.fill("Name", "Ada Again")
    browser.press("Add person")
    look("add-person-refused")
    open_person(browser, ada)
    look("person")
    browser.one("details.rose summary").click()
    look("reset-two-factor")
    browser.press("Reset password")
    address = link(browser)
    look("activation-link")
    browser.open("/admin/audit")
    look("audit-log")
    browser.open("/admin/audit?person=nobody@example.test&from=yesterday")
    look("audit-log-refused")
    browser.open("/admin/settings/security")
    look("security-settings")
    browser.fill("Session lifetime (minutes)", "4")
    browser.press("Save changes")
    look("security-settings-refused")
    set_lever(browser, "Require MFA for everyone", True)
    browser.fill("Session lifetime (minutes)", "480")
    browser.press("Save changes")
    look("policy-preview")
    try:
        browser.press("Apply policy")
        look("must-enrol")
    finally:
        forget_policy(instance)
    browser.press("Sign out")
    browser.open(address)
    look("choose-a-password")
    browser.fill("New password", "password1234")
    browser.press("Set password")
    look("choose-a-password-refused")
    browser.open("/activate/nothing")
    look("link-over")
    browser.sign_in(somebody(instance, "Bob Builder"))
    browser.open("/admin")
    look("only-for-administrators")
