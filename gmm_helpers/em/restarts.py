"""EM from several random starts."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

from ..model.degeneracy import DegenerateComponentError
from ..model.params import GMMParams
from ..model.validation import as_count, as_data, as_generator, require_n_features
from .fast import Columns, describe_columns
from .fitting import ConvergenceWarning, InterruptedWarning
from .loop import MAX_ITER, REG_COVAR, TOL, Options, as_start, check_options, iterate_many
from .ridge import warn_of_costly_ridge, warn_of_large_reg_covar
from .starts import STARTS, check_n_components, random_points_start
from .trace import EMTrace

__all__ = ["Restarts", "fit_many", "fit_restarts", "run_starts"]


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
        ``init(X, n_components, rng) -> GMMParams``, or a key of `STARTS`.
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
        If some runs did not converge, or if they were interrupted: with ``progress=True`` an
        interruption ends all of them, and those that were done are returned.
    UserWarning
        If some runs were lost to an empty or collapsed component, or as `fit` of
        the best one.

    Examples
    --------
    >>> import numpy as np
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> best, others = fit_restarts(X, 2, n_init=5, seed=0)
    >>> len(others)
    4
    """
    X = as_data(X)
    n_components = check_n_components(n_components, len(X))
    n_init = as_count(n_init, "n_init")
    settings = check_options(**options)
    if isinstance(init, str) and init not in STARTS:
        raise ValueError(f"no start is called {init!r}: choose one of {sorted(STARTS)}.")
    init = STARTS[init] if isinstance(init, str) else init
    draw_start = getattr(init, "unchecked", init)  # `X` and `n_components` have been checked
    columns = describe_columns(X)
    too_large = warn_of_large_reg_covar(columns, settings.reg_covar, stacklevel=3)
    rngs = as_generator(seed, "seed").spawn(n_init)
    traces, failures, interrupted = run_starts(X, columns, n_components, rngs, draw_start, settings)
    if not traces:
        raise failures[-1]
    _warn(traces, failures, interrupted)
    best, *others = sorted(traces, key=lambda trace: trace.negative_log_likelihood[-1])
    if not too_large:
        warn_of_costly_ridge(best, columns, settings.reg_covar, stacklevel=3)
    return Restarts(best, tuple(others))


def fit_many(
    X, starts, *, tol=TOL, max_iter=MAX_ITER, reg_covar=REG_COVAR, n_threads=None
) -> list[EMTrace | DegenerateComponentError]:
    """Run EM from each of several starts: the same runs as by `fit`, but sooner.

    Where samples are few, most of the time of a run goes to the overhead of calls. Here all runs
    of one number of components share it: their components are the rows of one table, and a run
    leaves the table when it has converged.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    starts : iterable of GMMParams or tuple of (weights, means, covariances)
        Their numbers of components may differ.
    tol, max_iter, reg_covar, n_threads
        As in `fit`.

    Returns
    -------
    list of EMTrace or DegenerateComponentError
        One per start, in their order. Of a run in which a component ran empty or collapsed, it
        is the error that `fit` raises, which names the component and the iteration.

    Raises
    ------
    ValueError
        If an argument is not usable.

    Warns
    -----
    ConvergenceWarning
        If some runs did not converge.
    UserWarning
        If some runs were lost to an empty or collapsed component, or if `reg_covar` is more than
        the variance of a feature.

    Examples
    --------
    >>> import numpy as np
    >>> from gmm_helpers import random_points_start
    >>> X = np.array([[0.0], [0.2], [0.4], [4.0], [4.2], [4.4]])
    >>> for run in fit_many(X, [random_points_start(X, K, rng=0) for K in (1, 2)]):
    ...     print(run)
    <EMTrace: 1 components, converged after iteration 2, NLL 12.6924>
    <EMTrace: 2 components, converged after iteration 5, NLL 1.79949>
    """
    starts = _as_starts(starts)
    X = as_data(X, starts[0].n_features if starts else None)
    for start in starts:
        require_n_features(X, start.n_features)
    options = check_options(tol, max_iter, reg_covar, n_threads=n_threads)
    columns = describe_columns(X)
    warn_of_large_reg_covar(columns, options.reg_covar, stacklevel=3)
    runs = [result for result, _ in iterate_many(X, columns, starts, options)]
    traces = [run for run in runs if isinstance(run, EMTrace)]
    failures = [run for run in runs if isinstance(run, DegenerateComponentError)]
    _warn_of_runs(traces, failures, stacklevel=4)
    return runs


def run_starts(
    X: np.ndarray,
    columns: Columns,
    n_components: int,
    rngs: Iterable[np.random.Generator],
    draw_start: Callable,
    settings: Options,
) -> tuple[list[EMTrace], list[DegenerateComponentError], bool]:
    """Run EM from one start per generator; everything has been checked, and nothing is warned of.

    Returns
    -------
    traces : list of EMTrace
        The runs that finished, in the order of their starts.
    failures : list of DegenerateComponentError
        Why the others did not.
    interrupted : bool
        As of `iterate`; the last trace is of this run if there is no other.
    """
    traces: list[EMTrace] = []
    failures: list[DegenerateComponentError] = []
    starts = []
    for rng in rngs:
        try:
            start = as_start(draw_start(X, n_components, rng))
        except DegenerateComponentError as error:
            failures.append(error)
            continue
        require_n_features(X, start.n_features)
        starts.append(start)
    for result, interrupted in iterate_many(X, columns, starts, settings):
        if isinstance(result, DegenerateComponentError):
            failures.append(result)
        elif not interrupted or not traces:  # half a run is better than none
            traces.append(result)
        if interrupted:
            return traces, failures, True
    return traces, failures, False


def _warn(traces, failures, interrupted: bool) -> None:
    """Warn once of what happened in any of the runs."""
    if interrupted:
        warnings.warn(
            f"the restarts were interrupted: only {len(traces)} runs were made.",
            InterruptedWarning,
            stacklevel=3,
        )
    _warn_of_runs(traces, failures, stacklevel=5)


def _warn_of_runs(traces: list[EMTrace], failures: list, stacklevel: int) -> None:
    """Warn once of what happened in any of several runs."""
    unfinished = sum(not trace.converged for trace in traces)
    if unfinished:
        warnings.warn(
            f"{unfinished} of {len(traces)} runs did not converge: allow more iterations "
            "(max_iter) or a larger tol.",
            ConvergenceWarning,
            stacklevel=stacklevel,
        )
    if failures:
        warnings.warn(
            f"{len(failures)} of {len(traces) + len(failures)} runs failed; the last one: "
            f"{failures[-1]}",
            stacklevel=stacklevel,
        )


def _as_starts(starts) -> list[GMMParams]:
    try:
        starts = list(starts)
    except TypeError:
        raise ValueError(
            "starts must be a list of GMMParams or (weights, means, covariances)."
        ) from None
    return [as_start(start) for start in starts]
