"""What chance alone does not do: bounds that hold for every sample size.

Each is passed with a probability below 2 exp(-EXPONENT), which is 1.2e-9. A check makes some
four hundred such comparisons, so a right sampler fails one check in two million or fewer.
No bound is an approximation for large n, but for `counts_vary_too_little`.
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
    """Whether standard normal values are too far from 0 (Gaussian tail bound).

    Examples
    --------
    >>> unlikely_normal(np.array([-3.0, 7.0])).tolist()
    [False, True]
    """
    return np.abs(value) > np.sqrt(2 * EXPONENT)


def unlikely_squares(total, n):
    """Whether a sum of n squared standard normals is too large or small (Laurent-Massart).

    Examples
    --------
    >>> unlikely_squares(np.array([100.0, 300.0]), 100).tolist()
    [False, True]
    """
    spread = 2 * np.sqrt(n * EXPONENT)
    return (total - n > spread + 2 * EXPONENT) | (n - total > spread)


def unlikely_product(first, second) -> bool:
    """Whether two samples of standard normals are correlated: given one, exactly normal."""
    length = np.sqrt((first**2).sum())
    return bool(length > 0 and unlikely_normal((first * second).sum() / length))


def unlikely_count(count, n, probability):
    """Whether a binomial count is too far from n times the probability (Chernoff's bound).

    Examples
    --------
    >>> unlikely_count(np.array([310, 500]), 1000, 0.3).tolist()
    [False, True]
    """
    share = count / n
    return n * (_information(share, probability) + _information(1 - share, 1 - probability)) > (
        EXPONENT
    )


def unlikely_successes(count, probabilities) -> bool:
    """Whether a count of unequal trials is too far from its mean (Bernstein's inequality).

    Examples
    --------
    >>> unlikely_successes(400, np.full(400, 0.8))
    True
    """
    variance = (probabilities * (1 - probabilities)).sum()
    bound = np.sqrt(2 * variance * EXPONENT) + EXPONENT
    return bool(abs(count - probabilities.sum()) > bound)


def _information(share, probability):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(share > 0, share * np.log(share / probability), 0.0)


def counts_vary_too_little(counts, weights) -> bool:
    """Whether counts of the components, one row a draw, vary less than drawn ones would.

    Pearson's sum over the rows is nearly chi-squared; Chernoff's bound for its lower tail.

    Parameters
    ----------
    counts : ndarray of shape (n_draws, n_components)
    weights : ndarray of shape (n_components,)

    Returns
    -------
    bool
    """
    expected = counts.sum(axis=1, keepdims=True) * weights
    degrees = len(counts) * (len(weights) - 1)
    if not degrees:
        return False
    share = ((counts - expected) ** 2 / expected).sum() / degrees
    with np.errstate(divide="ignore"):
        return bool(share < 1 and degrees / 2 * (share - 1 - np.log(share)) > EXPONENT)
