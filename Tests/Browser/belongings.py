"""What a person takes along from a page: what they copied, and the files they saved."""

from pathlib import Path

from browser import Browser
from runner import eventually


def copied(browser: Browser) -> str:
    grant = {"origin": browser.instance.origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    browser.driver.execute_cdp_cmd("Browser.grantPermissions", grant)
    return str(browser.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])"))


def saved(browser: Browser, caption: str) -> Path:
    """Presses what saves a file: the file."""
    folder = Path(browser.profile, "downloads")
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    browser.click(caption)
    eventually(10, lambda: list(folder.glob("*.txt")), "no file arrives")
    return next(folder.glob("*.txt"))
