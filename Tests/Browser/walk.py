"""Walks through every screen once, takes its pictures, and notes its faults."""

import base64
from dataclasses import dataclass

import audit
import walk_console
import walk_sites
from browser import Browser
from instance import Instance
from person import somebody
from two_factor import ask_for_new_codes, begin, confirm, disable, shown_codes, use_recovery_code, verify

LOOKS = [("wide-light", 1280, "light"), ("wide-dark", 1280, "dark"), ("narrow-light", 390, "light"),
         ("narrow-dark", 390, "dark")]


@dataclass
class Screen:
    name: str
    faults: dict[str, list[str]]


def every_screen(instance: Instance) -> list[Screen]:
    ada = somebody(instance, "Ada Lovelace")
    seen: list[Screen] = []
    for picture in (instance.state / "screenshots").glob("*.png"):
        picture.unlink()
    with Browser(instance) as browser:
        def look(name: str) -> None:
            seen.append(_look(browser, f"{len(seen) + 1:02}-{name}"))

        browser.open("/login")
        look("sign-in")
        browser.fill("Email", ada.email)
        browser.fill("Password", "not the password")
        browser.press("Sign in")
        look("sign-in-refused")
        browser.sign_in(ada)
        look("portal")
        browser.open("/my/profile")
        look("profile")
        browser.open("/my/profile/two-factor")
        look("not-configured")
        phone = begin(browser)
        look("pending")
        confirm(browser, phone.wrong_code())
        look("pending-refused")
        confirm(browser, phone.code())
        look("recovery-codes")
        browser.reload()
        look("enabled")
        ask_for_new_codes(browser)
        look("dialog")
        browser.click("Cancel")
        browser.one("details summary").click()
        look("disable")
        disable(browser, "not the password")
        look("disable-refused")
        browser.open("/my/profile/two-factor/recovery-codes")
        look("regenerate")
        browser.press("Generate new codes")
        codes = shown_codes(browser)
        browser.open("/my/profile")
        look("profile-enabled")
        browser.press("Sign out")
        browser.sign_in(ada)
        look("challenge")
        verify(browser, phone.wrong_code())
        look("challenge-refused")
        use_recovery_code(browser, "AAAA-AAAA")
        look("recovery-refused")
        use_recovery_code(browser, codes[0])
        look("recovery-used")
        browser.open("/login/verify")
        look("verification")
        browser.open("/nothing")
        look("unknown")
        browser.open("/static/nothing")
        look("unknown-file")
        browser.open("/my")
        browser.press("Sign out")
        walk_console.walk(instance, browser, look)
        walk_sites.walk(instance, browser, look)
    return seen


def _look(browser: Browser, name: str) -> Screen:
    """Takes the four pictures of a screen, and judges what a script can."""
    faults: dict[str, list[str]] = {what: [] for what in ("width", "contrast", "targets", "scan")}
    folder = browser.instance.state / "screenshots"
    folder.mkdir(exist_ok=True)
    for look, width, scheme in LOOKS:
        _resize(browser, width, scheme)
        (folder / f"{name}-{look}.png").write_bytes(_picture(browser))
        faults["contrast"] += [f"{scheme}: {fault}" for fault in audit.contrast(browser)]
        faults["targets"] += audit.targets(browser)
        faults["scan"] += audit.scan(browser)
    for width in (320, 390, 800, 1280):
        _resize(browser, width, "light")
        faults["width"] += audit.width(browser, width)
    _resize(browser, 1280, "light")
    return Screen(name, {**faults, "outline": audit.outline(browser), "names": audit.names(browser),
                         "focus": audit.focus(browser)})


def _resize(browser: Browser, width: int, scheme: str) -> None:
    """Makes the window that wide, and the system light or dark."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def _picture(browser: Browser) -> bytes:
    """The whole page as a PNG."""
    shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
    return base64.b64decode(shot["data"])
