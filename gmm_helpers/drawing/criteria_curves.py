"""Criteria for the number of components, as curves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from ..selection import CRITERIA, Selection
from .palette import LINE_COLORS, MARKERS

__all__ = ["plot_criteria"]

NAMES = [*CRITERIA]


def plot_criteria(ax: Axes, selection: Selection, criteria: Sequence[str]) -> Axes:
    """Plot criteria against the number of components; a ring marks the smallest value of each.

    The held-out negative log-likelihood is drawn twice as large, so that it stands beside the
    others, which are twice a negative log-likelihood and a price.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    selection : Selection
    criteria : sequence of str
        Some of "aic", "bic", "icl" and "held_out_nll".
    """
    counts = selection.column("n_components")
    order = np.argsort(counts)
    for name in criteria:
        doubled = name == "held_out_nll"
        values = selection.column(name) * (2 if doubled else 1)
        finite = order[np.isfinite(values[order])]
        if not len(finite):
            continue
        which = NAMES.index(name)
        color, label = LINE_COLORS[which], ("twice the " if doubled else "") + CRITERIA[name]
        ax.plot(
            counts[finite],
            values[finite],
            color=color,
            marker=MARKERS[which],
            markersize=5,
            lw=1.4,
            label=label,
        )
        best = finite[np.argmin(values[finite])]
        size = 11 + 3 * which  # rings at the same place lie around each other
        ax.plot(counts[best], values[best], "o", color=color, markersize=size, fillstyle="none")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set(xlabel="number of components", ylabel="smaller is better (nats)")
    ax.grid(alpha=0.25)
    if ax.get_legend_handles_labels()[0]:
        ax.legend(
            loc="upper center",
            bbox_to_anchor=(0.5, 0),
            borderaxespad=4.5,  # in heights of the text: below the labels of the axis
            ncols=len(CRITERIA),
            fontsize=8,
            frameon=False,
        )
    return ax
