"""What people do on the two-factor screen, in a real browser."""

import canaries
from browser import Browser
from phone import Phone
from runner import expect, test_each

both = test_each("javascript", {"with JavaScript": True, "without JavaScript": False})

ENABLED = "Two-factor authentication is now active. Save your recovery codes — they're shown once."
PANEL = "Save these recovery codes — shown ONCE"


def scan(browser: Browser) -> Phone:
    """Takes up the phone and scans the picture on the screen."""
    return Phone.scanning(browser.one(".qr").screenshot_as_png)


def begin(browser: Browser) -> Phone:
    """Starts from the profile; the key is in the phone, and nothing is confirmed yet."""
    browser.open("/my/profile")
    browser.press("Set up two-factor")
    return scan(browser)


def confirm(browser: Browser, code: str) -> None:
    browser.fill("Authenticator code", code)
    browser.press("Confirm and enable")


def shown_codes(browser: Browser) -> list[str]:
    """The recovery codes that can be read on the screen."""
    return [canaries.remember("recovery code", item.text) for item in browser.all(".code-list code")]


def enrol(browser: Browser) -> tuple[Phone, list[str]]:
    """Sets up two-factor as a person does: the phone, and the recovery codes."""
    phone = begin(browser)
    confirm(browser, phone.code())
    expect(browser.shows(ENABLED), f"no word of success, but {browser.text[:300]!r}")
    return phone, shown_codes(browser)


def verify(browser: Browser, code: str) -> None:
    browser.fill("Authenticator code", code)
    browser.press("Verify and sign in")


def use_recovery_code(browser: Browser, code: str) -> None:
    if not browser.one("details").get_attribute("open"):
        browser.click("Lost your phone? Use a recovery code")
    browser.fill("Recovery code", code)
    browser.press("Use recovery code")


def ask_for_new_codes(browser: Browser) -> None:
    """Gets to the question: a dialog, or a page of its own without JavaScript."""
    if browser.javascript:
        browser.click("Regenerate recovery codes")
    else:
        browser.press("Regenerate recovery codes")
    question = "Generate new recovery codes? Old codes will stop working immediately."
    expect(browser.shows(question), f"no question, but {browser.text[:300]!r}")


def disable(browser: Browser, password: str) -> None:
    if not browser.one("details.rose").get_attribute("open"):
        browser.one("details.rose summary").click()
    browser.fill("Current password", password)
    browser.press("Disable two-factor")
