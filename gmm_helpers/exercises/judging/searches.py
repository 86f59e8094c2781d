"""Where a growing effect reaches a size, in as few looks as possible."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

__all__ = ["LARGEST", "TINIEST", "first_that_reaches"]

TINIEST, LARGEST = 1e-300, 2e-3  # numbers that are looked for
PRECISION = 2e-5  # of a number, relative to itself
MAX_STEPS = 60
FIRST_STEP = 0.5  # down from where it is expected, in logarithms
NARROW = 2.5  # so that what is done in between is known from both ends


def first_that_reaches(
    done: float,
    effect: Callable[[float], float],
    may_be_between: Callable[[float, float], bool] = lambda low, high: True,
) -> float | None:
    """Find where a growing effect becomes as large as `done`, if it does at the largest number.

    The logarithm of the effect is nearly a line as a rule, mostly one of slope 1: so one place
    tells where to look next, and two tell it better; where that does not halve the interval,
    halving it does. None as soon as no number in a narrow interval is of use.

    Examples
    --------
    >>> found = first_that_reaches(6e-9, lambda number: 3 * number)
    >>> bool(abs(found / 2e-9 - 1) < 2e-5)
    True
    """

    def missing(place: float) -> float:
        found = effect(float(np.exp(place)))
        return np.log(found / done) if found > 0 else -np.inf

    lowest = low = float(np.log(TINIEST))
    high = float(np.log(LARGEST))
    at_low, at_high, halve, step = -np.inf, missing(high), False, FIRST_STEP
    is_open = True  # nothing is known yet of what does too little
    for _ in range(MAX_STEPS):
        width = high - low
        if width < PRECISION:
            break
        if width < NARROW and not is_open and not may_be_between(np.exp(low), np.exp(high)):
            return None
        place = (low + high) / 2
        if is_open:
            place, step = max(high - max(at_high, 0) - step, lowest), 2 * step
        elif not halve and np.isfinite(at_low) and at_low < 0 <= at_high:
            crossing = low + width * at_low / (at_low - at_high)
            # A little towards the farther end, so that both ends come close.
            place = crossing + (PRECISION if crossing < place else -PRECISION) / 4
        at_place = missing(place)
        if at_place >= 0:
            high, at_high = place, at_place
        else:
            low, at_low, is_open = place, at_place, False
        halve = not is_open and high - low > width / 2
    return float(np.exp((low + high) / 2))
