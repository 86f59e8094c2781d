"""Small deviations that are named by their kind: a small number added, single precision.

How many cases show such a deviation depends on the draw. So it is not counted by cases: whoever
adds 1e-6 to every covariance loses the same part of the points, whatever was drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from ..definition import Diagnosis
from ..mistakes.recipes.small_densities import ADDED_TO_DENSITIES, IN_LOGARITHM
from ..running.attempts import Outcome, attempt
from .answer_key import AnswerKey
from .returned_values import Unusable

__all__ = ["LOSS", "Deviation", "find_deviation", "find_noise"]

LOSS = 0.25  # of the points
SMALLEST, LARGEST = 5e-14, 2e-3  # numbers that are looked for
MATTERS = {True: 5e-12, False: 1e-7}  # on a diagonal, where small units show it; elsewhere
TINIEST = 1e-300  # of those added to a density
SAME = 0.05  # how far a deviation may be from a known one, relative to itself
ROUNDING = 1e-12
MOST = 0.8  # of the cases must show it
NEAR = 0.25  # what single precision may do where rounding is amplified
SINGLE = 1e-4  # what it does as a rule
COST = " This costs a quarter of the points, however many cases show it."
FREE = " It is too small to cost points."

SINGLE_PRECISION = Diagnosis(
    "single precision",
    "Your result is nearly right, but computed in single precision (float32) or less, which keeps "
    "at most seven digits, or with a rounded constant. Leave the arrays as they are, in float64."
    + COST,
)


NOT_EXACT = Diagnosis(
    "nearly right",
    "Your result is nearly right, but not to all its digits. Look for a small number that is added "
    "somewhere, for a rounded constant, or for single precision (float32) on the way." + COST,
)


class Deviation(NamedTuple):
    """A deviation by name, the cases in which it explains everything, and whether it costs."""

    diagnosis: Diagnosis
    explains: frozenset[int]
    costs: bool = True
    is_mistake: bool = False  # it has a cost of its own, in the cases that are a lesson


class _Pair(NamedTuple):
    """Parts of a result and of the right one, each divided by the scale of the right one."""

    got: list[np.ndarray]
    right: list[np.ndarray]
    is_single: tuple[bool, bool]  # whether all numbers of the two have the digits of float32

    @property
    def size(self) -> float:
        return _distance(self.got, self.right)


def find_deviation(key: AnswerKey, outcomes: Sequence[Outcome]) -> Deviation | None:
    """Find a small number that was added, or single precision in all that was returned."""
    pairs = _pairs(key, outcomes)
    if 0 not in pairs or not max(pair.size for pair in pairs.values()) > 1e-14:
        return None
    return _find_single(pairs) or _find_number(key, pairs) or _find_floor(key, pairs)


def find_noise(key: AnswerKey, outcomes: Sequence[Outcome]) -> Deviation | None:
    """Find what single precision on the way, or several small numbers, do to a result."""
    pairs = _pairs(key, outcomes)
    sizes = [pair.size for i, pair in pairs.items() if not _is_lesson(key, i)]
    if len(sizes) < MOST * len(key.cases) / 2 or not 1e-9 < np.median(sizes) < SINGLE / 10:
        return None
    if np.mean([1e-10 < size < NEAR for size in sizes]) < MOST:
        return None
    return Deviation(NOT_EXACT, _near(pairs))


@np.errstate(all="ignore")  # a student may have returned any numbers
def _pairs(key: AnswerKey, outcomes: Sequence[Outcome]) -> dict[int, _Pair]:
    if not key.exercise.small_numbers:
        return {}
    found = ((i, _pair(outcome.value, key.expected[i])) for i, outcome in enumerate(outcomes))
    return {i: pair for i, pair in found if pair}


def _pair(got, right) -> _Pair | None:
    """Make results comparable: histories count as far as both go."""
    got, right = (value if isinstance(value, tuple) else (value,) for value in (got, right))
    if len(got) != len(right) or any(not isinstance(part, np.ndarray) for part in got):
        return None
    pairs = []
    for one, other in zip(got, (np.asarray(part, dtype=float) for part in right), strict=True):
        if isinstance(one, Unusable) or (one.ndim != other.ndim and one.size != other.size):
            return None
        if one.ndim == other.ndim == 1 and len(got) > 1:
            one, other = _cut(one, other)
        if one.size != other.size or not np.isfinite(one).all():
            return None
        scale = np.abs(other).max(initial=0) or 1.0
        pairs.append((one.reshape(other.shape), other, scale))
    return _Pair(
        [one / scale for one, _, scale in pairs],
        [other / scale for _, other, scale in pairs],
        (_is_single(one for one, *_ in pairs), _is_single(other for _, other, _ in pairs)),
    )


def _is_lesson(key: AnswerKey, i: int) -> bool:
    """Whether a case is of a topic that counts by itself, however small a deviation is."""
    return key.cases[i].topic in key.exercise.shares


def _distance(one, other) -> float:
    pairs = [_cut(*pair) for pair in zip(one, other, strict=True)]
    return max(float(np.abs(a - b).max(initial=0)) for a, b in pairs)


def _cut(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Make two histories equally long; one of them may have stopped earlier."""
    if one.shape == other.shape:
        return one, other
    n = min(len(one), len(other))
    return one[:n], other[:n]


