"""Messages of Python and NumPy that must be told apart: this is the only place that reads them."""

from __future__ import annotations

import re

from .exceptions import RaisedException

__all__ = ["is_about_none", "missing_attribute", "shapes_of_misfit", "undefined_name"]

_SHAPE = r"(\([\d, …]+\))"  # "…" for a length that is not shown
_MISFIT = re.compile(rf"broadcast together with shapes {_SHAPE} {_SHAPE}")
_UNDEFINED = re.compile(r"name '(\w+)' is not defined")
_ATTRIBUTE = re.compile(r"(?:module |type object )?'([\w.]+)'(?: object)? has no attribute '(\w+)'")
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


def is_about_none(exception: RaisedException) -> bool:
    """Whether something was asked of None that None cannot do."""
    return exception.type in ("AttributeError", "TypeError") and bool(
        _NONE.search(exception.message)
    )
