"""What a person gave in Formgrader: scores, extra credit and comments of nbgrader's gradebook."""

from __future__ import annotations

from typing import Any

from nbgrader.api import Comment, Grade
from sqlalchemy import or_

from .applying import FormgraderGrade
from .given_points import Key

__all__ = ["read_given"]


def read_given(gradebook: Any, assignment: str) -> dict[Key, FormgraderGrade]:
    """Read all of an assignment that a person gave, by student, notebook and exercise."""
    given: dict[Key, FormgraderGrade] = {}
    scores = or_(Grade.manual_score.isnot(None), Grade.extra_credit.isnot(None))
    for grade in gradebook.db.query(Grade).filter(scores):
        if grade.notebook.assignment.name == assignment:
            points = grade.manual_score, grade.extra_credit or 0.0
            given[_key(grade)] = FormgraderGrade(*points, max_score=grade.max_score)
    for comment in gradebook.db.query(Comment).filter(Comment.manual_comment.isnot(None)):
        if comment.notebook.assignment.name == assignment and comment.manual_comment.strip():
            key = _key(comment)
            text = comment.manual_comment.strip()
            given[key] = given.get(key, FormgraderGrade())._replace(comment=text)
    return given


def _key(cell: Any) -> Key:
    student, notebook = cell.notebook.student.id, cell.notebook.name
    return student, notebook, cell.name.removeprefix("check_")
