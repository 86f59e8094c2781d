"""The ELBO, which EM raises: the expected log joint density plus the entropy, in nats."""

from __future__ import annotations

import numpy as np

from ..model.density import weighted_log_prob_unchecked
from ..model.params import GMMParams
from ..model.validation import as_data, as_params, as_responsibilities

__all__ = ["elbo", "entropy", "expected_log_joint"]


def entropy(responsibilities) -> float:
    """Entropy of the responsibilities of all samples together, -sum_nk r_nk log r_nk.

    How undecided the responsibilities are: 0 where every sample belongs to one component, and
    N log K where all are shared equally. PRML (1.104), once per sample; 0 log 0 is 0.

    Parameters
    ----------
    responsibilities : array_like of shape (n_samples, n_components)
        Rows sum to one.

    Returns
    -------
    float
        In nats, the total over samples.

    Raises
    ------
    ValueError
        If the responsibilities are not a table of non-negative numbers.

    Examples
    --------
    >>> round(entropy([[0.5, 0.5], [1.0, 0.0]]), 4)
    0.6931
    """
    return _entropy(as_responsibilities(responsibilities))


def expected_log_joint(X, responsibilities, weights, means, covariances) -> float:
    """Expected complete-data log-likelihood, sum_nk r_nk (log pi_k + log N(x_n | mu_k, Sigma_k)).

    PRML (9.40). It is not the log-likelihood: the sum over components stands outside the
    logarithm. Where a responsibility is 0, its term is 0, even if the density is 0 too.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    responsibilities : array_like of shape (n_samples, n_components)
        Rows sum to one. They need not be those of the E-step with these parameters.
    weights, means, covariances
        As in `weighted_log_prob`.

    Returns
    -------
    float
        In nats, the total over samples. Minus infinity if a component of weight 0 is responsible
        for a sample.

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `weighted_log_prob`, or if the responsibilities do not fit the data and parameters.

    Examples
    --------
    >>> params = [0.5, 0.5], [[0.0], [1.0]], np.ones((2, 1, 1))
    >>> round(expected_log_joint([[0.0]], [[1.0, 0.0]], *params), 4)
    -1.6121
    """
    return _expected_log_joint(*_check(X, responsibilities, weights, means, covariances))


def elbo(X, responsibilities, weights, means, covariances) -> float:
    """Evidence lower bound: the expected log joint density plus the entropy.

    sum_nk r_nk (log pi_k + log N(x_n | mu_k, Sigma_k) - log r_nk), never above the log-likelihood
    -NLL, and equal to it when the responsibilities are those of the E-step with these parameters.
    PRML (9.71).

    Parameters and errors as in `expected_log_joint`.

    Returns
    -------
    float
        In nats, the total over samples.

    Examples
    --------
    The E-step closes the gap between the ELBO and the log-likelihood:

    >>> from gmm_helpers import e_step, negative_log_likelihood
    >>> X, params = [[0.0]], ([0.5, 0.5], [[0.0], [1.0]], np.ones((2, 1, 1)))
    >>> round(elbo(X, [[0.5, 0.5]], *params), 4)
    -1.1689
    >>> round(elbo(X, e_step(X, *params), *params), 4)
    -1.138
    >>> round(-negative_log_likelihood(X, *params), 4)
    -1.138
    """
    checked = _check(X, responsibilities, weights, means, covariances)
    return _expected_log_joint(*checked) + _entropy(checked[1])


def _entropy(responsibilities: np.ndarray) -> float:
    positive = responsibilities[responsibilities > 0]
    return 0.0 - float((positive * np.log(positive)).sum())  # not -0.0


def _expected_log_joint(X: np.ndarray, responsibilities: np.ndarray, params: GMMParams) -> float:
    log_joint = weighted_log_prob_unchecked(X, params)
    responsible = responsibilities > 0
    return float((responsibilities[responsible] * log_joint[responsible]).sum())


def _check(X, responsibilities, weights, means, covariances):
    params = as_params(weights, means, covariances)
    X = as_data(X, params.n_features)
    return X, as_responsibilities(responsibilities, len(X), params.n_components), params
