"""A line of `grades.csv`, and what a student's lines amount to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["STATUSES", "Row", "Total", "total_of"]

# In the order in which they stand for a whole submission: first what somebody has to look at.
STATUSES = (
    "unreadable",
    "crashed",
    "memory",
    "timeout",
    "error",
    "needs_review",
    "partial",
    "incorrect",
    "not_attempted",
    "missing",
    "correct",
)
_FIRST = STATUSES[: STATUSES.index("partial")]


class Row(NamedTuple):
    """One exercise or written question of one student.

    Parameters
    ----------
    notebook : str
        As it was handed out, without the suffix.
    exercise : str
    score, max_score : float
    status : str
        One of `STATUSES`.
    message : str
        For the student: nothing of expected values or hidden inputs.
    card : str
        The same as HTML.
    named : tuple of str
        The mistakes that were found.
    """

    notebook: str
    exercise: str
    score: float
    max_score: float
    status: str
    message: str
    card: str = ""
    named: tuple[str, ...] = ()


class Total(NamedTuple):
    """What a submission amounts to."""

    score: float
    max_score: float
    status: str


def total_of(rows: Sequence[Row]) -> Total:
    """Sum up a student's rows.

    The status is "missing" if nothing was handed in; otherwise the first of "unreadable",
    "crashed", "memory", "timeout", "error" and "needs_review" that occurs; otherwise "correct",
    "not_attempted" or "incorrect" if that holds for all, and "partial" if not.

    Examples
    --------
    >>> rows = [Row("n", "a", 2, 2, "correct", ""), Row("n", "b", 0, 3, "incorrect", "")]
    >>> total_of(rows)
    Total(score=2, max_score=5, status='partial')
    """
    found = {row.status for row in rows}
    score = round(sum(row.score for row in rows), 2)
    most = sum(row.max_score for row in rows)
    if found <= {"missing"}:
        return Total(score, most, "missing")
    for status in _FIRST:
        if status in found:
            return Total(score, most, status)
    if found == {"correct"}:
        return Total(score, most, "correct")
    nothing = "not_attempted" if found <= {"not_attempted", "missing"} else "incorrect"
    return Total(score, most, "partial" if score else nothing)
