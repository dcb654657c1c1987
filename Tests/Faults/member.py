"""Somebody of the load, who knows for certain only what the site has acknowledged."""

import random
import secrets
from collections.abc import Callable

from client import Client, Proof
from ledger import Ledger
from person import Person
from phone import Phone
from signing_in import SigningIn
from visitor import recovery_codes

BROWSERS = 3


class Member(SigningIn):
    def __init__(self, person: Person, browser: Callable[[], Client], ledger: Ledger) -> None:
        super().__init__(person, browser, ledger)
        # What the site has said is over.
        self.ended: list[Proof] = []

    def act(self) -> None:
        """Does one thing that somebody in their place might do."""
        if not self.browsers:
            self.sign_in()
        else:
            acts, weights = zip(*self._possible())
            random.choices(acts, weights)[0]()

    def _possible(self) -> list[tuple[Callable[[], None], int]]:
        return [(self.look, 12), (self.knock, 4), (self.sign_out, 6),
                (self.sign_in, 8 if len(self.browsers) < BROWSERS else 0),
                (self.set_up, 10 if self.is_protected is False else 0),
                (self.renew_codes, 10 if self.is_protected and len(self.codes) < 3 else 0),
                (self.take_away, 1 if self.is_protected else 0)]

    def look(self) -> None:
        """Opens a page here and one next door."""
        client = random.choice(self.browsers)
        answer = client.ask("GET", "/my")
        refusal = answer if answer.status != 200 else client.refusal()
        if refusal:
            self._surprise("I8", f"a session that nobody ended is over ({refusal.status})", refusal)
            self.browsers.remove(client)

    def knock(self) -> None:
        """Tries both sites without a cookie, with invented ones, and with some that are over."""
        invented = Proof(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
        for fact, shown in (("I11", Proof("", "")), ("I11", invented), *(("I7", over) for over in self.ended[-1:])):
            client = self.browser()
            client.proof = shown
            if client.is_let_in():
                self.ledger.surprise(fact, f"somebody is let in without a session, {self.person.email}")

    def set_up(self) -> None:
        client = random.choice(self.browsers)
        client.open("/my/profile")
        client.press("Set up two-factor")
        phone = Phone(client.answer.page.codes[0])
        fields = {"Authenticator code": phone.code()}
        ended = self._lose_sight_of_all()
        self.is_protected, self.phone = None, phone
        with self.ledger.change(self.person.email, "second-factor-enabled") as change:
            answer = client.post("Confirm and enable", fields)
            change.is_acknowledged = answer.status == 200
        if change.is_acknowledged:
            self.is_protected, self.codes = True, recovery_codes(answer)
            self._keep(client, ended)

    def renew_codes(self) -> None:
        client = random.choice(self.browsers)
        client.open("/my/profile/two-factor/recovery-codes")
        self.codes = []
        with self.ledger.change(self.person.email, "recovery-codes-regenerated") as change:
            answer = client.post("Generate new codes")
            change.is_acknowledged = answer.status == 200
        self.codes = recovery_codes(answer)

    def take_away(self) -> None:
        client = random.choice(self.browsers)
        client.open("/my/profile/two-factor")
        ended = self._lose_sight_of_all()
        self.is_protected = None
        with self.ledger.change(self.person.email, "second-factor-disabled") as change:
            answer = client.post("Disable two-factor", {"Current password": self.person.password})
            change.is_acknowledged = answer.status == 303
        if change.is_acknowledged:
            self.is_protected, self.phone, self.codes = False, None, []
            self._keep(client, ended)

    def sign_out(self) -> None:
        client = self.browsers.pop(random.randrange(len(self.browsers)))
        client.open("/my")
        shown = client.proof
        with self.ledger.change(self.person.email, "signed-out") as change:
            change.is_acknowledged = bool(client.post("Sign out").header("Clear-Site-Data"))
        if change.is_acknowledged:
            self.ended.append(shown)

    def _lose_sight_of_all(self) -> list[Proof]:
        """Whoever changes what they sign in with ends every session; which, they know with the answer."""
        shown, self.browsers, self.codes = [client.proof for client in self.browsers], [], []
        return shown

    def _keep(self, client: Client, ended: list[Proof]) -> None:
        """Of all sessions the one goes on that made the change, under a new cookie here, and under the old one next door."""
        self.browsers = [client]
        for shown in ended:
            self.ended.append(Proof(shown.session, shown.entrance if shown.entrance != client.proof.entrance else ""))
