"""Pairing components: the best of all K! pairings, by another formula for the distance."""

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import SEEDS, mixtures, random_mixture

from gmm_helpers import GMMParams, course_params, match_components


@given(mixtures(max_components=5), SEEDS)
def test_no_other_pairing_costs_less(reference, seed):
    rng = np.random.default_rng(seed)
    params = random_mixture(rng, reference.n_features, reference.n_components)
    order = match_components(params, reference)
    cost = oracles.matching_cost(order, params, reference)
    best = oracles.cheapest_matching_cost(params, reference)
    assert cost == pytest.approx(best, rel=1e-9, abs=1e-9)


@given(mixtures(), SEEDS)
def test_a_shuffled_mixture_is_put_back_in_order(reference, seed):
    rng = np.random.default_rng(seed)
    shuffled = reference.permuted(rng.permutation(reference.n_components))
    blurred = shuffled._replace(means=shuffled.means + 1e-3 * rng.standard_normal())
    for params in (shuffled, blurred):
        order = match_components(params, reference)
        restored = params.permuted(order)
        np.testing.assert_array_equal(restored.weights, reference.weights)
        np.testing.assert_array_equal(restored.covariances, reference.covariances)


def test_the_order_is_the_one_to_permute_the_first_argument_by():
    """With three components a permutation and its inverse differ."""
    truth = course_params()
    np.testing.assert_array_equal(match_components(truth.permuted([1, 2, 0]), truth), [2, 0, 1])


def test_concentric_components_are_told_apart_by_their_covariances():
    tall, wide, round_ = np.diag([1.0, 9.0]), np.diag([9.0, 1.0]), 3 * np.eye(2)
    weights, means = np.full(3, 1 / 3), np.zeros((3, 2))
    reference = GMMParams(weights, means, np.array([tall, wide, round_]))
    params = GMMParams(weights, means, 1.1 * np.array([round_, tall, wide]))
    np.testing.assert_array_equal(match_components(params, reference), [1, 2, 0])


def test_the_means_count_in_full_against_the_covariances():
    """Squared distances add up, so here the nearer mean outweighs the closer shape."""
    weights, shapes = np.full(2, 0.5), np.array([[[1.0]], [[4.0]]])  # one apart in spread
    reference = GMMParams(weights, np.array([[0.0], [2.0]]), shapes)
    params = GMMParams(weights, np.array([[0.0], [2.0]]), shapes[::-1])
    np.testing.assert_array_equal(match_components(params, reference), [0, 1])
    nearer = params._replace(means=np.array([[0.0], [0.4]]))
    np.testing.assert_array_equal(
        match_components(nearer, reference._replace(means=np.array([[0.0], [0.4]]))), [1, 0]
    )


def test_a_flat_component_can_be_matched_too():
    """Half-finished covariances have no density, but they have a distance."""
    params = GMMParams(np.full(2, 0.5), np.zeros((2, 2)), np.array([np.zeros((2, 2)), np.eye(2)]))
    np.testing.assert_array_equal(match_components(params.permuted([1, 0]), params), [1, 0])


@pytest.mark.parametrize("other", [(2, 2), (4, 2), (3, 1)])
def test_mixtures_of_different_sizes_are_refused(other):
    n_components, n_features = other
    params = random_mixture(np.random.default_rng(0), n_features, n_components)
    with pytest.raises(ValueError, match="both mixtures need the same numbers"):
        match_components(params, course_params())
