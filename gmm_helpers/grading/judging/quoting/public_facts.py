"""What may be known of a case by those who may not know its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from ....exercises import AnswerKey
from ....exercises.judging.returned_values import Unusable
from .student_source import OwnSource
from .templates import Known

__all__ = ["known_of"]


def known_of(key: AnswerKey, i: int, own: OwnSource) -> Known:
    """What anybody may know of case i of an exercise: names, and lengths of axes.

    The lengths are those of the arguments and of the expected result; products of two of them,
    as in "cannot reshape array of size 60"; and 0, 1, 2, 3.
    """
    lengths = set(_lengths((key.cases[i].arguments, key.expected[i])))
    products = {one * other for one in lengths for other in lengths}
    return Known(own.names, frozenset({0, 1, 2, 3} | lengths | products))


def _lengths(value: Any) -> Iterator[int]:
    if isinstance(value, np.ndarray):
        yield from value.shape
    elif isinstance(value, (list, tuple)) and not isinstance(value, Unusable):
        yield len(value)
        for part in value:
            yield from _lengths(part)
