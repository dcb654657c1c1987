"""A visitor whose requests are counted. One that fails ends what its owner was about to do."""

from http.client import HTTPException

from crowd import FAILURE
from instance import Instance
from tally import Tally
from visitor import Answer, Visitor

# What the pages behind the gate say, and no other.
INSIDE = "Inside the gate"


class Unanswered(Exception):
    """Whether the request did anything is not known to who sent it."""


class Counted(Visitor):
    def __init__(self, door: Instance, cookie: str, tally: Tally, address: str, host: str = "127.0.0.1") -> None:
        super().__init__(door, host, timeout=25, source=address)
        self.cookie = cookie
        self.tally = tally

    @property
    def session(self) -> str:
        """What proves to the site that its owner is signed in."""
        return self.cookies.get(self.cookie, "")

    @session.setter
    def session(self, value: str) -> None:
        self.cookies[self.cookie] = value

    def ask(self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None) -> Answer:
        try:
            answer = super().ask(method, path, body, headers)
        except (OSError, HTTPException):
            answer = FAILURE
        self.tally.note(answer.status)
        # A page that comes all the same is what nobody may get.
        if (answer.status == 0 or answer.status >= 500) and INSIDE not in answer.text:
            raise Unanswered(f"{method} {path} was answered with {answer.status}")
        return answer

    def sees(self, path: str) -> bool:
        """Whether a page behind the gate is delivered."""
        return INSIDE in self.ask("GET", path).text
