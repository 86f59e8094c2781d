"""E-step and M-step as products of matrices: what the loops do, and how much cancels."""

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

from gmm_helpers import Degeneracy, DegenerateComponentError, GMMParams
from gmm_helpers.em.fast import describe_columns
from gmm_helpers.em.fast.features import features_of
from gmm_helpers.em.fast.products import Pass, Products


def products_of(X, params):
    return Products(X, describe_columns(X), params.n_components)


@given(problems())
def test_coefficients_times_features_are_the_weighted_log_densities(problem):
    X, params = problem.X, problem.start
    centred = X - X.mean(axis=0)
    found = features_of(X.shape[1])
    pairs = centred[:, found.first] * centred[:, found.second]
    features = np.column_stack([np.ones(len(X)), centred, pairs])
    table = products_of(X, params).forms.of(params).table
    expected = oracles.weighted_log_prob(X, *params)
    np.testing.assert_allclose(features @ table.T, expected, rtol=1e-9, atol=1e-9)


def test_cancellation_grows_with_the_squared_distance_in_standard_deviations():
    X = np.array([[-1.0], [1.0]])
    params = GMMParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)))
    products = products_of(X, params)
    assert products.forms.of(params).cancellation == pytest.approx(1)
    narrow = params._replace(covariances=np.full((1, 1, 1), 1e-8))
    assert products.forms.of(narrow).cancellation == pytest.approx(1e8)
    far = params._replace(means=np.array([[1e3]]))
    assert products.forms.of(far).cancellation == pytest.approx(1e6)


def test_a_shift_of_the_data_cancels_nothing():
    X = np.random.default_rng(0).standard_normal((50, 2))
    params = GMMParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
    far = params._replace(means=params.means + 1e6)
    near = products_of(X, params).forms.of(params).cancellation
    assert products_of(X + 1e6, far).forms.of(far).cancellation == pytest.approx(near)


def test_a_flat_covariance_is_named():
    X = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]])
    covariances = np.array([np.eye(2), np.ones((2, 2))])
    params = GMMParams(np.full(2, 0.5), X[:2], covariances)
    with pytest.raises(DegenerateComponentError) as error:
        products_of(X, params).forms.of(params)
    assert (error.value.kind, error.value.component) == (Degeneracy.SINGULAR, 1)


@pytest.mark.parametrize("apart", [10.0, 37.0, 38.5, 60.0])
def test_no_number_is_so_small_that_processors_take_their_time(apart):
    """Whether the exponentials are taken as they are, or of what is less than the largest."""
    X = np.concatenate([np.linspace(-1, 1, 50), np.linspace(-1, 1, 50) + apart])[:, None]
    params = GMMParams(np.ones(2) / 2, np.array([[0.0], [apart]]), np.ones((2, 1, 1)))
    products = products_of(X, params)
    workspace, (blocks,) = products.new_workspace(), products.layout.portions
    sums, (log_density,) = products.sum_blocks(
        Pass(products.forms.of(params).table), blocks, workspace
    )
    responsibilities = workspace.views(100).responsibilities
    assert not ((responsibilities != 0) & (np.abs(responsibilities) < 1e-300)).any()
    np.testing.assert_allclose(sums[:, 0], 50, rtol=1e-9)
    assert log_density == pytest.approx(oracles.mixture_log_density(X, *params).sum())
