"""A real Chromium, driven by what a person sees: captions of buttons, labels of fields."""

import shutil
import tempfile
from types import TracebackType

from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webelement import WebElement

import canaries
from instance import Instance
from person import Person
from phone import Phone
from runner import eventually, expect_equal

ALLOW, BLOCK = 1, 2


class Browser:
    """One browser with a profile of its own. Leave it by `with`, which fails the test if the console complained."""

    def __init__(self, instance: Instance, javascript: bool = True) -> None:
        self.instance = instance
        self.javascript = javascript
        self.profile = tempfile.mkdtemp(prefix="vestibule-browser-")
        options = ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900",
                         f"--user-data-dir={self.profile}", "--lang=en-GB"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": ALLOW if javascript else BLOCK})
        self.driver = Chrome(service=Service(shutil.which("chromedriver") or "chromedriver"), options=options)

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        complaints = self.complaints()
        self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)
        if not kind:
            expect_equal(complaints, [], "what the console complains of")

    @property
    def text(self) -> str:
        """What can be read on the page."""
        return self.one("body").text

    @property
    def path(self) -> str:
        return self.driver.current_url.removeprefix(self.instance.origin)

    def open(self, path: str) -> None:
        """Opens a page of the instance, or of another site if that is said."""
        self.driver.get(path if path.startswith("http") else self.instance.origin + path)

    def one(self, selector: str) -> WebElement:
        """The first such element; it is waited for where a page is on its way."""
        eventually(10, lambda: self.all(selector), f"there is no {selector}")
        return self.all(selector)[0]

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements("css selector", selector)

    def shows(self, words: str) -> bool:
        return words in self.text

    def button(self, caption: str) -> WebElement:
        """What can be pressed and has that caption: a button before a link or a disclosure."""
        named = f"[normalize-space()='{caption}']"
        found = [*self.driver.find_elements("xpath", f"//button{named}"),
                 *self.driver.find_elements("xpath", f"//*[self::summary or self::a]{named}")]
        visible = [element for element in found if element.is_displayed()]
        if not visible:
            raise AssertionError(f"no button {caption!r} to be seen on {self.text[:300]!r}")
        return visible[0]

    def field(self, label: str) -> WebElement:
        found = self.driver.find_elements("xpath", f"//label[normalize-space()='{label}']")
        visible = [element for element in found if element.is_displayed()]
        if not visible:
            raise AssertionError(f"no field {label!r} to be seen on {self.text[:300]!r}")
        return self.one("#" + visible[0].get_attribute("for"))

    def fill(self, label: str, text: str) -> None:
        field = self.field(label)
        field.clear()
        field.send_keys(text)

    def click(self, caption: str) -> None:
        """Presses what does something on the page itself: a disclosure, Copy, a dialog."""
        self.button(caption).click()

    def press(self, caption: str) -> None:
        """Presses a button, and waits for the answer, be it a page or a part of one."""
        main = self.one("main")
        self.button(caption).click()
        self._await_change(main, f"no answer to {caption!r}")

    def reload(self) -> None:
        main = self.one("main")
        self.driver.refresh()
        self._await_change(main, "no page after reloading")

    def back(self) -> None:
        main = self.one("main")
        self.driver.back()
        self._await_change(main, "no page after going back")

    def sign_in(self, person: Person, phone: Phone | None = None) -> None:
        self.open("/login")
        self.give(person, phone)

    def give(self, person: Person, phone: Phone | None = None) -> None:
        """Gives the sign-in what it asks for."""
        self.fill("Email", person.email)
        self.fill("Password", person.password)
        self.press("Sign in")
        if phone:
            self.fill("Authenticator code", phone.code())
            self.press("Verify and sign in")

    def complaints(self) -> list[str]:
        """The errors and warnings of the console since it was last asked, but for the statuses of refused forms."""
        return [line["message"] for line in self.driver.get_log("browser") if line["level"] in ("SEVERE", "WARNING")
                and "the server responded with a status of 4" not in line["message"]]

    def _await_change(self, main: WebElement, why: str) -> None:
        eventually(20, lambda: _is_gone(main) and self._is_complete(), why)
        for cookie in self.driver.get_cookies():
            canaries.remember_cookie(cookie["name"], cookie["value"])

    def _is_complete(self) -> bool:
        """Whether the page is there, and nothing on it fades in any more."""
        script = "return document.readyState == 'complete' && document.getAnimations().length == 0"
        return bool(self.driver.execute_script(script))


def _is_gone(element: WebElement) -> bool:
    try:
        element.is_enabled()
    except StaleElementReferenceException:
        return True
    except WebDriverException as error:
        if "does not belong to the document" in str(error):
            return True
        raise
    return False
