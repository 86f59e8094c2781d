"""How many points a result earns: what each case is worth, and what luck is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..cases.integers import INTEGERS

__all__ = ["CHANCE", "earned_share", "worths"]

CHANCE = 0.25  # of the cases: so many may be right by luck


def worths(topics: Sequence[str], shares: Mapping[str, float]) -> list[float]:
    """Say which part of the points each case is worth, from the topics of all cases.

    All cases are worth the same, except that those of a topic in `shares` are worth that part
    together. Integer data, which no text promises, are worth nothing.
    """
    counts = Counter(topic for topic in topics if topic != INTEGERS)
    shared = {topic: share for topic, share in shares.items() if counts[topic]}
    n_others = sum(n for topic, n in counts.items() if topic not in shared)
    each = (1 - sum(shared.values())) / max(n_others, 1)
    of_topic = {
        topic: shared[topic] / n if topic in shared else each for topic, n in counts.items()
    }
    total = sum(of_topic[topic] * n for topic, n in counts.items()) or 1.0  # 1 as a rule
    return [of_topic.get(topic, 0.0) / total for topic in topics]


def earned_share(worth_of_cases: Sequence[float], right: Sequence[bool]) -> float:
    """Which part of the points right cases earn; another right case never makes it less."""
    counted = [(w, is_right) for w, is_right in zip(worth_of_cases, right, strict=True) if w]
    if sum(is_right for _, is_right in counted) < CHANCE * len(counted):
        return 0.0
    return sum(worth for worth, is_right in counted if is_right)
