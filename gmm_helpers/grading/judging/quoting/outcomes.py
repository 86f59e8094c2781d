"""What came out of a student's process, reduced to what may be judged and shown.

A function is given the hidden inputs, so any text of its own making may quote them, in whatever
script or choice of words. Shown is only what could be said without them: sentences, names and
lines that stand in the student's own source, and messages that Python, NumPy, SciPy and the
helpers are known to write, with the lengths of axes as their only numbers.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from ....exercises import AnswerKey, Outcome
from ....exercises.judging.returned_values import Unusable, UnusableKind
from .exceptions import mask_exception
from .student_source import OwnSource
from .templates import Known, filled

__all__ = ["known_of", "mask_outcomes"]

# What is known is looked up where there is something to be masked, which is not often.
KnownOf = Callable[[], Known]


def mask_outcomes(outcomes: Sequence[Outcome], key: AnswerKey, own: OwnSource) -> list[Outcome]:
    """Outcomes, one per case, without words that the student's process could have made up."""
    arguments = set(inspect.signature(key.exercise.reference).parameters)
    return [
        _mask(outcome, partial(known_of, key, i, own), own, arguments)
        for i, outcome in enumerate(outcomes[: len(key.cases)])
    ]


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


def _mask(outcome: Outcome, known: KnownOf, own: OwnSource, arguments: set[str]) -> Outcome:
    exception = outcome.exception and mask_exception(outcome.exception, own, known())
    return Outcome(
        _plain(outcome.value, known, own) if outcome.returned else None,
        outcome.status,
        exception,
        own.find_line(outcome.line),
        tuple(name for name in outcome.changed if isinstance(name, str) and name in arguments),
        outcome.seconds,
    )


def _plain(value: Any, known: KnownOf, own: OwnSource) -> Any:
    if isinstance(value, Unusable):
        return _mask_unusable(value, known(), own)
    if isinstance(value, tuple):
        return tuple(_plain(part, known, own) for part in value[:64])
    try:
        return np.array(value, dtype=float, subok=False)
    except (TypeError, ValueError):
        return Unusable(UnusableKind.OBJECT)


def _mask_unusable(value: Unusable, known: Known, own: OwnSource) -> Unusable:
    """Keep of a result that is no array of numbers only what is known without the inputs."""
    kind, name, shape, length = value
    if kind is UnusableKind.SEQUENCE and name not in ("list", "tuple"):
        return Unusable(UnusableKind.OBJECT)
    if name not in own.classes:
        known = known._replace(names=frozenset())
    return Unusable(
        kind,
        name if _is_known(name, "{name}", known) else "",
        shape if _is_known(str(shape), "{shape}", known) else None,
        length if _is_known(str(length), "{number}", known) else None,
    )


def _is_known(text: str, template: str, known: Known) -> bool:
    return filled(text, template, known) == text
