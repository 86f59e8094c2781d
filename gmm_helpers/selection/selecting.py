"""Criteria for a range of numbers of components."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from ..em.fast import describe_columns
from ..em.fast.threads import n_available, workers
from ..em.fitting import ConvergenceWarning
from ..em.loop import REG_COVAR, Options, check_options
from ..em.progress import progress_bar
from ..em.ridge import warn_of_large_reg_covar
from ..em.starts import check_n_components
from ..model.validation import as_count, as_data
from .criteria import aic, bic, icl, n_parameters
from .held_out import as_folds
from .results import Selection, SelectionRow, as_criterion
from .runs import Runs, left_out_nll, run_all

__all__ = ["select_components"]

# Numbers in X. With fewer the interpreter, which only one thread can have, takes most of the time.
MANY = 100_000
TOL, MAX_ITER = 1e-4, 1000  # a BIC has no use for more digits, but components that creep take long


def select_components(
    X,
    n_components=range(1, 9),
    *,
    criterion="bic",
    n_init=10,
    seed=0,
    folds=5,
    tol=TOL,
    max_iter=MAX_ITER,
    reg_covar=REG_COVAR,
    n_jobs=None,
    progress=False,
) -> Selection:
    """Compare numbers of components by what each criterion says of the best fit.

    Every number gets the same treatment: EM from `n_init` k-means++ starts, of which the best
    counts. Runs in which a component shrank onto so few samples that `reg_covar` alone holds it
    up are left out: their likelihood has no bound, and would win.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    n_components : iterable of int, default=range(1, 9)
    criterion : str, default="bic"
        "aic", "bic", "icl" or "held_out_nll": which one decides about ``best``.
    n_init : int, default=10
        Number of starts for each number of components, and again for each fold.
    seed : int, default=0
        Decides about starts and folds.
    folds : int, array_like of int, or None, default=5
        Number of folds for cross-validation, or the fold in which each sample is left out, as in
        `held_out_nll`. With None there is no cross-validation, which takes most of the time.
    tol, max_iter, reg_covar
        As in `fit`, with other defaults.
    n_jobs : int, optional
        How many fits are made at the same time; by default as many as there are processors, and
        one where `X` is so small that threads would wait for each other. The results do not
        depend on it.
    progress : bool, default=False
        Show a bar.

    Returns
    -------
    Selection
        A table with one row per number of components.

    Raises
    ------
    ValueError
        If an argument is not usable.
    DegenerateComponentError
        If no run finished, with any number of components.

    Warns
    -----
    ConvergenceWarning
        If the best runs with some numbers of components did not converge.
    UserWarning
        If a component collapsed in some runs, or if `reg_covar` is more than the variance of a
        feature.

    Examples
    --------
    >>> X = np.array([[0.0], [0.2], [0.4], [0.6], [4.0], [4.2], [4.4], [4.6]])
    >>> selection = select_components(X, [1, 2], n_init=2, folds=None)
    >>> selection.best
    2
    >>> selection
    n_components   nll  n_parameters    aic    bic    icl  held_out_nll
               1  16.9             2  37.9   38.1   38.1             -
               2   4.9             5  19.8*  20.2*  20.2*            -
    * smallest of its column. By BIC, the best number is 2 components.
    """
    X = as_data(X)
    numbers = _as_numbers(n_components, len(X))
    criterion = as_criterion(criterion)
    n_init, seed = as_count(n_init, "n_init"), as_count(seed, "seed", minimum=0)
    labels = _as_labels(folds, len(X), seed)
    if criterion == "held_out_nll" and labels is None:
        raise ValueError(
            "held_out_nll needs at least two samples, and folds to leave out: use folds=5."
        )
    settings = check_options(tol, max_iter, reg_covar, n_threads=1)
    n_jobs = _n_jobs(X) if n_jobs is None else as_count(n_jobs, "n_jobs")
    warn_of_large_reg_covar(describe_columns(X), settings.reg_covar, stacklevel=3)

    tasks: list[Callable[[], Any]] = []
    for k in sorted(numbers, reverse=True):  # those that take longest first
        tasks.append(partial(run_all, X, k, n_init, seed, settings))
        for fold in [] if labels is None else np.unique(labels):
            tasks.append(partial(left_out_nll, X, labels == fold, k, n_init, seed, settings))
    results = iter(_call_all(tasks, n_jobs, progress))
    n_folds = 0 if labels is None else len(np.unique(labels))
    runs, held_out = {}, {}
    for k in sorted(numbers, reverse=True):
        runs[k] = next(results)
        parts = [next(results) for _ in range(n_folds)]
        held_out[k] = sum(parts) if parts and runs[k].best else np.nan

    of_numbers = [runs[k] for k in numbers]
    if all(each.best is each.collapsed is None for each in of_numbers):
        raise of_numbers[-1].error
    _warn(of_numbers, settings)
    return Selection(
        tuple(_row(runs[k], held_out[k], X.shape[1]) for k in numbers),
        criterion,
        {k: runs[k].best.params[-1] for k in numbers if runs[k].best},
        labels,
    )


def _as_numbers(n_components, n_samples: int) -> list[int]:
    try:
        numbers = list(n_components)
    except TypeError:
        numbers = []
    if not numbers or isinstance(n_components, str):
        raise ValueError(
            f"n_components is {n_components!r}, expected several numbers to compare, such as "
            "range(1, 9)."
        )
    numbers = [check_n_components(k, n_samples) for k in numbers]
    if len(set(numbers)) < len(numbers):
        raise ValueError(f"n_components holds a number twice: {numbers}.")
    return numbers


def _as_labels(folds, n_samples: int, seed: int) -> np.ndarray | None:
    """The fold of each sample, drawn from the seed if their number is given."""
    if folds is None:
        return None
    if np.ndim(folds) > 0:
        return as_folds(folds, n_samples)
    n_folds = min(as_count(folds, "folds", minimum=2), n_samples)
    if n_folds == 1:  # a single sample can't be left out
        return None
    return np.random.default_rng(seed).permutation(n_samples) % n_folds


def _n_jobs(X: np.ndarray) -> int:
    return n_available() if X.size >= MANY else 1


def _call_all(tasks: list, n_jobs: int, progress: bool) -> list[Any]:
    """Call functions at the same time; only the caller's thread moves the bar."""
    caller, done = threading.get_ident(), []
    with (
        progress_bar(bool(progress), len(tasks), title="select", unit="fit") as bar,
        workers(min(n_jobs, len(tasks))) as map_all,
    ):

        def call(task):
            result = task()
            done.append(None)
            if threading.get_ident() == caller:
                bar.count(len(done))
            return result

        results = map_all(call, tasks)
        bar.count(len(done))
    return results


