"""The E-step, the M-step, and both together: one iteration of EM."""

from __future__ import annotations

import numpy as np

from ..model.density import weighted_log_prob_unchecked
from ..model.likelihood import require_positive_density
from ..model.log_sums import normalise
from ..model.params import GMMParams
from ..model.validation import as_data, as_number, as_params, as_responsibilities
from .updates import covariances_unchecked, means_unchecked, require_occupied

__all__ = ["e_step", "e_step_and_nll", "em_step", "m_step", "m_step_unchecked"]


def e_step(X, weights, means, covariances) -> np.ndarray:
    """E-step: how responsible each component is for each sample.

    r_nk = pi_k N(x_n | mu_k, Sigma_k) / sum_j pi_j N(x_n | mu_j, Sigma_j), the posterior
    probability of component k given x_n. MML (11.17), PRML (9.13).

    Parameters
    ----------
    X, weights, means, covariances
        As in `weighted_log_prob`.

    Returns
    -------
    ndarray of shape (n_samples, n_components)
        Responsibilities; every row sums to one.

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `weighted_log_prob`, or if a sample is too far from every component.

    Examples
    --------
    Halfway between two equal components, both are equally responsible:

    >>> e_step([[0.5]], [0.5, 0.5], [[0.0], [1.0]], np.ones((2, 1, 1)))
    array([[0.5, 0.5]])
    """
    params = as_params(weights, means, covariances)
    return e_step_and_nll(as_data(X, params.n_features), params)[0]


def m_step(X, responsibilities, reg_covar: float = 0.0) -> GMMParams:
    """M-step: the parameters that fit best, given the responsibilities.

    MML (11.54) to (11.56), PRML (9.24) to (9.27).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    responsibilities : array_like of shape (n_samples, n_components)
        Rows sum to one.
    reg_covar : float, default=0.0
        Added to the diagonal of every covariance, in squared units of the data.

    Returns
    -------
    GMMParams
        New weights, means and covariances.

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `update_means`.

    Examples
    --------
    >>> params = m_step([[0.0], [2.0], [9.0]], [[1, 0], [1, 0], [0, 1]], reg_covar=0.1)
    >>> params.weights.round(2), params.means.ravel(), params.covariances.ravel()
    (array([0.67, 0.33]), array([1., 9.]), array([1.1, 0.1]))
    """
    X = as_data(X)
    responsibilities = as_responsibilities(responsibilities, len(X))
    return m_step_unchecked(X, responsibilities, as_number(reg_covar, "reg_covar"))


def em_step(X, weights, means, covariances, reg_covar: float = 0.0) -> GMMParams:
    """One EM iteration: an E-step, then an M-step.

    Parameters and errors as in `e_step` and `m_step`.

    Returns
    -------
    GMMParams
        With `reg_covar` 0 their negative log-likelihood is not above that of the old ones.

    Examples
    --------
    >>> em_step([[0.0], [2.0]], [1.0], [[5.0]], [[[1.0]]]).means
    array([[1.]])
    """
    params = as_params(weights, means, covariances)
    X, ridge = as_data(X, params.n_features), as_number(reg_covar, "reg_covar")
    return m_step_unchecked(X, e_step_and_nll(X, params)[0], ridge)


def e_step_and_nll(X: np.ndarray, params: GMMParams) -> tuple[np.ndarray, float]:
    """Responsibilities and negative log-likelihood of arrays that have already been checked.

    Both come from the same weighted log-densities, which are computed once.
    """
    log_prob = weighted_log_prob_unchecked(X, params)
    responsibilities, log_density = normalise(log_prob)
    return responsibilities, -float(require_positive_density(log_density).sum())


def m_step_unchecked(X: np.ndarray, responsibilities: np.ndarray, reg_covar: float) -> GMMParams:
    """`m_step` of arrays that have already been checked, for loops such as `fit`."""
    counts = require_occupied(responsibilities.sum(axis=0))
    means = means_unchecked(X, responsibilities, counts)
    covariances = covariances_unchecked(X, responsibilities, means, counts, reg_covar)
    return GMMParams(counts / len(X), means, covariances)
