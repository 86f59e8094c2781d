"""The contract of `fit_em`: what is compared, and what rounding may decide."""

import numpy as np
import pytest
from support import oracles
from support.strategies import random_mixture, random_samples

from gmm_helpers.exercises import EXERCISES, Case
from gmm_helpers.exercises.convergence import fit_em
from gmm_helpers.exercises.judging.returned_values import as_plain

EXERCISE = EXERCISES["fit_em"]
RNG = np.random.default_rng(2)
TRUTH = random_mixture(RNG, 2, 2)
X = random_samples(RNG, TRUTH, 30)


def case(tol, max_iter):
    return Case("a run", (X, *TRUTH, tol, max_iter))


def result(tol, max_iter):
    return fit_em(X, *TRUTH, tol, max_iter)


@pytest.mark.parametrize(("tol", "max_iter"), [(0.0, 0), (0.0, 3), (0.01, 50), (1e9, 50)])
def test_the_reference_is_the_plain_loop(tol, max_iter):
    params, history = oracles.fit_em(X, *TRUTH, tol, max_iter)
    for values, expected in zip(result(tol, max_iter), (*params, history), strict=True):
        np.testing.assert_allclose(values, expected, rtol=1e-8, atol=1e-8)


def test_a_right_result_has_no_problem_and_a_short_one_has():
    right, short = result(0.0, 5), result(0.0, 4)
    assert EXERCISE.compare(case(0.0, 5), right, right) is None
    assert "5 entries, expected 6" in EXERCISE.compare(case(0.0, 5), short, right)


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (as_plain("text"), "nll_history is text; expected a list"),
        (np.zeros((2, 2)), "nll_history has shape (2, 2); expected a list"),
        (np.zeros(0), "nll_history has shape (0,); expected a list"),
        (np.array([1.0, 2.0]), "nll_history[0] (of the start): expected"),
    ],
)
def test_a_history_that_is_none_is_described(history, words):
    right = result(0.0, 2)
    assert EXERCISE.compare(case(0.0, 2), (*right[:3], history), right).startswith(words)


def test_anything_but_four_results_is_described():
    problem = EXERCISE.compare(case(0.0, 2), as_plain(None), result(0.0, 2))
    assert problem == (
        "the result is None: did you forget to return it? Expected four results: return weights, "
        "means, covariances, nll_history."
    )


def test_rounding_may_decide_when_a_run_stops():
    """At a change of exactly tol a function may stop, or go on."""
    long, short = result(0.0, 4), result(0.0, 3)
    tol = abs(short[3][-1] - short[3][-2])
    assert EXERCISE.compare(case(tol, 9), short, long) is None
    assert EXERCISE.compare(case(tol / 2, 9), short, long) is not None


def test_two_functions_agree_although_rounding_stops_them_elsewhere():
    parameters = result(0.0, 2)[:3]
    one, other = np.array([5.0, 3.0, 3.0]), np.array([5.0, 3.0, 3.0, 3.0])
    at_zero = case(0.0, 9)
    assert EXERCISE.agree(at_zero, (*parameters, one), (*parameters, other))
    assert not EXERCISE.agree(case(0.1, 9), (*parameters, one), (*parameters, other))
    assert not EXERCISE.agree(at_zero, (*parameters, one), (*parameters, other + 1))
