"""Somebody who signs in, and knows what the site owes them for a right password and a code."""

import random
import time
from collections.abc import Callable

from client import Client
from ledger import Ledger
from person import Person
from phone import Phone
from visitor import Answer

# How many seconds after it was read a code may arrive and must be accepted.
PATIENCE = 8


class SigningIn:
    def __init__(self, person: Person, browser: Callable[[], Client], ledger: Ledger) -> None:
        self.person = person
        self.browser = browser
        self.ledger = ledger
        # Whether two-factor is enabled; None while nobody has told them.
        self.is_protected: bool | None = False
        self.phone: Phone | None = None
        self.codes: list[str] = []
        self.browsers: list[Client] = []
        self.replays = 2

    def sign_in(self) -> None:
        """Signs in from one more browser, with whatever is at hand for the second step."""
        client = self.browser()
        if self.give_password(client):
            if self.codes and (random.random() < 0.5 or not self.phone.has_code):
                self.use_recovery_code(client)
            elif self.phone.has_code:
                self.use_code(client)
        if client.session:
            self.browsers.append(client)

    def give_password(self, client: Client) -> bool:
        """Whether a second step is asked for."""
        client.open("/login")
        fields = {"Email": self.person.email, "Password": self.person.password}
        with self.ledger.change(self.person.email, "signed-in") as change:
            answer = client.post("Sign in", fields)
            change.is_acknowledged = answer.header("Location") == "/"
        # Attempts that an outage cut short were counted before anybody knew that the password was right.
        if answer.status == 429:
            return False
        if answer.status != 303:
            self._surprise("I8", f"a right password is answered with {answer.status}", answer)
            return False
        is_asked = answer.header("Location") == "/login/two-factor"
        if self.is_protected not in (None, is_asked):
            self._surprise("I5", f"two-factor is {self.is_protected}, but a code is asked for: {is_asked}", answer)
        self.is_protected = is_asked
        if is_asked:
            client.open("/login/two-factor")
        else:
            self.phone, self.codes = None, []
        return is_asked

    def use_code(self, client: Client) -> None:
        began, fields = time.monotonic(), {"Authenticator code": self.phone.code()}
        with self.ledger.change(self.person.email, "signed-in-by-totp") as change:
            answer = client.post("Verify and sign in", fields)
            change.is_acknowledged = bool(client.session)
        if answer.status == 422 and time.monotonic() - began < PATIENCE:
            self._surprise("I2", "a code that was never used is refused", answer)
        self._try_again("I2", "Verify and sign in", fields)

    def use_recovery_code(self, client: Client) -> None:
        fields = {"Recovery code": self.codes.pop()}
        with self.ledger.change(self.person.email, "signed-in-by-recovery-code") as change:
            answer = client.post("Use recovery code", fields)
            change.is_acknowledged = bool(client.session)
        if answer.status == 422:
            self._surprise("I1", "a recovery code that was never used is refused", answer)
        self._try_again("I1", "Use recovery code", fields)

    def _try_again(self, fact: str, caption: str, fields: dict[str, str]) -> None:
        """Brings a code a second time, from another browser. Each time is a guess, of which few are free."""
        if self.replays <= 0 or random.random() < 0.7:
            return
        self.replays -= 1
        client = self.browser()
        if self.give_password(client):
            answer = client.post(caption, fields)
            if client.session:
                self._surprise(fact, "a code signs in twice", answer)

    def _surprise(self, fact: str, words: str, answer: Answer) -> None:
        self.ledger.surprise(fact, f"{self.person.email}: {words}; the page says {answer.page.text[:200]!r}")
