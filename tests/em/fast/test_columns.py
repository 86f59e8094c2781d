"""Mean, variance and range of each feature, block by block."""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS

from gmm_helpers.em.fast import columns, describe_columns


@given(seed=SEEDS)
def test_columns_are_described_as_numpy_would(seed):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(rng.integers(1, 400), rng.integers(1, 5))) * 1e3 + 1e4
    seen = describe_columns(X)
    np.testing.assert_allclose(seen.means, X.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(seen.variances, X.var(axis=0), rtol=1e-9, atol=1e-9)
    np.testing.assert_array_equal(seen.low, X.min(axis=0))
    np.testing.assert_array_equal(seen.high, X.max(axis=0))


def test_blocks_do_not_change_what_is_found(monkeypatch):
    X = np.random.default_rng(0).normal(size=(1000, 3)) + 1e6
    whole = describe_columns(X)
    monkeypatch.setattr(columns, "WIDTH", 21)
    monkeypatch.setattr(columns, "BLOCK", 30)
    for a, b in zip(describe_columns(X), whole, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-11)


@pytest.mark.parametrize("unit", [1e-6, 1.0, 1e6])
def test_variances_far_from_the_origin_keep_their_digits(unit):
    X = np.array([[0.0], [1.0], [2.0], [3.0]])
    assert describe_columns(unit * (X + 2.0**20)).variances == pytest.approx(1.25 * unit**2)


def test_one_sample_has_no_variance():
    seen = describe_columns(np.array([[3.0, -7.0]]))
    np.testing.assert_array_equal(seen.means, [3, -7])
    np.testing.assert_array_equal(seen.variances, [0, 0])
    np.testing.assert_array_equal(seen.low, seen.high)


def test_a_table_that_is_read_only_or_has_gaps_is_described_too():
    X = np.arange(24.0).reshape(6, 4)[::2, ::2]
    X.flags.writeable = False
    np.testing.assert_array_equal(describe_columns(X).means, [8, 10])


@pytest.mark.parametrize("n_samples", [31, 32, 33, 640, 65_535, 65_536, 70_001])
def test_blocks_of_every_length_add_up(n_samples):
    X = np.random.default_rng(1).normal((1e6, 0), size=(n_samples, 2))
    X[0] = -1e7  # far from the mean of its block
    seen = describe_columns(X)
    np.testing.assert_allclose(seen.means, X.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(seen.variances, X.var(axis=0), rtol=1e-10)
    np.testing.assert_array_equal(seen.low, X.min(axis=0))
    np.testing.assert_array_equal(seen.high, X.max(axis=0))
