"""The results of a class with the points that people gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..adjustments.applying import Files, FormgraderGrade, adjust
from ..adjustments.given_points import Key
from ..adjustments.problems import Problem
from ..rows import Row
from .results import Result, summed_up

__all__ = ["ADJUSTED", "adjust_results", "adjusted_cells", "adjusted_entry"]

ADJUSTED = ("adjusted", "points_before", "comment", "mistakes")


def adjust_results(
    results: Sequence[Result],
    files: Files,
    in_formgrader: Mapping[Key, FormgraderGrade] | None = None,
) -> tuple[list[Result], list[Problem]]:
    """Apply points by hand, in Formgrader and by rule, and sum everybody up again."""
    people = {each.student: each.person for each in results}
    names = {student: (own.name, own.id, own.login, own.email) for student, own in people.items()}
    own_rows = {each.student: each.rows for each in results}
    rows, problems = adjust(own_rows, files, in_formgrader, names)
    changed = [summed_up(each._replace(rows=rows[each.student])) for each in results]
    return changed, problems


def adjusted_cells(row: Row) -> tuple[Any, ...]:
    """What stands in `grades.csv` below `ADJUSTED`."""
    mistakes = "; ".join(row.named)
    if row.adjusted is None:
        return "", "", "", mistakes
    before = row.adjusted.points_before
    source, comment = row.adjusted.source.value, row.adjusted.comment
    return source, "" if before is None else before, comment, mistakes


def adjusted_entry(row: Row) -> dict[str, Any]:
    """What `report.json` says of a row that a person changed."""
    return {"adjusted": row.adjusted.as_json()} if row.adjusted else {}
