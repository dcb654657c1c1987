"""An administrator helps people, in a real browser, with JavaScript and without."""

import secrets

import canaries
from belongings import copied
from browser import Browser
from instance import Instance
from person import Person, somebody
from runner import expect, expect_equal, test
from selenium.webdriver.support.select import Select
from two_factor import both, enrol
from visitor import Visitor


def open_person(browser: Browser, person: Person) -> None:
    browser.open("/admin/people")
    browser.fill("Search", person.email)
    browser.press("Search")
    browser.press(person.name)


def link(browser: Browser) -> str:
    """The one-time link on the screen, as an address of this site."""
    text = canaries.remember("link", browser.one("#link").text)
    expect(text.startswith(browser.instance.origin), f"the link is {text!r}")
    return text.removeprefix(browser.instance.origin)


@both
def somebody_added_chooses_a_password_and_signs_in(instance: Instance, javascript: bool) -> None:
    grace = Person("Grace Hopper", f"grace.{secrets.token_hex(4)}@example.test", f"a moth {secrets.token_urlsafe(12)}")
    with Browser(instance, javascript) as browser:
        mary = somebody(instance, "Mary Admin", "admin")
        browser.sign_in(mary)
        expect_equal(browser.path, "/admin", "where an administrator lands")
        browser.press("People")
        browser.click("Add a person")
        browser.fill("Email", mary.email)
        browser.fill("Name", grace.name)
        browser.press("Add person")
        expect(browser.shows(f"{mary.email} has an account already."), f"no refusal: {browser.text[:300]!r}")
        expect_equal(browser.field("Name").get_attribute("value"), grace.name, "the name that was typed")
        browser.fill("Email", grace.email)
        browser.press("Add person")
        address = link(browser)
        browser.press("Done")
        expect(not browser.all("#link"), "the link is shown again")
        browser.press("Sign out")
        browser.open(address)
        browser.fill("New password", grace.name.replace(" ", "") + "2026")
        browser.press("Set password")
        expect(browser.shows("own name"), f"a name is accepted: {browser.text[:300]!r}")
        browser.fill("New password", canaries.remember("password", grace.password))
        browser.press("Set password")
        expect(browser.shows("Your password is set."), f"no word of success: {browser.text[:300]!r}")
        browser.open(address)
        expect(browser.shows("This link is over"), "the link works twice")
        browser.press("Go to sign in")
        browser.sign_in(grace)
        expect_equal(browser.path, "/my", "where she lands")


@both
def a_lost_phone_is_helped_with_a_reason(instance: Instance, javascript: bool) -> None:
    ada = somebody(instance, "Ada Phoneless")
    with Browser(instance, javascript) as hers, Browser(instance, javascript) as browser:
        hers.sign_in(ada)
        enrol(hers)
        browser.sign_in(somebody(instance, "Mary Admin", "it-admin"))
        open_person(browser, ada)
        browser.one("details.rose summary").click()
        browser.fill("Reason", "Called back on her known number")
        browser.press("Reset two-factor")
        expect(browser.shows("Two-factor authentication is reset."), f"no word of it: {browser.text[:300]!r}")
        hers.open("/my")
        expect_equal(hers.path, "/login", "where her old session leads")
        hers.sign_in(ada)
        expect(hers.shows("An administrator removed your two-factor authentication"), "she is not told")
        hers.open("/my/profile")
        expect(not hers.shows("An administrator removed"), "she is told twice")


@test
def the_link_can_be_copied(instance: Instance) -> None:
    ada = somebody(instance)
    with Browser(instance) as browser:
        browser.sign_in(somebody(instance, "Mary Admin", "admin"))
        open_person(browser, ada)
        browser.press("Reset password")
        browser.click("Copy link")
        expect_equal(copied(browser), instance.origin + link(browser), "what is copied")


@test
def another_role_binds_at_once(instance: Instance) -> None:
    ada = somebody(instance)
    with Browser(instance) as browser:
        browser.sign_in(somebody(instance, "Sue Super", "super-admin"))
        open_person(browser, ada)
        Select(browser.field("Role")).select_by_visible_text("Administrator")
        browser.press("Change role")
        expect(browser.shows("The role is changed"), f"no word of it: {browser.text[:300]!r}")
    visitor = Visitor(instance)
    visitor.sign_in(ada)
    expect_equal(visitor.open("/admin").status, 200, "the status of the console for the new administrator")
