"""Whatever a student's function returned, as plain arrays or as a note of what it is instead."""

from __future__ import annotations

from enum import Enum
from inspect import isroutine
from typing import Any, NamedTuple

import numpy as np

__all__ = ["Unusable", "UnusableKind", "as_plain"]


class UnusableKind(Enum):
    """What a result is that is not an array of numbers."""

    NOTHING = "nothing"
    TEXT = "text"
    COMPLEX = "complex"
    ARRAY = "array"
    HOLDS_NONE = "holds None"
    FUNCTION = "function"
    SEQUENCE = "sequence"
    OBJECT = "object"
    TOO_LARGE = "too large"


class Unusable(NamedTuple):
    """A result that is not an array of numbers, or not as many results as expected.

    Parameters
    ----------
    type_name : str, default=""
        Type of a sequence or an object; "" if it may not be named.
    shape : tuple of int, optional
        Shape of an array; None if it may not be given.
    length : int, optional
        Length of a sequence; None if it may not be given.
    """

    kind: UnusableKind
    type_name: str = ""
    shape: tuple[int, ...] | None = None
    length: int | None = None

    def describe(self) -> str:
        """Complete "the result is ..."."""
        match self.kind:
            case UnusableKind.NOTHING:
                return "None"
            case UnusableKind.TEXT:
                return "text"
            case UnusableKind.COMPLEX:
                return "an array of complex numbers"
            case UnusableKind.TOO_LARGE:
                return "an array far larger than expected"
            case UnusableKind.HOLDS_NONE:
                return "a list or an array that holds None"
            case UnusableKind.FUNCTION:
                return "a function (the parentheses of a call may be missing)"
            case UnusableKind.ARRAY:
                return f"one array of shape {'(…)' if self.shape is None else self.shape}"
            case UnusableKind.SEQUENCE:
                length = "…" if self.length is None else self.length
                return f"a {self.type_name or 'sequence'} of {length}"
        return f"an object of {f'type {self.type_name}' if self.type_name else 'another type'}"

    def complain(self, what: str, expected: str = "") -> str:
        """Say in a sentence or two that `what` is no array of numbers, and what was expected."""
        if self.kind is UnusableKind.NOTHING:
            question = f"{what} is None: did you forget to return it?"
            return f"{question} Expected {expected}." if expected else question
        return f"{what} is {self.describe()}{f'; expected {expected}' if expected else ''}."


def as_plain(value: Any, n_results: int = 1) -> Any:
    """Copy a result into a float array, a tuple of them, or an `Unusable`.

    Nothing of the object itself is kept: its own methods could answer otherwise later. If more
    than one result is expected, the answer is a tuple of that many plain results.
    """
    try:
        if n_results == 1:
            return _read_one(value)
        if isinstance(value, (tuple, list)) and len(value) == n_results:
            return tuple(as_plain(part) for part in value)
        return _classify(value)
    except (Exception, SystemExit):  # an object may raise whatever it likes when it is read
        return Unusable(UnusableKind.OBJECT, type(value).__name__)


def _read_one(value: Any) -> Any:
    if value is None or isinstance(value, (str, bytes, dict, set, frozenset)):
        return _classify(value)
    try:
        array = np.asarray(value)
        if array.dtype.kind == "O" and any(item is None for item in array.flat):
            return Unusable(UnusableKind.HOLDS_NONE if array.ndim else UnusableKind.NOTHING)
        if array.dtype.kind == "O" and not any(isinstance(item, str) for item in array.flat):
            array = array.astype(float)
    except (TypeError, ValueError):
        return _classify(value)
    if array.dtype.kind == "c":
        return Unusable(UnusableKind.COMPLEX)
    if array.dtype.kind not in "buif":
        return _classify(value)
    return np.array(array, dtype=float, order="C", subok=False)


def _classify(value: Any) -> Unusable:
    if value is None:
        return Unusable(UnusableKind.NOTHING)
    if isinstance(value, (str, bytes)):
        return Unusable(UnusableKind.TEXT)
    if isinstance(value, np.ndarray):
        return Unusable(UnusableKind.ARRAY, shape=tuple(map(int, value.shape)))
    if isroutine(value):
        return Unusable(UnusableKind.FUNCTION)
    if isinstance(value, (tuple, list)):
        return Unusable(UnusableKind.SEQUENCE, type(value).__name__, length=len(value))
    return Unusable(UnusableKind.OBJECT, type(value).__name__)
