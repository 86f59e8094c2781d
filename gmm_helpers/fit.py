"""EM from start to convergence, once or from several starts."""

from __future__ import annotations

import warnings
from typing import NamedTuple

import numpy as np

from . import em
from .half_steps import half_steps
from .init import STARTS, random_points_start
from .params import DegenerateComponentError, as_count, as_data, as_number, as_params
from .trace import EMTrace, has_converged

__all__ = ["ConvergenceWarning", "EMTrace", "Restarts", "fit", "fit_restarts"]


class ConvergenceWarning(UserWarning):
    """EM stopped at `max_iter` before the negative log-likelihood settled."""


class Restarts(NamedTuple):
    """Several runs of EM on the same data.

    Parameters
    ----------
    best : EMTrace
        The run with the smallest final negative log-likelihood.
    others : tuple of EMTrace
        All other runs that finished, from better to worse.
    """

    best: EMTrace
    others: tuple[EMTrace, ...]


def fit(X, start, *, tol=1e-6, max_iter=500, reg_covar=1e-6, e_step=None, m_step=None) -> EMTrace:
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
        components from collapsing onto single points. Above 0 the negative log-likelihood
        may rise by a trace near the end, as the M-step is then not the exact optimum.
    e_step : callable, optional
        Your own ``e_step(X, weights, means, covariances) -> responsibilities``.
    m_step : callable, optional
        Your own ``m_step(X, responsibilities) -> (weights, means, covariances)``;
        `reg_covar` is added to its covariances here.

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
        If `max_iter` iterations were not enough.

    Examples
    --------
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> trace = fit(X, random_points_start(X, 2, rng=0))
    >>> trace.params[-1].means.ravel().round(3)
    array([4.2, 0.2])
    """
    X, start = _checked(X, start, tol, max_iter, reg_covar, e_step, m_step)
    trace = _run(X, start, tol, max_iter, reg_covar, e_step, m_step)
    if not trace.converged:
        warnings.warn(_why_not_converged(trace, tol), ConvergenceWarning, stacklevel=2)
    return trace


def fit_restarts(X, n_components, *, n_init, seed, init=random_points_start, **options) -> Restarts:
    """Run EM from several random starts and keep the best.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    n_components : int
    n_init : int
        Number of starts.
    seed : int
        The starts are independent of each other and depend on nothing but this.
    init : callable or str, default=random_points_start
        ``init(X, n_components, rng) -> GMMParams``, or a key of `init.STARTS`.
    **options
        Passed on to `fit`.

    Returns
    -------
    Restarts
        Unpacks to ``best, others``.

    Raises
    ------
    ValueError
        If an argument is not usable.
    DegenerateComponentError
        If a component ran empty or collapsed in every single run.

    Warns
    -----
    ConvergenceWarning
        Once, if some runs did not converge.
    UserWarning
        Once, if some runs were lost to an empty or collapsed component.

    Examples
    --------
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> best, others = fit_restarts(X, 2, n_init=5, seed=0)
    >>> len(others)
    4
    """
    n_init = as_count(n_init, "n_init")
    if isinstance(init, str) and init not in STARTS:
        raise ValueError(f"no start is called {init!r}: choose one of {sorted(STARTS)}.")
    init = STARTS[init] if isinstance(init, str) else init
    traces, failures = [], []
    with warnings.catch_warnings(record=True) as caught:  # to be said once, not for every run
        warnings.simplefilter("always")
        for rng in np.random.default_rng(seed).spawn(n_init):
            try:
                traces.append(fit(X, init(X, n_components, rng), **options))
            except DegenerateComponentError as error:
                failures.append(error)
    if not traces:
        raise failures[-1]
    _report(traces, failures, caught)
    best, *others = sorted(traces, key=lambda trace: trace.negative_log_likelihood[-1])
    return Restarts(best, tuple(others))


def _run(X, start, tol, max_iter, reg_covar, e_step, m_step) -> EMTrace:
    params, nll, converged = [], [], False
    for step in half_steps(X, start, reg_covar, e_step, m_step):
        if step.name == "E":
            params.append(step.params)
            nll.append(step.negative_log_likelihood)
            converged = has_converged(nll, tol)
            if converged or len(nll) > max_iter:
                break
    values = np.array(nll)
    values.flags.writeable = False
    return EMTrace(tuple(params), values, converged, X, e_step or em.e_step)


def _checked(X, start, tol, max_iter, reg_covar, e_step, m_step):
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
    as_count(max_iter, "max_iter", least=0)
    for name, step in (("e_step", e_step), ("m_step", m_step)):
        if not (step is None or callable(step)):
            raise ValueError(f"{name} must be a function: pass {name}, not {name}(...).")
    as_number(tol, "tol")
    as_number(reg_covar, "reg_covar")
    variances = X.var(axis=0)
    drowned = (variances > 0) & (variances < reg_covar)
    if drowned.any():
        warnings.warn(
            f"reg_covar={reg_covar:g} is more than the variance of feature {drowned.argmax()} "
            f"({variances[drowned.argmax()]:.3g}), so it decides the fit, not the data: pass a "
            "smaller reg_covar or rescale X.",
            stacklevel=3,
        )
    X = X.view()
    X.flags.writeable = False  # a student's function must not change the data it is given
    return X, start


def _why_not_converged(trace: EMTrace, tol) -> str:
    change = abs(np.diff(trace.negative_log_likelihood[-2:])).sum()
    return (
        f"EM stopped after max_iter={trace.n_iter} iterations without converging: the negative "
        f"log-likelihood last changed by {change:.3g}, not by less than tol={tol:g}. "
        + ("With tol=0 it never does." if tol == 0 else "Allow more iterations or a larger tol.")
    )


def _report(traces, failures, caught) -> None:
    """Pass on what was warned of in the runs, each thing once."""
    others = {str(w.message): w for w in caught if w.category is not ConvergenceWarning}
    for warning in others.values():
        warnings.warn(warning.message, warning.category, stacklevel=3)
    unfinished = sum(not trace.converged for trace in traces)
    if unfinished:
        warnings.warn(
            f"{unfinished} of {len(traces)} runs did not converge: allow more iterations "
            "(max_iter) or a larger tol.",
            ConvergenceWarning,
            stacklevel=3,
        )
    if failures:
        warnings.warn(
            f"{len(failures)} of {len(traces) + len(failures)} runs were lost; the last one: "
            f"{failures[-1]}",
            stacklevel=3,
        )
