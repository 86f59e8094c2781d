"""The E-step and the M-step: against loops, and what is true of them whatever the data."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import problems

from gmm_helpers import (
    Degeneracy,
    DegenerateComponentError,
    GMMParams,
    e_step,
    em_step,
    m_step,
    negative_log_likelihood,
)
from gmm_helpers.em.steps import e_step_and_nll

CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def assert_close_params(actual, expected, **tolerance):
    for a, b in zip(actual, expected, strict=True):
        np.testing.assert_allclose(a, b, **(tolerance or CLOSE))


@given(problems())
def test_responsibilities_are_those_of_the_oracle_and_rows_sum_to_one(problem):
    actual = e_step(problem.X, *problem.start)
    np.testing.assert_allclose(actual, oracles.responsibilities(problem.X, *problem.start), **CLOSE)
    np.testing.assert_allclose(actual.sum(axis=1), 1, rtol=1e-12)
    assert actual.min() >= 0


@given(problems())
def test_the_loop_for_fit_gives_both_halves_of_the_same_pass(problem):
    responsibilities, nll = e_step_and_nll(problem.X, problem.start)
    np.testing.assert_array_equal(responsibilities, e_step(problem.X, *problem.start))
    assert nll == negative_log_likelihood(problem.X, *problem.start)


@given(problems())
def test_responsibilities_are_the_slope_of_the_negative_log_likelihood(problem):
    """d NLL / d mu_k = -sum_n r_nk Sigma_k^-1 (x_n - mu_k), by central differences."""
    X, start = problem.X, problem.start
    k, d, step = problem.rng.integers(start.n_components), 0, 1e-5
    up, down = start.means.copy(), start.means.copy()
    up[k, d] += step
    down[k, d] -= step
    rise = negative_log_likelihood(X, start.weights, up, start.covariances)
    rise -= negative_log_likelihood(X, start.weights, down, start.covariances)
    pull = e_step(X, *start)[:, k] @ (X - start.means[k])
    slope = -np.linalg.solve(start.covariances[k], pull)[d]
    assert rise / (2 * step) == pytest.approx(slope, rel=1e-4, abs=1e-3)


@given(problems(), st.sampled_from([0.0, 0.3]))
def test_an_m_step_on_any_responsibilities_is_that_of_the_oracle(problem, reg_covar):
    responsibilities = problem.random_responsibilities()
    actual = m_step(problem.X, responsibilities, reg_covar)
    assert isinstance(actual, GMMParams)
    assert_close_params(actual, oracles.m_step(problem.X, responsibilities, reg_covar))


@given(problems())
def test_one_iteration_is_an_e_step_and_an_m_step(problem):
    expected = m_step(problem.X, e_step(problem.X, *problem.start), 0.2)
    for a, b in zip(em_step(problem.X, *problem.start, reg_covar=0.2), expected, strict=True):
        np.testing.assert_array_equal(a, b)


def test_a_weight_of_zero_is_responsible_for_nothing_without_a_warning():
    X = [[0.0], [50.0], [1e5]]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        responsibilities = e_step(X, [0.0, 1.0], [[0.0], [1.0]], np.ones((2, 1, 1)))
    np.testing.assert_array_equal(responsibilities, [[0, 1], [0, 1], [0, 1]])


def test_far_samples_still_have_an_owner():
    """All densities underflow here; their ratio does not."""
    X = [[1e4], [-1e4], [1e4 + 0.5]]
    responsibilities = e_step(X, [0.5, 0.5], [[-0.5], [0.5]], np.full((2, 1, 1), 1e4))
    odds = np.exp([-1.0, 1.0, -1.00005])
    np.testing.assert_allclose(responsibilities[:, 0] / responsibilities[:, 1], odds, rtol=1e-6)


@pytest.mark.parametrize("distance", [1e2, 1e4, 1e6, 1e8, 1e12, 1e100])
def test_rows_sum_to_one_however_far_the_sample(distance):
    """Log-densities lose digits far out, but the shares must stay shares."""
    mixture = [0.25, 0.25, 0.5], np.zeros((3, 2)), np.array([np.eye(2)] * 3)
    responsibilities = e_step([[distance, 0.0], [0.0, -distance]], *mixture)
    np.testing.assert_allclose(responsibilities.sum(axis=1), 1, rtol=1e-12)
    np.testing.assert_array_equal(responsibilities[:, 0], responsibilities[:, 1])
    if distance <= 1e4:
        np.testing.assert_allclose(responsibilities, [mixture[0]] * 2, rtol=1e-6)


@pytest.mark.parametrize("k", [0, 1, 2])
def test_an_empty_component_names_itself(k):
    responsibilities = np.insert(np.full((6, 2), 0.5), k, 0.0, axis=1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DegenerateComponentError) as error:
            m_step(np.arange(12.0).reshape(6, 2), responsibilities)
    found = error.value
    assert (found.kind, found.component, found.value) == (Degeneracy.EMPTY, k, 0)
    assert found.iteration is None
    assert "use fewer components" in str(found)


def test_a_start_far_away_leaves_its_component_empty():
    X = np.random.default_rng(0).standard_normal((20, 2))
    start = np.full(3, 1 / 3), [[0.0, 0.0], [1.0, 0.0], [1e3, 1e3]], np.array([np.eye(2)] * 3)
    with pytest.raises(DegenerateComponentError) as error:
        em_step(X, *start)
    assert (error.value.kind, error.value.component) == (Degeneracy.EMPTY, 2)


@pytest.mark.parametrize("reg_covar", [-1e-6, np.nan, np.inf, None, "small", [1e-6]])
def test_a_ridge_that_is_no_ridge_is_refused(reg_covar):
    with pytest.raises(ValueError, match=r"reg_covar is .*, expected a number of at least 0"):
        m_step(np.eye(2), np.full((2, 2), 0.5), reg_covar)
