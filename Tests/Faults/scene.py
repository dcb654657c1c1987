"""Where faults happen: an instance, a door to it, and people who go in and out."""

import itertools
import random
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

from client import Client
from counted import Unanswered
from crowd import again_and_again
from door import Door
from guesser import Guesser
from instance import Instance
from ledger import Ledger
from member import Member
from person import somebody
from runner import eventually
from tally import Tally

# How many of the people act at a time.
HANDS = 6


class Scene:
    def __init__(self, instance: Instance, people: int) -> None:
        self.instance = instance
        self.tally, self.ledger = Tally(), Ledger()
        # What was broken, and is known.
        self.found: set[tuple[str, str]] = set()
        self._addresses = itertools.count(2)
        self._ends = ExitStack()
        self.door = Door(instance)
        self.at_the_end(self.door.stop)
        with self._ends.pop_all() as ends:
            self.members = [self.member() for _ in range(people)]
            self.guesser = Guesser(self.member())
            self.watcher = self.member()
            self._ends = ends.pop_all()

    def at_the_end(self, act: Callable[[], None]) -> None:
        """Puts down what is to be stopped with the scene."""
        self._ends.callback(act)

    def __enter__(self) -> "Scene":
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    def member(self) -> Member:
        """One more person, who comes from an address of their own."""
        number = next(self._addresses)
        address = f"127.0.{number // 250}.{number % 250 + 1}"
        return Member(somebody(self.instance), lambda: self.browser(address), self.ledger)

    def browser(self, address: str = "127.0.0.1") -> Client:
        front = Instance(f"http://127.0.0.1:{self.door.port}", self.instance.state)
        return Client(front, self.instance.cookie("session"), self.tally, address)

    @property
    def everybody(self) -> list[Member]:
        return [*self.members, self.guesser.victim, self.watcher]

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Has people sign in and out without a pause for as long as the block lasts."""
        shares = [self.members[hand::HANDS] for hand in range(HANDS)]
        acts = [partial(self._work, share) for share in shares if share]
        with again_and_again([*acts, partial(self._work, [self.guesser], 0.3)]):
            yield

    @contextmanager
    def besieged(self) -> Iterator[None]:
        """Has people whose sessions are over, or never were, ask for pages behind the gate for as long as the block lasts."""
        with again_and_again([self._knock]):
            yield

    def _knock(self) -> None:
        time.sleep(0.05)
        random.choice(self.everybody).knock()

    def _work(self, share: list[Member] | list[Guesser], pause: float = 0.02) -> None:
        time.sleep(pause)
        try:
            random.choice(share).act()
        except Unanswered:
            return
        except Exception as error:  # Whatever else the site shows that nobody expected.
            self.ledger.surprise("I8", f"{type(error).__name__}: {error}")

    @property
    def is_well(self) -> bool:
        """Whether every lane answers."""
        try:
            self.watcher.sign_in()
            self.watcher.look()
            self.watcher.sign_out()
        except (Unanswered, IndexError):
            time.sleep(0.3)
            return False
        return True

    def recovers(self, seconds: float) -> float:
        """Waits until every lane answers, and fails after so many seconds: how long it took."""
        began = time.monotonic()
        eventually(seconds, lambda: self.is_well, "the site does not come back by itself")
        return time.monotonic() - began
