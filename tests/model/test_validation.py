"""Checks of input: what passes, what does not, and what the error says."""

import numpy as np
import pytest

from gmm_helpers import GMMParams
from gmm_helpers.model.validation import (
    MAX_MAGNITUDE,
    as_array,
    as_count,
    as_data,
    as_gaussians,
    as_number,
    as_params,
    as_responsibilities,
    require_n_features,
)

PAIR = GMMParams(np.array([0.25, 0.75]), np.array([[0.0], [9.0]]), np.array([[[1.0]], [[2.0]]]))


def test_data_of_the_right_kind_are_not_copied():
    X = np.arange(6.0).reshape(3, 2)
    assert as_data(X, 2) is X


@pytest.mark.parametrize("n_features", [1, 3])
def test_data_with_another_number_of_features_name_both_numbers(n_features):
    with pytest.raises(ValueError, match=f"2 columns, but the other arguments have {n_features}"):
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


@pytest.mark.parametrize("slip", [1e-12, 3e-7])  # of double and of single precision
def test_a_covariance_asymmetric_by_rounding_passes(slip):
    covariance = np.array([[[1.0, 0.5], [0.5 + slip, 1.0]]])
    assert as_params([1.0], [[0.0, 0.0]], covariance).n_features == 2


@pytest.mark.parametrize("slip", [0.1, 1e-6])
def test_the_asymmetric_covariance_is_named(slip):
    covariances = np.array([np.eye(2), [[1.0, 0.5], [0.5 - slip, 1.0]]])
    with pytest.raises(ValueError, match=r"covariances\[1\] is not symmetric"):
        as_params([0.5, 0.5], np.zeros((2, 2)), covariances)


def test_responsibilities_need_one_row_per_sample():
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
    with pytest.raises(ValueError, match=r"n_init is .*, expected an int of at least 1"):
        as_count(value, "n_init")


def test_a_count_may_be_allowed_to_be_zero():
    assert as_count(0, "max_iter", minimum=0) == 0
    with pytest.raises(ValueError, match="at least 0"):
        as_count(-1, "max_iter", minimum=0)


@pytest.mark.parametrize("sign", [1, -1])
def test_data_are_refused_from_the_magnitude_on_at_which_squares_overflow(sign):
    below = np.array([[sign * np.nextafter(MAX_MAGNITUDE, 0)]])
    assert as_data(below) is below
    assert np.isfinite(below**2).all()
    with pytest.raises(ValueError, match="rescale X"):
        as_data([[0.0], [sign * MAX_MAGNITUDE]])


def test_masked_values_are_refused_and_a_mask_that_hides_nothing_is_not():
    values = np.ma.masked_array([[1.0], [2.0]], mask=[[False], [True]])
    with pytest.raises(ValueError, match="masked"):
        as_data(values)
    np.testing.assert_array_equal(as_data(np.ma.masked_array([[1.0]], mask=[[False]])), [[1]])


def test_transposed_data_are_recognised_where_they_can_be():
    require_n_features(np.zeros((5, 2)), 2)
    with pytest.raises(ValueError, match="is it transposed"):
        require_n_features(np.zeros((2, 5)), 2)
    with pytest.raises(ValueError, match=r"but the other arguments have \d features\.$"):
        require_n_features(np.zeros((3, 5)), 2)


def test_covariances_come_out_symmetric_to_the_last_bit():
    covariance = np.array([[[1.0, 0.5], [0.5 + 1e-12, 1.0]]])
    _, symmetric = as_gaussians([[0.0, 0.0]], covariance)
    np.testing.assert_array_equal(symmetric, symmetric.transpose(0, 2, 1))


def test_means_and_covariances_need_not_know_their_number():
    means, covariances = as_gaussians(np.zeros((4, 3)), [np.eye(3)] * 4)
    assert (means.shape, covariances.shape) == ((4, 3), (4, 3, 3))
    with pytest.raises(ValueError, match=r"expected \(2, n_features\)"):
        as_gaussians(means, covariances, 2)


@pytest.mark.parametrize("shape", [(2, 3), (3, 1), (3, 3), (3,), (3, 2, 1)])
def test_responsibilities_may_be_asked_to_have_a_shape(shape):
    assert as_responsibilities(np.full((3, 2), 0.5), 3, 2).shape == (3, 2)
    with pytest.raises(ValueError, match=r"expected \(3, 2\)"):
        as_responsibilities(np.full(shape, 0.5), 3, 2)


def test_responsibilities_need_not_sum_to_one():
    """Half a data set weighs half as much, and the updates take that."""
    assert as_responsibilities([[0.1, 0.1], [0.0, 3.0]]).sum() == pytest.approx(3.2)


@pytest.mark.parametrize("value", [0, 1e-300, np.float32(0.5), np.int8(3)])
def test_a_number_of_any_type_is_a_float(value):
    number = as_number(value, "tol")
    assert number == value
    assert type(number) is float


@pytest.mark.parametrize("value", [-1e-300, np.nan, np.inf, True, "1", None, [1.0], 1j])
def test_a_number_is_finite_and_at_least_zero(value):
    with pytest.raises(ValueError, match=r"tol is .*, expected a number of at least 0"):
        as_number(value, "tol")
