"""Sums of exponentials: exact where naive ones overflow, underflow or divide by zero."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import SEEDS

from gmm_helpers import log_sum_exp
from gmm_helpers.model.log_sums import normalise


@pytest.mark.parametrize("level", [-1e5, 0.0, 1e5])
def test_log_sum_exp_neither_overflows_nor_underflows(level):
    logs = np.array([[0.0, np.log(3.0)], [-np.inf, 0.0]]) + level
    np.testing.assert_allclose(log_sum_exp(logs), [level + np.log(4.0), level], rtol=1e-14)


def test_log_sum_exp_of_zeros_only_is_the_log_of_zero():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert log_sum_exp(np.full((1, 3), -np.inf))[0] == -np.inf


@given(st.integers(1, 6), st.floats(0, 600), SEEDS)
def test_log_sums_are_those_of_exact_summation(n_components, scale, seed):
    logs = scale * np.random.default_rng(seed).standard_normal((5, n_components))
    expected = [oracles.log_of_sum(row) for row in logs]
    np.testing.assert_allclose(log_sum_exp(logs), expected, rtol=1e-13, atol=1e-13)


def test_one_column_is_its_own_log_sum():
    logs = np.array([[-1e6], [0.0], [1e6], [-np.inf]])
    np.testing.assert_array_equal(log_sum_exp(logs), logs[:, 0])


def test_the_last_axis_is_summed_whatever_the_number_of_axes():
    logs = np.random.default_rng(0).standard_normal((2, 3, 4))
    assert log_sum_exp(logs).shape == (2, 3)
    np.testing.assert_allclose(log_sum_exp(logs)[1], log_sum_exp(logs[1]))
    assert log_sum_exp(logs[0, 0]).shape == ()


@pytest.mark.parametrize("level", [-1e300, -1e5, 0.0, 1e5, 1e300])
def test_normalised_rows_sum_to_one_at_any_level(level):
    """At 1e300 the logarithms have lost all their digits, but shares must stay shares."""
    shares, _ = normalise(np.array([[0.0, -1.0, -np.inf], [2.0, 2.0, 2.0]]) + level)
    np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-15)
    assert shares[0, 2] == 0
    np.testing.assert_allclose(shares[1], 1 / 3)


def test_a_row_of_zeros_has_no_shares_and_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shares, log_sums = normalise(np.array([[-np.inf, -np.inf], [0.0, -np.inf]]))
    np.testing.assert_array_equal(shares, [[np.nan, np.nan], [1, 0]])
    np.testing.assert_array_equal(log_sums, [-np.inf, 0])


def test_logarithms_are_left_as_they_were():
    logs = np.random.default_rng(0).standard_normal((3, 2))
    copy = logs.copy()
    normalise(logs)
    np.testing.assert_array_equal(logs, copy)


def test_dates_are_no_logarithms():
    with pytest.raises(ValueError, match=r"log_values .* dates or times"):
        log_sum_exp(np.array([["2020-01-01"]], "M8[ns]"))
