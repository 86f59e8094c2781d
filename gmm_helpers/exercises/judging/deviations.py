"""Small deviations that are named by their kind: a small number added, single precision.

How many cases show such a deviation depends on the draw. So it is not counted by cases: whoever
adds 1e-6 to every covariance loses the same part of the points, whatever was drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np

from ..definition import Cost, Diagnosis
from ..mistake import SmallNumber
from ..mistakes.messages import said_of
from ..running.attempts import Outcome
from .answer_key import AnswerKey
from .floors import find_floor
from .pairs import ROUNDING, SAME, Pair, distance, is_lesson, pairs_of, result_of, where_same

__all__ = ["LOSS", "Deviation", "find_deviation", "find_noise"]

LOSS = 0.25  # of the points
SMALLEST, LARGEST = 5e-14, 2e-3  # numbers that are looked for
MOST = 0.8  # of the cases must show it
NEAR = 0.25  # what single precision may do where rounding is amplified
SINGLE = 1e-4  # what it does as a rule
UNITS = "units"  # the topic of cases whose units show small numbers
NOISE = 2e-5  # on the way, which mostly does less
ALL_BUT_FEW = 0.9  # a run of no iterations returns what it was given

SINGLE_PRECISION = Diagnosis(
    "single precision",
    "Your result is nearly right, but computed in single precision (float32) or less, which keeps "
    "at most seven digits, or with a rounded constant. Leave the arrays as they are, in float64.",
    cost=Cost.A_QUARTER,
)


NOT_EXACT = Diagnosis(
    "nearly right",
    "Your result is nearly right, but not to all its digits. Look for a small number that is added "
    "somewhere, for a rounded constant, or for single precision (float32) on the way.",
    cost=Cost.A_QUARTER,
)


class Deviation(NamedTuple):
    """A deviation by name, the cases in which it explains everything, and whether it costs."""

    diagnosis: Diagnosis
    explains: frozenset[int]
    costs: bool = True
    is_mistake: bool = False  # it has a cost of its own, in the cases that are a lesson


def find_deviation(key: AnswerKey, outcomes: Sequence[Outcome]) -> Deviation | None:
    """Find a small number that was added, or single precision in all that was returned."""
    pairs = pairs_of(key, outcomes)
    if 0 not in pairs or not max(pair.size for pair in pairs.values()) > 1e-14:
        return None
    return _find_single(pairs) or _find_number(key, pairs) or _floor_of(key, pairs)


def find_noise(
    key: AnswerKey, outcomes: Sequence[Outcome], failed: Collection[int]
) -> Deviation | None:
    """Find what single precision on the way, or several small numbers, do to a result.

    It shows in nearly all cases, or it is all that is wrong in those that failed, but for small
    units. A run of another length has another stopping rule instead.
    """
    pairs = pairs_of(key, outcomes)
    if any(pair.is_cut for pair in pairs.values()):
        return None
    amplified = {i for i, case in enumerate(key.cases) if case.topic == UNITS}
    asked = {
        i: pair.size for i, pair in pairs.items() if not is_lesson(key, i) and i not in amplified
    }
    if len(asked) < MOST * len(key.cases) / 2:
        return None
    others = [i for i in failed if not is_lesson(key, i) and i not in amplified]
    sizes_of_failed = [asked.get(i, np.inf) for i in others]
    for sizes in (list(asked.values()), sizes_of_failed):
        is_small = sizes and 1e-9 < np.median(sizes) < NOISE
        if is_small and np.mean([1e-10 < size < NEAR for size in sizes]) >= MOST:
            return Deviation(NOT_EXACT, _near(pairs) | amplified)
    return None


def _floor_of(key: AnswerKey, pairs: dict[int, Pair]) -> Deviation | None:
    """What hides underflow costs what that costs; other numbers cost what small numbers cost."""
    found = find_floor(key, pairs)
    if found is None:
        return None
    return _told(*found)


def _told(small: SmallNumber, number: float, explains: frozenset[int]) -> Deviation:
    message = said_of(small.bank, small.name)
    if small.is_underflow:
        return Deviation(Diagnosis(small.name, message), explains, costs=False, is_mistake=True)
    costs = number >= small.matters
    cost = Cost.A_QUARTER if costs else Cost.NOTHING
    return Deviation(Diagnosis(small.name, message, cost=cost), explains, costs)


def _near(pairs) -> frozenset[int]:
    return frozenset(i for i, pair in pairs.items() if pair.size < NEAR)


def _find_single(pairs: dict[int, Pair]) -> Deviation | None:
    """Whether all numbers returned have the few digits of float32, and the right ones do not."""
    telling = [pair for pair in pairs.values() if not pair.is_single[1]]
    n_single = sum(pair.is_single[0] for pair in telling)
    if 2 * len(telling) <= len(pairs) or n_single < ALL_BUT_FEW * len(telling):
        return None
    if not np.median([pair.size for pair in telling]) < SINGLE:
        return None
    return Deviation(SINGLE_PRECISION, _near(pairs))


@np.errstate(all="ignore")
def _find_number(key: AnswerKey, pairs: dict[int, Pair]) -> Deviation | None:
    where = 0  # or where the units are small, which show numbers that the ordinary case does not
    if pairs[0].size < 1e-11:
        # Where a run ended elsewhere, that is not what a small number did.
        whole = {i: pair for i, pair in pairs.items() if not pair.is_cut}
        sizes = {i: pair.size for i, pair in whole.items() if not is_lesson(key, i)}
        where = max(sizes, key=lambda i: sizes[i] * (sizes[i] < 0.1), default=0)
    if not 2 * ROUNDING < pairs[where].size < 0.1:  # or rounding looks like it
        return None
    asked = [i for i in pairs if not is_lesson(key, i)]
    if len(asked) < len(key.cases) / 2:
        return None
    shown = [i for i in asked if pairs[i].size > 2 * ROUNDING]  # the others are right
    one_number = sum(got.size for got in pairs[where].got) == 1
    if one_number and shown == [where] and pairs[where].size > NOISE:
        return None  # a number can be found for any result of one case
    for small in key.exercise.small_numbers:
        for way in () if small.is_floor else small.ways:
            number = _estimate(key, where, pairs[where], way)
            if number is None:
                continue
            same = where_same(key, pairs, way(number))
            if sum(i in same for i in shown) >= MOST * len(shown):
                tiny = {i for i in shown if pairs[i].size < NOISE}
                return _told(small, number, frozenset(same | tiny))
    return None


def _estimate(key: AnswerKey, i: int, pair: Pair, way: Callable) -> float | None:
    """Fit the number to a case by least squares, step by step; None if none fits."""
    number = 1e-6 if i == 0 else 1e-12
    result = result_of(key, i, way(number))
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
        result = result_of(key, i, way(number))
        if result is None or (step and abs(move) < 1e-3 * number):
            break
    fits = result and distance(pair.got, result) <= SAME * pair.size
    return number if fits and SMALLEST <= number <= (1 + SAME) * LARGEST else None
