"""Messages of Python and NumPy that must be told apart: this is the only place that reads them."""

from __future__ import annotations

import re
from enum import Enum

from .exceptions import RaisedException

__all__ = [
    "Misuse",
    "is_about_none",
    "is_not_callable",
    "known_misuse",
    "mentions",
    "missing_attribute",
    "shapes_of_misfit",
    "undefined_name",
]


class Misuse(Enum):
    """What an exception shows to have been misunderstood."""

    SHAPE_IN_PIECES = "shape in pieces"
    WEIGHTS_OF_AVERAGE = "weights of average"
    CALLS_ITSELF = "calls itself"


_SHAPE = r"(\([\d, …]+\))"  # "…" for a length that is not shown
_MISFIT = re.compile(rf"broadcast together with shapes {_SHAPE} {_SHAPE}")
_UNDEFINED = re.compile(r"name '(\w+)' is not defined")
_ATTRIBUTE = re.compile(r"(?:module |type object )?'([\w.]+)'(?: object)? has no attribute '(\w+)'")
_MISUSES = {
    ("TypeError", r"^Cannot interpret '[\d…]+' as a data type"): Misuse.SHAPE_IN_PIECES,
    ("ValueError", r"^Shape of weights must be consistent"): Misuse.WEIGHTS_OF_AVERAGE,
    ("TypeError", r"^1D weights expected"): Misuse.WEIGHTS_OF_AVERAGE,
    ("RecursionError", ""): Misuse.CALLS_ITSELF,
}
_NONE = re.compile(r"\bNoneType\b")


def shapes_of_misfit(exception: RaisedException) -> tuple[str, str] | None:
    """The shapes of two arrays that NumPy could not broadcast, if that is what was raised."""
    found = _MISFIT.search(exception.message)
    return (found[1], found[2]) if found else None


def undefined_name(exception: RaisedException) -> str | None:
    """The name that means nothing, if that is what was raised."""
    found = _UNDEFINED.match(exception.message) if exception.type == "NameError" else None
    return found[1] if found else None


def missing_attribute(exception: RaisedException) -> tuple[str, str] | None:
    """A module or a type, and the attribute it lacks, if that is what was raised."""
    found = _ATTRIBUTE.match(exception.message) if exception.type == "AttributeError" else None
    return (found[1], found[2]) if found else None


def known_misuse(exception: RaisedException) -> Misuse | None:
    """What was done to a function of NumPy or to itself, if that is known by what was raised."""
    return next(
        (
            misuse
            for (name, part), misuse in _MISUSES.items()
            if exception.type == name and re.search(part, exception.message)
        ),
        None,
    )


def mentions(exception: RaisedException, number: int) -> bool:
    """Whether NumPy complains of an array with an axis of this length."""
    shapes = " ".join(re.findall(r"\(\d[\d, ]*\)", exception.message))
    return exception.type == "ValueError" and re.search(rf"\b{number}\b", shapes) is not None


def is_about_none(exception: RaisedException) -> bool:
    """Whether something was asked of None that None cannot do."""
    return exception.type in ("AttributeError", "TypeError") and bool(
        _NONE.search(exception.message)
    )


def is_not_callable(exception: RaisedException) -> bool:
    """Whether something was called that is no function."""
    return exception.type == "TypeError" and exception.message.endswith("object is not callable")
