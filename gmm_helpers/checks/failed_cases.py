"""The first case a function failed on, so that a student can call the function on it again."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..exercises import EXERCISES, Case, Exercise, Failure, Outcome, attempt
from ..exercises.definition import call_once, fresh_arguments
from ..exercises.judging.comparison import describe_difference
from ..exercises.judging.returned_values import Unusable
from ..exercises.judging.samples.draws import Draws
from ..exercises.running.endings import describe_ending

__all__ = ["FailedCase", "failed_case"]

SECONDS = 1.0  # for each question of a case that holds several


@dataclass(frozen=True, repr=False, eq=False)
class FailedCase:
    """What a function was called on, what was expected and what came.

    Parameters
    ----------
    exercise : str
    name : str
        What is special about the case.
    returned : object
        What came: plain numbers, or in words what was raised or returned instead of them.
    problem : str
        What is wrong with it, in a sentence.
    """

    exercise: str
    name: str
    returned: Any
    problem: str
    _case: Case

    @property
    def arguments(self) -> tuple:
        """Copies of what the function was called on; new ones each time, to be changed at will."""
        return fresh_arguments(self._case)

    @property
    def expected(self) -> Any:
        """What the tested helper returns on these arguments."""
        return EXERCISES[self.exercise].reference(*self.arguments)

    def __repr__(self) -> str:
        names = inspect.signature(EXERCISES[self.exercise].reference).parameters
        pairs = zip(names, self.arguments, strict=False)  # a helper has arguments of its own
        given = [f"{name}{_size(value)}" for name, value in pairs]
        return (
            f"A case of {self.exercise}: {self.name}\n"
            f"  arguments: {', '.join(given)}\n"
            f"  problem: {self.problem}\n"
            "  Its parts: case.arguments, case.expected, case.returned"
        )


def failed_case(name: str, failure: Failure, function: Callable) -> FailedCase:
    """Make a failure of a function into a case with one call."""
    exercise, case, value = EXERCISES[name], failure.case, failure.outcome.value
    calls = exercise.calls(case)
    if len(calls) == 1:
        returned = value.large if isinstance(value, Draws) else value
        returned = _plain(returned) if failure.outcome.returned else _ending(failure.outcome)
        return FailedCase(name, case.name, returned, failure.problem, case)
    asked, outcome = _first_wrong(exercise, function, [case._replace(arguments=c) for c in calls])
    returned = _plain(outcome.value) if outcome.returned else _ending(outcome)
    if isinstance(returned, float) and returned in (0.0, 1.0):  # answers to yes-no questions
        returned = bool(returned)
    return FailedCase(name, case.name, returned, failure.problem, asked)


def _first_wrong(exercise: Exercise, function: Callable, cases: list[Case]) -> tuple[Case, Outcome]:
    """The first question that a function answers wrongly, and its answer."""
    first = None
    for case in cases:
        made = attempt(replace(exercise, call=call_once), function, case, SECONDS)
        first = first or (case, made)
        expected = np.asarray(exercise.reference(*fresh_arguments(case)), dtype=float)
        if not made.returned or describe_difference(made.value, expected):
            return case, made
    assert first, "a case has at least one call"
    return first


def _ending(outcome: Outcome) -> str:
    return str(outcome.exception) if outcome.exception else f"it {describe_ending(outcome)}"


def _plain(value: Any) -> Any:
    """Numbers as they are, single ones as numbers, and words for what is no number."""
    if isinstance(value, Unusable):
        return value.describe()
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _size(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f" {value.shape}"
    if isinstance(value, list):
        return f" of length {len(value)}"
    return f" = {value:.6g}" if isinstance(value, (int, float, np.integer)) else ""
