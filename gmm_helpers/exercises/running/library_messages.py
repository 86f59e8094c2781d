"""Messages of NumPy that must be told apart: this is the only place that reads them."""

from __future__ import annotations

import re

from .exceptions import RaisedException

__all__ = ["shapes_of_misfit"]

_SHAPE = r"(\([\d, …]+\))"  # "…" for a length that is not shown
_MISFIT = re.compile(rf"broadcast together with shapes {_SHAPE} {_SHAPE}")


def shapes_of_misfit(exception: RaisedException) -> tuple[str, str] | None:
    """The shapes of two arrays that NumPy could not broadcast, if that is what was raised."""
    found = _MISFIT.search(exception.message)
    return (found[1], found[2]) if found else None
