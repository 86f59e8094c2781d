"""Whatever holds numbers, as an array of floats; anything else is named, and refused."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import Enum
from typing import Any, NamedTuple

import numpy as np

__all__ = ["SENTENCE", "NotNumbers", "as_floats", "find_not_numbers"]

SENTENCE = "{name} could not be read as an array of numbers: it holds {what}{where}; {advice}."


class NotNumbers(Enum):
    """What stands where a number should: what to call it, and what to do about it."""

    MASKED = "masked values", "remove these rows first"
    SPARSE = "a sparse matrix", "pass a dense array, {name}.toarray()"
    FIELDS = "named fields", "pass a plain table with one column per field"
    DATES = (
        "dates or times",
        "convert them to numbers first, in a unit of your choice, such as days since the first one",
    )
    TEXT = "text", "convert it to numbers first, or drop these columns"
    COMPLEX = "complex numbers", "pass real numbers"
    DATASET = "a whole data set", "pass its samples, data.X"
    PARAMETERS = "the parameters of a mixture", "pass one array of them, or the samples"
    GRADIENT = "a tensor that requires its gradient", "pass {name}.detach().numpy()"
    TOO_LARGE = "integers too large for a float", "rescale {name}"
    RAGGED = "rows of different lengths", "pass a NumPy array or lists of equal length"
    MISSING = "missing values", "remove or replace these values first"
    OTHER = "values that are not numbers", "pass a NumPy array or lists of equal length"


class Found(NamedTuple):
    """What is not a number, and where the first one is, if it has a place of its own."""

    kind: NotNumbers
    place: tuple[int, ...] | None = None
    value: Any = None


DATE_TYPES = (date, time, timedelta, np.datetime64, np.timedelta64)  # pandas' are subclasses
KINDS = {"M": NotNumbers.DATES, "m": NotNumbers.DATES, "V": NotNumbers.FIELDS}
KINDS |= dict.fromkeys("UST", NotNumbers.TEXT) | {"c": NotNumbers.COMPLEX}


def as_floats(values, name: str) -> np.ndarray:
    """Return `values` as an array of floats; no copy is made of one.

    Parameters
    ----------
    values : array_like
        Numbers in any wrapping: arrays, lists, tables of pandas, fractions and decimals.
    name : str
        What the message calls them.

    Raises
    ------
    ValueError
        If they are not all real numbers, or not of equal length; NaN and infinity pass.

    Examples
    --------
    >>> as_floats([[1, 2]], "X")
    array([[1., 2.]])
    """
    if _is_masked(values):
        raise ValueError(_sentence(name, Found(NotNumbers.MASKED)))
    if hasattr(values, "toarray") and hasattr(values, "nnz"):
        raise ValueError(_sentence(name, Found(NotNumbers.SPARSE)))
    if getattr(values, "requires_grad", False) is True:
        raise ValueError(_sentence(name, Found(NotNumbers.GRADIENT)))
    if isinstance(values, tuple) and hasattr(values, "_fields"):
        if {"X", "start"} <= set(values._fields):
            raise ValueError(_sentence(name, Found(NotNumbers.DATASET)))
        if "covariances" in values._fields:
            raise ValueError(_sentence(name, Found(NotNumbers.PARAMETERS)))
    try:
        array = np.asarray(values)
        found = find_not_numbers(array)
        if not found:
            return np.asarray(array, dtype=np.float64)
    except OverflowError:
        found = Found(NotNumbers.TOO_LARGE)
    except (TypeError, ValueError, RuntimeError) as error:
        if "inhomogeneous" in str(error):  # NumPy says so in no other way
            raise ValueError(_sentence(name, Found(NotNumbers.RAGGED))) from None
        raise ValueError(
            f"{name} could not be read as an array of numbers ({error}): pass a NumPy array or "
            "lists of equal length."
        ) from None
    raise ValueError(_sentence(name, found))


def find_not_numbers(array: np.ndarray) -> Found | None:
    """Find out what keeps an array from being one of real numbers; None if nothing does."""
    if array.dtype.kind in "buif":
        return None
    if array.dtype.kind != "O":
        kind = KINDS.get(array.dtype.kind, NotNumbers.OTHER)
        if array.size == 0 or kind in (NotNumbers.FIELDS, NotNumbers.OTHER):
            return Found(kind)
        return Found(kind, (0,) * array.ndim, array.flat[0])
    for place, value in np.ndenumerate(array):
        of_value = _kind_of(value)
        if of_value is not None:
            return Found(of_value, place, value)
    return None


def _kind_of(value) -> NotNumbers | None:
    # Missing dates are dates, too, and pandas' NaT is none of its own base class.
    if isinstance(value, DATE_TYPES) or type(value).__name__ == "NaTType":
        return NotNumbers.DATES
    if value is None or type(value).__name__ == "NAType":
        return NotNumbers.MISSING
    if isinstance(value, (str, bytes)):
        return NotNumbers.TEXT
    if isinstance(value, (complex, np.complexfloating)):
        return NotNumbers.COMPLEX
    if _is_masked(value):
        return NotNumbers.MASKED
    return None if hasattr(value, "__float__") else NotNumbers.OTHER


def _is_masked(values) -> bool:
    """Whether a value is masked, also deep inside lists, where NumPy forgets about it."""
    if isinstance(values, (list, tuple)):
        return any(_is_masked(value) for value in values if not isinstance(value, (float, int)))
    return isinstance(values, np.ma.MaskedArray) and bool(np.ma.is_masked(values))


def _sentence(name: str, found: Found) -> str:
    what, advice = found.kind.value
    where = ""
    if found.place:
        where = f", first at {name}{list(map(int, found.place))} ({_short(found.value)})"
    elif found.place == ():
        where = f" ({_short(found.value)})"
    return SENTENCE.format(name=name, what=what, where=where, advice=advice.format(name=name))


def _short(value) -> str:
    if isinstance(value, DATE_TYPES):
        text = str(value)
    else:
        text = repr(value.item() if isinstance(value, np.generic) else value)
    return text if len(text) <= 40 else text[:37] + "..."
