"""What an exercise is: a reference, cases to try a function on, a comparison, known mistakes.

The parts are kept apart so that they can run in different places: `call` where the student's
code may run, `compare` where the expected values may be known.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from .judging.comparison import agreement, difference
from .judging.returned_values import as_plain

__all__ = ["Case", "Diagnosis", "Exercise", "Misconception", "call_once", "fresh_arguments"]


class Case(NamedTuple):
    """One input an exercise is tried on.

    Parameters
    ----------
    name : str
        What is special about it, in words a student understands.
    arguments : tuple
        Positional arguments of the function.
    layout : str, default="plain"
        How arrays are handed over: "plain", "strided" (not contiguous in memory) or
        "read-only".
    topic : str, default=""
        What a failure in cases of this kind only points to; see `symptoms.TOPICS`.
    """

    name: str
    arguments: tuple
    layout: str = "plain"
    topic: str = ""


class Diagnosis(NamedTuple):
    """What is wrong, by name and in a few sentences.

    Parameters
    ----------
    name : str
    message : str
    numbers : str, default=""
        A further sentence with expected or returned values, for those who may see them.
    quotes_error : bool, default=False
        The message says how a call ended: it holds what was raised.
    """

    name: str
    message: str
    numbers: str = ""
    quotes_error: bool = False


@dataclass(frozen=True)
class Misconception:
    """A typical mistake: wrong implementations of it, and what to say about it.

    Parameters
    ----------
    name : str
        What was done, in a few words: "normalised over samples".
    message : str
        What was done, why it is wrong in terms of the model, what to look at. Never the
        code of the answer.
    functions : tuple of callable
        Ways in which students make the mistake, each with the signature of the exercise.
    twins : tuple of str
        Names of misconceptions of the same exercise that return the same on every case.
    """

    name: str
    message: str
    functions: tuple[Callable, ...]
    twins: tuple[str, ...] = ()


def fresh_arguments(case: Case) -> tuple:
    """Copy the arguments of a case, laid out in memory as the case asks for."""
    return tuple(_laid_out(copy.deepcopy(value), case.layout) for value in case.arguments)


def _laid_out(value, layout: str):
    if isinstance(value, (list, tuple)):
        return type(value)(_laid_out(part, layout) for part in value)
    if not isinstance(value, np.ndarray) or layout == "plain":
        return value
    if layout == "strided":
        wide = np.zeros([2 * n for n in value.shape], value.dtype)
        view = wide[tuple(slice(None, None, 2) for _ in value.shape)]
        view[...] = value
        return view
    value.flags.writeable = False
    return value


def call_once(function: Callable, arguments: tuple) -> Any:
    """Call a function and turn its result into plain numbers."""
    return as_plain(function(*arguments))


def _equal_to_reference(case: Case, got: Any, expected: Any) -> str | None:
    return difference(got, expected)


def _itself(case: Case, result: Any) -> Any:
    return result


def _same_result(case: Case, got: Any, other: Any) -> bool:
    return agreement(got, other)


def _no_symptom(case: Case, got: Any, expected: Any) -> Diagnosis | None:
    return None


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
        ``cases(rng) -> list of Case``; new numbers with every generator. The first case is
        the ordinary one: who fails on it gets no points for the others.
    hints : tuple of str
        From a nudge to all but the answer.
    misconceptions : tuple of Misconception
        Those that explain more come first where two explain the same.
    compare : callable
        ``compare(case, got, expected) -> str or None``: what is wrong, in a sentence, or
        None. `got` and `expected` are what `call` returned for the two functions.
    call : callable
        ``call(function, arguments)``: run a function on a case's arguments, which it may
        spoil, and return plain numbers.
    view : callable
        ``view(case, result) -> object``: what of a result is compared with known mistakes.
    agree : callable
        ``agree(case, got, other) -> bool``: whether two views are the same, right or wrong.
    symptom : callable
        ``symptom(case, got, expected) -> Diagnosis or None``: what can be said of a wrong
        result that no misconception explains, beyond what `symptoms` says of any array.
    """

    name: str
    points: int
    reference: Callable
    cases: Callable[[np.random.Generator], list[Case]]
    hints: tuple[str, ...] = ()
    misconceptions: tuple[Misconception, ...] = field(default=(), repr=False)
    compare: Callable[[Case, Any, Any], str | None] = _equal_to_reference
    call: Callable[[Callable, tuple], Any] = call_once
    view: Callable[[Case, Any], Any] = _itself
    agree: Callable[[Case, Any, Any], bool] = _same_result
    symptom: Callable[[Case, Any, Any], Diagnosis | None] = _no_symptom
