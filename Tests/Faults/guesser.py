"""Somebody who has a person's password and guesses codes, restarting the challenge whenever it is spent."""

from client import Client
from counted import Unanswered
from member import Member


class Guesser:
    def __init__(self, victim: Member) -> None:
        self.victim = victim
        victim.sign_in()
        victim.set_up()
        self.wrong = victim.phone.wrong_code()
        self._client: Client | None = None

    def act(self) -> None:
        """Guesses once."""
        client, self._client = self._client or self._challenged(), None
        answer = client.post("Verify and sign in", {"Authenticator code": self.wrong})
        if client.session:
            self.victim.ledger.surprise("I6", "a wrong code signs in")
        elif answer.status == 422:
            self._client = client

    def _challenged(self) -> Client:
        client = self.victim.browser()
        if not self.victim.give_password(client):
            raise Unanswered("no code is asked for")
        return client
