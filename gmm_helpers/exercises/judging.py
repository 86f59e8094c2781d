"""From what a function returned to a verdict: points, failed cases and the named mistake.

Pure: nothing of a student's is called here, so it can run where the expected values may be known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .definition import Case, Diagnosis, Exercise
from .diagnosis import diagnose
from .running import Outcome, attempt

__all__ = ["CORRECT", "INCORRECT", "NOT_ATTEMPTED", "PARTLY", "Failure", "Verdict", "judge"]

CORRECT, PARTLY = "correct", "partly correct"
INCORRECT, NOT_ATTEMPTED = "incorrect", "not attempted"


@dataclass(frozen=True)
class Failure:
    """A case a function failed on.

    Parameters
    ----------
    case : Case
    problem : str
        What is wrong, with expected and returned values.
    outcome : Outcome
    expected : object
        What the reference returned.
    """

    case: Case
    problem: str
    outcome: Outcome
    expected: Any


@dataclass(frozen=True)
class Verdict:
    """What is to be said of one function.

    Parameters
    ----------
    exercise : str
    status : str
        "correct", "partly correct", "incorrect" or "not attempted".
    score, points : float
        Earned, and to be earned. Every case is worth the same, but none is worth anything
        to a function that fails on the ordinary one.
    n_cases : int
    failures : tuple of Failure
        In the order of the cases.
    diagnoses : tuple of Diagnosis
        The mistakes, by name; the one that explains most comes first.
    """

    exercise: str
    status: str
    score: float
    points: float
    n_cases: int
    failures: tuple[Failure, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()


def judge(exercise: Exercise, cases: Sequence[Case], outcomes: Sequence[Outcome]) -> Verdict:
    """Compare outcomes with the reference's, and name the mistake.

    Parameters
    ----------
    exercise : Exercise
    cases, outcomes : sequence
        What `running.attempt` returned for each of the cases. Fewer outcomes than cases: the
        others were not run, and count as failed.

    Returns
    -------
    Verdict

    Examples
    --------
    >>> import numpy as np
    >>> from gmm_helpers.exercises import EXERCISES
    >>> exercise = EXERCISES["update_weights"]
    >>> cases = exercise.cases(np.random.default_rng(0))
    >>> outcomes = [attempt(exercise, lambda r: r.sum(axis=0), case) for case in cases]
    >>> judge(exercise, cases, outcomes).diagnoses[0].name
    'not divided by N'
    """
    if outcomes[0].unwritten:
        return Verdict(exercise.name, NOT_ATTEMPTED, 0.0, exercise.points, len(cases))
    expected = [_right(exercise, case) for case in cases]
    outcomes = [*outcomes, *[Outcome(error="it was not tried")] * (len(cases) - len(outcomes))]
    found = zip(cases, outcomes, expected, strict=True)
    problems = [_problem(exercise, *each) for each in found]
    _add_changes(cases, outcomes, problems)
    failures = tuple(
        Failure(case, problem, outcome, right)
        for case, problem, outcome, right in zip(cases, problems, outcomes, expected, strict=True)
        if problem
    )
    share = 0.0 if problems[0] else 1 - len(failures) / len(cases)
    status = INCORRECT if not share else PARTLY if failures else CORRECT
    return Verdict(
        exercise.name,
        status,
        round(share * exercise.points, 2),
        exercise.points,
        len(cases),
        failures,
        diagnose(exercise, cases, outcomes, expected, problems) if failures else (),
    )


def _right(exercise: Exercise, case: Case):
    outcome = attempt(exercise, exercise.reference, case)
    if outcome.error:  # a case must be within what the reference can do
        raise RuntimeError(f"the helper for {exercise.name} failed on {case.name}: {outcome.error}")
    return outcome.value


def _problem(exercise: Exercise, case: Case, outcome: Outcome, expected) -> str:
    if outcome.error:
        return _raised(outcome)
    return exercise.compare(case, outcome.value, expected) or ""


def _raised(outcome: Outcome) -> str:
    line = f" ({outcome.line})" if outcome.line else ""
    if outcome.timed_out:
        return f"your function was stopped: {outcome.error}{line}."
    if outcome.error == "it was not tried":
        return "not tried, as your function did not return before."
    return f"your function raised {outcome.error}{line}{'' if line else '.'}"


def _add_changes(cases, outcomes, problems) -> None:
    """Changing an argument is a failure of the case with arguments that must not change."""
    changed = sorted({name for outcome in outcomes for name in outcome.changed})
    if not changed:
        return
    guarded = next(i for i, case in enumerate(cases) if case.layout == "read-only")
    problems[guarded] = f"your function changed its argument {changed[0]}: work on a copy."
