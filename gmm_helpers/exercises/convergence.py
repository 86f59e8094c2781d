"""Exercise of notebook 04: the EM loop."""

from __future__ import annotations

import warnings

import numpy as np

from ..fit import ConvergenceWarning, fit
from ..init import random_points_start
from ..params import DegenerateComponentError, GMMParams
from .compare import difference
from .definition import Case, Exercise
from .inputs import random_problem
from .plain import Unusable, as_plain

__all__ = ["EXERCISES", "fit_em"]


def fit_em(X, weights, means, covariances, tol, max_iter):
    """EM as the exercise asks for it: `fit` without a ridge, in plain arrays.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    weights, means, covariances : array_like
        The start.
    tol : float
        Stop when the negative log-likelihood changes by less than this.
    max_iter : int

    Returns
    -------
    weights, means, covariances : ndarray
    nll_history : ndarray of shape (n_iter + 1,)
        ``nll_history[0]`` is the start's.

    Examples
    --------
    >>> X = np.array([[0.0], [1.0], [5.0]])
    >>> fit_em(X, [1.0], [[0.0]], [[[1.0]]], tol=1e-6, max_iter=10)[1]
    array([[2.]])
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        start = GMMParams(weights, means, covariances)
        trace = fit(X, start, tol=tol, max_iter=max_iter, reg_covar=0.0)
    return (*trace.params[-1], trace.negative_log_likelihood)


def _cases(rng):
    cases = []
    for name, n_components, n_features, tol, max_iter in (
        ("no iteration at all", 2, 2, 1e-6, 0),
        ("a single iteration", 3, 2, 0.0, 1),
        ("six iterations, tol = 0", 3, 2, 0.0, 6),
        ("a moderate tol", 2, 2, 1e-3, 300),
        ("a large tol", 2, 2, 1e9, 50),
        ("one component", 1, 2, 1e-6, 50),
        ("one feature", 2, 1, 0.0, 5),
    ):
        cases.append(Case(name, (*_healthy_start(rng, n_components, n_features), tol, max_iter), "read-only"))
    return cases


def _healthy_start(rng, n_components, n_features):
    """Draw data and a start from which EM neither collapses (there is no ridge) nor hurries."""
    while True:
        X, _ = random_problem(rng, 80, n_components, n_features)
        start = random_points_start(X, n_components, rng)
        try:
            history = fit_em(X, *start, tol=1e-3, max_iter=300)[3]
        except DegenerateComponentError:
            continue
        # Unless EM takes its time, a wrong stop rule would stop at the same iteration.
        if n_components == 1 or (np.abs(np.diff(history)) < 0.1).sum() > 5:
            return X, *start


def _judge(case: Case, got, expected) -> str | None:
    if isinstance(got, Unusable):
        wanted = "return weights, means, covariances, nll_history"
        return f"the result is {got.what}; expected four results: {wanted}."
    history = got[3]
    if isinstance(history, Unusable) or history.ndim != 1 or not len(history):
        return "nll_history: expected a list of numbers, the start's first."
    problem = difference(history[0], expected[3][0], "nll_history[0], the start's,")
    if problem:
        return problem
    tol, max_iter = case.arguments[-2:]
    if len(history) != len(expected[3]) and not _stops_rightly(history, tol, max_iter):
        return (
            f"nll_history has {len(history)} entries, expected {len(expected[3])} for tol={tol:g} "
            f"and max_iter={max_iter}: the start's and one for each iteration."
        )
    length = min(len(history), len(expected[3]))
    problem = difference(history[:length], expected[3][:length], "nll_history")
    if problem or len(history) != len(expected[3]):
        return problem
    names = ("weights", "means", "covariances")
    for name, values, right in zip(names, got[:3], expected[:3], strict=True):
        problem = difference(values, right, name)
        if problem:
            return problem
    return None


def _stops_rightly(history, tol, max_iter) -> bool:
    """Whether a history keeps the stop rule: rounding may decide the last iteration."""
    changes = np.abs(np.diff(history))
    if (changes[:-1] < tol).any() or len(changes) > max_iter:
        return False
    return len(changes) == max_iter or bool(len(changes) and changes[-1] < tol)


def _run(function, arguments):
    return as_plain(function(*arguments), n_results=4)


EXERCISES = (Exercise("fit_em", 6, fit_em, _cases, compare=_judge, call=_run),)
