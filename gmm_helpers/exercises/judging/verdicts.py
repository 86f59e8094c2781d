"""From what a function returned to a verdict: points, failed cases and the named mistake.

Pure: no student code is called here, so it can run where the expected values are known.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..cases.integers import INTEGERS
from ..definition import Case, Cost, Diagnosis
from ..running.attempts import Outcome, is_spared
from ..running.exceptions import STUB_MESSAGE, RaisedException
from ..statuses import CallStatus, Status
from ..symptoms.source import FunctionSource
from ..symptoms.unfinished import raise_line
from .answer_key import AnswerKey
from .deviations import LOSS, Deviation, find_deviation, find_noise
from .diagnosis import MAX_NAMED, diagnose
from .points import earned_share, worths
from .unwritten import unwritten_helper

__all__ = ["HELPER_CALLED", "NOT_BEGUN", "Failure", "Verdict", "judge"]

ROUNDED = "rounded"
_INTEGERS = Diagnosis(
    "fails for integers",
    "Your function fails for integer input (dtype int), though not for the same numbers as floats: "
    "an array made like X (zeros_like, empty_like) or changed in place cannot hold decimals. This "
    "costs no points, because you were promised floats.",
)


HELPER_CALLED = Diagnosis(
    "helper called",
    "This calls the helper you were asked to write, or one that contains it: try it yourself, "
    "using only the helpers that the text offers.",
)
NOT_BEGUN = Diagnosis(
    "not written yet", "Replace the line that raises NotImplementedError with your code."
)


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
        Earned, and attainable; see `points`.
    n_cases : int
        Those that count.
    failures : tuple of Failure
        In the order of the cases.
    diagnoses : tuple of Diagnosis
        The mistakes, by name; the one that explains most comes first.
    remarks : tuple of Diagnosis
        What costs nothing, but is worth knowing.
    shares : mapping of str to float
        See `Exercise`.
    """

    exercise: str
    status: Status
    score: float
    points: float
    n_cases: int
    failures: tuple[Failure, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    remarks: tuple[Diagnosis, ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)

    @property
    def calls_helper(self) -> bool:
        """Whether the function calls a helper that solves the exercise."""
        return HELPER_CALLED in self.remarks


def judge(
    key: AnswerKey,
    outcomes: Sequence[Outcome],
    source: FunctionSource | None = None,
    calls_helper: bool = False,
    likely: Collection[str] = (),
) -> Verdict:
    """Compare outcomes with the reference's, and name the mistake.

    Parameters
    ----------
    outcomes : sequence of Outcome
        What `attempt` returned for each case of the key. If there are fewer, the
        other cases were not tried, and count as failed.
    source : FunctionSource, optional
        What stands in the function.
    calls_helper : bool, default=False
        Whether `HelperCalls` has seen one that solves the exercise.
    likely : collection of str
        Names of mistakes that were found on other cases: these are tried first.
    """
    if outcomes[0].status is CallStatus.UNWRITTEN:
        return _judge_unwritten(key, outcomes[0], source)
    untried = Outcome(status=CallStatus.UNTRIED)
    outcomes = [*outcomes, *[untried] * (len(key.cases) - len(outcomes))]
    key = key.as_asked(outcomes)
    # It was decided where the student's code ran, so it is decided again.
    outcomes = [
        outcome
        if outcome.status is not CallStatus.SPARED
        or is_spared(key.exercise, key.cases, outcomes[:i])
        else untried
        for i, outcome in enumerate(outcomes)
    ]
    findings = key.recurrences.of(outcomes)
    problems: list[str | None] = [*findings.of("problems", lambda: key.problems(outcomes))]
    changed = sorted({name for outcome in outcomes for name in outcome.changed})
    remarks = (*((HELPER_CALLED,) if calls_helper else ()), *_find_remarks(key, problems))
    for i, case in enumerate(key.cases):
        if case.topic == INTEGERS:  # costs nothing, and is no evidence of a mistake
            problems[i] = None
    guarded = [i for i, case in enumerate(key.cases) if changed and case.layout == "read-only"]
    for i in guarded:  # the result of a read-only case says nothing
        problems[i] = None
    deviation, diagnoses = _explain(key, outcomes, problems, source, likely)
    if changed:
        diagnoses += (_diagnose_changes(changed),)
    for i in guarded:
        problems[i] = f"your function changed its argument {changed[0]}: work on a copy."
    if deviation and not (deviation.costs or deviation.is_mistake):
        remarks += (deviation.diagnosis,)
        problems = _without(problems, deviation)
    return _count_points(key, outcomes, problems, diagnoses, remarks, deviation)


def _explain(
    key: AnswerKey, outcomes, problems, source: FunctionSource | None, likely: Collection[str]
) -> tuple[Deviation | None, tuple[Diagnosis, ...]]:
    """Find a small deviation, and name it and what is wrong besides."""
    failed = [i for i, problem in enumerate(problems) if problem]
    findings = key.recurrences.of(outcomes)
    deviation = findings.of("deviation", lambda: find_deviation(key, outcomes))
    if deviation is None:
        deviation = find_noise(key, outcomes, failed)
        found = diagnose(key, outcomes, problems, source) if deviation else ()
        if deviation and found and found[0].name == ROUNDED:  # which says more
            deviation = deviation._replace(diagnosis=found[0]._replace(cost=Cost.A_QUARTER))
    diagnoses = diagnose(key, outcomes, _without(problems, deviation), source, likely)
    if deviation and deviation.is_mistake:
        diagnoses = (deviation.diagnosis,)
    elif deviation and deviation.costs:
        diagnoses = (deviation.diagnosis, *diagnoses[: MAX_NAMED - 1])
    return deviation, diagnoses


def _without(problems, deviation: Deviation | None) -> list[str | None]:
    """Problems that a deviation does not explain; apart from it the other cases are right."""
    explained = deviation.explains if deviation else frozenset()
    return ["" if problem and i in explained else problem for i, problem in enumerate(problems)]


def _find_remarks(key: AnswerKey, problems) -> tuple[Diagnosis, ...]:
    """Whether integers alone are to blame: the case before has the same numbers as floats."""
    fails = any(
        case.topic == INTEGERS and problems[i] and not problems[i - 1]
        for i, case in enumerate(key.cases)
    )
    return (_INTEGERS,) if fails else ()


def _count_points(
    key: AnswerKey, outcomes, problems, diagnoses, remarks, deviation: Deviation | None
) -> Verdict:
    failures = tuple(
        Failure(case, problem, outcome, expected)
        for case, problem, outcome, expected in zip(
            key.cases, problems, outcomes, key.expected, strict=True
        )
        if problem
    )
    exercise, topics = key.exercise, [case.topic for case in key.cases]
    right = [not problem for problem in _without(problems, deviation)]
    share = earned_share(worths(topics, exercise.shares), right)
    costs = deviation is not None and deviation.costs
    share *= 1 - LOSS * costs
    wrong = failures or costs
    status = Status.INCORRECT if not share else Status.PARTIAL if wrong else Status.CORRECT
    if not share and diagnoses and diagnoses[0].unfinished:
        status = Status.UNFINISHED
    return Verdict(
        exercise.name,
        status,
        round(share * exercise.points, 2),
        exercise.points,
        len(topics) - topics.count(INTEGERS),
        failures,
        diagnoses,
        remarks,
        exercise.shares,
    )


def _judge_unwritten(key: AnswerKey, outcome: Outcome, source: FunctionSource | None) -> Verdict:
    name, points = key.exercise.name, key.exercise.points
    left = unwritten_helper(outcome, source) or raise_line(source, outcome.line)
    if left:
        return Verdict(name, Status.UNFINISHED, 0.0, points, len(key.cases), (), (left,))
    stub = RaisedException("NotImplementedError", STUB_MESSAGE.format(name=name))
    todo = NOT_BEGUN
    if outcome.exception not in (stub, stub._replace(message="")):
        # The stub of another function that this one calls.
        message = (
            f"Your function stopped at something that is not written yet: {outcome.exception}."
        )
        todo = todo._replace(message=message)
    return Verdict(name, Status.NOT_ATTEMPTED, 0.0, points, len(key.cases), (), (todo,))


def _diagnose_changes(names) -> Diagnosis:
    return Diagnosis(
        "arguments modified",
        f"Your function changes what it was given ({', '.join(names)}) in place. Its caller then "
        "continues with the changed array, and so does every later cell of a notebook. Look for "
        "+=, -=, *=, /= and for assignments into an argument, and work on a copy.",
    )
