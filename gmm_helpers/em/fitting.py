"""EM from a start to convergence."""

from __future__ import annotations

import warnings
from contextlib import closing

import numpy as np

from ..model.params import GMMParams
from ..model.validation import as_count, as_data, as_number, as_params
from . import steps as em
from .fast import Columns, look_at_columns
from .half_steps import half_steps
from .progress import progress_bar
from .trace import EMTrace, has_converged

__all__ = ["ConvergenceWarning", "InterruptedWarning", "fit"]


class ConvergenceWarning(UserWarning):
    """EM stopped at `max_iter` before the negative log-likelihood settled."""


class InterruptedWarning(ConvergenceWarning):
    """Somebody stopped EM before the negative log-likelihood settled."""


def fit(
    X,
    start,
    *,
    tol=1e-6,
    max_iter=500,
    reg_covar=1e-6,
    e_step=None,
    m_step=None,
    n_threads=None,
    progress=False,
) -> EMTrace:
    """Run EM until the negative log-likelihood settles.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    start : GMMParams or tuple of (weights, means, covariances)
        Where to start; see `init` for ways to choose it.
    tol : float, default=1e-6
        Converged when the total negative log-likelihood changes by less than this, in
        nats. With 0 exactly `max_iter` iterations are run.
    max_iter : int, default=500
    reg_covar : float, default=1e-6
        Added to the diagonal of every new covariance, in squared units of the data; keeps
        components from collapsing onto single points. Above 0 the M-step is not the exact
        optimum, so the negative log-likelihood may rise: by a trace as a rule, by more where a
        component's variance is no larger than this.
    e_step : callable, optional
        Your own ``e_step(X, weights, means, covariances) -> responsibilities``.
    m_step : callable, optional
        Your own ``m_step(X, responsibilities) -> (weights, means, covariances)``;
        `reg_covar` is added to its covariances here.
    n_threads : int, optional
        Threads that share large data; as many as there are processors, if not said. The
        results do not depend on it. Functions of your own are called in one thread.
    progress : bool, default=False
        Show a bar with the iterations and the negative log-likelihood. Then an interruption
        (Ctrl-C, or the square in a notebook) ends the run, and the trace so far is returned;
        before the first E-step is done there is none, and the interruption passes.

    Returns
    -------
    EMTrace

    Raises
    ------
    ValueError
        If an argument is not usable, or your own function returns something of another
        shape or not finite.
    DegenerateComponentError
        If a component ran empty or collapsed; the message names it and the iteration.

    Warns
    -----
    ConvergenceWarning
        If `max_iter` iterations were not enough, or the run was interrupted.
    UserWarning
        If `reg_covar` is more than the variance of a feature.

    Examples
    --------
    >>> from gmm_helpers import random_points_start
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> trace = fit(X, random_points_start(X, 2, rng=0))
    >>> trace.params[-1].means.ravel().round(3)
    array([4.2, 0.2])
    """
    X, start = _checked(X, start)
    tol, reg_covar = as_number(tol, "tol"), as_number(reg_covar, "reg_covar")
    max_iter = as_count(max_iter, "max_iter", least=0)
    n_threads = None if n_threads is None else as_count(n_threads, "n_threads")
    for name, step in (("e_step", e_step), ("m_step", m_step)):
        if not (step is None or callable(step)):
            raise ValueError(f"{name} must be a function: pass {name}, not {name}(...).")
    columns = look_at_columns(X)
    _warn_of_drowning(columns, reg_covar)
    steps = half_steps(X, start, reg_covar, e_step, m_step, columns=columns, n_threads=n_threads)
    history, interrupted = [], False
    with closing(steps), progress_bar(progress, max_iter) as bar:
        try:
            for params, value in _iterations(steps):
                history.append((params, value))
                if len(history) > 1:
                    bar.show(value)
                if len(history) > max_iter or _has_settled(history, tol):
                    break
            bar.finish()
        except KeyboardInterrupt:
            if not (progress and history):
                raise
            interrupted = True
    trace = _as_trace(history, tol, X, e_step)
    if not trace.converged:
        if interrupted:
            warnings.warn(_interrupted(trace), InterruptedWarning, stacklevel=2)
        else:
            warnings.warn(_why_not_converged(trace, tol), ConvergenceWarning, stacklevel=2)
    return trace


def _checked(X, start) -> tuple[np.ndarray, GMMParams]:
    try:
        weights, means, covariances = start
    except (TypeError, ValueError):
        raise ValueError("start must be GMMParams or (weights, means, covariances).") from None
    start = as_params(weights, means, covariances)
    X = as_data(X, start.n_features)
    if start.n_components > len(X):
        raise ValueError(
            f"{start.n_components} components cannot be fitted to {len(X)} samples: use at "
            f"most {len(X)} components (n_components) or more data."
        )
    X = X.view()
    X.flags.writeable = False  # a student's function must not change the data it is given
    return X, start


def _warn_of_drowning(columns: Columns, reg_covar: float) -> None:
    drowned = (columns.variances > 0) & (columns.variances < reg_covar)
    if drowned.any():
        feature = drowned.argmax()
        warnings.warn(
            f"reg_covar={reg_covar:g} is more than the variance of feature {feature} "
            f"({columns.variances[feature]:.3g}), so it decides the fit, not the data: pass a "
            "smaller reg_covar or rescale X.",
            stacklevel=3,
        )


def _iterations(steps):
    """Parameters after each iteration, the start first, with their negative log-likelihood."""
    return ((s.params, s.negative_log_likelihood) for s in steps if s.name == "E")


def _has_settled(history, tol: float) -> bool:
    return has_converged([value for _, value in history[-2:]], tol)


def _as_trace(history, tol, X, e_step) -> EMTrace:
    params, values = zip(*history, strict=True)
    values = np.array(values)
    values.flags.writeable = False
    used = em.e_step if e_step is None else e_step
    return EMTrace(params, values, has_converged(values, tol), X, used)


def _why_not_converged(trace: EMTrace, tol) -> str:
    if trace.n_iter == 0:
        return "EM has not converged: with max_iter=0 the trace holds the start alone."
    change = abs(np.diff(trace.negative_log_likelihood[-2:])).sum()
    return (
        f"EM stopped after max_iter={trace.n_iter} iterations without converging: the negative "
        f"log-likelihood last changed by {change:.3g}, not by less than tol={tol:g}. "
        + ("With tol=0 it never does." if tol == 0 else "Allow more iterations or a larger tol.")
    )


def _interrupted(trace: EMTrace) -> str:
    return (
        f"EM was interrupted after {trace.n_iter} iterations: this is the trace so far. To go on, "
        "fit again from its last parameters, trace.params[-1]."
    )
