"""What chance alone does not explain: bounds that hold for every sample size.

Each is exceeded with a probability below 2 exp(-EXPONENT), which is 1.2e-9. A check makes some
four hundred such comparisons, so a correct sampler fails one check in two million or fewer.
Only `counts_vary_too_little` relies on an approximation for large n.
"""

from __future__ import annotations

import numpy as np

__all__ = [
    "EXPONENT",
    "counts_vary_too_little",
    "unlikely_count",
    "unlikely_normal",
    "unlikely_product",
    "unlikely_squares",
    "unlikely_successes",
]

EXPONENT = 21.25


def unlikely_normal(value):
    """Whether standard normal values are too far from 0 (Gaussian tail bound)."""
    return np.abs(value) > np.sqrt(2 * EXPONENT)


def unlikely_squares(total, n):
    """Whether a sum of n squared standard normals is too large or too small (Laurent-Massart)."""
    margin = 2 * np.sqrt(n * EXPONENT)
    return (total - n > margin + 2 * EXPONENT) | (n - total > margin)


def unlikely_product(first, second) -> bool:
    """Whether two samples of standard normals are correlated: given one, the sum is normal."""
    length = np.sqrt((first**2).sum())
    return bool(length > 0 and unlikely_normal((first * second).sum() / length))


def unlikely_count(count, n, probability):
    """Whether a binomial count is too far from n times the probability (Chernoff's bound)."""
    proportion = count / n
    divergence = _divergence(proportion, probability)
    divergence += _divergence(1 - proportion, 1 - probability)
    return n * divergence > EXPONENT


def unlikely_successes(count, probabilities) -> bool:
    """Whether a count of unequal trials is too far from its mean (Bernstein's inequality)."""
    variance = (probabilities * (1 - probabilities)).sum()
    bound = np.sqrt(2 * variance * EXPONENT) + EXPONENT
    return bool(abs(count - probabilities.sum()) > bound)


def _divergence(proportion, probability):
    """One of the two terms of the Kullback-Leibler divergence between two coins."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(proportion > 0, proportion * np.log(proportion / probability), 0.0)


def counts_vary_too_little(counts, weights) -> bool:
    """Whether counts of the components, one row per draw, vary less than drawn ones would.

    Pearson's sum over the rows is nearly chi-squared; Chernoff's bound for its lower tail.
    """
    expected = counts.sum(axis=1, keepdims=True) * weights
    degrees = len(counts) * (len(weights) - 1)
    if not degrees:
        return False
    ratio = ((counts - expected) ** 2 / expected).sum() / degrees
    with np.errstate(divide="ignore"):
        return bool(ratio < 1 and degrees / 2 * (ratio - 1 - np.log(ratio)) > EXPONENT)
