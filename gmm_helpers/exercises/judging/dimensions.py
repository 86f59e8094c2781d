"""N, D and K of a case, read off its arguments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..definition import Case

__all__ = ["sizes"]

_AXES = {
    "X": ("N", "D"),
    "responsibilities": ("N", "K"),
    "weights": ("K",),
    "means": ("K", "D"),
    "covariances": ("K", "D", "D"),
    "mean": ("D",),
}


def sizes(names: Sequence[str], case: Case) -> dict[str, int]:
    """Return the sizes a case has, by letter.

    Examples
    --------
    >>> sizes(["X"], Case("a case", (np.zeros((5, 2)),)))
    {'N': 5, 'D': 2}
    """
    found = {}
    for name, value in zip(names, case.arguments, strict=False):
        if name in _AXES and isinstance(value, np.ndarray):
            found.update(zip(_AXES[name], value.shape, strict=True))
    return found
