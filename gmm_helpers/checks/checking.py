"""``check(e_step)``: run a student's function on the cases of its exercise."""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np

from ..exercises import (
    EXERCISES,
    AnswerKey,
    CallStatus,
    Case,
    Diagnosis,
    Exercise,
    Outcome,
    Status,
    Verdict,
    attempt,
    judge,
)
from ..exercises.running.helper_calls import HelperCalls
from .naming import name_of
from .result import CheckResult, answer, of_verdict

__all__ = ["check", "latest"]

SECONDS = 6.0  # per case
SECONDS_AFTER = 1.0  # per case, once one had to be stopped
MAX_STOPPED = 3

# The last answer to each exercise, for `progress`.
latest: dict[str, CheckResult] = {}


def check(function: Callable, name: str | None = None) -> CheckResult:
    """Compare your function with the tested helper, on inputs drawn anew each time.

    Parameters
    ----------
    function : callable
        What you wrote.
    name : str, optional
        The exercise, if your function has another name.

    Returns
    -------
    CheckResult
        Correct, partly correct, incorrect or not attempted, and what is wrong. A mistake in
        your function is described here and raises nothing.

    Raises
    ------
    ValueError
        If no exercise has that name.
    AssertionError
        With ``GMM_CHECKS=strict`` in the environment, if the answer is not fully right.

    Examples
    --------
    >>> def update_weights(responsibilities):
    ...     return responsibilities.sum(axis=0)
    >>> print(check(update_weights).status)
    incorrect
    """
    name = name or name_of(function, sys._getframe(1))
    if name not in EXERCISES:
        raise ValueError(
            f"no exercise is called {name!r}: pass one of the functions {', '.join(EXERCISES)}, "
            "or its name as the second argument."
        )
    exercise = EXERCISES[name]
    if callable(function):
        cases = exercise.cases(np.random.default_rng())
        with HelperCalls(name) as calls:
            outcomes = _attempts(exercise, function, cases)
        verdict = judge(AnswerKey(exercise, cases), outcomes, calls.seen)
    else:
        verdict = _no_function(exercise, function)
    latest[name] = of_verdict(verdict)
    return answer(latest[name])


def _attempts(exercise: Exercise, function: Callable, cases: list[Case]) -> list[Outcome]:
    """Run all cases, or fewer if the function does not return."""
    outcomes, n_stopped = [], 0
    for case in cases:
        seconds = SECONDS_AFTER if n_stopped else SECONDS
        outcomes.append(attempt(exercise, function, case, seconds))
        n_stopped += outcomes[-1].stopped
        if n_stopped == MAX_STOPPED or outcomes[0].status is CallStatus.UNWRITTEN:
            break
    return outcomes


def _no_function(exercise: Exercise, value) -> Verdict:
    kind = type(value).__name__
    message = f"Expected a function, got {kind}: pass {exercise.name}, not {exercise.name}(...)."
    diagnosis = Diagnosis("no function", message)
    return Verdict(exercise.name, Status.INCORRECT, 0.0, exercise.points, 0, (), (diagnosis,))
