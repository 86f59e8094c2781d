"""The result of a check: a card in a notebook, text elsewhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..exercises import EXERCISES, Status, Verdict
from .cards import as_html, as_text, framed
from .failed_cases import FailedCase

__all__ = ["CheckResult", "answer", "not_checked", "of_verdict", "plain_result"]


@dataclass(frozen=True, repr=False)
class CheckResult:
    """The result of a check; a notebook shows it as a card.

    Parameters
    ----------
    exercise : str
    status : Status
        Equal to "correct", "partly correct", "incorrect", "unfinished", "not attempted" or
        "not checked".
    score, points : float
        Earned, and to be earned.
    text : str
        The whole answer.
    card : str
        The same as HTML.
    diagnoses : tuple of str
        Names of the mistakes.
    calls_helper : bool
        Whether the function calls a helper that solves the exercise.
    case : FailedCase, optional
        The first case that failed, with its arguments and what was expected.
    """

    exercise: str
    status: Status
    score: float
    points: float
    text: str
    card: str
    diagnoses: tuple[str, ...] = field(default=())
    calls_helper: bool = False
    case: FailedCase | None = None

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f'<div class="gmm-said">{self.card}</div>'  # read out: drawing/static/page_parts.js


def of_verdict(
    verdict: Verdict,
    more: Sequence[str] = (),
    *,
    case: FailedCase | None = None,
    seed: int | None = None,
    function: str = "",
) -> CheckResult:
    """Put a verdict into words and a card; `more`, `seed` and `function` as in `as_text`."""
    return CheckResult(
        verdict.exercise,
        verdict.status,
        verdict.score,
        verdict.points,
        as_text(verdict, more=more, seed=seed, function=function),
        as_html(verdict, more=more, seed=seed, function=function),
        tuple(diagnosis.name for diagnosis in verdict.diagnoses),
        verdict.calls_helper,
        case,
    )


def not_checked(name: str, why: str) -> CheckResult:
    """Make the result of a check that has judged nothing."""
    points = float(EXERCISES[name].points) if name in EXERCISES else 0.0
    headline = f"{name}: {Status.NOT_CHECKED}."
    card = framed(headline, Status.NOT_CHECKED, [why])
    return CheckResult(name, Status.NOT_CHECKED, 0.0, points, f"{headline} {why}", card)


def plain_result(name: str, status: Status, message: str, diagnoses: Sequence[str] = ()):
    """Make the result of a check that gives no points."""
    headline = f"{name}: {status}."
    card = framed(headline, status, [message])
    return CheckResult(name, status, 0.0, 0.0, f"{headline} {message}", card, tuple(diagnoses))


def answer(result: CheckResult):
    """Return a result; raise it if checks are strict and it is not fully right.

    nbgrader announces itself in the environment. While it grades, it takes a number as the
    points of a cell, so the card is displayed and the points are returned. While a student
    validates a notebook, a mistake must raise.
    """
    nbgrader = os.environ.get("NBGRADER_EXECUTION")
    if nbgrader == "autograde" and result.points:
        from IPython.display import display  # there is a notebook around this

        display(result)
        return 0.0 if result.calls_helper else result.score  # as in gmm-grade
    strict = os.environ.get("GMM_CHECKS") == "strict" or nbgrader == "validate"
    if strict and result.status != Status.CORRECT:
        raise AssertionError(result.text)
    return result
