"""``check(e_step)``: run a student's function on the cases of its exercise."""

from __future__ import annotations

import ast
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
    attempt_next,
    judge,
)
from ..exercises.judging.definition_kinds import unusual_kind
from ..exercises.running.helper_calls import HelperCalls
from ..exercises.symptoms.source import FunctionSource, source_of
from ..questions import progress_file
from .called_functions import called_mistakes
from .case_line import CaseLine
from .cell_runs import OriginKind, origin_of
from .failed_cases import failed_case
from .naming import exercise_of, name_of, not_for_an_exercise, value_of, variable_of
from .origins import describe_origin
from .result import CheckResult, answer, not_checked, of_verdict

__all__ = ["check", "latest", "verdict_on"]

SECONDS = 6.0  # of computing, per case
PATIENCE = 5.0  # times as long may pass on the clock
SECONDS_AFTER = 1.0  # per case, once one had to be stopped
MAX_STOPPED = 3
N_SEEDS = 10_000
_RUN_IT = "write it, run its cell, and check again."

# The last answer to each exercise, for `progress`.
latest: dict[str, CheckResult] = {}


def check(
    function: Callable | str, name: str | Callable | None = None, *, seed: int | None = None
) -> CheckResult:
    """Compare your function with the tested helper, on inputs drawn anew each time.

    Parameters
    ----------
    function : callable or str
        What you wrote, or its name.
    name : str or callable, optional
        The exercise, if your function has another name.
    seed : int, optional
        Draw the inputs of an earlier check again: what it printed, a whole number from 0 on.

    Returns
    -------
    CheckResult
        Correct, partly correct, incorrect, unfinished or not attempted, and what is wrong. Its
        `case` is the first case that failed, with its arguments and what was expected. A mistake
        in your function is described here and raises nothing. It is "not checked" if no exercise
        has the name, or the newest run of the cell that defines your function failed.

    Raises
    ------
    AssertionError
        With ``GMM_CHECKS=strict`` in the environment, if the answer is not fully right.

    Examples
    --------
    >>> def update_weights(responsibilities):
    ...     return responsibilities.sum(axis=0)
    >>> print(check(update_weights).status)
    incorrect
    """
    caller = sys._getframe(1)
    if isinstance(function, str):
        own, value = function, value_of(function, caller)
    else:
        own, value = name_of(function, caller), function
    name = own if name is None else exercise_of(name, caller)
    if not isinstance(name, str) or name not in EXERCISES:
        return answer(not_checked("check", not_for_an_exercise(value, own, name)))
    own = name if own in ("", "<lambda>") else own
    if seed is not None and not _is_seed(seed):
        return answer(not_checked(name, f"seed must be a whole number from 0 on, got {seed!r}."))
    origin = origin_of(value, own)
    if origin and origin.kind in (OriginKind.STOPPED, OriginKind.RENAMED):
        latest[name] = not_checked(name, describe_origin(origin, own))
    elif value is None and isinstance(function, str):
        latest[name] = not_checked(name, f"There is no function {own} yet: {_RUN_IT}")
    else:
        run = [describe_origin(origin, own)] if origin else []
        variable = function if isinstance(function, str) else variable_of(value, caller)
        latest[name] = _check(EXERCISES[name], value, seed, variable, run)
    result = latest[name]
    progress_file.keep("check", name, status=result.status.code, score=result.score)
    return answer(result)


def verdict_on(exercise: Exercise, function: Callable, seed: int) -> Verdict:
    """Judge a function without a word."""
    return _judge(exercise, function, seed, source_of(function))


def _is_seed(seed) -> bool:
    whole = isinstance(seed, (int, np.integer)) and not isinstance(seed, bool)
    return whole and seed >= 0


def _check(
    exercise: Exercise, function: Callable, seed: int | None, variable: str, more: list[str]
) -> CheckResult:
    if not callable(function):
        return of_verdict(_no_function(exercise, function), more)
    source = source_of(function)
    node: ast.AST | None = source.node if source else None
    if isinstance(function, type):
        node = ast.ClassDef(function.__name__, [], [], [], [])
    unusual = unusual_kind(node, exercise.name) if node else []
    if unusual:
        return of_verdict(_incorrect(exercise, unusual[0]), more)
    # Short enough to be typed.
    seed = int(np.random.default_rng().integers(N_SEEDS)) if seed is None else int(seed)
    verdict = _judge(exercise, function, seed, source)
    failed = verdict.failures and verdict.failures[0]
    case = failed_case(exercise.name, failed, function) if failed else None
    more += called_mistakes(function, latest) if failed else []
    return of_verdict(verdict, more, case=case, seed=seed, function=variable)


def _judge(
    exercise: Exercise, function: Callable, seed: int, source: FunctionSource | None
) -> Verdict:
    cases = exercise.cases(np.random.default_rng(seed))
    calls = HelperCalls(exercise.name)
    outcomes = _attempts(exercise, function, cases, calls)
    return judge(AnswerKey(exercise, cases), outcomes, source, calls.seen)


def _attempts(
    exercise: Exercise, function: Callable, cases: list[Case], calls: HelperCalls
) -> list[Outcome]:
    """Run all cases, or fewer if the function does not return."""
    outcomes: list[Outcome] = []
    n_stopped = 0
    with CaseLine(exercise.name, len(cases)) as line:
        for case in cases:
            line.next(case.name)
            seconds = SECONDS_AFTER if n_stopped else SECONDS
            with calls:
                outcomes.append(
                    attempt_next(exercise, function, cases, outcomes, seconds, PATIENCE)
                )
            n_stopped += outcomes[-1].stopped
            if n_stopped == MAX_STOPPED or outcomes[0].status is CallStatus.UNWRITTEN:
                break
    return outcomes


def _no_function(exercise: Exercise, value) -> Verdict:
    kind = type(value).__name__
    message = f"Expected a function, got {kind}: pass {exercise.name}, not {exercise.name}(...)."
    return _incorrect(exercise, Diagnosis("no function", message))


def _incorrect(exercise: Exercise, diagnosis: Diagnosis) -> Verdict:
    return Verdict(exercise.name, Status.INCORRECT, 0.0, exercise.points, 0, (), (diagnosis,))
