"""What an exercise is: a reference, cases to try a function on, and a comparison.

The parts are kept apart so that they can run in different places: `call` where the student's
code may run, `compare` where the expected values may be known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from .compare import difference

__all__ = ["Case", "Exercise", "call_once", "changed_argument"]


class Case(NamedTuple):
    """One input an exercise is tried on.

    Parameters
    ----------
    name : str
        What is special about it, in words a student understands.
    arguments : tuple
        Positional arguments of the function.
    """

    name: str
    arguments: tuple


def call_once(function: Callable, case: Case) -> Any:
    """Call a function on a case's arguments."""
    return function(*case.arguments)


def changed_argument(before: Case, after: Case) -> int | None:
    """Return the position of the first array argument that a call has changed, if any."""
    for i, (old, new) in enumerate(zip(before.arguments, after.arguments, strict=True)):
        if isinstance(old, np.ndarray) and not np.array_equal(old, new, equal_nan=True):
            return i
    return None


def _equal_to_reference(case: Case, got: Any, expected: Any) -> str | None:
    return difference(got, expected)


@dataclass(frozen=True)
class Exercise:
    """One thing a student is asked to write.

    Parameters
    ----------
    name : str
        Name of the function, and the grade_id of its cell.
    points : int
    reference : callable
        The helper that does the same.
    cases : callable
        ``cases(rng) -> list of Case``; new numbers with every generator.
    compare : callable
        ``compare(case, got, expected) -> str or None``: what is wrong, in a sentence, or
        None. `got` and `expected` are what `call` returned for the two functions.
    call : callable
        ``call(function, case)``: run a function on a case, whose arguments it may spoil.
    """

    name: str
    points: int
    reference: Callable
    cases: Callable[[np.random.Generator], list[Case]]
    compare: Callable[[Case, Any, Any], str | None] = _equal_to_reference
    call: Callable[[Callable, Case], Any] = call_once
