"""What a question is: a text, the answers one may give, and what is said about each.

Texts are plain text as in messages of exercises: ``r_nk``, ``pi_k``, ``*all*``, ``max_iter``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

__all__ = [
    "Answer",
    "Choice",
    "Choices",
    "Item",
    "Number",
    "Order",
    "Place",
    "Point",
    "Question",
    "QuestionError",
    "Slip",
    "require_text",
]

_KEY = re.compile(r"[a-z][a-z0-9_]*")


class QuestionError(ValueError):
    """A question is not well defined, or contradicts what was computed."""


@dataclass(frozen=True)
class Choice:
    """One of the answers to choose from, and why it is right or wrong.

    Parameters
    ----------
    text, reason : str
    is_right : bool
    mistake : str, default=""
        A mistake of the bank that leads here, as "exercise: name".
    """

    text: str
    reason: str
    is_right: bool
    mistake: str = ""


@dataclass(frozen=True)
class Choices:
    """Answers to choose from. If `several` is true, all right ones must be chosen."""

    choices: tuple[Choice, ...]
    several: bool = False


@dataclass(frozen=True)
class Slip:
    """A number one gets by a known slip, and what the slip is."""

    value: float
    reason: str
    mistake: str = ""


@dataclass(frozen=True)
class Number:
    """A number to type.

    Parameters
    ----------
    value, tolerance : float
        Right is what differs from `value` by at most `tolerance`.
    reason, too_small, too_large : str
        Said of a right answer, and of others.
    slips : tuple of Slip
        Numbers that have a reason of their own, within the same tolerance.
    unit : str, default=""
    """

    value: float
    tolerance: float
    reason: str
    too_small: str
    too_large: str
    slips: tuple[Slip, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class Item:
    """One of several things to put in order, and why it stands where it does."""

    text: str
    reason: str


@dataclass(frozen=True)
class Order:
    """Things to put in order; they are listed in the right one."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Place:
    """A place in a picture, in the units of its axes, and what is said to those who click there."""

    x: float
    y: float
    within: float
    reason: str


@dataclass(frozen=True)
class Point:
    """A place to click in a picture.

    Parameters
    ----------
    target : Place
    others : tuple of Place
        Wrong places with a reason of their own; of several, the nearest one counts.
    elsewhere : str
        Said of all other places.
    picture : Any
        With attributes `png`, `alt`, `width` and `height`, as `drawing.Picture` has them.
    box : tuple of float
        Left, bottom, width and height of the axes, as fractions of the picture.
    limits : tuple of float
        Of x and of y: where the axes begin and end.
    names : tuple of str, default=("x1", "x2")
        What the axes show, for those who type numbers.
    """

    target: Place
    others: tuple[Place, ...]
    elsewhere: str
    picture: Any
    box: tuple[float, float, float, float]
    limits: tuple[float, float, float, float]
    names: tuple[str, str] = ("x1", "x2")


Answer = Choices | Number | Order | Point


@dataclass(frozen=True)
class Question:
    """A question with its answers.

    Parameters
    ----------
    key : str
        Its name, a lower-case identifier; no other question of the course has it.
    text : str
    answer : Choices, Number, Order or Point
    shows : str or Any, optional
        Revealed once an answer was given: a text, or a picture as in `Point`.
    is_prediction : bool, default=False
        Whether it comes before what it asks about: then the first answer is kept, and no
        second one is asked for.
    in_place : bool, default=False
        Whether it needs what the notebook shows above it, and so can't be asked elsewhere.

    Raises
    ------
    QuestionError
        If the key is no identifier, or a text is empty.
    """

    key: str
    text: str
    answer: Answer
    shows: Any = None
    is_prediction: bool = False
    in_place: bool = False

    def __post_init__(self):
        if not (isinstance(self.key, str) and _KEY.fullmatch(self.key)):
            raise QuestionError(
                f"A question needs a name of lower-case letters, digits and _, got {self.key!r}."
            )
        require_text(self.text, f"the question {self.key!r}")


def require_text(text: Any, what: str) -> None:
    """Raise a QuestionError if a text is none, or empty."""
    if not (isinstance(text, str) and text.strip()):
        raise QuestionError(f"{what} needs a text, got {text!r}.")
