"""Messages of NumPy that must be told apart: this is the only place that reads them."""

from __future__ import annotations

import re

from .exceptions import RaisedException

__all__ = ["shapes_of_misfit"]

_SHAPE = r"(\([\d, …]+\))"  # "…" for a length that is not shown
_MISFIT = re.compile(rf"broadcast together with shapes {_SHAPE} {_SHAPE}")


def shapes_of_misfit(exception: RaisedException) -> tuple[str, str] | None:
    """The shapes of two arrays that NumPy could not broadcast, if that is what was raised.

    Parameters
    ----------
    exception : RaisedException

    Returns
    -------
    tuple of str or None

    Examples
    --------
    >>> import numpy as np
    >>> from gmm_helpers.exercises.running.exceptions import record
    >>> try:
    ...     np.ones((30, 3)) + np.ones(30)
    ... except ValueError as error:
    ...     shapes_of_misfit(record(error))
    ('(30,3)', '(30,)')
    """
    found = _MISFIT.search(exception.message)
    return (found[1], found[2]) if found else None
