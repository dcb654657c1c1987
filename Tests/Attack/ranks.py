"""Whether two series of measurements differ, by their ranks: the test of Mann and Whitney."""

from collections import Counter
from collections.abc import Sequence
from math import erfc, sqrt


def probability(first: Sequence[float], second: Sequence[float]) -> float:
    """How likely series that differ this much, or more, are if both have one source (two-sided, corrected for ties)."""
    together = sorted([*first, *second])
    places = Counter(together)
    rank, ranks = 0, {}
    for value in sorted(places):
        ranks[value] = rank + (places[value] + 1) / 2
        rank += places[value]
    n, m, total = len(first), len(second), len(together)
    u = sum(ranks[value] for value in first) - n * (n + 1) / 2
    ties = sum(count**3 - count for count in places.values()) / (total * (total - 1))
    deviation = sqrt(n * m / 12 * (total + 1 - ties))
    return erfc(abs(u - n * m / 2) / deviation / sqrt(2)) if deviation else 1.0
