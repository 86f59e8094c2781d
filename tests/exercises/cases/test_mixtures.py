"""Random mixtures and data: valid, and as special as their names say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import SEEDS

import gmm_helpers as gmm
from gmm_helpers.exercises.cases.mixtures import (
    far_between_two,
    mixture_cases,
    random_mixture,
    random_problem,
    rescale,
    total_cases,
    whole_numbers,
    with_correlation,
    with_outlier,
    with_unequal_sizes,
)
from gmm_helpers.exercises.judging.comparison import is_close


def is_valid(weights, means, covariances):
    symmetric = np.allclose(covariances, np.swapaxes(covariances, 1, 2))
    definite = (np.linalg.eigvalsh(covariances) > 0).all()
    return weights.min() > 0 and np.isclose(weights.sum(), 1) and symmetric and definite


@given(SEEDS, st.integers(1, 5), st.integers(1, 4))
def test_a_random_mixture_is_valid_in_every_size(seed, n_components, n_features):
    params = random_mixture(np.random.default_rng(seed), n_components, n_features)
    assert params.means.shape == (n_components, n_features)
    assert is_valid(*params)


@given(SEEDS)
def test_all_cases_are_valid_and_have_a_finite_likelihood(seed):
    for case in mixture_cases(np.random.default_rng(seed)):
        X, *params = case.arguments
        assert is_valid(*params), case.name
        assert np.isfinite(oracles.mixture_log_density(X, *params)).all(), case.name


def test_the_sizes_cover_what_a_function_must_not_assume():
    shapes = {(len(X), *np.shape(m)) for X, _, m, _ in
              (case.arguments for case in mixture_cases(np.random.default_rng(0)))}  # fmt: skip
    n_samples, n_components, n_features = map(set, zip(*shapes, strict=True))
    assert {1, 2, 3, 5} <= n_components
    assert {1, 2, 3} <= n_features
    assert min(n_samples) < 3
    assert max(n_samples) > 400


@given(SEEDS)
def test_far_between_two_densities_underflow_and_no_component_wins(seed):
    problem = far_between_two(np.random.default_rng(seed))
    logs = oracles.weighted_log_prob(*problem)
    assert (np.exp(logs) == 0).all()
    assert oracles.responsibilities(*problem).max() < 0.9


def test_sizes_and_correlations_are_as_unequal_as_asked():
    rng = np.random.default_rng(1)
    params = random_mixture(rng, 3, 2)
    dets = np.linalg.det(with_unequal_sizes(params).covariances) / np.linalg.det(params.covariances)
    assert dets[-1] / dets[0] == pytest.approx(100.0**2)
    for covariance in with_correlation(rng, params).covariances:
        correlation = covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1])
        assert abs(correlation) == pytest.approx(0.95)


@given(SEEDS, st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_other_units_change_log_densities_by_a_constant(seed, shift, scale):
    X, params = random_problem(np.random.default_rng(seed), 6, 2, 2)
    before = oracles.mixture_log_density(X, *params)
    after = oracles.mixture_log_density(*rescale((X, *params), scale=scale))
    np.testing.assert_allclose(after, before - 2 * np.log(scale), rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(rescale((X, *params), shift)[2], params.means + shift)


def test_an_outlier_is_the_last_sample_and_the_data_are_kept():
    X = np.arange(6.0).reshape(3, 2)
    changed = with_outlier(X)
    np.testing.assert_array_equal(changed[:-1], X[:-1])
    assert (changed[-1] - X[-1] >= 300).all()
    assert X[-1].tolist() == [4.0, 5.0]


def test_whole_numbers_are_integers_in_the_data_only():
    X, weights, means, covariances = whole_numbers(np.random.default_rng(0))
    assert X.dtype.kind == "i"
    assert means.dtype == covariances.dtype == float
    np.testing.assert_array_equal(covariances, np.round(covariances))
    assert is_valid(weights, means, covariances)


def test_what_is_added_to_every_covariance_never_cancels_in_a_total():
    """In one draw of 200 it did: then a wrong total was right in all cases."""
    for seed in range(200):
        case = total_cases(np.random.default_rng(seed))[-1]
        X, weights, means, covariances = case.arguments
        ridged = covariances + 1e-10 * np.eye(X.shape[1])
        right = gmm.negative_log_likelihood(X, weights, means, covariances)
        assert not is_close(gmm.negative_log_likelihood(X, weights, means, ridged), right).any()
