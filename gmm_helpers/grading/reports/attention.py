"""Whom to look at first: what there is to say of a student at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum
from statistics import median
from typing import Any

from ...exercises import Status
from ..notices import NoticeKind
from .pairs import OUTCOME, usual_size
from .results import Result

__all__ = ["Reason", "reasons_of"]

FEW = 0.5  # of the median of the class
MIN_GROUPS = 2  # in which the code of somebody is that of a few others: one may be chance
MIN_ALIKE = 3  # wrong functions of a pair, where none is the same code


class Reason(Enum):
    """Why to look at a student: words for the report, and a weight, which is that of its kind.

    Any of a heavier kind comes before all of the lighter kinds together.
    """

    NEEDS_REVIEW = "needs review", 8
    CALLS_HELPER = "calls a helper", 4
    SAME_CODE = "same code", 4
    SAME_WRONG_ANSWERS = "same wrong answers", 4
    CELL_EDITED = "locked cell edited", 4
    LATE = "late", 2
    NOTHING_HANDED_IN = "nothing handed in", 1
    FEW_POINTS = "few points", 1

    words: str
    weight: int

    def __new__(cls, words: str, weight: int):
        member = object.__new__(cls)
        member._value_ = len(cls.__members__)
        member.words, member.weight = words, weight
        return member

    @property
    def code(self) -> str:
        """What stands in JSON."""
        return self.name.lower()


def reasons_of(
    results: Sequence[Result], misconduct: Mapping[str, Any], pairs: Sequence[Mapping[str, Any]]
) -> dict[str, list[Reason]]:
    """By student, the reasons to look at them, the weightiest first."""
    most = usual_size(len(results))
    groups = Counter(
        student
        for group in misconduct["same"]
        if len(group["students"]) <= most
        for student in group["students"]
    )
    alike = {student for pair in pairs if _is_striking(pair) for student in pair["students"]}
    scores = [result.total.score for result in results if result.is_handed_in]
    few = FEW * median(scores) if scores else 0.0
    return {
        result.student: [
            reason
            for reason, holds in {
                Reason.NEEDS_REVIEW: result.total.status is Status.NEEDS_REVIEW,
                Reason.CALLS_HELPER: bool(result.helpers),
                Reason.SAME_CODE: groups[result.student] >= MIN_GROUPS,
                Reason.SAME_WRONG_ANSWERS: result.student in alike,
                Reason.CELL_EDITED: _has(result, NoticeKind.LOCKED_CELL_EDITED),
                Reason.LATE: result.person.is_late,
                Reason.NOTHING_HANDED_IN: not result.is_handed_in,
                Reason.FEW_POINTS: result.is_handed_in and result.total.score < few,
            }.items()
            if holds
        ]
        for result in results
    }


def _is_striking(pair: Mapping[str, Any]) -> bool:
    """Wrong choices alone are not: there are few to choose from."""
    return pair["code"] > 0 or sum(each["kind"] == OUTCOME for each in pair["shared"]) >= MIN_ALIKE


def _has(result: Result, kind: NoticeKind) -> bool:
    return any(note.kind == kind for note in result.notes)
