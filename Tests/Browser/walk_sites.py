"""Walks through what the gate shows in the name of a site, and through the demonstration."""

from collections.abc import Callable

from browser import Browser
from instance import Instance
from sites import demonstration


def walk(instance: Instance, browser: Browser, look: Callable[[str], None]) -> None:
    """Has `look` see each of them, in the browser of somebody who is signed in and administers nothing."""
    site = demonstration(instance).origin
    browser.open(f"{site}/")
    look("demonstration")
    browser.open(f"{site}/admin/")
    look("refused-by-a-site")
    browser.open(f"{site}/auth/enter?code=none")
    look("hand-over-over")
    browser.open("/my")
    browser.press("Sign out")
    browser.open(f"{site}/")
    look("sign-in-for-a-site")
