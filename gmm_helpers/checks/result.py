"""The answer to a check: text everywhere, a card in a notebook."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from ..exercises import Status, Verdict
from .cards import as_html, as_text, framed

__all__ = ["CheckResult", "answer", "of_verdict", "plain_result"]


@dataclass(frozen=True, repr=False)
class CheckResult:
    """The answer to a check; a notebook shows it as a card.

    Parameters
    ----------
    exercise : str
    status : Status
        A text: "correct", "partly correct", "incorrect" or "not attempted".
    score, points : float
        Earned, and to be earned.
    text : str
        What there is to say.
    card : str
        The same as HTML.
    diagnoses : tuple of str
        Names of the mistakes that were found.
    """

    exercise: str
    status: Status
    score: float
    points: float
    text: str
    card: str
    diagnoses: tuple[str, ...] = field(default=())

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.card


def of_verdict(verdict: Verdict) -> CheckResult:
    """Put a verdict into words and a card."""
    return CheckResult(
        verdict.exercise,
        verdict.status,
        verdict.score,
        verdict.points,
        as_text(verdict),
        as_html(verdict),
        tuple(diagnosis.name for diagnosis in verdict.diagnoses),
    )


def plain_result(name: str, status: Status, message: str) -> CheckResult:
    """Answer a check that gives no points."""
    headline = f"{name}: {status}."
    text = f"{headline} {message}"
    return CheckResult(name, status, 0.0, 0.0, text, framed(headline, status, [message]))


def answer(result: CheckResult):
    """Return a result; raise it if checks are strict and it is not fully right.

    nbgrader takes a number as the points of a cell, and says in the environment that it is at
    work: then the card is displayed, and the points are returned. When a student validates a
    notebook, a mistake must raise.
    """
    at_work = os.environ.get("NBGRADER_EXECUTION")
    if at_work == "autograde" and result.points:
        from IPython.display import display  # there is a notebook around this

        display(result)
        return result.score
    strict = os.environ.get("GMM_CHECKS") == "strict" or at_work == "validate"
    if strict and result.status != Status.CORRECT:
        raise AssertionError(result.text)
    return result
