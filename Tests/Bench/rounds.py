"""Loads that take turns, so that whatever else the machine does at the time falls on all of them."""

from dataclasses import dataclass, field
from statistics import median

from load import Answers, Load
from parts import spent
from runner import expect

# Short, and many of them: a machine that others share is seldom the same for long.
SECONDS = 1


@dataclass(frozen=True)
class Round:
    answers: Answers
    # Microseconds of a processor that each part has spent on one request.
    cost: dict[str, float]


@dataclass
class Series:
    """What one load came to in each round."""
    rounds: list[Round] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(self.rates)

    @property
    def rates(self) -> list[float]:
        return [round.answers.rate for round in self.rounds]

    @property
    def p50(self) -> float:
        return median(round.answers.p50 for round in self.rounds)

    @property
    def p99(self) -> float:
        return median(round.answers.p99 for round in self.rounds)

    def cost(self, *parts: str) -> float:
        """The microseconds of these parts together, or of all."""
        return median(sum(round.cost[part] for part in parts or round.cost) for round in self.rounds)


def measured(load: Load, seconds: int = SECONDS) -> Round:
    """One round, in which every request must get what it asks for."""
    round = attempted(load, seconds)
    answers = round.answers
    expect(answers.requests and not answers.refused and not answers.broken,
           f"of {answers.requests} requests {answers.refused} were refused and {answers.broken} got no answer")
    return round


def attempted(load: Load, seconds: int = SECONDS) -> Round:
    """One round, whatever comes of it."""
    before = spent(load.parts)
    answers = load.run(seconds)
    after = spent(load.parts)
    return Round(answers, {part: (after[part] - before[part]) * 1e6 / max(answers.requests, 1) for part in before})


def interleaved(loads: dict[str, Load], rounds: int) -> dict[str, Series]:
    """Has the loads take turns, in the one order and then in the other, after a second each that does not count."""
    series = {name: Series() for name in loads}
    for load in loads.values():
        load.run(1)
    for number in range(rounds):
        names = list(loads) if number % 2 == 0 else list(reversed(loads))
        for name in names:
            series[name].rounds.append(measured(loads[name]))
    return series


def ratio(one: Series, other: Series) -> float:
    """How many times the other's rate, as the median of what each round says."""
    return median(rate / base for rate, base in zip(one.rates, other.rates))


def cost_ratio(one: Series, other: Series) -> float:
    """How many times the other's processor time."""
    pairs = zip(one.rounds, other.rounds)
    return median(sum(first.cost.values()) / sum(second.cost.values()) for first, second in pairs)
