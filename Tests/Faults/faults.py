"""Brings faults about, one kind after the other, and judges after each what people saw and what the database holds."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from facts import new_violations, summary
from scene import Scene
from tally import Tally

Act = Callable[[Scene, int], None]

# What a fault breaks that is not a fact, but was said of this fault.
PROMISE = "promise"


@dataclass
class Outcome:
    """What one kind of fault did."""
    fault: str
    times: int
    seconds: float = 0
    tally: Tally = field(default_factory=Tally)
    broken: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Fault:
    act: Act
    short: int
    whole: int
    is_alone: bool

    @property
    def name(self) -> str:
        sentence = self.act.__name__.replace("_", " ").replace("mariadb", "MariaDB")
        return sentence[0].upper() + sentence[1:]


_faults: list[Fault] = []


def fault(short: int, whole: int, is_alone: bool = False) -> Callable[[Act], Act]:
    """Marks a function that brings a fault about so many times, in a short round and in a whole one.

    People are at work meanwhile, unless the fault says that it brings its own.
    """
    def mark(act: Act) -> Act:
        _faults.append(Fault(act, short, whole, is_alone))
        return act

    return mark


def run(scene: Scene, is_short: bool, only: str) -> list[Outcome]:
    """Brings about every fault, and says of each in one line how it went."""
    outcomes = []
    for each in _faults:
        times = each.short if is_short else each.whole
        if times and only.lower() in each.name.lower():
            outcomes.append(_bring_about(each, scene, times))
    return outcomes


def _bring_about(each: Fault, scene: Scene, times: int) -> Outcome:
    outcome = Outcome(each.name, times)
    before, began = scene.tally.now(), time.monotonic()
    for part in (lambda: _act(each, scene, times), lambda: scene.recovers(60),
                 lambda: outcome.broken.extend(new_violations(scene))):
        try:
            part()
        except Exception as error:  # A fault may go wrong in any way; the others are brought about all the same.
            words = str(error) if isinstance(error, AssertionError) else f"{type(error).__name__}: {error}"
            outcome.broken.append((PROMISE, words))
    outcome.seconds, outcome.tally = time.monotonic() - began, scene.tally.now().since(before)
    if outcome.tally.faulted:
        outcome.broken.append((PROMISE, f"{outcome.tally.faulted} answers with 500"))
    say(each.name, outcome.broken)
    return outcome


def _act(each: Fault, scene: Scene, times: int) -> None:
    with scene.besieged():
        if each.is_alone:
            each.act(scene, times)
        else:
            with scene.at_work():
                each.act(scene, times)
                scene.recovers(10)


def say(name: str, broken: list[tuple[str, str]]) -> bool:
    """One line that can be counted, with the first few things that are wrong: whether there is none."""
    words = "; ".join(f"{fact}: {what}" for fact, what in broken[:3])
    print(f"FAIL {name}: {summary(broken)}: {words}"[:1500] if broken else f"ok {name}", flush=True)
    return not broken
