"""Sites behind the gate, in a real browser, with JavaScript and without."""

from browser import Browser
from enrolled import enrolled
from instance import Instance
from runner import eventually, expect
from service import served
from sites import demonstration, every_site
from two_factor import both


@both
def one_sign_in_leads_back_to_the_very_address_and_opens_every_site(instance: Instance, javascript: bool) -> None:
    ada, phone, _ = enrolled(instance)
    asked = f"{demonstration(instance).origin}/report?year=2026&x=a%20b"
    with served(instance), Browser(instance, javascript) as browser:
        browser.open(asked)
        expect(browser.path.startswith("/login?"), f"a stranger stands at {browser.path}")
        browser.give(ada, phone)
        expect_to_stand_at(browser, asked)
        for words in (ada.name, ada.email, "user", "/report?year=2026&x=a%20b"):
            expect(browser.shows(words), f"the application does not show {words!r}: {browser.text[:400]!r}")
        for site in every_site(instance):
            browser.open(f"{site.origin}/")
            expect_to_stand_at(browser, f"{site.origin}/")
            expect(browser.shows(site.words), f"{site.origin} shows {browser.text[:200]!r}")
        browser.open("/my")
        browser.press("Sign out")
        for site in every_site(instance):
            browser.open(f"{site.origin}/")
            expect(browser.path.startswith("/login?"), f"{site.origin} is still open after signing out")


def expect_to_stand_at(browser: Browser, url: str) -> None:
    eventually(10, lambda: browser.driver.current_url == url, f"the browser does not come to {url}")
