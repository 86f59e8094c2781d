"""A question as plain data: what the browser shows, notebooks keep, and other systems are given."""

from __future__ import annotations

import base64
from dataclasses import asdict, fields
from typing import Any

from ..drawing.typesetting import typeset
from .definition import (
    Answer,
    Choice,
    Choices,
    Item,
    Number,
    Order,
    Place,
    Point,
    Question,
    Slip,
)

__all__ = ["from_data", "picture_data", "to_data", "typeset_texts"]

_KINDS: dict[str, type] = {
    "choices": Choices,
    "number": Number,
    "order": Order,
    "point": Point,
}
# Fields that hold several parts, or one, of a kind of its own.
_PARTS = {"choices": Choice, "slips": Slip, "items": Item, "others": Place, "target": Place}
_TEXTS = {"text", "reason", "too_small", "too_large", "elsewhere", "unit", "shows"}


def to_data(question: Question) -> dict:
    """Turn a question into dicts, lists, texts and numbers that JSON can hold.

    Examples
    --------
    >>> from gmm_helpers.questions import order
    >>> asked = Question("steps", "What comes first?", order(("E", "It does."), ("M", "Then.")))
    >>> to_data(asked)["answer"]["kind"]
    'order'
    >>> from_data(to_data(asked)) == asked
    True
    """
    answer = question.answer
    kind = next(name for name, cls in _KINDS.items() if isinstance(answer, cls))
    data = {f.name: getattr(answer, f.name) for f in fields(answer)}
    for name, value in data.items():
        if name == "picture":
            data[name] = picture_data(value)
        elif name in _PARTS:
            several = isinstance(value, tuple)
            data[name] = [asdict(part) for part in value] if several else asdict(value)
        elif isinstance(value, tuple):
            data[name] = list(value)
    shows = question.shows
    return {
        "key": question.key,
        "text": question.text,
        "is_prediction": question.is_prediction,
        "in_place": question.in_place,
        "answer": {"kind": kind, **data},
        "shows": shows if shows is None or isinstance(shows, str) else picture_data(shows),
    }


def picture_data(picture: Any) -> dict:
    """A picture with its alt text and its size, as data; what is data already stays as it is."""
    if isinstance(picture, dict):
        return picture
    png = base64.b64encode(picture.png).decode("ascii")
    size = {"width": picture.width, "height": picture.height}
    return {"png": png, "alt": picture.alt, **size}


def from_data(data: dict) -> Question:
    """Turn data back into a question; pictures stay data.

    Raises
    ------
    KeyError, TypeError, ValueError
        If it is not what `to_data` returns.
    """
    given = dict(data["answer"])
    cls = _KINDS[given.pop("kind")]
    for name, value in given.items():
        if name in _PARTS:
            part = _PARTS[name]
            several = isinstance(value, list)
            given[name] = tuple(part(**each) for each in value) if several else part(**value)
        elif isinstance(value, list):
            given[name] = tuple(value)
    answer: Answer = cls(**given)
    kind = {name: data.get(name, False) for name in ("is_prediction", "in_place")}
    return Question(data["key"], data["text"], answer, data["shows"], **kind)


def typeset_texts(data: Any) -> Any:
    """Data with every text as HTML, as the browser takes them."""
    if isinstance(data, list):
        return [typeset_texts(each) for each in data]
    if not isinstance(data, dict):
        return data
    return {
        name: typeset(value) if name in _TEXTS and isinstance(value, str) else typeset_texts(value)
        for name, value in data.items()
    }
