"""What a student made of each question, judged by our own definitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...questions import Question
from ...questions.answers import ever_right, is_answer
from ...questions.wrong_answers import WrongAnswer, wrong_in
from ..parsing.notebook import SubmittedNotebook
from ..parsing.question_answers import QuestionAnswers
from ..parsing.release import Chapter

__all__ = ["Outcome", "answers_given", "outcomes_of"]


class Outcome(NamedTuple):
    """One question that a student answered.

    Parameters
    ----------
    notebook, question : str
        Names of the chapter and of the question.
    is_right, is_right_at_first : bool or None
        Whether any answer is right (of a prediction, the first one), and whether the first one
        is; None if we do not know the right answer.
    wrong : tuple of WrongAnswer
        Each once, however often it was tried; of a prediction, those of the first answer.
    """

    notebook: str
    question: str
    is_right: bool | None = None
    is_right_at_first: bool | None = None
    wrong: tuple[WrongAnswer, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """What a job returns of it; as large as the definition of the question, at most."""
        return {**self._asdict(), "wrong": [list(each) for each in self.wrong]}

    @classmethod
    def of_json(cls, json: Mapping[str, Any]) -> Outcome:
        """Back from what `as_json` gave."""
        return cls(**{**json, "wrong": tuple(WrongAnswer(*each) for each in json["wrong"])})


def answers_given(
    chapter: Chapter,
    notebooks: Sequence[SubmittedNotebook],
    kept: Mapping[str, QuestionAnswers] | None = None,
) -> dict[str, QuestionAnswers]:
    """The answers to the questions of a chapter that are anywhere in what was handed in.

    Of several notebooks, the one in which most was answered counts for each question. What was
    `kept` beside them counts for questions that no notebook holds an answer to.
    """
    asked = {key for key, _ in chapter.self_tests}
    given: dict[str, QuestionAnswers] = {}
    for notebook in notebooks:
        for cell in notebook.cells:
            for answers in cell.answers:
                known = given.get(answers.key)
                more = known is None or len(answers.attempts) > len(known.attempts)
                if answers.key in asked and more:
                    given[answers.key] = answers
    for key, definition in chapter.self_tests:
        if key in given and given[key].is_answered(definition):
            continue
        if kept and key in kept and kept[key].is_answered(definition):
            given[key] = kept[key]
    return given


def outcomes_of(chapter: Chapter, given: Mapping[str, QuestionAnswers]) -> list[Outcome]:
    """Judge all questions of a chapter that were answered.

    What is right is asked of our own solved notebook, and never of what was handed in.
    """
    return [
        _outcome(chapter.name, key, definition, given[key].attempts)
        for key, definition in chapter.self_tests
        if key in given and given[key].is_answered(definition)
    ]


def _outcome(notebook: str, key: str, question: Question | None, attempts: Sequence) -> Outcome:
    if question is None:
        return Outcome(notebook, key)
    counted = attempts[:1] if question.is_prediction else attempts
    wrong: dict[WrongAnswer, None] = {}
    for given in counted:
        if is_answer(question, given):
            wrong.update(dict.fromkeys(wrong_in(question, given)))
    right, at_first = ever_right(question, attempts), ever_right(question, attempts[:1])
    return Outcome(notebook, key, right, at_first, tuple(wrong))
