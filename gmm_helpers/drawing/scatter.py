"""Samples in the plane: by label, by responsibility, in a frame that fits them.

Every function that gets axes draws on them and returns them; it raises a ValueError if the data
do not have two features.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgb

from ..model.validation import as_data, as_responsibilities
from .palette import COLORS, LIGHT_GREY, MARKERS, edge_colors, rgb

__all__ = ["blend", "frame", "legend_below", "plot_data", "plot_responsibilities"]

FLATTEST = 0.25  # of the larger extent: flatter data get unequal scales; as in explorer/static
ROUNDING = 1e-12  # of a number: what differs by less is the same
N_COLUMNS = 3  # of a legend
LEGEND_SIZE = 36  # points squared: a mark of 6 points, large enough to tell its shape
EDGE_WIDTH = 0.4  # points


def frame(ax: Axes, X, *, margin: float = 0.08) -> Axes:
    """Fit the axes around the data, so that pictures don't jump.

    Both axes have the same scale, unless the data would then look like a line, as in unequal
    units. In that case each axis has its own, and the label of the first one says so.

    Parameters
    ----------
    X : array_like of shape (n_samples, 2)
    margin : float, default=0.08
        Free space on each side, as a share of the larger extent; with unequal scales, of each.
    """
    X = _planar(X)
    low, high = X.min(axis=0), X.max(axis=0)
    size = np.abs([low, high]).max(axis=0)
    extents = np.where(high - low > ROUNDING * size, high - low, 0)
    equal = not 0 < extents.min() < FLATTEST * extents.max()
    alone = max(1, 1e3 * ROUNDING * size.max())  # how much is shown of a single place
    pad = margin * (extents if not equal else extents.max() or alone)
    (left, bottom), (right, top) = low - pad, high + pad
    note = "" if equal else ", not to the scale of $x_2$"
    ax.set(xlim=(left, right), ylim=(bottom, top), xlabel=f"$x_1${note}", ylabel="$x_2$")
    ax.set_aspect("equal" if equal else "auto", adjustable="box")
    return ax


def legend_below(ax: Axes) -> Axes:
    """Put the legend under the axes, where it covers no data; it reads row by row."""
    handles, labels = ax.get_legend_handles_labels()
    # Matplotlib fills one column after the other.
    order = [i for column in range(N_COLUMNS) for i in range(column, len(labels), N_COLUMNS)]
    legend = ax.legend(
        [handles[i] for i in order],
        [labels[i] for i in order],
        loc="upper center",
        bbox_to_anchor=(0.5, 0),
        borderaxespad=4.5,  # in heights of the text: below the tick labels and the axis label
        ncols=N_COLUMNS,
        fontsize=8,
        frameon=False,
        columnspacing=1.0,
        handletextpad=0.3,
    )
    for handle in legend.legend_handles:
        if isinstance(handle, PathCollection):
            handle.set_sizes([LEGEND_SIZE])
    return ax


def plot_data(
    ax: Axes, X, labels=None, *, n_components: int | None = None, size: float = 12
) -> Axes:
    """Scatter the data; if labels are given, each component has its colour and marker.

    Parameters
    ----------
    X : array_like of shape (n_samples, 2)
    labels : array_like of int, shape (n_samples,), optional
        The component each sample came from.
    n_components : int, optional
        So many get an entry in the legend, even if no sample came from them: under a slider the
        legend stays as it is.
    size : float, default=12
        Marker area, in points squared.
    """
    X = _planar(X)
    if labels is None:
        return _draw_marks(ax, X, to_rgb(LIGHT_GREY), "o", size, "data")
    labels = np.asarray(labels)
    for k in np.union1d(labels, np.arange(n_components or 0)).astype(int):
        color, marker = COLORS[k % len(COLORS)], MARKERS[k % len(MARKERS)]
        _draw_marks(ax, X[labels == k], to_rgb(color), marker, size, f"from component {k}")
    return ax


def blend(responsibilities) -> np.ndarray:
    """Mix the components' colours in the proportions of the responsibilities.

    Parameters
    ----------
    responsibilities : array_like of shape (n_samples, n_components)

    Returns
    -------
    ndarray of shape (n_samples, 3)
        Red, green and blue between 0 and 1.

    Examples
    --------
    >>> blend([[1.0, 0.0]]).round(2)
    array([[0.  , 0.45, 0.7 ]])
    """
    return _blend(as_responsibilities(responsibilities))


def plot_responsibilities(ax: Axes, X, responsibilities, *, size: float = 12) -> Axes:
    """Scatter the data, each sample in its own blend of the components' colours.

    Its marker is that of the component with the largest responsibility.

    Parameters
    ----------
    X : array_like of shape (n_samples, 2)
    responsibilities : array_like of shape (n_samples, n_components)
    size : float, default=12
        As in `plot_data`.

    Raises
    ------
    ValueError
        Also if there is not one row of responsibilities per sample.
    """
    X = _planar(X)
    responsibilities = as_responsibilities(responsibilities, len(X))
    colors, largest = _blend(responsibilities), responsibilities.argmax(axis=1)
    for k in np.unique(largest):
        own = largest == k
        _draw_marks(ax, X[own], colors[own], MARKERS[k % len(MARKERS)], size)
    return ax


def _draw_marks(ax: Axes, X: np.ndarray, colors, marker: str, size: float, label: str = "") -> Axes:
    """Scatter marks with dark edges, which stand out from white and from each other."""
    colors = np.broadcast_to(colors, (len(X) if np.ndim(colors) > 1 else 1, 3))
    marks: dict[str, Any] = {"facecolors": colors, "edgecolors": edge_colors(colors)}
    ax.scatter(*X.T, s=size, marker=marker, linewidths=EDGE_WIDTH, label=label or None, **marks)
    return ax


def _blend(responsibilities: np.ndarray) -> np.ndarray:
    return np.clip(responsibilities @ rgb(responsibilities.shape[1]), 0, 1)


def _planar(X) -> np.ndarray:
    X = as_data(X)
    if X.shape[1] != 2:
        raise ValueError(
            f"X has {X.shape[1]} features, and a picture has two: choose two columns of X."
        )
    return X
