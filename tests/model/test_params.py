"""The container of the parameters, and the checks at the door."""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS, mixtures

from gmm_helpers import GMMParams, effective_counts
from gmm_helpers.model.validation import as_array, as_count, as_data, as_params, as_responsibilities

PAIR = GMMParams(np.array([0.25, 0.75]), np.array([[0.0], [9.0]]), np.array([[[1.0]], [[2.0]]]))


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


def test_effective_counts_sum_each_column():
    np.testing.assert_allclose(effective_counts([[1, 0], [0.25, 0.75], [0, 1]]), [1.25, 1.75])


def test_data_of_the_right_kind_are_not_copied():
    X = np.arange(6.0).reshape(3, 2)
    assert as_data(X, 2) is X


@pytest.mark.parametrize("n_features", [1, 3])
def test_data_with_another_number_of_features_name_both_numbers(n_features):
    with pytest.raises(ValueError, match=f"2 features, expected {n_features}"):
        as_data(np.zeros((4, 2)), n_features)


def test_a_message_calls_the_argument_by_its_name_and_says_where():
    with pytest.raises(ValueError, match=r"means holds NaN or infinity, first at means\[1, 0\]"):
        as_data([[0.0, 0.0], [np.inf, np.nan]], name="means")


def test_a_column_is_suggested_for_a_flat_list():
    with pytest.raises(ValueError, match=r"X\.reshape\(-1, 1\)"):
        as_data([1.0, 2.0])


@pytest.mark.parametrize("slip", [1e-7, -1e-7])
def test_weights_that_miss_one_by_single_precision_pass(slip):
    assert as_params(PAIR.weights + np.array([slip, 0]), *PAIR[1:]).weights.sum() == pytest.approx(
        1
    )


@pytest.mark.parametrize("slip", [1e-5, -1e-5])
def test_weights_that_miss_one_by_more_do_not(slip):
    with pytest.raises(ValueError, match="sum to 1"):
        as_params(PAIR.weights + np.array([slip, 0]), *PAIR[1:])


def test_a_covariance_asymmetric_by_rounding_passes():
    covariance = np.array([[[1.0, 0.5], [0.5 + 1e-12, 1.0]]])
    assert as_params([1.0], [[0.0, 0.0]], covariance).n_features == 2


@pytest.mark.parametrize("slip", [0.1, 1e-6])
def test_the_asymmetric_covariance_is_named(slip):
    covariances = np.array([np.eye(2), [[1.0, 0.5], [0.5 - slip, 1.0]]])
    with pytest.raises(ValueError, match=r"covariances\[1\] is not symmetric"):
        as_params([0.5, 0.5], np.zeros((2, 2)), covariances)


def test_responsibilities_need_one_row_a_sample():
    with pytest.raises(ValueError, match="2 rows but X has 3 samples"):
        as_responsibilities(np.full((2, 2), 0.5), 3)


@pytest.mark.parametrize("values", [[1.0, 2.0, 3.0], [[1.0, 2.0]], 1.0])
def test_a_vector_has_the_length_asked_for(values):
    with pytest.raises(ValueError, match=r"mean has shape .*, expected \(2,\)"):
        as_array(values, "mean", (2,))


@pytest.mark.parametrize("value", [3, np.int64(3), np.uint8(3)])
def test_a_whole_number_is_a_count(value):
    count = as_count(value, "n_init")
    assert count == 3
    assert type(count) is int


@pytest.mark.parametrize("value", [0, -1, 2.5, 2.0, "2", None, True, [2], float("nan")])
def test_anything_else_is_not(value):
    with pytest.raises(ValueError, match=r"n_init is .*, expected a whole number of at least 1"):
        as_count(value, "n_init")


def test_a_count_may_be_allowed_to_be_zero():
    assert as_count(0, "max_iter", minimum=0) == 0
    with pytest.raises(ValueError, match="at least 0"):
        as_count(-1, "max_iter", minimum=0)
