"""Says how good each figure must be, has them measured one after the other, and says of each whether it holds."""

from collections.abc import Callable
from dataclasses import dataclass

from bench import Bench


@dataclass(frozen=True)
class Goal:
    words: str
    limit: float
    unit: str
    is_floor: bool

    def of(self, value: float, words: str = "") -> "Figure":
        """What was measured for this goal, and in words what it comes from."""
        return Figure(self, value, words)

    @property
    def demand(self) -> str:
        return f"{'at least' if self.is_floor else 'at most'} {self.limit:g}{self.unit}"


@dataclass(frozen=True)
class Figure:
    goal: Goal
    value: float
    words: str

    @property
    def holds(self) -> bool:
        return self.value >= self.goal.limit if self.goal.is_floor else self.value <= self.goal.limit

    @property
    def text(self) -> str:
        digits = 0 if self.value == round(self.value) or self.value >= 100 else 1 if self.value >= 10 else 2
        return f"{self.value:.{digits}f}{self.goal.unit}"


def at_least(limit: float, words: str, unit: str = "") -> Goal:
    return Goal(words, limit, unit, True)


def at_most(limit: float, words: str, unit: str = "") -> Goal:
    return Goal(words, limit, unit, False)


Measure = Callable[[Bench], list[Figure]]
_measures: list[tuple[tuple[Goal, ...], Measure, bool]] = []


def measures(*goals: Goal, takes_long: bool = False) -> Callable[[Measure], Measure]:
    """Marks a function that measures these goals together; one that takes long is left out of a quick look."""
    def mark(measure: Measure) -> Measure:
        _measures.append((goals, measure, takes_long))
        return measure

    return mark


def run(bench: Bench, only: str) -> list[Figure | str]:
    """Measures goal by goal, and says of each in one line how it went; a text is why one could not be measured."""
    found: list[Figure | str] = []
    for goals, measure, takes_long in _measures:
        if takes_long and bench.is_quick or not any(only.lower() in goal.words.lower() for goal in goals):
            continue
        try:
            figures = measure(bench)
        except Exception as error:  # A measurement may fail in any way; the others are made all the same.
            found.append(f"{goals[0].words}: {_why(error)}")
            print(f"FAIL {found[-1]}", flush=True)
        else:
            found += figures
            for figure in figures:
                print(line(figure), flush=True)
    return found


def line(figure: Figure) -> str:
    words = f" ({figure.words})" if figure.words else ""
    return f"{'ok' if figure.holds else 'FAIL'} {figure.goal.words}: {figure.text}, {figure.goal.demand}{words}"


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, AssertionError) else f"{type(error).__name__}: {error}"
