"""Mixtures in the plane: their components as ellipses, their density as contours.

A marker always shows the same as the colour, for readers who can't tell colours apart. Every
function draws on the axes it is given and returns them; it raises a ValueError if the mixture is
not two-dimensional.
"""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse
from matplotlib.patheffects import withStroke

from ..model.density import weighted_log_prob_unchecked
from ..model.log_sums import log_sum_exp
from ..model.params import GMMParams
from ..model.validation import as_params
from .ellipses import ellipse_axes
from .palette import COLORS, GREY, LINE_COLORS, MARKERS, line_color

__all__ = ["plot_density", "plot_ellipses", "plot_mean_paths"]

CASING = 1.4  # points of white at both sides together, so that lines stand out from samples
ABOVE_SAMPLES = 1.5  # which matplotlib draws at 1, lines at 2
FAINT = 0.2
NO_WEIGHT = 1e-3  # below this a component is drawn faintly


def plot_ellipses(
    ax: Axes, params, *, n_std=(1, 2), linestyle="-", colors=COLORS, label="component {k}"
) -> Axes:
    """Draw each component as ellipses of equal density around its mean.

    A component of no weight is drawn faintly.

    Parameters
    ----------
    params : GMMParams
        In two dimensions.
    n_std : sequence of float, default=(1, 2)
        Mahalanobis distances at which ellipses are drawn; all but the first are thinner.
    colors : sequence of str
        Used in turn.
    label : str, default="component {k}"
        Legend entry; ``{k}`` is the component.
    """
    params = _planar(params)
    for k in range(params.n_components):
        color = colors[k % len(colors)]
        strength = 1 if params.weights[k] >= NO_WEIGHT else FAINT
        lengths, directions = ellipse_axes(params.covariances[k])
        angle = np.degrees(np.arctan2(directions[1, 1], directions[0, 1]))  # of the longer axis
        for i, distance in enumerate(n_std):
            diameters = 2 * distance * lengths[::-1]
            shape = Ellipse(params.means[k], *diameters, angle=angle, fill=False)
            width = 1.8 if i == 0 else 1.1
            shape.set(ec=line_color(color), lw=width, linestyle=linestyle, alpha=strength)
            shape.set(zorder=ABOVE_SAMPLES, path_effects=_casing(width))
            ax.add_patch(shape)
        marker = MARKERS[k % len(MARKERS)]
        ax.plot(
            *params.means[k],
            marker,
            color=color,
            markeredgecolor="black",
            markeredgewidth=1.0,
            markersize=9.5,
            alpha=strength,
            label=label.format(k=k),
        )
    return ax


def plot_density(ax: Axes, params, *, n_levels: int = 7, color: str = GREY) -> Axes:
    """Draw contours of a mixture's log-density over the area the axes show.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Its limits say where; call `frame` first.
    params : GMMParams
        In two dimensions.
    n_levels : int, default=7
        Number of contours; the steps between them grow from 0.5 to 1.5 nats away from the peak.
    """
    params = _planar(params)
    x = np.linspace(*ax.get_xlim(), 120)
    y = np.linspace(*ax.get_ylim(), 120)
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    log_prob = weighted_log_prob_unchecked(grid, params)
    log_density = log_sum_exp(log_prob).reshape(len(y), len(x))
    steps = np.cumsum(np.linspace(0.5, 1.5, n_levels))
    levels = log_density.max() - steps[::-1]
    ax.contour(x, y, log_density, levels=levels, colors=color, linewidths=0.8, linestyles="-")
    return ax


def plot_mean_paths(ax: Axes, trace, iteration: int | None = None) -> Axes:
    """Draw the path of each mean from the start, a cross, to an iteration.

    Parameters
    ----------
    trace : EMTrace
        In two dimensions.
    iteration : int, optional
        By default the last.
    """
    last = trace.n_iter if iteration is None else iteration
    _planar(trace.params[0])  # the others are like it
    paths = np.array([params.means for params in trace.params[: last + 1]])
    for k in range(paths.shape[1]):
        color = LINE_COLORS[k % len(LINE_COLORS)]
        ax.plot(*paths[:, k].T, "-", color=color, lw=1.2, path_effects=_casing(1.2))
        ax.plot(*paths[0, k], "x", color="black", markersize=7, zorder=5)
    return ax


def _casing(width: float) -> list:
    return [withStroke(linewidth=width + CASING, foreground="white")]


def _planar(params) -> GMMParams:
    params = as_params(*params)
    if params.n_features != 2:
        raise ValueError(
            f"the mixture has {params.n_features} features, and a picture has two: draw two "
            "features at a time."
        )
    return params
