"""A run of EM as a curve: its negative log-likelihood over the iterations."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from .palette import COLORS

__all__ = ["plot_nll", "plot_nll_gap"]


def plot_nll(ax: Axes, negative_log_likelihood, marked=()) -> Axes:
    """Plot the negative log-likelihood against the iteration.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        If its limits are set already, marks beyond them stand at the edge, with their values.
    negative_log_likelihood : array_like of shape (n_iter + 1,)
    marked : iterable of int
        Iterations to mark and number.
    """
    values = np.asarray(negative_log_likelihood, dtype=float)
    ax.plot(values, "-", color=COLORS[0], lw=1.6)
    low, high = (-np.inf, np.inf) if ax.get_autoscaley_on() else ax.get_ylim()
    for i in marked:
        y = np.clip(values[i], low, high)
        inside = y == values[i]
        sign, text = ("o", f"{i}") if inside else ("^", f"{i} (NLL {values[i]:.0f})")
        ax.plot(i, y, sign, color=COLORS[1], markersize=7, clip_on=False)
        at_the_end = i > 0.9 * len(values)  # there, text to the right would leave the axes
        offset, align = ((-4, 8), "right") if at_the_end else ((6, 6 if inside else -10), "left")
        ax.annotate(text, (i, y), offset, textcoords="offset points", ha=align)
    ax.margins(y=0.12)  # room for the numbers
    ax.set(xlabel="iteration", ylabel="negative log-likelihood (nats)")
    ax.grid(alpha=0.25)
    return ax


def plot_nll_gap(ax: Axes, negative_log_likelihood) -> Axes:
    """Plot the distance to the final negative log-likelihood, on a log axis.

    A straight line means that every iteration removes the same fraction of the distance that
    is left: linear convergence. Parameters as in `plot_nll`.
    """
    values = np.asarray(negative_log_likelihood, dtype=float)
    gap = values[:-1] - values[-1]
    positive = gap > 0
    ax.semilogy(np.arange(len(gap))[positive], gap[positive], "-", color=COLORS[0], lw=1.6)
    ax.set(xlabel="iteration", ylabel="distance to the final value (nats)")
    ax.grid(alpha=0.25)
    return ax
