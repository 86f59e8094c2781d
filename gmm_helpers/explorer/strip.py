"""Five pictures of one run, for those who see no widget: GitHub, PDF, a closed notebook."""

from __future__ import annotations

import numpy as np

from ..drawing import Picture, frame, new_figure, plot_data, plot_ellipses, plot_responsibilities
from ..em.trace import EMTrace
from ..model.params import GMMParams
from .configuration import Configuration
from .data import Shown
from .own_runs import OwnRuns
from .runs import Run

__all__ = ["draw_strip", "strip_of"]

CSS_DPI = 96
N_TICKS = 4
LATER = 0.25  # of the run


def strip_of(own_runs: OwnRuns, configuration: Configuration) -> Picture | None:
    """Draw the run of a configuration; None if it is not usable."""
    what = (
        f"EM on {configuration.data}, K = {configuration.n_components}, start "
        f"{configuration.start}, seed {configuration.seed}"
    )
    try:
        return draw_strip(own_runs.run(configuration), own_runs.data(configuration), what)
    except ValueError:
        return None


def draw_strip(run: Run, shown: Shown, what: str) -> Picture:
    """Draw the start, its E-step, its M-step, a later iteration and the end.

    Parameters
    ----------
    run : Run
    shown : Shown
    what : str
        Which run it is, for the alt text.

    Returns
    -------
    Picture

    Examples
    --------
    >>> from gmm_helpers import random_points_start
    >>> from .data import shown_dataset
    >>> from .runs import run_em
    >>> ring = shown_dataset("ring")
    >>> *_, run = run_em(ring.X, random_points_start(ring.X, 2, 0), 1e-6, max_iter=3)
    >>> draw_strip(run, ring, "The ring")
    The ring: start, E-step 1, M-step 1, iteration 2, iteration 3 (the end). NLL from 3124.14 to
    2848.08.
    """
    n_iter = len(run.params) - 1
    later = min(max(2, round(LATER * n_iter)), n_iter)
    panels = [(0, None, "start"), (0, 0, "E-step 1")]
    if n_iter:
        panels += [
            (1, 0, "M-step 1"),
            (later, later, f"iteration {later}"),
            (n_iter, n_iter, f"iteration {n_iter} (the end)"),
        ]
    fig, axes = new_figure(len(panels), width=2.7 * len(panels), height=2.6)
    fig.set_dpi(CSS_DPI)  # pages show it smaller than it is
    places = _in_the_plane(shown)
    flat = shown.axes.shape[1] == 1
    trace = EMTrace(run.params, run.negative_log_likelihood, True, shown.X)
    for ax, (i, shares, title) in zip(axes, panels, strict=True):
        frame(ax, places)
        if shares is None:
            plot_data(ax, places, size=6)
        else:
            own = run.responsibilities.get(shares)
            responsibilities = trace.responsibilities(shares) if own is None else own
            plot_responsibilities(ax, places, responsibilities, size=7)
        if not flat:
            plot_ellipses(ax, _projected(run.params[i], shown))
        ax.set_title(title, fontsize=9)
        ax.set(xlabel="", ylabel="")
        ax.locator_params(nbins=N_TICKS)
        # All panels show the same part of the plane.
        ax.tick_params(labelsize=7, labelleft=ax is axes[0])
        if flat:
            ax.set_yticks([])  # the height of a sample means nothing
        for axis in (ax.xaxis, ax.yaxis):
            axis.get_offset_text().set_fontsize(7)
    if not flat and axes[0].get_aspect() == "auto":
        across, up = shown.labels
        fig.supxlabel(f"{across} is not drawn to the scale of {up}", fontsize=8)
    titles = ", ".join(title for *_, title in panels)
    first, last = run.negative_log_likelihood[[0, -1]]
    return Picture(fig, f"{what}: {titles}. NLL from {first:.2f} to {last:.2f}.")


def _in_the_plane(shown: Shown) -> np.ndarray:
    places = (shown.X - shown.origin) @ shown.axes
    if places.shape[1] == 2:
        return places
    # One feature: a fixed scatter keeps equal values apart, as in the browser.
    height = 0.1 * max(np.ptp(places), 1e-9)
    return np.column_stack([places, height * (np.arange(len(places)) * 0.618034 % 1)])


def _projected(params: GMMParams, shown: Shown) -> GMMParams:
    means = (params.means - shown.origin) @ shown.axes
    covariances = shown.axes.T @ params.covariances @ shown.axes
    # Rounding must not make a projected covariance crooked.
    return GMMParams(params.weights, means, (covariances + covariances.transpose(0, 2, 1)) / 2)
