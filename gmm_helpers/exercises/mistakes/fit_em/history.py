"""Known mistakes in the results of `fit_em`: the history, and the parameters."""

from __future__ import annotations

import itertools

import numpy as np

from ....em.steps import e_step_and_nll
from ...definition import Misconception
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
    Misconception(
        "history without the start",
        "Your history lacks the NLL of the start: entry 0 must be computed before the first "
        "iteration, so that nll_history[i] belongs to iteration i and n iterations give n + 1 "
        "entries.",
        (
            with_history(lambda h, run: h[1:]),
            with_history(lambda h, run: h[1:] if len(h) > 1 else h),
        ),
    ),
    Misconception(
        "history without the last value",
        "The last entry of your history is missing: the NLL of the parameters you return. The "
        "history must end with it, so that n iterations give n + 1 entries. Append after each "
        "M-step, not only before.",
        (with_history(lambda h, run: h[:-1]),),
    ),
    Misconception(
        "last value twice in history",
        "The last NLL is in your history twice: it is appended in the loop and once more after "
        "it. Each iteration has one entry.",
        (with_history(lambda h, run: np.append(h, h[-1])),),
    ),
    Misconception(
        "start twice in history",
        "The NLL of the start is in your history twice, appended before the loop and again when "
        "the loop begins, so every entry is one position too late: nll_history[i] must belong to "
        "iteration i.",
        (with_history(lambda h, run: np.append(h[0], h)),),
    ),
    Misconception(
        "NLL evaluated before the update",
        "Your history lags by one iteration: in the loop you append the NLL of the old parameters, "
        "before the M-step has computed the new ones. So each iteration gets the entry of the "
        "previous one, and the NLL of what you return is missing. Evaluate it after the update.",
        (
            *(
                _lagging(n_start, n_parameters, first)
                for n_start, n_parameters, first in itertools.product((0, 1), (0, 1), (0, 1))
                if n_start + first
            ),
            with_history(lambda h, run: np.append(h[0], h[:-1])),
        ),
    ),
    Misconception(
        "placeholder at the start of the history",
        "Your history begins with a placeholder such as infinity or 0, meant for the first "
        "comparison. Its first entry must be the NLL of the start, and every entry must be an "
        "NLL.",
        tuple(
            with_history(lambda h, run, value=value, cut=cut: np.append(value, h[cut:]))
            for value in (np.inf, -np.inf, 0.0, np.nan, 1e10)
            for cut in (0, 1)
        ),
    ),
    Misconception(
        "history of changes",
        "Your history holds the changes of the NLL (differences), not its values. Keep the "
        "values: the change is needed only to decide when to stop.",
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
    Misconception(
        "mean instead of total",
        "Your history holds the mean NLL per sample. The exercise asks for the total, the sum "
        "over all N samples. Look for a mean or a division by N.",
        tuple(
            with_history(lambda h, run: h / len(run.X), stop)
            for stop in (small_change, _mean_change)
        ),
    ),
    Misconception(
        "log-likelihood instead of its negative",
        "Your history holds the log-likelihood (or its mean), with the wrong sign: it should "
        "fall from one iteration to the next, and yours rises. The NLL is minus the "
        "log-likelihood.",
        (
            with_history(lambda h, run: -h),
            *(
                with_history(lambda h, run: -h / len(run.X), stop)
                for stop in (small_change, _mean_change)
            ),
        ),
    ),
    Misconception(
        "history not trimmed",
        "Your history has room for max_iter + 1 entries and is returned in full, although EM "
        "stopped earlier: entries that were never filled in (zeros, NaN) are not NLLs. Return only "
        "the part that was filled.",
        (_padded(0.0), _padded(np.nan), _padded(np.inf)),
    ),
    Misconception(
        "only the last NLL returned",
        "Your fourth result is a single value, the last NLL, or only the first and the last. "
        "You are asked for the whole history: the NLL of the start and one more entry per "
        "iteration.",
        (
            with_history(lambda h, run: h[-1]),
            with_history(lambda h, run: h[-1:]),
            with_history(lambda h, run: h[[0, -1]]),
        ),
    ),
    Misconception(
        "old parameters returned",
        "Your parameters are those before the last iteration, although your history already holds "
        "the NLL of the new ones. The last entry must be the NLL of what you return: look at which "
        "variables your return line names, and when they are set.",
        (em(result=lambda run, n: (*run.state(max(n - 1, 0)), run.history(n))), _old_at_the_stop),
    ),
    Misconception(
        "start returned",
        "You return the parameters of the start, although your history has moved on. The "
        "variables in your return line must hold the newest parameters.",
        (em(result=lambda run, n: (*run.state(0), run.history(n))),),
    ),
    Misconception(
        "NLL of a mixture of old and new parameters",
        "You compute the NLL from parameters that do not belong together: some of them are new, "
        "others are still the old ones (or those of the start). Each entry is the NLL of weights, "
        "means and covariances from the same iteration.",
        tuple(_nll_of(_mixed(old, start)) for start in (False, True) for old in SOME),
    ),
    Misconception(
        "NLL of the start in every iteration",
        "Your history repeats the NLL of the start: in the loop it is computed from the parameters "
        "your function was given, not from the new ones.",
        (_nll_of(lambda run, i: run.state(0)), with_history(lambda h, run: np.full_like(h, h[0]))),
    ),
    Misconception(
        "history rounded",
        "The numbers in your history are rounded. Keep them as they are: a change smaller than "
        "the rounding can no longer be seen.",
        # Finer rounding is within the tolerance.
        tuple(with_history(lambda h, run, n=n: np.round(h, n)) for n in range(3)),
    ),
)
