"""E-step and M-step as products of matrices: what the loops do, and how much cancels."""

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

from gmm_helpers import Degeneracy, DegenerateComponentError, GMMParams
from gmm_helpers.em.fast import describe_columns
from gmm_helpers.em.fast.products import Products


def products_of(X, params):
    return Products(X, describe_columns(X), params.n_components)


@given(problems())
def test_coefficients_times_features_are_the_weighted_log_densities(problem):
    X, params = problem.X, problem.start
    centred = X - X.mean(axis=0)
    i, j = np.triu_indices(X.shape[1])
    features = np.column_stack([np.ones(len(X)), centred, centred[:, i] * centred[:, j]])
    table = products_of(X, params).coefficients(params).table
    expected = oracles.weighted_log_prob(X, *params)
    np.testing.assert_allclose(features @ table.T, expected, rtol=1e-9, atol=1e-9)


def test_cancellation_grows_with_the_squared_distance_in_standard_deviations():
    X = np.array([[-1.0], [1.0]])
    params = GMMParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)))
    products = products_of(X, params)
    assert products.coefficients(params).cancellation == pytest.approx(1)
    narrow = params._replace(covariances=np.full((1, 1, 1), 1e-8))
    assert products.coefficients(narrow).cancellation == pytest.approx(1e8)
    far = params._replace(means=np.array([[1e3]]))
    assert products.coefficients(far).cancellation == pytest.approx(1e6)


def test_a_shift_of_the_data_cancels_nothing():
    X = np.random.default_rng(0).standard_normal((50, 2))
    params = GMMParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
    far = params._replace(means=params.means + 1e6)
    near = products_of(X, params).coefficients(params).cancellation
    assert products_of(X + 1e6, far).coefficients(far).cancellation == pytest.approx(near)


def test_a_flat_covariance_is_named():
    X = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]])
    covariances = np.array([np.eye(2), np.ones((2, 2))])
    params = GMMParams(np.full(2, 0.5), X[:2], covariances)
    with pytest.raises(DegenerateComponentError) as error:
        products_of(X, params).coefficients(params)
    assert (error.value.kind, error.value.component) == (Degeneracy.SINGULAR, 1)
