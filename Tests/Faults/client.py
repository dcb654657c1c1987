"""A browser of the load, which goes to the site and next door."""

from typing import NamedTuple
from urllib.parse import urlsplit

from counted import INSIDE, Counted, Unanswered
from instance import Instance
from tally import Tally

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
        return self.sees(GUARDED) and self._comes_in_next_door()

    def is_let_in(self) -> bool:
        """Whether either site lets this browser in by what it shows, however little works."""
        return any([self._gets(self, GUARDED), self._gets(self.next_door, "/")])

    def _comes_in_next_door(self) -> bool:
        answer = self.next_door.ask("GET", "/")
        if answer.status == 303:
            answer = self.ask("GET", _without_host(answer.header("Location")))
            return answer.status == 303 and self._is_handed_over(_without_host(answer.header("Location")))
        return INSIDE in answer.text

    @staticmethod
    def _gets(visitor: Counted, path: str) -> bool:
        try:
            return visitor.sees(path)
        except Unanswered:
            return False

    def _is_handed_over(self, path: str) -> bool:
        return self.next_door.ask("GET", path).status == 303 and self.next_door.sees("/")


def _without_host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"
