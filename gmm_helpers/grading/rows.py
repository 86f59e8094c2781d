"""A line of `grades.csv`, and what a student's lines amount to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..exercises import Status

__all__ = ["Row", "Total", "total_of"]

# What stands for a whole submission as soon as it occurs anywhere in it.
_FIRST = [*Status][: [*Status].index(Status.PARTIAL)]


class Row(NamedTuple):
    """One exercise or written question of one student."""

    notebook: str  # as it was handed out, without the suffix
    exercise: str
    score: float
    max_score: float
    status: Status
    message: str  # for the student: nothing that was computed on hidden cases
    card: str = ""  # the same as HTML
    named: tuple[str, ...] = ()  # the mistakes that were recognised
    out_of_time: bool = False  # not everything was tried, which may be the fault of others
    end_score: float | None = None  # after the last cell, where an earlier state counts instead
    said: tuple[str, ...] = ()  # of the mistakes, one by one; "" where that quotes an error

    def as_json(self) -> dict[str, Any]:
        """What a job returns of it."""
        return {**self._asdict(), "status": self.status.code}

    @classmethod
    def of_json(cls, json: Mapping[str, Any]) -> Row:
        """Back from what `as_json` gave."""
        status = Status.of_code(json["status"])
        mistakes = {"named": tuple(json["named"]), "said": tuple(json.get("said", ()))}
        return cls(**{**json, "status": status, **mistakes})


class Total(NamedTuple):
    """What a submission amounts to."""

    score: float
    max_score: float
    status: Status


def total_of(rows: Sequence[Row]) -> Total:
    """Sum up a student's rows.

    The status is "missing" if nothing was handed in; otherwise the first that occurs of those
    that come before "partial"; otherwise "correct" if that holds for all, "partial" if there are
    points, and without points "not_attempted", "unfinished" if something was begun, or "incorrect"
    if something is wrong.
    """
    statuses = {row.status for row in rows}
    score = round(sum(row.score for row in rows), 2)
    return Total(score, sum(row.max_score for row in rows), _status_of(statuses, score))


def _status_of(statuses: set[Status], score: float) -> Status:
    if statuses <= {Status.MISSING}:
        return Status.MISSING
    for status in _FIRST:
        if status in statuses:
            return status
    if statuses == {Status.CORRECT}:
        return Status.CORRECT
    if score:
        return Status.PARTIAL
    if statuses <= {Status.NOT_ATTEMPTED, Status.MISSING}:
        return Status.NOT_ATTEMPTED
    begun = statuses <= {Status.UNFINISHED, Status.NOT_ATTEMPTED, Status.MISSING}
    return Status.UNFINISHED if begun else Status.INCORRECT
