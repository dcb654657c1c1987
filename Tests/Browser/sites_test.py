"""Sites behind the gate, in a real browser, with JavaScript and without."""

from browser import Browser
from enrolled import enrolled
from instance import Instance
from person import somebody
from runner import eventually, expect
from service import served
from sites import demonstration, every_site
from two_factor import both


@both
def whoever_is_sent_to_sign_in_comes_back_to_the_very_address(instance: Instance, javascript: bool) -> None:
    ada, phone, _ = enrolled(instance)
    asked = f"{demonstration(instance).origin}/report?year=2026&x=a%20b"
    with Browser(instance, javascript) as browser:
        browser.open(asked)
        expect(browser.path.startswith("/login?"), f"a stranger stands at {browser.path}")
        browser.give(ada, phone)
        expect_to_stand_at(browser, asked)
        for words in (ada.name, ada.email, "user", "/report?year=2026&x=a%20b"):
            expect(browser.shows(words), f"the application does not show {words!r}: {browser.text[:400]!r}")


@both
def one_sign_in_opens_every_site_and_signing_out_closes_all(instance: Instance, javascript: bool) -> None:
    with served(instance), Browser(instance, javascript) as browser:
        browser.sign_in(somebody(instance))
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
