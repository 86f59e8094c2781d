"""EM from a start to convergence."""

from __future__ import annotations

import warnings

import numpy as np

from ..model.validation import as_data
from .fast import describe_columns
from .loop import (
    MAX_ITER,
    REG_COVAR,
    TOL,
    as_start,
    check_options,
    iterate,
)
from .ridge import warn_of_costly_ridge, warn_of_large_reg_covar
from .trace import EMTrace

__all__ = ["ConvergenceWarning", "InterruptedWarning", "fit"]


class ConvergenceWarning(UserWarning):
    """EM stopped at `max_iter` before the negative log-likelihood settled."""


class InterruptedWarning(ConvergenceWarning):
    """EM was interrupted before the negative log-likelihood settled."""


def fit(
    X,
    start,
    *,
    tol=TOL,
    max_iter=MAX_ITER,
    reg_covar=REG_COVAR,
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
        Where to start; `STARTS` holds ways to choose it.
    tol : float, default=1e-6
        Converged when the total negative log-likelihood changes by less than this, in
        nats. With 0 exactly `max_iter` iterations are run.
    max_iter : int, default=500
    reg_covar : float, default=1e-6
        Added to the diagonal of every new covariance, in squared units of the data; keeps
        components from collapsing onto single points. Above 0 the M-step is not the exact
        optimum, so the negative log-likelihood may rise: very little as a rule, more where a
        component's variance is no larger than this.
    e_step : callable, optional
        Your own ``e_step(X, weights, means, covariances) -> responsibilities``.
    m_step : callable, optional
        Your own ``m_step(X, responsibilities) -> (weights, means, covariances)``;
        `reg_covar` is added to its covariances here.
    n_threads : int, optional
        Threads that share large data; by default as many as there are processors. The results
        do not depend on it. Your own functions are called in one thread.
    progress : bool, default=False
        Show a bar with the iterations and the negative log-likelihood. Then an interruption
        (Ctrl-C, or the stop button of a notebook) ends the run, and the trace so far is
        returned; before the first E-step there is none, and `KeyboardInterrupt` is raised.

    Returns
    -------
    EMTrace

    Raises
    ------
    ValueError
        If an argument is not usable, or your own function returns something of another
        shape or not finite (a `CustomStepError`, which names the step).
    DegenerateComponentError
        If a component ran empty or collapsed; the error names it and the iteration.

    Warns
    -----
    ConvergenceWarning
        If `max_iter` iterations were not enough, or the run was interrupted.
    UserWarning
        If `reg_covar` is more than the variance of a feature, or is no larger than its default
        and changes the fit even so.

    Examples
    --------
    >>> from gmm_helpers import random_points_start
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> trace = fit(X, random_points_start(X, 2, rng=0))
    >>> trace.params[-1].means.ravel().round(3)
    array([4.2, 0.2])
    """
    start = as_start(start)
    X = as_data(X, start.n_features)
    options = check_options(tol, max_iter, reg_covar, e_step, m_step, n_threads, progress)
    columns = describe_columns(X)
    too_large = warn_of_large_reg_covar(columns, options.reg_covar, stacklevel=3)
    trace, interrupted = iterate(X, columns, start, options)
    if not too_large:
        warn_of_costly_ridge(trace, columns, options.reg_covar, stacklevel=3)
    if interrupted:
        warnings.warn(_interrupted(trace), InterruptedWarning, stacklevel=2)
    elif not trace.converged:
        warnings.warn(_not_converged(trace, options.tol), ConvergenceWarning, stacklevel=2)
    return trace


def _not_converged(trace: EMTrace, tol) -> str:
    if trace.n_iter == 0:
        return "EM has not converged: with max_iter=0 the trace holds only the start."
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
