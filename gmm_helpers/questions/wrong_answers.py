"""What exactly is wrong about an answer, in parts that can be counted over a class."""

from __future__ import annotations

from typing import Any, NamedTuple

from .answers import respond
from .definition import Choices, Number, Order, Question

__all__ = ["WrongAnswer", "wrong_in"]


class WrongAnswer(NamedTuple):
    """A wrong answer, or a wrong part of one, in the words of the question's own definition.

    Parameters
    ----------
    text : str
        What was answered.
    reason : str
        Why that is wrong.
    """

    text: str
    reason: str


def wrong_in(question: Question, given: Any) -> tuple[WrongAnswer, ...]:
    """What is wrong about an answer; nothing if it is right.

    Parameters and errors as for `respond`.

    Examples
    --------
    >>> from gmm_helpers.questions import order
    >>> steps = Question("steps", "What comes first?", order(("E", "It does."), ("M", "Then.")))
    >>> wrong_in(steps, [1, 0])
    (WrongAnswer(text='not in place 1: E', reason='It does.'),)
    """
    answer, response = question.answer, respond(question, given)
    if response.is_right:
        return ()
    if isinstance(answer, Choices):
        return _of_choices(answer, given)
    (reason,) = response.reasons
    if isinstance(answer, Number):
        near = [f"{slip.value:g}" for slip in answer.slips if slip.reason == reason]
        than = f"{'less' if given < answer.value else 'more'} than {answer.value:g}"
        text = f"{near[0] if near else than} {answer.unit}".strip()
    elif isinstance(answer, Order):
        first = next(i for i, number in enumerate(given) if number != i)
        text = f"not in place {first + 1}: {answer.items[first].text}"
    else:
        places = [place for place in answer.others if place.reason == reason]
        text = f"near ({places[0].x:g}, {places[0].y:g})" if places else "elsewhere"
    return (WrongAnswer(text, reason),)


def _of_choices(answer: Choices, chosen: list[int]) -> tuple[WrongAnswer, ...]:
    """Wrong choices; of several, also the right ones that are not chosen."""
    wrong = [
        WrongAnswer(choice.text, choice.reason)
        for i, choice in enumerate(answer.choices)
        if i in chosen and not choice.is_right
    ]
    if answer.several:
        wrong += [
            WrongAnswer(f"not chosen: {choice.text}", choice.reason)
            for i, choice in enumerate(answer.choices)
            if i not in chosen and choice.is_right
        ]
    return tuple(wrong)
