"""Counts what was sent and how much of it failed."""

import threading
from dataclasses import dataclass, field


@dataclass
class Tally:
    sent: int = 0
    # No answer, or one that says the site could not.
    failed: int = 0
    # Answers that take the blame: 500, which no outage excuses.
    faulted: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def note(self, status: int) -> None:
        with self._lock:
            self.sent += 1
            self.failed += status == 0 or status >= 500
            self.faulted += status == 500

    def add(self, other: "Tally") -> None:
        """Counts in what was sent elsewhere."""
        with self._lock:
            self.sent += other.sent
            self.failed += other.failed
            self.faulted += other.faulted

    def since(self, earlier: "Tally") -> "Tally":
        """What came after an earlier state of this tally."""
        return Tally(self.sent - earlier.sent, self.failed - earlier.failed, self.faulted - earlier.faulted)

    def now(self) -> "Tally":
        return self.since(Tally())
