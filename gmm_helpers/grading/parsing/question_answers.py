"""What a notebook holds of its self-tests: the answers given, and in ours the definitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ...questions import Question
from ...questions.answers import is_answer
from ...questions.as_data import from_data
from ...questions.record import MIME

__all__ = ["MAX_ATTEMPTS", "QuestionAnswers", "answers_in", "states_of"]

_STATE = "application/vnd.jupyter.widget-state+json"
_VIEW = "application/vnd.jupyter.widget-view+json"
MAX_ATTEMPTS = 1_000


class QuestionAnswers(NamedTuple):
    """The answers to one question, as a notebook holds them: nothing of them is believed yet.

    Parameters
    ----------
    key : str
        Name of the question.
    attempts : tuple
    definition : Question or None
        As the notebook has it; only that of our own solved notebook counts.
    """

    key: str
    attempts: tuple
    definition: Question | None = None

    def is_answered(self, question: Question | None) -> bool:
        """Whether there is an answer to a question; where it is not known, whether anything is."""
        asked = question or self.definition
        return any(asked is None or is_answer(asked, given) for given in self.attempts)


def states_of(notebook: Mapping[str, Any]) -> Mapping[str, Any]:
    """The states of all widgets that were saved with a notebook."""
    return _dict(
        _dict(_dict(_dict(notebook.get("metadata")).get("widgets")).get(_STATE)).get("state")
    )


def answers_in(cell: Mapping[str, Any], states: Mapping[str, Any]) -> tuple[QuestionAnswers, ...]:
    """The answers in the outputs of a cell, and in the widgets that these show.

    A notebook that was opened without a kernel has newer ones in its widgets.
    """
    asked = _dict(_dict(cell.get("metadata")).get("gmm")).get("question")
    shown = [_dict(_dict(output).get("data")) for output in _list(cell.get("outputs"))]
    in_widgets = [found for data in shown for found in _in_widget(data, states)]
    if isinstance(asked, str) and not any(MIME in data for data in shown):  # outputs were cleared
        longest = max(_of_key(asked, states), key=lambda attempts: len(attempts), default=None)
        return () if longest is None else (QuestionAnswers(asked, tuple(longest)),)
    found = []
    for record in (_dict(data.get(MIME)) for data in shown if MIME in data):
        question = _dict(record.get("question"))
        attempts = max([_list(record.get("attempts")), *in_widgets], key=len)
        key = question.get("key")
        if isinstance(key, str):
            usable = tuple(attempts[:MAX_ATTEMPTS])
            found.append(QuestionAnswers(key, usable, _definition(question)))
    return tuple(found)


def _in_widget(data: Mapping[str, Any], states: Mapping[str, Any]) -> Iterator[list]:
    model = _dict(data.get(_VIEW)).get("model_id")
    if isinstance(model, str):
        yield _list(_dict(_dict(states.get(model)).get("state")).get("_attempts"))


def _of_key(key: str, states: Mapping[str, Any]) -> Iterator[list]:
    """The answers in all widgets of a question."""
    for each in states.values():
        state = _dict(_dict(each).get("state"))
        if _dict(state.get("_question")).get("key") == key:
            yield _list(state.get("_attempts"))[:MAX_ATTEMPTS]


def _definition(data: dict) -> Question | None:
    """The question without its pictures, which nothing here depends on."""
    try:
        answer = data["answer"]
        answer = {**answer, "picture": None} if "picture" in answer else answer
        return from_data({**data, "answer": answer, "shows": None})
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _dict(value: Any) -> dict:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list:
    return value if isinstance(value, list) else []
