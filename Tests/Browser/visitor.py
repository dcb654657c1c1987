"""A browser without JavaScript: it keeps cookies, follows redirects and fills in forms by what stands beside the fields."""

import http.client
import re
import time
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

import canaries
from instance import Instance
from page import Page
from person import Person
from phone import Phone
from wire import somewhere

FORM = "application/x-www-form-urlencoded"


@dataclass
class Answer:
    status: int
    headers: list[tuple[str, str]]
    text: str

    def all(self, name: str) -> list[str]:
        return [value for given, value in self.headers if given.lower() == name.lower()]

    def header(self, name: str) -> str:
        return ", ".join(self.all(name))

    @cached_property
    def page(self) -> Page:
        return Page(self.text)


class Held:
    """A request of which the last byte is held back. Called, it lets go of that and takes the answer."""

    def __init__(self, visitor: "Visitor", connection: http.client.HTTPConnection, last: bytes) -> None:
        self._visitor = visitor
        self._connection = connection
        self._last = last

    def __call__(self) -> Answer:
        self.release()
        return self.answer()

    def release(self) -> None:
        """Sends the last byte, and does not wait for the answer."""
        if sent := self._last:
            self._last = b""
            self._connection.send(sent)

    def answer(self) -> Answer:
        with closing(self._connection):
            response = self._connection.getresponse()
            answer = Answer(response.status, response.getheaders(), response.read().decode(errors="replace"))
        self._visitor.keep(answer)
        return answer


class Visitor:
    def __init__(self, instance: Instance, host: str = "127.0.0.1", timeout: float = 40, source: str = "") -> None:
        self.instance = instance
        self.host = host
        self.port = instance.port
        self.timeout = timeout
        self.source = source or somewhere()
        self.cookies: dict[str, str] = {}
        # When those of a host are over that are kept for a time.
        self._ends: dict[tuple[str, str], float] = {}
        self.answer = Answer(0, [], "")

    def ask(self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None) -> Answer:
        """Sends one request with the cookies, and takes the answer as it is."""
        return self.prepared(method, path, body, headers)()

    def prepared(self, method: str, path: str, body: str | None = None,
                 headers: dict[str, str] | None = None) -> Held:
        """The same, with everything done but the last byte."""
        sent = {"Host": f"{self.host}:{self.port}"}
        shown = [f"{name}={value}" for name, value in self.cookies.items()
                 if time.monotonic() < self._ends.get((self.host, name), float("inf"))]
        if shown:
            sent["Cookie"] = "; ".join(shown)
        content = (body or "").encode()
        if body is not None or method not in ("GET", "HEAD"):
            sent["Content-Length"] = str(len(content))
        if body is not None:
            sent["Content-Type"] = FORM
        connection = http.client.HTTPConnection("127.0.0.1", self.port, self.timeout, (self.source, 0))
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {**sent, **(headers or {})}.items():
            connection.putheader(name, value)
        connection.endheaders(content[:-1])
        return Held(self, connection, content[-1:])

    def open(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        """Opens a page, and goes on to where it leads."""
        self.answer = self.ask("GET", path, headers=headers)
        for _ in range(5):
            if self.answer.status != 303:
                break
            self.answer = self.ask("GET", self.answer.header("Location"))
        return self.answer

    def filled(self, caption: str, fields: dict[str, str] | None = None) -> tuple[str, str]:
        """The address and the body that a button of this page would post, with fields filled in by their labels."""
        form = self.answer.page.form(caption)
        typed = {form.labels[label]: value for label, value in (fields or {}).items()}
        return form.action, urlencode({**form.values, **typed})

    def post(self, caption: str, fields: dict[str, str] | None = None) -> Answer:
        """Presses a button, and takes the answer as it is."""
        path, body = self.filled(caption, fields)
        return self.ask("POST", path, body)

    def press(self, caption: str, fields: dict[str, str] | None = None) -> Answer:
        """Presses a button, and goes on to where the answer leads."""
        self.answer = self.post(caption, fields)
        if self.answer.status == 303:
            self.open(self.answer.header("Location"))
        return self.answer

    def sign_in(self, person: Person, phone: Phone | None = None) -> Answer:
        """Signs in with the password, and with the phone's code if a phone is at hand."""
        self.open("/login")
        return self.give(person, phone)

    def give(self, person: Person, phone: Phone | None = None) -> Answer:
        """Gives the sign-in what it asks for."""
        self.press("Sign in", {"Email": person.email, "Password": person.password})
        if phone:
            self.press("Verify and sign in", {"Authenticator code": phone.code()})
        return self.answer

    def enrol(self) -> tuple[Phone, list[str]]:
        """Sets up two-factor: the phone, and the recovery codes."""
        self.open("/my/profile")
        self.press("Set up two-factor")
        phone = Phone(self.answer.page.codes[0])
        self.press("Confirm and enable", {"Authenticator code": phone.code()})
        return phone, recovery_codes(self.answer)

    def keep(self, answer: Answer) -> None:
        for header in answer.all("Set-Cookie"):
            name, _, value = header.partition(";")[0].partition("=")
            canaries.remember_cookie(name, value)
            if "Max-Age=0" in header:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
                age = re.search(r"Max-Age=(\d+)", header)
                self._ends[self.host, name] = time.monotonic() + int(age[1]) if age else float("inf")


def recovery_codes(answer: Answer) -> list[str]:
    """The recovery codes that a page shows."""
    return [canaries.remember("recovery code", code) for code in answer.page.codes if len(code) == 9]
