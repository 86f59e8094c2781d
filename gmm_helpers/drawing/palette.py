"""Colours and markers of the components, for pictures with and without matplotlib.

The colours are Okabe and Ito's, which colour-blind readers can tell apart.
"""

from __future__ import annotations

import numpy as np

__all__ = ["COLORS", "GREY", "MARKERS", "rgb"]

COLORS = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
    "#8C6D31",  # in place of Okabe and Ito's yellow, which is lost on white
    "#000000",
)
MARKERS = ("o", "^", "s", "D", "v", "P", "X", "*")
GREY = "#767676"  # the lightest grey that still has AA contrast on white


def rgb(n_components: int) -> np.ndarray:
    """Return the colours of the first components as numbers between 0 and 1.

    Parameters
    ----------
    n_components : int
        Beyond 8, the colours repeat.

    Returns
    -------
    ndarray of shape (n_components, 3)
        Red, green and blue.

    Examples
    --------
    >>> rgb(1).round(2)
    array([[0.  , 0.45, 0.7 ]])
    """
    names = (COLORS[k % len(COLORS)] for k in range(n_components))
    parts = [[int(name[i : i + 2], 16) / 255 for i in (1, 3, 5)] for name in names]
    return np.array(parts).reshape(-1, 3)
