"""Points for predictions and self-tests, where an instructor gives any."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from textwrap import shorten

from ...checks.cards import framed
from ...drawing.typesetting import typeset_plain
from ...exercises import Status
from ...questions import Question
from ..parsing.release import SELF_TESTS, Chapter
from ..rows import Row
from .question_outcomes import Outcome

__all__ = ["self_test_rows"]

NOTHING_FOUND = "No question of this chapter is in the notebook, or none was run."
WIDTH = 60  # characters of a question that are quoted


def self_test_rows(chapter: Chapter, is_asked: bool, outcomes: Sequence[Outcome]) -> list[Row]:
    """One row for all questions of a chapter; none if they earn no points.

    `is_asked` says whether any question was found in what was handed in.
    """
    if not chapter.self_test_points:
        return []
    answered = [each.question for each in outcomes]
    rights = [each.question for each in outcomes if each.is_right]
    n_counting = len(rights if chapter.credit and chapter.credit.for_right else answered)
    each = chapter.self_test_points / len(chapter.self_tests)
    score, points = round(n_counting * each, 2), chapter.self_test_points
    status = _status(len(answered), n_counting, len(chapter.self_tests))
    message = _message(chapter, answered, rights) if is_asked else NOTHING_FOUND
    headline = f"{SELF_TESTS}: {status}, {score:g} of {points:g} points."
    card = framed(headline, status, [message])
    return [Row(chapter.name, SELF_TESTS, score, points, status, message, card)]


def _status(n_answered: int, n_counting: int, n_all: int) -> Status:
    if not n_answered:
        return Status.NOT_ATTEMPTED
    if n_counting == n_all:
        return Status.CORRECT
    return Status.PARTIAL if n_counting else Status.INCORRECT


def _message(chapter: Chapter, answered: Collection[str], rights: Collection[str]) -> str:
    n = len(chapter.self_tests)
    said = [f"{len(answered)} of {n} questions answered"]
    if chapter.credit and chapter.credit.for_right:
        said.append(f"{len(rights)} right (of a prediction, the first answer counts)")
    open_ = [each for each in chapter.self_tests if each[0] not in answered]
    wrong = [each for each in chapter.self_tests if each[0] in answered and each[0] not in rights]
    more = f" Not answered: {_named(open_)}" if open_ and answered else ""
    if wrong and chapter.credit and chapter.credit.for_right:
        more += f" Not right: {_named(wrong)}"
    return f"{', '.join(said)}.{more}"


def _named(questions: Sequence[tuple[str, Question | None]]) -> str:
    """The first words of questions, or their names."""
    texts = [typeset_plain(q.text) if q else key.replace("_", " ") for key, q in questions]
    quoted = "; ".join(shorten(text, WIDTH, placeholder=" ...") for text in texts)
    return quoted if quoted.endswith(("?", "...")) else f"{quoted}."
