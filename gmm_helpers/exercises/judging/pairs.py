"""Results beside the right ones, made comparable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from ..running.attempts import Outcome, attempt_known
from .answer_key import AnswerKey
from .returned_values import Unusable

__all__ = [
    "ROUNDING",
    "SAME",
    "Pair",
    "distance",
    "is_lesson",
    "pairs_of",
    "result_of",
    "total_distance",
    "where_same",
]

SAME = 0.05  # how far a deviation may be from a known one, relative to itself
ROUNDING = 1e-12


class Pair(NamedTuple):
    """Parts of a result and of the right one, each divided by the scale of the right one."""

    got: list[np.ndarray]
    right: list[np.ndarray]
    is_single: tuple[bool, bool]  # whether all numbers of the two have the digits of float32
    is_cut: bool = False  # whether a history was longer than the other

    @property
    def size(self) -> float:
        return distance(self.got, self.right)


@np.errstate(all="ignore")  # a student may have returned any numbers
def pairs_of(key: AnswerKey, outcomes: Sequence[Outcome]) -> dict[int, Pair]:
    if not key.exercise.small_numbers:
        return {}
    found = ((i, _pair(outcome.value, key.expected[i])) for i, outcome in enumerate(outcomes))
    return {i: pair for i, pair in found if pair}


def _pair(got, right) -> Pair | None:
    """Make results comparable: histories count as far as both go."""
    got, right = (value if isinstance(value, tuple) else (value,) for value in (got, right))
    if len(got) != len(right) or any(not isinstance(part, np.ndarray) for part in got):
        return None
    pairs, is_cut = [], False
    for one, other in zip(got, (np.asarray(part, dtype=float) for part in right), strict=True):
        if isinstance(one, Unusable) or (one.ndim != other.ndim and one.size != other.size):
            return None
        if one.ndim == other.ndim == 1 and len(got) > 1:
            is_cut |= len(one) != len(other)
            one, other = _cut(one, other)
        if one.size != other.size or not np.isfinite(one).all():
            return None
        scale = np.abs(other).max(initial=0) or 1.0
        pairs.append((one.reshape(other.shape), other, scale))
    return Pair(
        [one / scale for one, _, scale in pairs],
        [other / scale for _, other, scale in pairs],
        # Not the history of a run: sums are of double precision as a rule.
        (_is_single(one for one, *_ in pairs[:3]), _is_single(other for _, other, _ in pairs[:3])),
        is_cut,
    )


def distance(one, other) -> float:
    pairs = [_cut(*pair) for pair in zip(one, other, strict=True)]
    return max(float(np.abs(a - b).max(initial=0)) for a, b in pairs)


def total_distance(one, other) -> float:
    pairs = [_cut(*pair) for pair in zip(one, other, strict=True)]
    return sum(float(np.abs(a - b).sum()) for a, b in pairs)


def _cut(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Make two histories equally long; one of them may have stopped earlier."""
    if one.shape == other.shape:
        return one, other
    n = min(len(one), len(other))
    return one[:n], other[:n]


def _is_single(parts) -> bool:
    return all(np.array_equal(part.astype(np.float32), part) for part in parts)


def result_of(key: AnswerKey, i: int, function: Callable) -> list[np.ndarray] | None:
    """What a known mistake returns on a case, scaled as in a `Pair`."""
    outcome = attempt_known(key.exercise, function, key.cases[i])
    pair = _pair(outcome.value, key.expected[i]) if outcome.returned else None
    return pair.got if pair else None


def where_same(key: AnswerKey, pairs: dict[int, Pair], function: Callable) -> set[int]:
    same = set()
    for i, pair in pairs.items():
        result = result_of(key, i, function)
        if result and distance(pair.got, result) <= SAME * pair.size + ROUNDING:
            same.add(i)
    return same


def is_lesson(key: AnswerKey, i: int) -> bool:
    """Whether a case is of a topic that counts by itself, however small a deviation is."""
    return key.cases[i].topic in key.exercise.shares
