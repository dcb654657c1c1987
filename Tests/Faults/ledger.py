"""What people were told: every change that was acknowledged to them, and every one of which they never heard."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from counted import Unanswered


class Change:
    is_acknowledged = False


class Ledger:
    def __init__(self) -> None:
        self.acknowledged: Counter[tuple[str, str]] = Counter()
        self.unheard: Counter[tuple[str, str]] = Counter()
        self.surprises: list[tuple[str, str]] = []
        self._lock = threading.Lock()

    @contextmanager
    def change(self, email: str, event: str) -> Iterator[Change]:
        """Writes down how a change ends that the audit log calls `event`."""
        change = Change()
        try:
            yield change
        except Unanswered:
            self._count(self.unheard, email, event)
            raise
        if change.is_acknowledged:
            self._count(self.acknowledged, email, event)

    def surprise(self, fact: str, words: str) -> None:
        """Writes down what people saw that must not be."""
        with self._lock:
            self.surprises.append((fact, words))

    def take_surprises(self) -> list[tuple[str, str]]:
        with self._lock:
            seen, self.surprises = self.surprises, []
        return seen

    def rows(self) -> list[tuple[str, str, int, int]]:
        """Whose changes, of which kind, how many acknowledged, and how many never heard of."""
        return [(*key, self.acknowledged[key], self.unheard[key]) for key in {*self.acknowledged, *self.unheard}]

    def _count(self, kind: Counter[tuple[str, str]], email: str, event: str) -> None:
        with self._lock:
            kind[email, event] += 1
