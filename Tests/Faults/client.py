"""A browser of the load: each of its requests is counted, and one that fails ends what its owner was about to do."""

from http.client import HTTPException

from crowd import FAILURE
from instance import Instance
from tally import Tally
from visitor import Answer, Visitor

GUARDED = "/guarded/"


class Unanswered(Exception):
    """Whether the request did anything is not known to who sent it."""


class Client(Visitor):
    def __init__(self, door: Instance, cookie: str, tally: Tally, address: str) -> None:
        super().__init__(door, timeout=25, source=address)
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
        if answer.status == 0 or answer.status >= 500:
            raise Unanswered(f"{method} {path} was answered with {answer.status}")
        return answer

    def passes(self) -> bool:
        """Whether the site next door lets this browser in."""
        return 200 <= self.ask("GET", GUARDED).status < 300
