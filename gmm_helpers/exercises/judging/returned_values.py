"""Whatever a student's function returned, as plain arrays or as a word for what it is."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

__all__ = ["Unusable", "as_plain"]


class Unusable(NamedTuple):
    """Something that is no array of numbers; `what` completes "the result is ..."."""

    what: str


def as_plain(value: Any, n_results: int = 1) -> Any:
    """Copy a result into a float array, a tuple of them, or an `Unusable`.

    Nothing of the object itself is kept: its own methods could answer otherwise later.

    Parameters
    ----------
    value : object
    n_results : int, default=1
        How many results are expected; with more than one, a tuple of so many plain results.

    Returns
    -------
    ndarray, tuple or Unusable

    Examples
    --------
    >>> as_plain([1, 2])
    array([1., 2.])
    >>> as_plain(([0.5, 0.5], [[0.0], [1.0]]), n_results=2)[1].shape
    (2, 1)
    >>> as_plain("text")
    Unusable(what='text')
    """
    try:
        if n_results == 1:
            return _one(value)
        if isinstance(value, (tuple, list)) and len(value) == n_results:
            return tuple(as_plain(part) for part in value)
        return _described(value)
    except (Exception, SystemExit):  # an object may raise whatever it likes when it is read
        return Unusable(f"an object of type {type(value).__name__}")


def _one(value: Any) -> Any:
    if value is None or isinstance(value, (str, bytes, dict, set, frozenset)):
        return _described(value)
    try:
        array = np.asarray(value)
        if array.dtype.kind == "O" and not any(isinstance(item, str) for item in array.flat):
            array = array.astype(float)
    except (TypeError, ValueError):
        return _described(value)
    if array.dtype.kind == "c":
        return Unusable("an array of complex numbers")
    if array.dtype.kind not in "buif":
        return _described(value)
    return np.array(array, dtype=float, order="C", subok=False)


def _described(value: Any) -> Unusable:
    if value is None:
        return Unusable("None: did you forget to return it?")
    if isinstance(value, (str, bytes)):
        return Unusable("text")
    if isinstance(value, np.ndarray):
        return Unusable(f"one array of shape {tuple(value.shape)}")
    if isinstance(value, (tuple, list)):
        return Unusable(f"a {type(value).__name__} of {len(value)}")
    return Unusable(f"an object of type {type(value).__name__}")
