"""The negative log-likelihood: a total over samples, finite or an error that names the sample."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

from gmm_helpers import negative_log_likelihood
from gmm_helpers.model.likelihood import (
    negative_log_likelihood_unchecked,
    require_positive_density,
)


@given(problems())
def test_the_negative_log_likelihood_is_the_total_over_all_samples(problem):
    expected = oracles.negative_log_likelihood(problem.X, *problem.params)
    assert negative_log_likelihood(problem.X, *problem.params) == pytest.approx(expected, rel=1e-11)


def test_a_sample_beyond_the_range_of_floats_is_named():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ValueError, match=r"sample 1 is so far .* rescale X"):
            negative_log_likelihood([[0.0], [1e100]], [1.0], [[0.0]], [[[1e-120]]])
    with pytest.raises(ValueError, match="sample 2"):
        require_positive_density(np.array([0.0, 1.0, np.nan, -np.inf]))


@given(problems())
def test_two_halves_add_up_and_checks_change_nothing(problem):
    X, params = problem.X, problem.params
    half = len(X) // 2
    halves = negative_log_likelihood(X[:half], *params) + negative_log_likelihood(X[half:], *params)
    whole = negative_log_likelihood(X, *params)
    assert halves == pytest.approx(whole, rel=1e-12)
    assert negative_log_likelihood_unchecked(X, params) == whole


@given(problems())
def test_the_order_of_components_and_samples_does_not_matter(problem):
    X, params, rng = problem.X, problem.params, problem.rng
    shuffled = params.permuted(rng.permutation(params.n_components))
    nll = negative_log_likelihood(rng.permutation(X), *shuffled)
    assert nll == pytest.approx(negative_log_likelihood(X, *params), rel=1e-12)


def test_a_component_twice_at_half_its_weight_changes_nothing():
    X = np.array([[0.0], [1.0], [7.0]])
    once = negative_log_likelihood(X, [1.0], [[2.0]], [[[3.0]]])
    twice = negative_log_likelihood(X, [0.5, 0.5], [[2.0], [2.0]], [[[3.0]], [[3.0]]])
    assert twice == pytest.approx(once, rel=1e-14)


def test_finite_log_densities_pass_as_they_are():
    log_density = np.array([-1e308, 0.0, 700.0])
    assert require_positive_density(log_density) is log_density
