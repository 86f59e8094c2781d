"""How probable it is that chance alone explains what is seen, from exact distributions.

Values are arrays or numbers; all tests are two-sided but for `p_of_fixed_counts`.
"""

from __future__ import annotations

import numpy as np

__all__ = [
    "LEVEL",
    "p_of_count",
    "p_of_fixed_counts",
    "p_of_normal",
    "p_of_product",
    "p_of_squares",
]

# A check makes some four hundred tests: a right sampler fails in one of two million checks.
LEVEL = 1e-9


def p_of_normal(value):
    """Standard normal values far from 0."""
    from scipy.special import ndtr  # imported by this exercise alone

    return 2 * ndtr(-np.abs(value))


def p_of_product(first, second):
    """Two samples of standard normals that are correlated: given one, the sum is normal."""
    length = np.sqrt((first**2).sum())
    return p_of_normal((first * second).sum() / length) if length else 1.0


def p_of_squares(total, n):
    """Sums of n squared standard normals that are too large or too small."""
    from scipy.special import chdtr, chdtrc

    return 2 * np.minimum(chdtr(n, total), chdtrc(n, total))


def p_of_count(count, n, probability):
    """Binomial counts that are too large or too small."""
    from scipy.special import bdtr, bdtrc

    return 2 * np.minimum(bdtr(count, n, probability), bdtrc(count - 1.0, n, probability))


def p_of_fixed_counts(counts, weights):
    """Counts of the components, one row per draw, that vary too little: Pearson's statistic."""
    from scipy.special import chdtr

    expected = counts.sum(axis=1, keepdims=True) * weights
    degrees = len(counts) * (len(weights) - 1)
    return chdtr(degrees, ((counts - expected) ** 2 / expected).sum()) if degrees else 1.0
