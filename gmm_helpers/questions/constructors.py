"""What a notebook writes: the answers to a question, checked as they are made."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import Any

from .definition import (
    Answer,
    Choice,
    Choices,
    Item,
    Number,
    Order,
    Place,
    Point,
    QuestionError,
    Slip,
    require_text,
)

__all__ = ["answer_of", "number", "order", "place", "point", "right", "slip", "wrong"]


def right(text: str, reason: str, *, fact: bool = True) -> Choice:
    """Make a choice that is right.

    Parameters
    ----------
    text, reason : str
    fact : bool, default=True
        Whether what was computed agrees that it is right; see `ask`.

    Examples
    --------
    >>> right("3", "One per component.", fact=len([0.3, 0.2, 0.5]) == 3).is_right
    True
    """
    return _choice(text, reason, True, fact)


def wrong(text: str, reason: str, *, fact: bool = False, mistake: str = "") -> Choice:
    """Make a choice that is wrong; `fact`, if it was computed, must not hold.

    Examples
    --------
    >>> wrong("600", "That is the number of samples.").is_right
    False
    """
    return _choice(text, reason, False, fact, mistake)


def _choice(text: str, reason: str, is_right: bool, fact: bool, mistake: str = "") -> Choice:
    require_text(text, "a choice")
    require_text(reason, f"the reason of {text!r}")
    if bool(fact) != is_right and _is_strict():
        said = "right" if is_right else "wrong"
        raise QuestionError(f"{text!r} is called {said}, but what was computed disagrees.")
    return Choice(text, reason, is_right, mistake)


def slip(value: float, reason: str, mistake: str = "") -> Slip:
    """Make a number that a known slip leads to."""
    return Slip(float(value), reason, mistake)


def number(
    value: float,
    tolerance: float,
    reason: str,
    *slips: Slip,
    too_small: str,
    too_large: str,
    unit: str = "",
) -> Number:
    """Ask for a number; see `Number`.

    Raises
    ------
    QuestionError
        If a slip would be accepted, too.

    Examples
    --------
    >>> number(0.8, 0.01, "0.1 / 0.125.", slip(0.1, "Divide by the sum."),
    ...        too_small="More.", too_large="Less.").value
    0.8
    """
    value, tolerance = float(value), float(tolerance)
    if not (math.isfinite(value) and tolerance >= 0):
        raise QuestionError("A number needs a finite value and a tolerance of at least 0.")
    for each in slips:
        if abs(each.value - value) <= tolerance:
            raise QuestionError(f"The slip {each.value:g} is within the tolerance of {value:g}.")
    for text, what in ((reason, "reason"), (too_small, "too_small"), (too_large, "too_large")):
        require_text(text, what)
    return Number(value, tolerance, reason, too_small, too_large, slips, unit)


def order(*items: tuple[str, str]) -> Order:
    """Ask for the order of items, each a text and why it stands there; given in the right order.

    Examples
    --------
    >>> len(order(("E-step", "It needs parameters."), ("M-step", "It needs shares.")).items)
    2
    """
    if len(items) < 2 or len({text for text, _ in items}) < len(items):
        raise QuestionError("An order needs at least two items, each with a text of its own.")
    return Order(tuple(Item(text, reason) for text, reason in items))


def place(x: float, y: float, within: float, reason: str) -> Place:
    """Make a place in a picture: all points within a distance of it."""
    return Place(float(x), float(y), float(within), reason)


def point(
    ax: Any,
    alt: str,
    target: Place,
    *others: Place,
    elsewhere: str,
    names: tuple[str, str] = ("x1", "x2"),
) -> Point:
    """Ask for a click into a picture.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Its figure is drawn at once.
    alt : str
        What the picture shows, in a sentence.
    target : Place
        Where to click.
    *others : Place
    elsewhere : str
        Said of all other places.
    names : tuple of str, default=("x1", "x2")
        What the axes show, for those who type numbers.

    Raises
    ------
    QuestionError
        If a wrong place is within the target.
    """
    from ..drawing import Picture  # matplotlib is not needed to read definitions

    for each in others:
        if math.hypot(each.x - target.x, each.y - target.y) <= target.within:
            raise QuestionError(f"The place ({each.x:g}, {each.y:g}) lies within the target.")
    require_text(elsewhere, "elsewhere")
    picture = Picture(ax.figure, alt)  # which lays the axes out
    bounds = tuple(float(number) for number in ax.get_position().bounds)
    limits = tuple(float(number) for number in (*ax.get_xlim(), *ax.get_ylim()))
    return Point(target, others, elsewhere, picture, bounds, limits, names)  # type: ignore[arg-type]


def answer_of(parts: Sequence[Choice | Answer], several: bool) -> Answer:
    """The answer that parts of a call of `ask` describe.

    Raises
    ------
    QuestionError
        If they are no choices, or not one of a number, an order and a point; or no choice is
        right, or two are and one is asked for.
    """
    if len(parts) == 1 and isinstance(parts[0], (Number, Order, Point)):
        return parts[0]
    if len(parts) < 2 or not all(isinstance(part, Choice) for part in parts):
        raise QuestionError(
            "Give a question at least two choices, made by right() and wrong(), or one of "
            "number(), order() and point()."
        )
    choices = tuple(part for part in parts if isinstance(part, Choice))
    n_right = sum(choice.is_right for choice in choices)
    if len({choice.text for choice in choices}) < len(choices):
        raise QuestionError("Two choices have the same text.")
    if n_right == 0 or (n_right > 1 and not several):
        raise QuestionError(
            f"{n_right} choices are right: mark one, or say several=True if more are."
        )
    return Choices(choices, several)


def _is_strict() -> bool:
    """Whether this is a build or a test: students are not told of a text that is wrong."""
    return os.environ.get("GMM_CHECKS") == "strict"
