"""Probabilities of chance, compared with those of scipy.stats and with simulation."""

import numpy as np
import pytest
from scipy import stats

from gmm_helpers.exercises.judging.samples.p_values import (
    LEVEL,
    p_of_count,
    p_of_fixed_counts,
    p_of_normal,
    p_of_product,
    p_of_squares,
)


def test_a_normal_value_is_improbable_in_both_tails():
    values = np.linspace(-8, 8, 33)
    np.testing.assert_allclose(p_of_normal(values), 2 * stats.norm.sf(np.abs(values)))


@pytest.mark.parametrize("n", [1, 2, 10, 1000])
def test_a_sum_of_squares_is_improbable_in_both_tails(n):
    totals = n * np.geomspace(0.01, 20, 40)
    tails = np.minimum(stats.chi2.cdf(totals, n), stats.chi2.sf(totals, n))
    np.testing.assert_allclose(p_of_squares(totals, n), 2 * tails, atol=1e-300)


@pytest.mark.parametrize("n", [1, 30, 1000])
@pytest.mark.parametrize("p", [0.01, 0.3, 0.5, 0.9])
def test_a_count_is_improbable_in_both_tails(n, p):
    counts = np.arange(n + 1)
    tails = np.minimum(stats.binom.cdf(counts, n, p), stats.binom.sf(counts - 1, n, p))
    np.testing.assert_allclose(p_of_count(counts, n, p), 2 * tails, rtol=1e-6, atol=1e-300)
    rejected = p_of_count(counts, n, p) < LEVEL
    assert stats.binom.pmf(counts[rejected], n, p).sum() < LEVEL


def test_counts_of_several_components_at_once():
    together = p_of_count(np.array([3, 30]), 60, np.array([0.1, 0.4]))
    np.testing.assert_allclose(together, [p_of_count(3, 60, 0.1), p_of_count(30, 60, 0.4)])


def test_two_samples_are_correlated_or_not():
    rng = np.random.default_rng(0)
    z, other = rng.standard_normal((2, 500))
    assert p_of_product(z, z) < LEVEL
    assert p_of_product(z, -z) < LEVEL
    assert p_of_product(np.zeros(5), other[:5]) == 1


def test_products_of_independent_samples_are_as_improbable_as_they_say():
    rng = np.random.default_rng(1)
    p_values = [p_of_product(*rng.standard_normal((2, 40))) for _ in range(500)]
    assert stats.kstest(p_values, "uniform").pvalue > 1e-4


def test_counts_that_hardly_vary_are_told_from_drawn_ones():
    weights = np.array([0.2, 0.3, 0.5])
    drawn = np.random.default_rng(0).multinomial(150, weights, size=10)
    rounded = np.tile(150 * weights, (10, 1)) + np.array([1, -1, 0])
    assert p_of_fixed_counts(drawn, weights) > LEVEL
    assert p_of_fixed_counts(rounded, weights) < LEVEL
    assert p_of_fixed_counts(np.full((10, 1), 150), np.ones(1)) == 1
