"""What is said about an answer. `static/judge.js` says the same where there is no kernel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

from .definition import Choices, Number, Order, Place, Point, Question

__all__ = ["Response", "ever_right", "is_answer", "respond"]


@dataclass(frozen=True)
class Response:
    """Whether an answer is right, and the reasons why.

    Parameters
    ----------
    is_right : bool
    reasons : tuple of str
        One of each part of the answer that there is something to say about.
    """

    is_right: bool
    reasons: tuple[str, ...]


def respond(question: Question, given: Any) -> Response:
    """Judge an answer.

    Parameters
    ----------
    question : Question
    given : list of int, float, or list of float
        Of choices, the numbers of those chosen, from 0; of a number, the number; of an order,
        the numbers of the items as they were put; of a point, its two coordinates.

    Raises
    ------
    ValueError
        If it is no answer to this question.

    Examples
    --------
    >>> from gmm_helpers.questions import order
    >>> steps = Question("steps", "What comes first?", order(("E", "It does."), ("M", "Then.")))
    >>> respond(steps, [1, 0]).is_right
    False
    """
    answer = question.answer
    if isinstance(answer, Choices):
        return _of_choices(answer, _whole_numbers(given, len(answer.choices)))
    if isinstance(answer, Number):
        return _of_number(answer, _numbers([given], 1)[0])
    if isinstance(answer, Order):
        return _of_order(answer, _whole_numbers(given, len(answer.items)))
    return _of_point(answer, *_numbers(given, 2))


def is_answer(question: Question, given: Any) -> bool:
    """Whether something that was kept or sent is an answer to a question."""
    return _response(question, given) is not None


def ever_right(question: Question, attempts: Sequence) -> bool:
    """Whether an attempt is right; of a prediction, whether the first one is."""
    counted = attempts[:1] if question.is_prediction else attempts
    return any(r is not None and r.is_right for r in (_response(question, g) for g in counted))


def _response(question: Question, given: Any) -> Response | None:
    try:
        return respond(question, given)
    except (ValueError, OverflowError, RecursionError):  # lists in lists without end
        return None


def _of_choices(answer: Choices, chosen: list[int]) -> Response:
    if not chosen or (len(chosen) > 1 and not answer.several):
        raise ValueError(f"expected {'at least ' * answer.several}one choice, got {len(chosen)}.")
    needed = [i for i, choice in enumerate(answer.choices) if choice.is_right]
    reasons = [answer.choices[i].reason for i in sorted(chosen)]
    n_missing = len(set(needed) - set(chosen))
    if n_missing and answer.several:
        reasons.append(f"{n_missing} more {'is' if n_missing == 1 else 'are'} right.")
    return Response(sorted(chosen) == needed, tuple(reasons))


def _of_number(answer: Number, given: float) -> Response:
    if abs(given - answer.value) <= answer.tolerance + 1e-12 * abs(answer.value):
        return Response(True, (answer.reason,))
    for slip in answer.slips:
        if abs(given - slip.value) <= answer.tolerance + 1e-12 * abs(slip.value):
            return Response(False, (slip.reason,))
    return Response(False, (answer.too_small if given < answer.value else answer.too_large,))


def _of_order(answer: Order, given: list[int]) -> Response:
    if len(given) < len(answer.items):
        raise ValueError(f"expected all {len(answer.items)} items, got {len(given)}.")
    if given == list(range(len(given))):
        return Response(True, tuple(item.reason for item in answer.items))
    first = next(i for i, number in enumerate(given) if number != i)
    return Response(False, (answer.items[first].reason,))


def _of_point(answer: Point, x: float, y: float) -> Response:
    def distance(place: Place) -> float:
        return math.hypot(x - place.x, y - place.y)

    if distance(answer.target) <= answer.target.within:
        return Response(True, (answer.target.reason,))
    near = [place for place in answer.others if distance(place) <= place.within]
    return Response(False, (min(near, key=distance).reason if near else answer.elsewhere,))


def _whole_numbers(given: Any, below: int) -> list[int]:
    numbers = given if isinstance(given, (list, tuple)) else []
    whole = [
        n for n in numbers if isinstance(n, int) and not isinstance(n, bool) and 0 <= n < below
    ]
    if not isinstance(given, (list, tuple)) or len(whole) < len(numbers):
        raise ValueError(f"expected whole numbers from 0 to {below - 1}, got {given!r}.")
    if len(set(whole)) < len(whole):
        raise ValueError(f"expected different numbers, got {given!r}.")
    return whole


def _numbers(given: Any, n: int) -> list[float]:
    numbers = given if isinstance(given, (list, tuple)) else []
    real = [float(x) for x in numbers if isinstance(x, Real) and not isinstance(x, bool)]
    if len(real) != n or len(numbers) != n or not all(map(math.isfinite, real)):
        raise ValueError(f"expected {n} finite number{'s' * (n > 1)}, got {given!r}.")
    return real