def _row(runs: Runs, held_out: float, n_features: int) -> SelectionRow:
    k, trace = runs.n_components, runs.best
    count = n_parameters(k, n_features)
    if trace is None:
        return SelectionRow(k, np.nan, count, np.nan, np.nan, np.nan, np.nan)
    nll = float(trace.negative_log_likelihood[-1])
    of_bic = bic(nll, len(trace.X), k, n_features)
    of_icl = icl(of_bic, trace.responsibilities(-1))
    return SelectionRow(k, nll, count, aic(nll, k, n_features), of_bic, of_icl, float(held_out))


def _warn(of_numbers: list[Runs], settings: Options) -> None:
    """Warn once of collapse and once of runs that did not converge, for all numbers together."""
    lost = [
        f"{runs.n_collapsed} of {runs.n_runs} with n_components={runs.n_components}"
        for runs in of_numbers
        if runs.n_collapsed
    ]
    if lost:
        empty = [str(runs.n_components) for runs in of_numbers if runs.best is None]
        rows = f" No run is left for n_components={', '.join(empty)}." if empty else ""
        warnings.warn(
            "a component collapsed onto too few samples, or ran empty, in some runs, which are "
            f"left out: {', '.join(lost)}.{rows}",
            stacklevel=3,
        )
    unfinished = [
        str(runs.n_components) for runs in of_numbers if runs.best and not runs.best.converged
    ]
    if unfinished:
        warnings.warn(
            f"the best run with n_components={', '.join(unfinished)} did not converge in "
            f"max_iter={settings.max_iter} iterations, so that its negative log-likelihood may "
            "still fall: allow more iterations or a larger tol.",
            ConvergenceWarning,
            stacklevel=3,
        )
