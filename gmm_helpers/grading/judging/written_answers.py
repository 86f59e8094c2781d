"""Answers in prose: a person reads them; here it is only checked whether there are any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...exercises import Status
from ..parsing.answer_cells import answers_in, as_compared
from ..parsing.notebook import SubmittedNotebook
from ..parsing.release import Chapter
from ..rows import Row
from .exercises import build_row

__all__ = ["MAX_TEXTS", "answer_rows", "answers_of"]

MAX_TEXTS = 5  # different answers of one student to one question, each from another notebook
READ_BY_A_PERSON = "Your instructor will read and grade this answer."
NOT_ANSWERED = "There is no answer."


def answers_of(chapter: Chapter, candidates: Sequence[SubmittedNotebook]) -> dict[str, list[str]]:
    """What stands as an answer to each question of a chapter, in any notebook of it.

    There are several texts where several notebooks differ. Our own model answers in our own solved
    notebook are nobody's where there is other work.
    """
    handed_out = {str(cell.source) for cell in chapter.cells}
    near = [c for c in candidates if {*c.held} & {*chapter.exercises}]
    is_work = not all(candidate.by.is_solved_notebook for candidate in near)
    found: dict[str, dict[str, str]] = {question.grade_id: {} for question in chapter.questions}
    for candidate in near:
        is_ours = is_work and candidate.by.is_solved_notebook
        given = handed_out | {*chapter.model_answers} if is_ours else handed_out
        for name, text in answers_in(chapter, candidate.cells, given).items():
            if text:
                found[name].setdefault(as_compared(text), text)
    return {name: [*texts.values()][:MAX_TEXTS] for name, texts in found.items()}


def answer_rows(chapter: Chapter, answers: Mapping[str, Sequence[str]]) -> list[Row]:
    """A row for each written question of a chapter; its points count, whatever the submission says.

    It is "to_be_graded" if there is an answer, or may be, as `answers_of` has found them;
    otherwise "not_attempted".
    """
    rows = []
    for question in chapter.questions:
        is_answered = bool(answers.get(question.grade_id))
        status = Status.TO_BE_GRADED if is_answered else Status.NOT_ATTEMPTED
        message = READ_BY_A_PERSON if is_answered else NOT_ANSWERED
        rows.append(build_row(chapter.name, question.grade_id, question.points, status, message))
    return rows
