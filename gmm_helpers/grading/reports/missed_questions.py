"""Which predictions and self-tests a class got wrong, and what it answered instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ...questions import Question
from ...questions.wrong_answers import WrongAnswer
from ..judging.question_outcomes import Outcome
from ..parsing.release import Chapter
from .results import Result

__all__ = ["questions_of"]


def questions_of(results: Sequence[Result], chapters: Sequence[Chapter]) -> list[dict[str, Any]]:
    """All questions that anybody answered, those that most did not get right first.

    Everything that is quoted stands in our own definitions.
    """
    by_question: dict[tuple[str, str], list[Outcome]] = {}
    for result in results:
        for outcome in result.answers:
            by_question.setdefault((outcome.notebook, outcome.question), []).append(outcome)
    found = [
        _question(chapter.name, key, definition, by_question[chapter.name, key])
        for chapter in chapters
        for key, definition in chapter.self_tests
        if (chapter.name, key) in by_question
    ]
    return sorted(found, key=_missed, reverse=True)


def _question(
    notebook: str, key: str, definition: Question | None, outcomes: Sequence[Outcome]
) -> dict[str, Any]:
    wrong: Counter[WrongAnswer] = Counter(each for outcome in outcomes for each in outcome.wrong)
    return {
        "notebook": notebook,
        "question": key,
        "text": definition.text if definition else key.replace("_", " "),
        "is_prediction": definition is not None and definition.is_prediction,
        "is_known": definition is not None,  # if not, nobody can say what is right
        "answered": len(outcomes),
        "right": sum(bool(outcome.is_right) for outcome in outcomes),
        "right_at_first": sum(bool(outcome.is_right_at_first) for outcome in outcomes),
        "wrong": [
            {**answer._asdict(), "count": count}
            for answer, count in sorted(wrong.items(), key=lambda each: (-each[1], each[0]))
        ],
    }


def _missed(question: dict[str, Any]) -> tuple[int, int]:
    """How many never got it right, and how many not at once."""
    if not question["is_known"]:
        return 0, 0
    n = question["answered"]
    return n - question["right"], n - question["right_at_first"]
