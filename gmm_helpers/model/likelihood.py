"""The negative log-likelihood of data under a mixture, the quantity that EM lowers."""

from __future__ import annotations

import numpy as np

from .density import weighted_log_prob_unchecked
from .log_sums import log_sum_exp
from .params import GMMParams
from .validation import as_data, as_params

__all__ = [
    "negative_log_likelihood",
    "negative_log_likelihood_unchecked",
    "require_positive_density",
]


def negative_log_likelihood(X, weights, means, covariances) -> float:
    """Negative log-likelihood of all samples together, -sum_n log p(x_n).

    MML (11.10) with its sign changed, PRML (9.14). The total, not the mean per sample.

    Parameters
    ----------
    X, weights, means, covariances
        As in `weighted_log_prob`.

    Returns
    -------
    float
        In nats; smaller is better, and it may be negative.

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `e_step`.

    Examples
    --------
    >>> round(negative_log_likelihood([[0.0], [0.0]], [1.0], [[0.0]], [[[1.0]]]), 4)
    1.8379
    """
    params = as_params(weights, means, covariances)
    return negative_log_likelihood_unchecked(as_data(X, params.n_features), params)


def negative_log_likelihood_unchecked(X: np.ndarray, params: GMMParams) -> float:
    """`negative_log_likelihood` of arrays that `as_data` and `as_params` have already passed."""
    log_density = log_sum_exp(weighted_log_prob_unchecked(X, params))
    return -float(require_positive_density(log_density).sum())


def require_positive_density(log_density: np.ndarray) -> np.ndarray:
    """Return `log_density`, or say which sample no component can explain.

    A log-density that is not finite comes from a squared distance that overflowed.
    """
    if not np.isfinite(log_density).all():
        sample = int(np.argmin(np.isfinite(log_density)))
        raise ValueError(
            f"sample {sample} is so far from every component that its log-density is not a "
            "finite number: rescale X, or start from means nearer to the data."
        )
    return log_density
