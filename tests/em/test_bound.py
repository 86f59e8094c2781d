"""Entropy, expected log joint density and their sum, the bound that EM raises."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

import gmm_helpers as gmm

HAND = np.array([[1.0], [2.0], [3.0]])
HAND_PARAMS = np.full(2, 0.5), np.array([[1.0], [3.0]]), np.ones((2, 1, 1))
HARD = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])


def plain_entropy(responsibilities):
    return -math.fsum(r * math.log(r) for r in np.ravel(responsibilities) if r > 0)


def plain_expected_log_joint(X, responsibilities, params):
    logs = oracles.weighted_log_prob(X, *params)
    pairs = zip(np.ravel(responsibilities), np.ravel(logs), strict=True)
    return math.fsum(r * log for r, log in pairs if r > 0)


def divergence(responsibilities, posterior):
    """KL(r || posterior), summed over samples."""
    pairs = zip(np.ravel(responsibilities), np.ravel(posterior), strict=True)
    return math.fsum(r * math.log(r / p) for r, p in pairs if r > 0)


@given(problems())
def test_each_is_the_plain_sum(problem):
    X, params, r = problem.X, problem.params, problem.random_responsibilities()
    r[:: max(1, len(X) // 3)] = np.eye(params.n_components)[0]
    assert gmm.entropy(r) == pytest.approx(plain_entropy(r), abs=1e-9)
    joint = plain_expected_log_joint(X, r, params)
    assert gmm.expected_log_joint(X, r, *params) == pytest.approx(joint, rel=1e-9)
    assert gmm.elbo(X, r, *params) == pytest.approx(joint + plain_entropy(r), rel=1e-9)


@given(problems())
def test_log_likelihood_is_the_bound_plus_the_divergence(problem):
    X, params, r = problem.X, problem.params, problem.random_responsibilities()
    gap = divergence(r, gmm.e_step(X, *params))
    nll = gmm.negative_log_likelihood(X, *params)
    assert -nll == pytest.approx(gmm.elbo(X, r, *params) + gap, rel=1e-9)
    assert gmm.elbo(X, r, *params) <= -nll + 1e-9 * abs(nll)


@given(problems())
def test_bound_is_tight_after_an_e_step_and_does_not_fall_in_an_m_step(problem):
    X, params = problem.X, problem.start
    for _ in range(3):
        r = gmm.e_step(X, *params)
        bound = gmm.elbo(X, r, *params)
        assert bound == pytest.approx(-gmm.negative_log_likelihood(X, *params), rel=1e-9)
        params = gmm.m_step(X, r)
        assert gmm.elbo(X, r, *params) >= bound - 1e-9 * abs(bound)


def test_numbers_by_hand():
    log_joint = math.log(0.5) - 0.5 * math.log(2 * math.pi)
    assert gmm.expected_log_joint(HAND, HARD, *HAND_PARAMS) == pytest.approx(3 * log_joint - 0.5)
    assert gmm.entropy(np.full((3, 2), 0.5)) == pytest.approx(3 * math.log(2))


def test_hard_responsibilities_have_no_entropy_at_all_and_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for r in (HARD, np.ones((4, 1)), HARD.astype(int)):
            assert gmm.entropy(r) == 0
            assert math.copysign(1, gmm.entropy(r)) == 1
        assert gmm.elbo(HAND, HARD, *HAND_PARAMS) == gmm.expected_log_joint(
            HAND, HARD, *HAND_PARAMS
        )


def test_where_a_responsibility_is_zero_a_density_of_zero_counts_nothing():
    gaussians = HAND_PARAMS[1:]
    one = [1.0, 0.0]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        alone = gmm.elbo(HAND, np.tile(one, (3, 1)), one, *gaussians)
        impossible = gmm.elbo(HAND, np.full((3, 2), 0.5), one, *gaussians)
    assert alone == pytest.approx(-gmm.negative_log_likelihood(HAND, one, *gaussians))
    assert impossible == -math.inf
    assert gmm.entropy([[5e-324, 1.0]]) == pytest.approx(0)


@pytest.mark.parametrize("scale", [1e-6, 1e6])
@pytest.mark.parametrize("shift", [0.0, 1e6])
def test_units_of_the_data_shift_the_bound_by_a_constant(scale, shift):
    weights, means, covariances = HAND_PARAMS
    r = np.array([[0.9, 0.1], [0.5, 0.5], [0.0, 1.0]])
    moved = gmm.elbo(
        scale * (HAND + shift), r, weights, scale * (means + shift), scale**2 * covariances
    )
    expected = gmm.elbo(HAND, r, *HAND_PARAMS) - 3 * math.log(scale)
    assert moved == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("function", [gmm.expected_log_joint, gmm.elbo])
@pytest.mark.parametrize(
    ("r", "problem"),
    [
        (HARD[:2], "shape"),
        (HARD[:, :1], "shape"),
        (-HARD, "none may be negative"),
        (HARD * np.nan, "finite"),
    ],
)
def test_responsibilities_that_do_not_fit_are_named(function, r, problem):
    with pytest.raises(ValueError, match=rf"responsibilities.*{problem}"):
        function(HAND, r, *HAND_PARAMS)


@pytest.mark.parametrize("r", [[0.5, 0.5], [], [[-0.5, 1.5]], [[np.nan, 1.0]], "half"])
def test_entropy_names_what_is_no_table_of_probabilities(r):
    with pytest.raises(ValueError, match="responsibilities"):
        gmm.entropy(r)
