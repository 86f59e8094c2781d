"""Answers in prose: a person reads them; here it is only checked whether there are any."""

from __future__ import annotations

from collections.abc import Sequence

from ...exercises import Status
from ..parsing.cells import Cell
from ..parsing.notebook import SubmittedNotebook
from ..parsing.release import Chapter, WrittenQuestion
from ..rows import Row
from .exercises import build_row

__all__ = ["answer_rows"]

_NBGRADER_STUB = "YOUR ANSWER HERE"
READ_BY_A_PERSON = "Your instructor will read and grade this answer."
NOT_ANSWERED = "There is no answer."


def answer_rows(chapter: Chapter, candidates: Sequence[SubmittedNotebook]) -> list[Row]:
    """A row for each written question of a chapter; its points count, whatever the submission says.

    It is "to_be_graded" if there is an answer, or may be, in any notebook of the chapter; otherwise
    "not_attempted". Our own model answers are nobody's where there is other work.
    """
    given = {cell.source.strip() for cell in chapter.cells} | {"", _NBGRADER_STUB}
    near = [c for c in candidates if {*c.held} & {*chapter.exercises}]
    if not all(candidate.by.is_solved_notebook for candidate in near):
        given |= {*chapter.model_answers}
    return [_row(chapter.name, question, near, given) for question in chapter.questions]


def _row(
    notebook: str, question: WrittenQuestion, near: Sequence[SubmittedNotebook], given: set[str]
) -> Row:
    name, points = question.grade_id, question.points
    texts = {cell.source.strip() for each in near for cell in _cells(question, each)}
    if texts - given - {question.stub.strip()}:
        return build_row(notebook, name, points, Status.TO_BE_GRADED, READ_BY_A_PERSON)
    return build_row(notebook, name, points, Status.NOT_ATTEMPTED, NOT_ANSWERED)


def _cells(question: WrittenQuestion, candidate: SubmittedNotebook) -> list[Cell]:
    name = question.grade_id
    marked = [cell for cell in candidate.cells if name in (cell.grade_id, cell.cell_id)]
    # Without marks any text that was not handed out may be the answer.
    texts = [c for c in candidate.cells if c.kind != "code" and not (c.grade_id or c.cell_id)]
    return marked or texts
