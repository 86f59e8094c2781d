"""How two results are compared, and how their difference is put into a sentence."""

from __future__ import annotations

import numpy as np

__all__ = ["difference", "is_close", "numbers"]

RTOL = 1e-6
ATOL = 1e-9  # relative to the largest expected entry


def difference(got, expected, what: str = "the result") -> str | None:
    """Say how `got` differs from `expected`, or return None if it does not.

    Parameters
    ----------
    got : object
        Whatever a student's function returned.
    expected : ndarray or float
    what : str, default="the result"
        Starts the sentence.

    Returns
    -------
    str or None

    Examples
    --------
    >>> difference([1.0, 2.5], np.array([1.0, 2.0]))
    'the result at [1]: expected 2, got 2.5.'
    """
    expected = np.asarray(expected, dtype=float)
    if got is None:
        return f"{what} is None: did you forget to return it?"
    got = numbers(got)
    if got is None:
        return f"{what} is not an array of numbers."
    if got.shape != expected.shape and not got.size == expected.size == 1:
        wanted = expected.shape if expected.ndim else "one number"
        return f"{what} has shape {got.shape}, expected {wanted}."
    got = got.reshape(expected.shape)
    if np.isnan(got).any():
        return f"{what} holds NaN, first at {_place(np.isnan(got))}."
    wrong = ~is_close(got, expected)
    if not wrong.any():
        return None
    i = tuple(np.argwhere(wrong)[0])
    where = f" at {_place(wrong)}" if expected.ndim else ""
    digits = next(n for n in (6, 9, 12, 17) if f"{expected[i]:.{n}g}" != f"{got[i]:.{n}g}")
    return f"{what}{where}: expected {expected[i]:.{digits}g}, got {got[i]:.{digits}g}."


def is_close(got, expected) -> np.ndarray:
    """Compare entry by entry; NaN and infinity equal nothing.

    The absolute floor is relative to the largest expected entry: an entry that is tiny
    beside the others need not be right to six digits of its own.
    """
    finite = np.isfinite(expected)
    floor = ATOL * np.abs(np.where(finite, expected, 0)).max(initial=0)
    with np.errstate(invalid="ignore"):
        near = np.abs(got - expected) <= RTOL * np.abs(expected) + floor
    return near & finite & np.isfinite(got)


def numbers(values) -> np.ndarray | None:
    """Return `values` as a float array, or None if they are not one."""
    try:
        array = np.asarray(values)
        if array.dtype.kind not in "buif":
            return None
        return array.astype(float)
    except (TypeError, ValueError):
        return None


def _place(where: np.ndarray) -> list[int]:
    return [int(i) for i in np.argwhere(where)[0]]
