"""Small numbers that values are added to or cut off at, where they matter only to small values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from weakref import WeakKeyDictionary

import numpy as np

from ..mistake import SmallNumber
from .answer_key import AnswerKey
from .pairs import (
    ROUNDING,
    SAME,
    Pair,
    distance,
    is_lesson,
    result_of,
    total_distance,
    where_same,
)
from .searches import LARGEST, first_that_reaches

__all__ = ["find_floor"]

MOST = 0.8  # of the cases must show it
N_TRIED = 4  # cases: where all values are cut off, they no longer say at what
MAX_ITERATIONS = 2  # a run that is tried so often must be short
FAR = "far"
MAX_KEPT = 20_000  # effects of numbers on cases, per key
MIN_WRONG = 2  # numbers that a floor explains: there is always one for a single number

_Results = Callable[[float], list[np.ndarray] | None]
_effects: WeakKeyDictionary[AnswerKey, dict[tuple[Callable, int, float], float]]
_effects = WeakKeyDictionary()


@np.errstate(all="ignore")
def find_floor(
    key: AnswerKey, pairs: dict[int, Pair]
) -> tuple[SmallNumber, float, frozenset[int]] | None:
    """Find such a number, and the cases that it explains.

    One that hides underflow explains no sample far away: there it is no better than none.
    """
    asked = [i for i in pairs if not is_lesson(key, i)]
    near = [i for i in asked if key.cases[i].topic != FAR]
    if len(asked) < MOST * len(key.cases) / 2:
        return None
    quick = [i for i in near if _n_iterations(pairs[i]) <= MAX_ITERATIONS]
    # Where a run ended elsewhere, that is not what a small number did.
    shown = [i for i in quick if pairs[i].size > 20 * ROUNDING and not pairs[i].is_cut]
    telling = sorted(shown, key=lambda i: -pairs[i].size)[:N_TRIED]
    if not telling:  # it may be so small that it matters only far away
        far = [i for i in pairs if key.cases[i].topic == FAR]
        telling = sorted(far, key=lambda i: -pairs[i].size)[:1]
    for floor in key.exercise.small_numbers:
        if not floor.is_floor:
            continue
        for way in floor.ways if shown or floor.is_underflow else ():
            if not all(_reaches(key, i, pairs[i], way, LARGEST) for i in telling):
                continue
            for i in telling:
                number = _estimate(key, i, pairs[i], way)
                if not number or not _is_in_most(key, pairs, way(number), [*telling, *asked]):
                    continue
                same = where_same(key, pairs, way(number))
                if sum(_n_wrong(pairs[j]) for j in same) >= MIN_WRONG:
                    return floor, number, frozenset(near if floor.is_underflow else same)
    return None


def _n_wrong(pair: Pair) -> int:
    pairs = zip(pair.got, pair.right, strict=True)
    return sum(int((np.abs(a - b) > 20 * ROUNDING).sum()) for a, b in pairs if a.shape == b.shape)


def _n_iterations(pair: Pair) -> int:
    """How often a run has to be repeated for each number that is tried."""
    return len(pair.right[3]) - 1 if len(pair.right) > 3 else 1


def _is_in_most(key: AnswerKey, pairs: dict[int, Pair], function: Callable, asked) -> bool:
    """Whether a function returns the same in enough cases; it ends once there are too few."""
    each = dict.fromkeys(asked)
    left = (1 - MOST) * len(each)
    for j in each:
        left -= not where_same(key, {j: pairs[j]}, function)
        if left < 0:
            return False
    return True


def _reaches(key: AnswerKey, i: int, pair: Pair, way: Callable, number: float) -> bool:
    """Whether a number does at least as much as was done to a result."""
    return _effect(key, i, pair, way, number, _results(key, i, way)) >= _done(pair)


def _done(pair: Pair) -> float:
    """How much was done to a result, but for rounding."""
    # The largest difference may be 1 for many numbers.
    return (1 - 1e-9) * total_distance(pair.got, pair.right)


def _results(key: AnswerKey, i: int, way: Callable) -> _Results:
    """What numbers make of a case."""
    return cache(lambda number: result_of(key, i, way(number)))


def _effect(
    key: AnswerKey, i: int, pair: Pair, way: Callable, number: float, results: _Results
) -> float:
    """How much a number does to a case; not a number where it returns nothing.

    It is kept for all who are tried on the same cases: the search asks for the same numbers again
    wherever a mistake is made again.
    """
    known, asked = _effects.setdefault(key, {}), (way, i, number)
    if asked in known and not pair.is_cut:
        return known[asked]
    result = results(number)
    done = np.nan if result is None else total_distance(result, pair.right)
    if len(known) < MAX_KEPT and not pair.is_cut:
        known[asked] = done
    return done


def _estimate(key: AnswerKey, i: int, pair: Pair, way: Callable) -> float | None:
    """Find the number: what it does in a case grows with it."""
    if pair.size < ROUNDING:
        return None
    results = _results(key, i, way)

    def may_be_between(low: float, high: float) -> bool:
        """Whether a result may lie between two others: it is as near to one as they are."""
        ends = results(low), results(high)
        if ends[0] is None or ends[1] is None:
            return True
        apart = distance(*ends)
        return all(distance(pair.got, end) <= 2 * apart + SAME * pair.size for end in ends)

    def effect(number: float) -> float:
        return _effect(key, i, pair, way, number, results)

    number = first_that_reaches(_done(pair), effect, may_be_between)
    if number is None:
        return None
    found = results(number)
    return number if found and distance(pair.got, found) <= SAME * pair.size else None
