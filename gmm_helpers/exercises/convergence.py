"""Exercise of notebook 04: the EM loop, judged by its contract."""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np

from ..em.fitting import ConvergenceWarning, fit
from ..model.params import GMMParams
from . import e_step, iteration, m_step, sampling
from .cases.convergence import fit_cases
from .definition import Case, Exercise, Part
from .judging.comparison import agree, describe_difference, describe_parameters
from .judging.histories import begin_history, begins_otherwise, course_of
from .judging.returned_values import Unusable, as_plain
from .mistakes import fit_em as bank
from .mistakes.recipes.em_run import em
from .mistakes.recipes.small_numbers import SMALL_NUMBERS
from .runs import right_run
from .skeletons import SKELETONS
from .symptoms.convergence import loop_symptom

__all__ = ["EXERCISES", "fit_em"]

_ON = {
    exercise.name: exercise
    for chapter in (sampling, e_step, m_step, iteration)
    for exercise in chapter.EXERCISES
}


def fit_em(X, weights, means, covariances, tol, max_iter):
    """Run EM as the exercise asks: `fit` without a ridge, returning plain arrays.

    The fourth is ``nll_history`` of shape (n_iter + 1,), beginning with the NLL of the start.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        start = GMMParams(weights, means, covariances)
        trace = fit(X, start, tol=tol, max_iter=max_iter, reg_covar=0.0)
    return (*trace.params[-1], trace.negative_log_likelihood)


def _compare(case: Case, got, expected) -> str | None:
    if isinstance(got, Unusable):
        return got.complain(
            "the result", "four results: return weights, means, covariances, nll_history"
        )
    return _compare_histories(case, got[3], expected[3]) or _compare_parameters(case, got, expected)


def _compare_histories(case: Case, history, expected) -> str | None:
    if isinstance(history, Unusable) or history.ndim != 1 or not len(history):
        expected_list = "a list of numbers that begins with the NLL of the start"
        if isinstance(history, Unusable):
            return history.complain("nll_history", expected_list)
        return f"nll_history has shape {history.shape}; expected {expected_list}."
    problem = describe_difference(history[0], expected[0], "nll_history[0] (of the start)")
    if problem:
        return problem
    length = min(len(history), len(expected))
    problem = describe_difference(history[:length], expected[:length], "nll_history")
    if problem or len(history) == len(expected):
        return problem
    tol, max_iter = case.arguments[-2:]
    if _stops_correctly(history, tol, max_iter):
        return None
    return (
        f"nll_history has {len(history)} entries, expected {len(expected)} for tol={tol:.4g} "
        f"and max_iter={max_iter}: one for the start and one per iteration."
    )


def _stops_correctly(history, tol, max_iter) -> bool:
    """Whether a history obeys the stopping rule: rounding may decide the last iteration.

    Stopping at a change of exactly `tol` counts, too, even with ``tol=0``: EM has converged then.
    """
    if not np.isfinite(history).all():
        return False
    changes = np.abs(np.diff(history))
    if (changes[:-1] < tol).any() or len(changes) > max_iter:
        return False
    return len(changes) == max_iter or bool(len(changes) and changes[-1] <= tol)


def _compare_parameters(case: Case, got, expected) -> str | None:
    if len(got[3]) != len(expected[3]):  # rounding has stopped it elsewhere, correctly
        expected = right_run(*case.arguments[:4]).state(len(got[3]) - 1)
    return describe_parameters(got[:3], expected[:3])


def _agree(case: Case, got, other) -> bool:
    """Whether two functions did the same, even if rounding stopped them at different points."""
    if isinstance(got, Unusable) or isinstance(other, Unusable):
        return agree(got, other)
    one, two = got[3], other[3]
    if any(isinstance(history, Unusable) or history.ndim != 1 for history in (one, two)):
        return agree(got, other)
    tol, max_iter = case.arguments[-2:]
    if tol > 0 or len(one) == len(two) or min(len(one), len(two)) < 2:
        return agree(got, other)
    length = min(len(one), len(two))
    if not agree(one[:length], two[:length]):
        return False
    if length > max_iter + 1:  # both ignore it, and with tol = 0 nothing else ends them
        return True
    both_rise = one[-1] >= one[-2] and two[-1] >= two[-2]
    return both_rise and max(len(one), len(two)) <= max_iter and agree(got[:3], other[:3])


def _run(function, arguments):
    return as_plain(function(*arguments), n_results=4)


EXERCISES = (
    Exercise(
        "fit_em",
        6,
        fit_em,
        fit_cases,
        hints=(
            "What is known before the first iteration, and belongs in the history even if "
            "max_iter is 0?",
            "One iteration takes the current parameters, computes responsibilities from them, "
            "and new parameters from those. The next iteration starts from the new ones: which "
            "variables have to change?",
            "Append the NLL of the new parameters, after the M-step. With i iterations done, "
            "the history has i + 1 entries, and its last entry belongs to what you would return "
            "now.",
            "After each iteration compare the absolute difference of the last two entries with "
            "tol, and leave the loop if it is smaller; otherwise a loop over max_iter ends by "
            "itself. Return after the loop, not inside it.",
        ),
        skeleton=SKELETONS["fit_em"],
        small_numbers=SMALL_NUMBERS["fit_em"],
        mistakes=bank.MISTAKES,
        compare=_compare,
        call=_run,
        agree=_agree,
        glance=begin_history,
        course=course_of,
        differs=begins_otherwise,
        symptom=loop_symptom,
        parts=(
            Part("density", _ON["gaussian_log_density"], em, "density"),
            Part("weighted log-densities", _ON["weighted_log_prob"], em, "joint"),
            *(replace(part, recipe=em) for part in _ON["em_step"].parts),
            Part("negative log-likelihood", _ON["negative_log_likelihood"], em, "nll"),
            Part("stopping rule", _ON["has_converged"], em, "has_converged"),
        ),
        cost=lambda case: case.arguments[-1],
    ),
)
