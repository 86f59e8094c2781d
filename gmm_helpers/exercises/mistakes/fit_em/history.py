"""Known mistakes in the results of `fit_em`: the history, and the parameters."""

from __future__ import annotations

import itertools

import numpy as np

from ....em.steps import e_step_and_nll
from ...definition import Mistake
from ..recipes.em_run import SOME, Run, em, mix, right_run, small_change, with_history

__all__ = ["MISTAKES"]


def _mean_change(run: Run, i: int, tol: float) -> bool:
    return abs(run.change(i)) / len(run.X) < tol


def _padded(value):
    """Return a preallocated history of max_iter + 1 entries as it is."""

    def fit_em(*arguments):
        *parameters, history = em()(*arguments)
        padding = np.full(arguments[-1] + 1 - len(history), value)
        return (*parameters, np.append(history, padding))

    return fit_em


def _lagging(history_of_start, n_parameters, compared_from):
    """Compute the NLL before the update, so that every entry is one iteration old."""

    def fit_em(X, weights, means, covariances, tol, max_iter):
        run = right_run(X, weights, means, covariances)
        history = [run.nll(0)] * history_of_start
        for i in range(max_iter):
            history.append(run.nll(i))
            if i >= compared_from and abs(history[-1] - history[-2]) < tol:
                return (*run.state(i + n_parameters), history)
        return (*run.state(max_iter), history)

    return fit_em


def _old_at_the_stop(X, weights, means, covariances, tol, max_iter):
    """Leave the loop before the new parameters are assigned."""
    *parameters, history = em()(X, weights, means, covariances, tol, max_iter)
    if len(history) > 1 and abs(history[-1] - history[-2]) < tol:
        parameters = right_run(X, weights, means, covariances).state(len(history) - 2)
    return (*parameters, history)


def _nll_of(choice):
    """Use the NLL of parameters other than the new ones, for the stopping rule, too."""

    def fit_em(X, weights, means, covariances, tol, max_iter):
        run = right_run(X, weights, means, covariances)
        history = [run.nll(0)]
        for i in range(1, max_iter + 1):
            history.append(e_step_and_nll(run.X, choice(run, i))[1])
            if abs(history[-1] - history[-2]) < tol:
                return (*run.state(i), history)
        return (*run.state(max_iter), history)

    return fit_em


def _mixed(old, from_start):
    """Take the parameters with the indices `old` from the previous iteration or the start."""
    return lambda run, i: mix(run.state(i), run.state(0 if from_start else i - 1), old)


MISTAKES = (
    Mistake(
        "history without the start",
        (
            with_history(lambda h, run: h[1:]),
            with_history(lambda h, run: h[1:] if len(h) > 1 else h),
        ),
    ),
    Mistake(
        "history without the last value",
        (with_history(lambda h, run: h[:-1]),),
    ),
    Mistake(
        "last value twice in history",
        (with_history(lambda h, run: np.append(h, h[-1])),),
    ),
    Mistake(
        "start twice in history",
        (with_history(lambda h, run: np.append(h[0], h)),),
    ),
    Mistake(
        "NLL evaluated before the update",
        (
            *(
                _lagging(n_start, n_parameters, first)
                for n_start, n_parameters, first in itertools.product((0, 1), (0, 1), (0, 1))
                if n_start + first
            ),
            with_history(lambda h, run: np.append(h[0], h[:-1])),
        ),
    ),
    Mistake(
        "placeholder at the start of the history",
        tuple(
            with_history(lambda h, run, value=value, cut=cut: np.append(value, h[cut:]))
            for value in (np.inf, -np.inf, 0.0, np.nan, 1e10)
            for cut in (0, 1)
        ),
    ),
    Mistake(
        "history of changes",
        tuple(
            with_history(change)
            for change in (
                lambda h, run: np.diff(h),
                lambda h, run: -np.diff(h),
                lambda h, run: np.append(h[0], np.diff(h)),
                lambda h, run: np.append(h[0], -np.diff(h)),
                lambda h, run: np.append(h, abs(h[-1] - h[max(len(h) - 2, 0)])),
                lambda h, run: np.append(h, abs(h[-1] - h[-2]) if len(h) > 1 else []),
                lambda h, run: np.append(0.0, -np.diff(h)),
                lambda h, run: np.append(np.inf, -np.diff(h)),
            )
        ),
    ),
    Mistake(
        "mean instead of total",
        tuple(
            with_history(lambda h, run: h / len(run.X), stop)
            for stop in (small_change, _mean_change)
        ),
    ),
    Mistake(
        "log-likelihood instead of its negative",
        (
            with_history(lambda h, run: -h),
            *(
                with_history(lambda h, run: -h / len(run.X), stop)
                for stop in (small_change, _mean_change)
            ),
        ),
    ),
    Mistake(
        "history not trimmed",
        (_padded(0.0), _padded(np.nan), _padded(np.inf)),
    ),
    Mistake(
        "only the last NLL returned",
        (
            with_history(lambda h, run: h[-1]),
            with_history(lambda h, run: h[-1:]),
            with_history(lambda h, run: h[[0, -1]]),
        ),
    ),
    Mistake(
        "old parameters returned",
        (em(result=lambda run, n: (*run.state(max(n - 1, 0)), run.history(n))), _old_at_the_stop),
    ),
    Mistake(
        "start returned",
        (em(result=lambda run, n: (*run.state(0), run.history(n))),),
    ),
    Mistake(
        "NLL of a mixture of old and new parameters",
        tuple(_nll_of(_mixed(old, start)) for start in (False, True) for old in SOME),
    ),
    Mistake(
        "NLL of the start in every iteration",
        (_nll_of(lambda run, i: run.state(0)), with_history(lambda h, run: np.full_like(h, h[0]))),
    ),
    Mistake(
        "history rounded",
        tuple(with_history(lambda h, run, n=n: np.round(h, n)) for n in range(3)),
    ),
)
