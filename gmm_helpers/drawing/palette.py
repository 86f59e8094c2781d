"""Colours and markers of the components, for pictures with and without matplotlib.

The colours are Okabe and Ito's, which colour-blind readers can tell apart. Two of them are too
light on white for a thin line, so lines have a darker one, and marks a dark edge: WCAG 2.2 (1.4.11)
asks for a contrast of 3 to 1.
"""

from __future__ import annotations

import numpy as np

__all__ = [
    "COLORS",
    "GREY",
    "LIGHT_GREY",
    "LINE_COLORS",
    "MARKERS",
    "edge_colors",
    "line_color",
    "rgb",
]

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
LINE_COLORS = (*COLORS[:4], "#B87F00", "#4590BA", *COLORS[6:])
MARKERS = ("o", "^", "s", "D", "v", "P", "X", "*")
GREY = "#767676"  # the lightest grey that still has AA contrast on white
LIGHT_GREY = "#B4B4B4"  # of samples without a colour: their edge has contrast
EDGE = 0.65  # of red, green and blue of a mark


def line_color(color: str) -> str:
    """Return the colour of a line that belongs to a colour of `COLORS`; others stay.

    Examples
    --------
    >>> line_color(COLORS[4]), line_color("black")
    ('#B87F00', 'black')
    """
    return LINE_COLORS[COLORS.index(color)] if color in COLORS else color


def edge_colors(colors) -> np.ndarray:
    """Return the dark edges of marks, whose colours are given as numbers between 0 and 1.

    Examples
    --------
    >>> edge_colors([[0.0, 0.4, 1.0]])
    array([[0.  , 0.26, 0.65]])
    """
    return EDGE * np.asarray(colors, dtype=float)


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
