"""The two identities that hold after every M-step, and the distance from them."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from support.strategies import problems

from gmm_helpers import em_step, m_step, moment_gaps, negative_log_likelihood
from gmm_helpers.em.moments import moment_differences

CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def assert_moments_kept(X, params):
    """I1 and I2, spelt out here and by the package."""
    weights, means, covariances = params
    np.testing.assert_allclose(weights @ means, X.mean(axis=0), **CLOSE)
    second = sum(
        w * (c + np.outer(m, m)) for w, m, c in zip(weights, means, covariances, strict=True)
    )
    np.testing.assert_allclose(second, X.T @ X / len(X), **CLOSE)
    assert max(moment_gaps(X, *params)) < 1e-12


@given(problems())
def test_moments_of_the_data_are_kept_by_an_m_step_on_any_responsibilities(problem):
    assert_moments_kept(problem.X, m_step(problem.X, problem.random_responsibilities()))


@given(problems())
def test_every_iteration_keeps_the_moments_and_lowers_the_negative_log_likelihood(problem):
    X, params = problem.X, problem.start
    nll = negative_log_likelihood(X, *params)
    for _ in range(8):
        params = em_step(X, *params)
        assert_moments_kept(X, params)
        previous, nll = nll, negative_log_likelihood(X, *params)
        assert nll <= previous + 1e-10 * abs(previous)


@given(problems())
def test_moment_gaps_are_the_distances_from_the_two_identities(problem):
    X, (weights, means, covariances) = problem.X, m_step(problem.X, np.ones((len(problem.X), 1)))
    size = np.sqrt(np.mean(X**2))
    shifted = moment_gaps(X, weights, means + 0.5 * size, covariances)
    assert shifted[0] == pytest.approx(0.5)
    ridge = moment_gaps(X, weights, means, covariances + 0.25 * size**2 * np.eye(X.shape[1]))
    assert ridge == pytest.approx((0, 0.25), abs=1e-9)


def test_moment_gaps_of_data_at_the_origin_are_not_a_division_by_zero():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert moment_gaps([[0.0]], [1.0], [[3.0]], [[[0.0]]]) == (3.0, 9.0)


@pytest.mark.parametrize("unit", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("shift", [0.0, 1e6])
def test_gaps_are_relative_so_units_and_origin_do_not_matter(unit, shift):
    X = unit * (np.random.default_rng(0).standard_normal((50, 2)) + shift)
    shares = np.random.default_rng(1).dirichlet(np.ones(3), 50)
    params = m_step(X, shares)
    assert max(moment_gaps(X, *params)) < 1e-12
    size = np.sqrt(np.mean(X**2))
    moved = moment_gaps(X, params.weights, params.means + 0.1 * size, params.covariances)
    assert moved[0] == pytest.approx(0.1, rel=1e-6)


@pytest.mark.parametrize("n_samples", [1, 2, 4])
def test_as_many_components_as_samples_keep_the_moments_too(n_samples):
    X = np.random.default_rng(0).standard_normal((n_samples, 1))
    assert max(moment_gaps(X, *m_step(X, np.eye(n_samples)))) < 1e-12


@given(problems())
def test_differences_have_the_signs_that_gaps_leave_out(problem):
    X, params = problem.X, problem.start
    in_mean, in_second = moment_differences(X, *params)
    outer = params.means[:, :, None] * params.means[:, None, :]
    np.testing.assert_allclose(in_mean + X.mean(axis=0), params.weights @ params.means, **CLOSE)
    second = np.einsum("k,kij->ij", params.weights, params.covariances + outer)
    np.testing.assert_allclose(in_second + X.T @ X / len(X), second, **CLOSE)
    scale = np.sqrt(np.mean(X**2)) or 1.0
    sizes = np.abs(in_mean).max() / scale, np.abs(in_second).max() / scale**2
    assert moment_gaps(X, *params) == pytest.approx(sizes)
