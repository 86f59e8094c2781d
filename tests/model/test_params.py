"""The container of the parameters: three arrays that stay together."""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS, mixtures

from gmm_helpers import GMMParams
from gmm_helpers.model.params import freeze


@given(mixtures())
def test_params_unpack_in_the_order_every_function_asks_for(params):
    weights, means, covariances = params
    assert weights is params.weights
    assert means is params.means
    assert covariances is params.covariances
    assert means.shape == (params.n_components, params.n_features)


@given(mixtures(), SEEDS)
def test_permuted_moves_all_three_together(params, seed):
    order = np.random.default_rng(seed).permutation(params.n_components)
    moved = params.permuted(order)
    for j, k in enumerate(order):
        assert moved.weights[j] == params.weights[k]
        np.testing.assert_array_equal(moved.means[j], params.means[k])
        np.testing.assert_array_equal(moved.covariances[j], params.covariances[k])


def test_permuted_says_which_old_component_comes_first():
    three = GMMParams(np.array([0.1, 0.2, 0.7]), np.zeros((3, 1)), np.ones((3, 1, 1)))
    np.testing.assert_array_equal(three.permuted([2, 0, 1]).weights, [0.7, 0.1, 0.2])


@given(mixtures())
def test_frozen_parameters_are_read_only_copies(params):
    copy = freeze(params)
    for before, after in zip(params, copy, strict=True):
        np.testing.assert_array_equal(before, after)
        assert not np.shares_memory(before, after)
        with pytest.raises(ValueError, match="read-only"):
            after[...] = 0
        assert before.flags.writeable
