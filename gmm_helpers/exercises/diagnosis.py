"""Which mistake explains what a function returned.

Every known misconception is run on the same cases as the student's function. One that
returns the same where it is wrong explains those cases. What no misconception explains is
left to `symptoms`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .definition import Case, Diagnosis, Exercise, Misconception
from .running import Outcome, attempt
from .symptoms import symptom_of

__all__ = ["diagnose"]

MOST_NAMED = 2


class _Explanation(NamedTuple):
    misconception: Misconception
    explained: frozenset[int]  # failed cases in which it returns the same
    unlike: int  # cases in which it is wrong in another way


def diagnose(
    exercise: Exercise,
    cases: Sequence[Case],
    outcomes: Sequence[Outcome],
    expected: Sequence,
    problems: Sequence[str],
) -> tuple[Diagnosis, ...]:
    """Name at most two mistakes that explain the failed cases.

    Parameters
    ----------
    exercise : Exercise
    cases : sequence of Case
    outcomes : sequence of Outcome
        The student's.
    expected : sequence
        The reference's results.
    problems : sequence of str
        What is wrong in each case; empty where nothing is.

    Returns
    -------
    tuple of Diagnosis
        The one that explains most first.
    """
    failed = frozenset(i for i, problem in enumerate(problems) if problem)
    found, left = [], failed
    explanations = _explanations(exercise, cases, outcomes, expected, failed)
    while left and len(found) < MOST_NAMED:
        best = _best(explanations, left)
        if best is None:
            break
        left -= best.explained
        found.append(Diagnosis(best.misconception.name, best.misconception.message))
        explanations = [e for e in explanations if e.misconception is not best.misconception]
    if left and len(found) < MOST_NAMED:
        rest = symptom_of(exercise, cases, outcomes, expected, sorted(left), sorted(failed))
        if rest and rest.name not in {diagnosis.name for diagnosis in found}:
            found.append(rest)
    return tuple(found)


def _explanations(exercise, cases, outcomes, expected, failed) -> list[_Explanation]:
    """All misconceptions that explain something and are contradicted by nothing."""
    found = []
    usable = [i for i in sorted(failed) if not outcomes[i].error]
    for misconception in exercise.misconceptions if usable else ():
        for function in misconception.functions:
            made = {i: attempt(exercise, function, cases[i]) for i in usable}
            same = frozenset(
                i
                for i, outcome in made.items()
                if not outcome.error
                and exercise.agree(cases[i], outcomes[i].value, outcome.value)
            )
            if not same or _contradicted(exercise, function, cases, expected, failed):
                continue
            unlike = [i for i in usable if i not in same and _is_wrong(exercise, cases, expected, i, made[i])]
            found.append(_Explanation(misconception, same, len(unlike)))
    return found


def _contradicted(exercise, function, cases, expected, failed) -> bool:
    """Whether the mistake would show in a case in which the student's function is right."""
    passed = [i for i in range(len(cases)) if i not in failed]
    return any(
        _is_wrong(exercise, cases, expected, i, attempt(exercise, function, cases[i]))
        for i in passed
    )


def _is_wrong(exercise, cases, expected, i, outcome) -> bool:
    return bool(outcome.error or exercise.compare(cases[i], outcome.value, expected[i]))


def _best(explanations, left) -> _Explanation | None:
    useful = [e for e in explanations if e.explained & left]
    # max() keeps the first of equals, so the order of the misconceptions decides.
    return max(useful, key=lambda e: (len(e.explained & left), -e.unlike), default=None)
