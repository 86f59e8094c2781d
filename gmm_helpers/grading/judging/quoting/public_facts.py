"""What may be known of a case by those who may not know its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from ....exercises import AnswerKey
from ....exercises.judging.returned_values import Unusable
from ...jail.limits import Limits, soft
from .student_source import OwnSource
from .templates import Known

__all__ = ["known_of", "seconds_of"]


def known_of(
    key: AnswerKey, i: int, own: OwnSource, seconds: frozenset[str] = frozenset()
) -> Known:
    """What anybody may know of case i of an exercise: names, and lengths of axes.

    Parameters
    ----------
    key : AnswerKey
    i : int
    own : OwnSource
    seconds : frozenset of str, optional
        Limits of time.

    Returns
    -------
    Known
        The lengths are those of the arguments and of the expected result; products of two of
        them, as in "cannot reshape array of size 60"; and 0, 1, 2, 3.
    """
    lengths = set(_lengths((key.cases[i].arguments, key.expected[i])))
    products = {one * other for one in lengths for other in lengths}
    return Known(own.names, frozenset({0, 1, 2, 3} | lengths | products), seconds)


def _lengths(value: Any) -> Iterator[int]:
    if isinstance(value, np.ndarray):
        yield from value.shape
    elif isinstance(value, (list, tuple)) and not isinstance(value, Unusable):
        yield len(value)
        for part in value:
            yield from _lengths(part)


def seconds_of(limits: Limits) -> frozenset[str]:
    """Limits of time, as messages spell them.

    Examples
    --------
    >>> sorted(seconds_of(Limits()))
    ['1.12', '1.125', '1.5', '10', '240', '5.5', '6', '60', '9.5']
    """
    hard = limits.cell_seconds, limits.case_seconds, limits.later_case_seconds
    times = [*hard, *map(soft, hard), limits.exercise_seconds, limits.notebook_seconds]
    return frozenset(spelled for time in times for spelled in (f"{time:g}", f"{time:.3g}"))
