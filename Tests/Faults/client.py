"""A browser of the load, which goes to the site and next door."""

from typing import NamedTuple
from urllib.parse import urlsplit

from counted import INSIDE, Counted, Unanswered
from instance import Instance
from tally import Tally
from visitor import Answer

GUARDED = "/guarded/"


class Proof(NamedTuple):
    """What a browser shows to be let in: by the site itself, and next door."""
    session: str
    entrance: str


class Client(Counted):
    def __init__(self, door: Instance, cookie: str, tally: Tally, address: str) -> None:
        super().__init__(door, cookie, tally, address)
        # The site next door is another one, with other cookies.
        self.next_door = Counted(door, "vestibule-81-site", tally, address, "next-door.localhost")

    @property
    def proof(self) -> Proof:
        return Proof(self.session, self.next_door.session)

    @proof.setter
    def proof(self, shown: Proof) -> None:
        self.session, self.next_door.session = shown

    def passes(self) -> bool:
        """Whether both sites let this browser in, which the one next door may send to the sign-in and back."""
        return self.refusal() is None

    def refusal(self) -> Answer | None:
        """What it gets in place of a page of one of the sites, if one of them does not let it in."""
        answer = self.ask("GET", GUARDED)
        return self._refusal_next_door() if INSIDE in answer.text else answer

    def is_let_in(self) -> bool:
        """Whether either site lets this browser in by what it shows, however little works."""
        return any([self._gets(self, GUARDED), self._gets(self.next_door, "/")])

    def _refusal_next_door(self) -> Answer | None:
        answer = self.next_door.ask("GET", "/")
        if answer.status == 303:
            answer = self.ask("GET", _without_host(answer.header("Location")))
            if answer.status == 303:
                answer = self.next_door.ask("GET", _without_host(answer.header("Location")))
                if answer.status == 303:
                    answer = self.next_door.ask("GET", "/")
        return None if INSIDE in answer.text else answer

    @staticmethod
    def _gets(visitor: Counted, path: str) -> bool:
        try:
            return visitor.sees(path)
        except Unanswered:
            return False


def _without_host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"