def _near(pairs) -> frozenset[int]:
    return frozenset(i for i, pair in pairs.items() if pair.size < NEAR)


def _find_single(pairs: dict[int, _Pair]) -> Deviation | None:
    """Whether all numbers returned have the few digits of float32, and the right ones do not."""
    telling = [pair for pair in pairs.values() if not pair.is_single[1]]
    if 2 * len(telling) <= len(pairs) or not all(pair.is_single[0] for pair in telling):
        return None
    if not np.median([pair.size for pair in telling]) < SINGLE:
        return None
    return Deviation(SINGLE_PRECISION, _near(pairs))


def _is_single(parts) -> bool:
    return all(np.array_equal(part.astype(np.float32), part) for part in parts)


@np.errstate(all="ignore")
def _find_number(key: AnswerKey, pairs: dict[int, _Pair]) -> Deviation | None:
    where = 0  # or where the units are small, which show numbers that the ordinary case does not
    if pairs[0].size < 1e-11:
        where = max((i for i in pairs if not _is_lesson(key, i)), key=lambda i: pairs[i].size)
    if not 1e-13 < pairs[where].size < 0.1:
        return None
    for small in key.exercise.small_numbers:
        for way in small.ways:
            number = _estimate(key, where, pairs[where], way)
            if number is None:
                continue
            same = _where_same(key, pairs, way(number))
            asked = [i for i in pairs if not _is_lesson(key, i)]
            if sum(i in same for i in asked) >= MOST * len(asked) >= MOST * len(key.cases) / 2:
                costs = number >= MATTERS[small.on_diagonal]
                message = small.message + (COST if costs else FREE)
                return Deviation(Diagnosis(small.name, message), frozenset(same), costs)
    return None


@np.errstate(all="ignore")
def _find_floor(key: AnswerKey, pairs: dict[int, _Pair]) -> Deviation | None:
    """Find a number that was added to a density before its logarithm was taken.

    It costs what the logarithm of the density alone costs: the samples far away.
    """
    asked = [i for i in pairs if not _is_lesson(key, i)]
    if len(asked) < MOST * len(key.cases) / 2:
        return None
    most = max(asked, key=lambda i: pairs[i].size)
    for way in ADDED_TO_DENSITIES.get(key.exercise.name, ()):
        number = _estimate_floor(key, most, pairs[most], way)
        same = _where_same(key, pairs, way(number)) if number else set()
        if sum(i in same for i in asked) >= MOST * len(asked):
            return Deviation(IN_LOGARITHM, frozenset(asked), costs=False, is_mistake=True)
    return None


def _estimate_floor(key: AnswerKey, i: int, pair: _Pair, way) -> float | None:
    """Bisect the logarithm of the number: what it does in a case grows with it."""
    if pair.size < ROUNDING:
        return None
    low, high = np.log(TINIEST), np.log(LARGEST)
    for _ in range(60):
        middle = (low + high) / 2
        result = _result(key, i, way(np.exp(middle)))
        if result is None:
            return None
        is_less = _distance(result, pair.right) < pair.size
        low, high = (middle, high) if is_less else (low, middle)
    result = _result(key, i, way(np.exp(low)))
    fits = result and _distance(pair.got, result) <= SAME * pair.size
    return float(np.exp(low)) if fits else None


def _estimate(key: AnswerKey, i: int, pair: _Pair, way: Callable) -> float | None:
    """Fit the number to a case by least squares, step by step; None if none fits."""
    number = 1e-6 if i == 0 else 1e-12
    result = _result(key, i, way(number))
    if result is None:
        return None
    for step in range(5):
        parts = [
            (got, right if step == 0 else made, (made - right) / number)
            for got, right, made in zip(pair.got, pair.right, result, strict=True)
            if made.shape == right.shape
        ]
        squares = sum(float((slope * slope).sum()) for *_, slope in parts)
        if not squares or not np.isfinite(squares):
            return None
        move = sum(float(((got - base) * slope).sum()) for got, base, slope in parts) / squares
        number = move if step == 0 else number + move
        if not SMALLEST / 2 < number < 2 * LARGEST:
            return None
        result = _result(key, i, way(number))
        if result is None or (step and abs(move) < 1e-3 * number):
            break
    fits = result and _distance(pair.got, result) <= SAME * pair.size
    return number if fits and SMALLEST <= number <= LARGEST else None


def _result(key: AnswerKey, i: int, function: Callable) -> list[np.ndarray] | None:
    """What a known mistake returns on a case, scaled as in a `_Pair`."""
    outcome = attempt(key.exercise, function, key.cases[i])
    pair = _pair(outcome.value, key.expected[i]) if outcome.returned else None
    return pair.got if pair else None


def _where_same(key: AnswerKey, pairs: dict[int, _Pair], function: Callable) -> set[int]:
    same = set()
    for i, pair in pairs.items():
        result = _result(key, i, function)
        if result and _distance(pair.got, result) <= SAME * pair.size + ROUNDING:
            same.add(i)
    return same
