"""From what a function returned to a verdict: points, failed cases and the named mistake.

Pure: no student code is called here, so it can run where the expected values are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..definition import Case, Diagnosis
from ..running.attempts import Outcome
from ..running.exceptions import STUB_MESSAGE, RaisedException
from ..statuses import CallStatus, Status
from ..symptoms.source import FunctionSource
from ..symptoms.unfinished import raise_line
from .answer_key import AnswerKey
from .diagnosis import diagnose

__all__ = ["Failure", "Verdict", "judge"]


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
    """What there is to say about one function.

    Parameters
    ----------
    exercise : str
    status : Status
        Correct, partly correct, incorrect, unfinished or not attempted.
    score, points : float
        Earned, and attainable. Every case is worth the same, but a function that fails on
        the ordinary case earns nothing.
    n_cases : int
    failures : tuple of Failure
        In the order of the cases.
    diagnoses : tuple of Diagnosis
        The mistakes, by name; the one that explains most comes first.
    """

    exercise: str
    status: Status
    score: float
    points: float
    n_cases: int
    failures: tuple[Failure, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()


def judge(
    key: AnswerKey, outcomes: Sequence[Outcome], source: FunctionSource | None = None
) -> Verdict:
    """Compare outcomes with the reference's, and name the mistake.

    Parameters
    ----------
    outcomes : sequence of Outcome
        What `attempt` returned for each case of the key. If there are fewer, the
        other cases were not tried, and count as failed.
    source : FunctionSource, optional
        What stands in the function.
    """
    if outcomes[0].status is CallStatus.UNWRITTEN:
        return _judge_unwritten(key, outcomes[0], source)
    untried = Outcome(status=CallStatus.UNTRIED)
    outcomes = [*outcomes, *[untried] * (len(key.cases) - len(outcomes))]
    problems: list[str | None] = [key.problem(i, outcome) for i, outcome in enumerate(outcomes)]
    changed = sorted({name for outcome in outcomes for name in outcome.changed})
    guarded = [i for i, case in enumerate(key.cases) if changed and case.layout == "read-only"]
    for i in guarded:  # the result of a read-only case says nothing
        problems[i] = None
    diagnoses = diagnose(key, outcomes, problems, source)
    if changed:
        diagnoses += (_diagnose_changes(changed),)
    for i in guarded:
        problems[i] = f"your function changed its argument {changed[0]}: work on a copy."
    return _count_points(key, outcomes, problems, diagnoses)


def _count_points(key: AnswerKey, outcomes, problems, diagnoses) -> Verdict:
    failures = tuple(
        Failure(case, problem, outcome, expected)
        for case, problem, outcome, expected in zip(
            key.cases, problems, outcomes, key.expected, strict=True
        )
        if problem
    )
    exercise, n_cases = key.exercise, len(key.cases)
    share = 0.0 if problems[0] else 1 - len(failures) / n_cases
    status = Status.INCORRECT if not share else Status.PARTIAL if failures else Status.CORRECT
    if not share and diagnoses and diagnoses[0].unfinished:
        status = Status.UNFINISHED
    score = round(share * exercise.points, 2)
    return Verdict(exercise.name, status, score, exercise.points, n_cases, failures, diagnoses)


def _judge_unwritten(key: AnswerKey, outcome: Outcome, source: FunctionSource | None) -> Verdict:
    name, points = key.exercise.name, key.exercise.points
    left = raise_line(source, outcome.line)
    if left:
        return Verdict(name, Status.UNFINISHED, 0.0, points, len(key.cases), (), (left,))
    stub = RaisedException("NotImplementedError", STUB_MESSAGE.format(name=name))
    if outcome.exception in (stub, stub._replace(message="")):
        message = "Replace the line that raises NotImplementedError with your code."
    else:  # the stub of another function that this one calls
        raised = outcome.exception
        message = f"Your function stopped at something that is not written yet: {raised}."
    todo = Diagnosis("not written yet", message)
    return Verdict(name, Status.NOT_ATTEMPTED, 0.0, points, len(key.cases), (), (todo,))


def _diagnose_changes(names) -> Diagnosis:
    return Diagnosis(
        "arguments modified",
        f"Your function changes what it was given ({', '.join(names)}) in place. Its caller then "
        "continues with the changed array, and so does every later cell of a notebook. Look for "
        "+=, -=, *=, /= and for assignments into an argument, and work on a copy.",
    )
