"""What the course draws: ax in, ax out. Colours and markers are those of the components.

The palette is Okabe and Ito's, which colour-blind readers can tell apart; a second sign (a
marker, a letter, a line style) always says the same as the colour.
"""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse

from ..model.density import mixture_log_density
from ..model.params import GMMParams
from ..model.validation import as_data, as_params, as_responsibilities
from .palette import COLORS, GREY, MARKERS, rgb

__all__ = [
    "COLORS",
    "MARKERS",
    "blend",
    "frame",
    "legend_below",
    "plot_data",
    "plot_density",
    "plot_ellipses",
    "plot_mean_paths",
    "plot_nll",
    "plot_nll_gap",
    "plot_responsibilities",
]


def frame(ax: Axes, X, *, margin: float = 0.08) -> Axes:
    """Fit the axes around the data, with equal aspect, so that pictures don't jump.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    X : array_like of shape (n_samples, 2)
    margin : float, default=0.08
        Free space on each side, as a share of the larger extent.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the data do not have two features.
    """
    X = _planar(X)
    low, high = X.min(axis=0), X.max(axis=0)
    extent = max((high - low).max(), 1e-6 * np.abs(X).max(), 1e-9)  # not 0 for a single place
    pad = margin * extent
    ax.set(xlim=(low[0] - pad, high[0] + pad), ylim=(low[1] - pad, high[1] + pad))
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    ax.set_aspect("equal", adjustable="box")
    return ax


def legend_below(ax: Axes) -> Axes:
    """Put the legend under the axes, where it covers no data.

    Parameters
    ----------
    ax : matplotlib.axes.Axes

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax.legend(
        loc="upper center",
        bbox_to_anchor=(0.5, 0),
        borderaxespad=4.5,  # in heights of the text: below the tick labels and the axis label
        ncols=3,
        fontsize=8,
        frameon=False,
        columnspacing=1.0,
        handletextpad=0.3,
    )
    return ax


def plot_data(ax: Axes, X, labels=None, *, size: float = 10) -> Axes:
    """Scatter the data, coloured and marked by the component they came from if that is known.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    X : array_like of shape (n_samples, 2)
    labels : array_like of int, shape (n_samples,), optional
    size : float, default=10
        Marker area, in points squared.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the data do not have two features.
    """
    X = _planar(X)
    if labels is None:
        ax.scatter(*X.T, s=size, color=GREY, alpha=0.6, linewidths=0, label="data")
        return ax
    labels = np.asarray(labels)
    for k in np.unique(labels):
        ax.scatter(
            *X[labels == k].T,
            s=size,
            color=COLORS[k % len(COLORS)],
            marker=MARKERS[k % len(MARKERS)],
            alpha=0.6,
            linewidths=0,
            label=f"from component {k}",
        )
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
    responsibilities = as_responsibilities(responsibilities)
    return np.clip(responsibilities @ rgb(responsibilities.shape[1]), 0, 1)


def plot_responsibilities(ax: Axes, X, responsibilities, *, size: float = 12) -> Axes:
    """Scatter the data, each sample in its own blend of the components' colours.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    X : array_like of shape (n_samples, 2)
    responsibilities : array_like of shape (n_samples, n_components)
    size : float, default=12
        Marker area, in points squared.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the data do not have two features, or there is not one row for each sample.
    """
    X = _planar(X)
    colors = blend(as_responsibilities(responsibilities, len(X)))
    ax.scatter(*X.T, s=size, c=colors, alpha=0.8, linewidths=0)
    return ax


def plot_ellipses(
    ax: Axes, params, *, n_std=(1, 2), linestyle="-", colors=COLORS, label="component {k}"
) -> Axes:
    """Draw each component as ellipses of equal density around its mean.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    params : GMMParams
        In two dimensions.
    n_std : sequence of float, default=(1, 2)
        Mahalanobis distances at which ellipses are drawn; further ones are fainter.
    linestyle : str, default="-"
    colors : sequence of str
        Used in turn.
    label : str, default="component {k}"
        Legend entry; ``{k}`` is the component.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the mixture is not two-dimensional.
    """
    params = _planar_params(params)
    for k in range(params.n_components):
        color = colors[k % len(colors)]
        values, vectors = np.linalg.eigh(params.covariances[k])
        angle = np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1]))  # of the longer axis
        for i, radius in enumerate(n_std):
            axes = 2 * radius * np.sqrt(np.clip(values[::-1], 0, None))
            shape = Ellipse(params.means[k], *axes, angle=angle, fill=False, ec=color, lw=1.6)
            shape.set(linestyle=linestyle, alpha=1 if i == 0 else 0.6)
            ax.add_patch(shape)
        marker = MARKERS[k % len(MARKERS)]
        ax.plot(
            *params.means[k],
            marker,
            color=color,
            markeredgecolor="white",
            markersize=10,
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
        Contours, one nat apart at first and wider further out.
    color : str

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the mixture is not two-dimensional.
    """
    params = _planar_params(params)
    x = np.linspace(*ax.get_xlim(), 120)
    y = np.linspace(*ax.get_ylim(), 120)
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    log_density = mixture_log_density(grid, *params).reshape(len(y), len(x))
    steps = np.cumsum(np.linspace(0.5, 1.5, n_levels))
    levels = log_density.max() - steps[::-1]
    ax.contour(x, y, log_density, levels=levels, colors=color, linewidths=0.8, linestyles="-")
    return ax


def plot_mean_paths(ax: Axes, trace, iteration: int | None = None) -> Axes:
    """Draw the way each mean has come, from the start to an iteration.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    trace : EMTrace
        In two dimensions.
    iteration : int, optional
        By default the last.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the mixture is not two-dimensional.
    """
    last = trace.n_iter if iteration is None else iteration
    paths = np.array([_planar_params(params).means for params in trace.params[: last + 1]])
    for k in range(paths.shape[1]):
        color = COLORS[k % len(COLORS)]
        ax.plot(*paths[:, k].T, "-", color=color, lw=1.2, alpha=0.9)
        ax.plot(*paths[0, k], "x", color="black", markersize=7, zorder=5)
    return ax


def plot_nll(ax: Axes, negative_log_likelihood, marked=()) -> Axes:
    """Plot the negative log-likelihood against the iteration.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        If its limits are set already, marks beyond them stand at the edge, with their value.
    negative_log_likelihood : array_like of shape (n_iter + 1,)
    marked : iterable of int
        Iterations to be marked and numbered.

    Returns
    -------
    matplotlib.axes.Axes
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

    A straight line means that every iteration takes off the same share of what is left:
    linear convergence.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    negative_log_likelihood : array_like of shape (n_iter + 1,)

    Returns
    -------
    matplotlib.axes.Axes
    """
    values = np.asarray(negative_log_likelihood, dtype=float)
    gap = values[:-1] - values[-1]
    positive = gap > 0
    ax.semilogy(np.arange(len(gap))[positive], gap[positive], "-", color=COLORS[0], lw=1.6)
    ax.set(xlabel="iteration", ylabel="distance to the final value (nats)")
    ax.grid(alpha=0.25)
    return ax


def _planar(X) -> np.ndarray:
    X = as_data(X)
    if X.shape[1] != 2:
        raise ValueError(
            f"X has {X.shape[1]} features, and a picture has two: choose two columns of X."
        )
    return X


def _planar_params(params) -> GMMParams:
    params = as_params(*params)
    if params.n_features != 2:
        raise ValueError(
            f"the mixture has {params.n_features} features, and a picture has two: draw two "
            "features at a time."
        )
    return params
