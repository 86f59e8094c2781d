"""Points for predictions and self-tests, where an instructor gives any."""

from __future__ import annotations

from collections.abc import Sequence

from ...checks.cards import framed
from ...exercises import Status
from ..parsing.notebook import SubmittedNotebook
from ..parsing.question_answers import QuestionAnswers
from ..parsing.release import SELF_TESTS, Chapter
from ..rows import Row

__all__ = ["self_test_rows"]


def self_test_rows(chapter: Chapter, notebooks: Sequence[SubmittedNotebook]) -> list[Row]:
    """One row for all questions of a chapter; none if they earn no points.

    Of several notebooks, the one in which most was answered counts for each question. What is
    right is asked of our own solved notebook, and never of what was handed in.
    """
    if not chapter.self_test_points:
        return []
    given: dict[str, QuestionAnswers] = {}
    for notebook in notebooks:
        for cell in notebook.cells:
            for answers in cell.answers:
                known = given.get(answers.key)
                if known is None or len(answers.attempts) > len(known.attempts):
                    given[answers.key] = answers
    answered = [key for key, _ in chapter.self_tests if key in given and given[key].is_answered]
    rights = [key for key in answered if _is_right(chapter, given[key])]
    n_counting = len(rights if chapter.credit and chapter.credit.for_right else answered)
    each = chapter.self_test_points / len(chapter.self_tests)
    score, points = round(n_counting * each, 2), chapter.self_test_points
    status = _status(len(answered), n_counting, len(chapter.self_tests))
    message = _message(chapter, answered, rights)
    headline = f"{SELF_TESTS}: {status}, {score:g} of {points:g} points."
    card = framed(headline, status, [message])
    return [Row(chapter.name, SELF_TESTS, score, points, status, message, card)]


def _is_right(chapter: Chapter, answers: QuestionAnswers) -> bool:
    definition = dict(chapter.self_tests)[answers.key]
    return definition is not None and answers.is_right(definition)


def _status(n_answered: int, n_counting: int, n_all: int) -> Status:
    if not n_answered:
        return Status.NOT_ATTEMPTED
    if n_counting == n_all:
        return Status.CORRECT
    return Status.PARTIAL if n_counting else Status.INCORRECT


def _message(chapter: Chapter, answered: Sequence[str], rights: Sequence[str]) -> str:
    n = len(chapter.self_tests)
    said = [f"{len(answered)} of {n} questions answered"]
    if chapter.credit and chapter.credit.for_right:
        said.append(f"{len(rights)} right (of a prediction, the first answer counts)")
    left = [key.replace("_", " ") for key, _ in chapter.self_tests if key not in answered]
    more = f" Not answered: {', '.join(left)}." if left and answered else ""
    return f"{', '.join(said)}.{more}"
