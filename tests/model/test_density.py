"""Log-densities against scipy.stats and plain loops, near the data and far from them."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import problems

from gmm_helpers import (
    component_log_prob,
    gaussian_log_density,
    mixture_log_density,
    weighted_log_prob,
)


@given(problems())
def test_component_and_mixture_densities_are_those_of_the_oracle(problem):
    X, params = problem.X, problem.params
    close = {"rtol": 1e-10, "atol": 1e-10}
    np.testing.assert_allclose(
        component_log_prob(X, *params[1:]), oracles.component_log_prob(X, *params[1:]), **close
    )
    np.testing.assert_allclose(
        weighted_log_prob(X, *params), oracles.weighted_log_prob(X, *params), **close
    )
    np.testing.assert_allclose(
        mixture_log_density(X, *params), oracles.mixture_log_density(X, *params), **close
    )


@given(problems())
def test_one_gaussian_is_one_column_of_the_components(problem):
    columns = [
        gaussian_log_density(problem.X, mean, covariance)
        for mean, covariance in zip(*problem.params[1:], strict=True)
    ]
    expected = component_log_prob(problem.X, *problem.params[1:])
    np.testing.assert_array_equal(np.column_stack(columns), expected)


def test_one_gaussian_on_the_line_is_the_formula_of_the_book():
    x, mean, variance = np.array([-1.0, 0.0, 2.5]), 0.5, 4.0
    expected = -0.5 * (np.log(2 * np.pi * variance) + (x - mean) ** 2 / variance)
    np.testing.assert_allclose(
        gaussian_log_density(x[:, None], [mean], [[variance]]), expected, rtol=1e-14
    )


def test_a_mixture_density_integrates_to_one():
    grid = np.linspace(-30, 30, 20_001)
    mixture = [0.2, 0.5, 0.3], [[-2.0], [0.0], [5.0]], [[[0.5]], [[4.0]], [[1.0]]]
    density = np.exp(mixture_log_density(grid[:, None], *mixture))
    assert np.trapezoid(density, grid) == pytest.approx(1, abs=1e-9)


@given(problems(), st.floats(2.5, 6))
def test_log_densities_far_out_are_exact(problem, magnitude):
    """Where the density itself is zero in floating point many times over."""
    directions = problem.rng.standard_normal(problem.X.shape)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    X = 2 * 10**magnitude * directions
    expected = oracles.mixture_log_density(X, *problem.params)
    assert expected.max() < -1e4
    np.testing.assert_allclose(mixture_log_density(X, *problem.params), expected, rtol=1e-10)
    np.testing.assert_allclose(
        component_log_prob(X, *problem.params[1:]),
        oracles.component_log_prob(X, *problem.params[1:]),
        rtol=1e-10,
    )


def test_a_weight_of_zero_is_minus_infinity_without_a_warning():
    mixture = [0.0, 1.0], [[0.0], [1.0]], np.ones((2, 1, 1))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        log_prob = weighted_log_prob([[0.0], [9.0]], *mixture)
        density = mixture_log_density([[0.0], [9.0]], *mixture)
    assert (log_prob[:, 0] == -np.inf).all()
    np.testing.assert_array_equal(density, log_prob[:, 1])


def test_features_in_very_different_units_are_not_taken_for_flat():
    covariance = np.diag([1e-14, 1e14])
    x = np.array([[1e-7, 1e7]])
    expected = -np.log(2 * np.pi) - 1.0  # one standard deviation off in both features
    assert gaussian_log_density(x, np.zeros(2), covariance)[0] == pytest.approx(expected)
