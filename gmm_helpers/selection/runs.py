"""What comes of several starts with one number of components, on all the data or without a fold."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..em.fast import describe_columns
from ..em.loop import Options
from ..em.restarts import run_starts
from ..em.ridge import ridge_shares
from ..em.starts import kmeans_plus_plus_start
from ..em.trace import EMTrace
from ..model.likelihood import negative_log_likelihood_unchecked

__all__ = ["Runs", "left_out_nll", "run_all"]

HELD_UP = 0.5  # of a component's variance in some direction, from which on the ridge holds it up


class Runs(NamedTuple):
    """The runs with one number of components.

    Parameters
    ----------
    n_components : int
    best : EMTrace or None
        The best of the runs in which no component collapsed; None if there is none.
    collapsed : EMTrace or None
        The best of those in which one did, and only `reg_covar` keeps it from a single point.
    n_runs, n_collapsed : int
        How many there were, and in how many a component collapsed or ran empty.
    error : Exception or None
        Why the last of the runs that were lost was lost.
    """

    n_components: int
    best: EMTrace | None
    collapsed: EMTrace | None
    n_runs: int
    n_collapsed: int
    error: Exception | None = None


def run_all(X: np.ndarray, n_components: int, n_init: int, seed: int, settings: Options) -> Runs:
    """Run EM from k-means++ starts, the same as those of `fit_restarts`; `X` has been checked.

    The likelihood has no maximum: it grows without bound where a component shrinks onto a few
    samples, and `reg_covar` alone decides how far. Such a run says nothing about the number of
    components, however good its value, so it is kept apart.
    """
    rngs = np.random.default_rng(seed).spawn(n_init)
    traces, failures, _ = run_starts(
        X,
        describe_columns(X),
        n_components,
        rngs,
        kmeans_plus_plus_start.unchecked,  # type: ignore[attr-defined]
        settings,
    )
    n_flat = _n_held_up(_spread(X, settings.reg_covar)[None], settings.reg_covar)[0]
    usable: list[EMTrace] = []
    collapsed: list[EMTrace] = []
    for trace in traces:
        held_up = _n_held_up(trace.params[-1].covariances, settings.reg_covar)
        (collapsed if (held_up > n_flat).any() else usable).append(trace)
    return Runs(
        n_components,
        min(usable, key=_final_nll, default=None),
        min(collapsed, key=_final_nll, default=None),
        n_init,
        len(collapsed) + len(failures),
        failures[-1] if failures else None,
    )


def left_out_nll(X: np.ndarray, left_out: np.ndarray, *of_runs) -> float:
    """NLL of samples that are left out, under the best of the runs on all others.

    `of_runs` are the further arguments of `run_all`. NaN says that nothing could be fitted.
    """
    train, n_components = X[~left_out], of_runs[0]
    if len(train) < n_components:
        return np.nan
    runs = run_all(train, *of_runs)
    fitted = runs.best or runs.collapsed  # which then pays for it here
    if fitted is None:
        return np.nan
    try:
        return negative_log_likelihood_unchecked(X[left_out], fitted.params[-1])
    except ValueError:  # so far from every component that the density is 0
        return np.inf


def _final_nll(trace: EMTrace) -> float:
    return float(trace.negative_log_likelihood[-1])


def _spread(X: np.ndarray, reg_covar: float) -> np.ndarray:
    """Covariance of the data with the ridge, as of a single component."""
    centred = X - X.mean(axis=0)
    return centred.T @ centred / len(X) + reg_covar * np.eye(X.shape[1])


def _n_held_up(covariances: np.ndarray, reg_covar: float) -> np.ndarray:
    """In how many directions the ridge is most of the variance, for each covariance."""
    try:
        return (ridge_shares(covariances, reg_covar) > HELD_UP).sum(axis=1)
    except np.linalg.LinAlgError:
        return (np.linalg.eigvalsh(covariances) * HELD_UP < reg_covar).sum(axis=1)
