"""A line of `grades.csv`, and what a student's lines amount to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from ..exercises import Status

__all__ = ["Adjusted", "Problem", "Replaced", "Row", "Source", "Total", "total_of"]

# What stands for a whole submission as soon as it occurs anywhere in it.
_FIRST = [*Status][: [*Status].index(Status.PARTIAL)]


class Problem(StrEnum):
    """Why ours stood in place of a function of a student's."""

    WRONG = "wrong"
    UNWRITTEN = "not written yet"
    UNDEFINED = "not defined"


class Replaced(NamedTuple):
    """A function of a student's in whose place ours stood when another one was graded."""

    name: str
    problem: Problem = Problem.WRONG


class Source(StrEnum):
    """Where a person gave points; the value stands in tables and in JSON."""

    BY_HAND = "by hand"  # in points.csv
    BY_RULE = "by rule"  # in rules.csv
    IN_FORMGRADER = "in Formgrader"


class Adjusted(NamedTuple):
    """What a person gave for a row, and what it was before."""

    points_before: float | None  # None if nobody had judged it
    source: Source
    comment: str = ""  # for the student
    status_before: Status = Status.TO_BE_GRADED
    mistake: str = ""  # the one that a rule is for

    def as_json(self) -> dict[str, Any]:
        """All of it, as plain JSON."""
        return {**self._asdict(), "status_before": self.status_before.code}

    @classmethod
    def of_json(cls, json: Mapping[str, Any]) -> Adjusted:
        """Back from what `as_json` gave."""
        status, source = Status.of_code(json["status_before"]), Source(json["source"])
        return cls(**{**json, "status_before": status, "source": source})


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
    replaced: tuple[Replaced, ...] = ()  # error carried forward; where the first one is comes first
    adjusted: Adjusted | None = None  # what a person gave; the score is what counts then

    @property
    def is_changed(self) -> bool:
        """Whether a person gave other points than there were."""
        return self.adjusted is not None and self.adjusted.points_before != self._judged_score

    @property
    def _judged_score(self) -> float | None:
        return None if self.status == Status.TO_BE_GRADED else self.score

    def as_json(self) -> dict[str, Any]:
        """What a job returns of it."""
        adjusted = self.adjusted and self.adjusted.as_json()
        return {**self._asdict(), "status": self.status.code, "adjusted": adjusted}

    @classmethod
    def of_json(cls, json: Mapping[str, Any]) -> Row:
        """Back from what `as_json` gave."""
        status = Status.of_code(json["status"])
        mistakes = {"named": tuple(json["named"]), "said": tuple(json.get("said", ()))}
        replaced = tuple(Replaced(name, Problem(p)) for name, p in json.get("replaced", ()))
        adjusted = Adjusted.of_json(json["adjusted"]) if json.get("adjusted") else None
        more = {"replaced": replaced, "adjusted": adjusted}
        return cls(**{**json, "status": status, **mistakes, **more})


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
