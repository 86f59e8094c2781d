"""The exercise a function is meant for."""

from __future__ import annotations

from types import FrameType
from typing import Any

from ..exercises import EXERCISES

__all__ = ["name_of"]


def name_of(function: Any, caller: FrameType) -> str:
    """Return the function's own name, or the name of the caller's variable that holds it.

    A lambda, a partial or a decorated function has another name than its variable, and an
    object that is not a function has none.

    Returns
    -------
    str
        Not the name of an exercise, and perhaps "", if it is unclear which one is meant.
    """
    own = getattr(function, "__name__", "")
    if own in EXERCISES:
        return own
    known = {**caller.f_globals, **caller.f_locals}
    bound = [name for name in EXERCISES if name in known and known[name] is function]
    return bound[0] if len(bound) == 1 else own
