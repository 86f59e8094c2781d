"""Bounds that chance does not exceed, compared with exact tail probabilities."""

import numpy as np
import pytest
from scipy import stats

from gmm_helpers.exercises.judging.samples.tail_bounds import (
    counts_vary_too_little,
    unlikely_count,
    unlikely_normal,
    unlikely_product,
    unlikely_squares,
    unlikely_successes,
)

ALLOWED = 1.2e-9  # what each bound promises


def largest_likely(is_unlikely, values):
    """The largest value from the middle on that a bound lets pass."""
    return max(value for value in values if not is_unlikely(value))


def test_a_normal_value_is_unlikely_in_the_tails_only():
    edge = largest_likely(unlikely_normal, np.linspace(0, 10, 10_001))
    assert 2 * stats.norm.sf(edge) < ALLOWED
    assert edge < 7


@pytest.mark.parametrize("n", [1, 2, 10, 1000])
def test_a_sum_of_squares_is_unlikely_in_the_tails_only(n):
    high = largest_likely(
        lambda total: unlikely_squares(total, n), np.linspace(n, 60 * n + 99, 9999)
    )
    assert stats.chi2.sf(high, n) < ALLOWED
    assert not unlikely_squares(float(n), n)
    assert unlikely_squares(10.0 * n + 200, n)
    assert stats.chi2.cdf(max(n - 2 * np.sqrt(21.25 * n), 0), n) < ALLOWED


@pytest.mark.parametrize("n", [1, 30, 1000])
@pytest.mark.parametrize("p", [0.01, 0.3, 0.5, 0.9])
def test_a_count_is_unlikely_in_the_tails_only(n, p):
    counts = np.arange(n + 1)
    unlikely = unlikely_count(counts, n, p)
    mean = n * p
    assert stats.binom.pmf(counts[unlikely & (counts > mean)], n, p).sum() < ALLOWED
    assert stats.binom.pmf(counts[unlikely & (counts < mean)], n, p).sum() < ALLOWED
    assert not unlikely[round(mean)]


def test_successes_with_equal_probabilities_are_a_count():
    n, p = 400, 0.3
    counts = np.arange(n + 1)
    unlikely = np.array([unlikely_successes(count, np.full(n, p)) for count in counts])
    assert stats.binom.pmf(counts[unlikely], n, p).sum() < ALLOWED
    assert unlikely[0]
    assert unlikely[-1]


def test_two_samples_are_correlated_or_not():
    rng = np.random.default_rng(0)
    z, other = rng.standard_normal((2, 500))
    assert unlikely_product(z, z)
    assert unlikely_product(z, -z)
    assert not unlikely_product(z, other)
    assert not unlikely_product(np.zeros(5), other[:5])


def test_counts_that_hardly_vary_are_told_from_drawn_ones():
    weights = np.array([0.2, 0.3, 0.5])
    drawn = np.random.default_rng(0).multinomial(150, weights, size=10)
    rounded = np.tile(150 * weights, (10, 1)) + np.array([1, -1, 0])
    assert not counts_vary_too_little(drawn, weights)
    assert counts_vary_too_little(rounded, weights)
    assert not counts_vary_too_little(np.full((10, 1), 150), np.ones(1))
