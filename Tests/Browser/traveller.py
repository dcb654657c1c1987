"""A visitor without JavaScript who goes from site to site."""

from urllib.parse import parse_qs, urlsplit

import canaries
from instance import Instance
from person import Person
from sites import Site
from visitor import Answer, Held, Visitor


class Traveller(Visitor):
    """Goes wherever an address with a host leads. As in browsers, cookies belong to a host, whatever its port."""

    def __init__(self, instance: Instance) -> None:
        super().__init__(instance)
        self.path = ""
        self._cookies = {self.host: self.cookies}

    @property
    def url(self) -> str:
        """What the address bar shows."""
        return f"http://{self.host}:{self.port}{self.path}"

    def cookies_at(self, place: Site | Instance) -> dict[str, str]:
        return self._cookies.setdefault(urlsplit(place.origin).hostname or "", {})

    def prepared(self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None) -> Held:
        self.path = self._go(path) if path.startswith("http") else path
        return super().prepared(method, self.path, body, headers)

    def open(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        answer = super().open(path, headers)
        while onward := answer.header("Refresh").partition("url=")[2]:
            answer = super().open(onward)
        return answer

    def keep(self, answer: Answer) -> None:
        super().keep(answer)
        for code in parse_qs(urlsplit(answer.header("Location")).query).get("code", []):
            canaries.remember("hand-over", code)

    def _go(self, url: str) -> str:
        """Turns to the site of an address, with the cookies of its host: what to ask there."""
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "", parts.port or 80
        self.cookies = self._cookies.setdefault(self.host, {})
        return url.removeprefix(f"{parts.scheme}://{parts.netloc}") or "/"


def arrived(instance: Instance, person: Person, *sites: Site) -> Traveller:
    """Somebody who has signed in with the password, and has been to the sites."""
    traveller = Traveller(instance)
    for site in sites:
        traveller.open(f"{site.origin}/")
        if traveller.port == instance.port:
            traveller.give(person)
    return traveller
