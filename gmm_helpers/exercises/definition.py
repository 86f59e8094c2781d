"""What an exercise is: a reference, cases to try a function on, a comparison, known mistakes.

These are kept apart so that they can run in different places: `call` where the student's code may
run, `compare` where the expected values may be known.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

import numpy as np

from .judging.comparison import agree, describe_difference
from .judging.returned_values import as_plain
from .mistake import Mistake, SmallNumber
from .running.exceptions import CodeLine

__all__ = ["Case", "Cost", "Diagnosis", "Exercise", "Part", "call_once", "fresh_arguments"]


class Case(NamedTuple):
    """One input an exercise is tried on.

    Parameters
    ----------
    name : str
        What is special about it, in words that a student understands.
    arguments : tuple
        Positional arguments of the function.
    layout : str, default="plain"
        How arrays are passed: "plain", "strided" (not contiguous in memory) or "read-only".
    topic : str, default=""
        What it means if only cases of this topic fail; see `symptoms.sizes.TOPICS`.
    """

    name: str
    arguments: tuple
    layout: str = "plain"
    topic: str = ""


class Cost(Enum):
    """What a small deviation costs, where that does not depend on the cases that show it."""

    NOTHING = "nothing"
    A_QUARTER = "a quarter of the points"


class Diagnosis(NamedTuple):
    """What is wrong, by name and in a few sentences.

    Parameters
    ----------
    name : str
    message : str
    numbers : str, default=""
        One more sentence with expected or returned values, for those who may see them.
    quotes_error : bool, default=False
        Whether the message quotes what the student's function raised.
    line : CodeLine, optional
        The student's own line that the message is about.
    unfinished : bool, default=False
        Whether nothing is wrong yet, because the function is only begun.
    cost : Cost, optional
        What it costs, if that is to be told; by default the failed cases tell it.
    """

    name: str
    message: str
    numbers: str = ""
    quotes_error: bool = False
    line: CodeLine | None = None
    unfinished: bool = False
    cost: Cost | None = None


def fresh_arguments(case: Case) -> tuple:
    """Copy the arguments of a case, laid out in memory as the case says."""
    return tuple(_lay_out(copy.deepcopy(value), case.layout) for value in case.arguments)


def _lay_out(value, layout: str):
    if isinstance(value, (list, tuple)):
        return type(value)(_lay_out(part, layout) for part in value)
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


@dataclass(frozen=True, eq=False)
class Part:
    """A part of a composed exercise that is an exercise of its own.

    Parameters
    ----------
    name : str
        Completes "the mistake is in your ...".
    exercise : Exercise
        Whose known mistakes may be made in it.
    recipe : callable
        Of the composed exercise; a function for the part is put into its `slot`.
    slot : str
    """

    name: str
    exercise: Exercise
    recipe: Callable[..., Callable]
    slot: str


@dataclass(frozen=True)
class Exercise:
    """One thing a student is asked to write.

    Parameters
    ----------
    name : str
        Name of the function, and the grade_id of its cell.
    points : float
    reference : callable
        The helper that the function should match.
    cases : callable
        ``cases(rng) -> list of Case``; new numbers with every generator. The first case is
        the ordinary one.
    hints : tuple of str
        From a nudge to almost the answer.
    mistakes : tuple of Mistake
        The most specific first: if two explain the same cases, the first one is named.
    compare : callable
        ``compare(case, got, expected) -> str or None``: what is wrong, in a sentence, or
        None. `got` and `expected` are what `call` returned for the two functions.
    call : callable
        ``call(function, arguments)``: run a function on the arguments of a case, which it may
        change, and return plain numbers.
    call_known : callable, optional
        Takes the place of `call` for the reference and known mistakes, which are never slow.
    view : callable
        ``view(case, result) -> object``: the part of a result that is compared with known
        mistakes.
    agree : callable
        ``agree(case, got, other) -> bool``: whether two views are the same, right or wrong.
    glance : callable, optional
        ``glance(case, mistake) -> object or None``: what is seen of a known mistake in less time
        than a call takes; `is_wrong` of it says whether it is certain that the mistake shows.
    course : callable, optional
        ``course(case, mistake) -> object``: the same for known mistakes that return the same on a
        case, where that is known in less time than a call takes.
    differs : callable
        ``differs(view, seen) -> bool``: whether that is enough to know that a mistake does not
        show in a view.
    symptom : callable
        ``symptom(case, got, expected) -> Diagnosis or None``: what can be said about a wrong
        result that no known mistake explains, beyond what `symptoms` says about any array.
    shares : mapping of str to float
        What the cases of a topic are worth together, as a part of the points, where that topic
        is what the exercise teaches. All other cases are worth the same.
    small_numbers : tuple of SmallNumber
        Where a small number may have been added.
    parts : tuple of Part
        Exercises that this one is composed of: what no mistake of its own explains may be one
        of theirs.
    asked : callable
        ``asked(case, result) -> Case``: what a function was really tried on, if `call` asks a slow
        one for less.
    is_spared : callable
        ``is_spared(cases, results) -> bool``: whether the last of these cases need not be tried,
        after what came of all others.
    cost : callable
        ``cost(case) -> float``: how much is done in a case, such as iterations. The cheapest
        case that is wrong says best where it begins to be.
    calls : callable
        ``calls(case) -> list of tuple``: the arguments of every call that `call` makes for a case,
        where there are several that differ.
    skeleton : str
        The common solution with two gaps; the last hint.
    """

    name: str
    points: float
    reference: Callable
    cases: Callable[[np.random.Generator], list[Case]]
    hints: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = field(default=(), repr=False)
    compare: Callable[[Case, Any, Any], str | None] = lambda case, got, expected: (
        describe_difference(got, expected)
    )
    call: Callable[[Callable, tuple], Any] = call_once
    call_known: Callable[[Callable, tuple], Any] | None = None
    view: Callable[[Case, Any], Any] = lambda case, result: result
    agree: Callable[[Case, Any, Any], bool] = lambda case, got, other: agree(got, other)
    glance: Callable[[Case, Callable], Any] | None = None
    course: Callable[[Case, Callable], Hashable] | None = None
    differs: Callable[[Any, Any], bool] = lambda view, seen: False
    symptom: Callable[[Case, Any, Any], Diagnosis | None] = lambda case, got, expected: None
    shares: Mapping[str, float] = field(default_factory=dict, repr=False)
    small_numbers: tuple[SmallNumber, ...] = field(default=(), repr=False)
    parts: tuple[Part, ...] = field(default=(), repr=False)
    asked: Callable[[Case, Any], Case] = lambda case, result: case
    is_spared: Callable[[Sequence[Case], Sequence[Any]], bool] = lambda cases, results: False
    cost: Callable[[Case], float] = lambda case: 0.0
    calls: Callable[[Case], list[tuple]] = lambda case: [case.arguments]
    skeleton: str = field(default="", repr=False)
