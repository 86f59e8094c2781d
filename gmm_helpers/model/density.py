"""Log-densities of Gaussians and of their mixture.

Everything stays on the log scale. Covariances are factored by Cholesky, Sigma = L L^T, so
that the squared Mahalanobis distance is |L^-1 (x - mu)|^2 and the determinant is a product.
"""

from __future__ import annotations

import numpy as np

from .cholesky import cholesky_factors
from .log_sums import log_sum_exp
from .params import GMMParams
from .validation import as_data, as_gaussian, as_gaussians, as_params

__all__ = [
    "LOG_2PI",
    "component_log_prob",
    "gaussian_log_density",
    "mixture_log_density",
    "weighted_log_prob",
    "weighted_log_prob_unchecked",
]

LOG_2PI = float(np.log(2 * np.pi))


def gaussian_log_density(X, mean, covariance) -> np.ndarray:
    """Log-density of each sample under one Gaussian.

    log N(x | mu, Sigma) = -1/2 (D log 2 pi + log det Sigma + (x - mu)^T Sigma^-1 (x - mu)),
    PRML (2.43).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    mean : array_like of shape (n_features,)
    covariance : array_like of shape (n_features, n_features)

    Returns
    -------
    ndarray of shape (n_samples,)
        Natural logarithm of the density; may be positive.

    Raises
    ------
    ValueError
        If shapes disagree, a value is not finite, or the covariance is not symmetric.
    DegenerateComponentError
        If the covariance is not positive definite.

    Examples
    --------
    >>> gaussian_log_density([[0.0, 0.0]], [0.0, 0.0], np.eye(2)).round(4)
    array([-1.8379])
    """
    X = as_data(X)
    mean, covariance = as_gaussian(mean, covariance, X.shape[1])
    return _component_log_prob(X, mean[None], covariance[None])[:, 0]


def component_log_prob(X, means, covariances) -> np.ndarray:
    """Log-density of each sample under each component, log N(x_n | mu_k, Sigma_k).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    means : array_like of shape (n_components, n_features)
    covariances : array_like of shape (n_components, n_features, n_features)

    Returns
    -------
    ndarray of shape (n_samples, n_components)

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `gaussian_log_density`; the error names the component.

    Examples
    --------
    >>> component_log_prob([[0.0]], [[0.0], [1.0]], np.ones((2, 1, 1))).round(4)
    array([[-0.9189, -1.4189]])
    """
    means, covariances = as_gaussians(means, covariances)
    return _component_log_prob(as_data(X, means.shape[1]), means, covariances)


def weighted_log_prob(X, weights, means, covariances) -> np.ndarray:
    """Joint log-density of each sample and each component, log pi_k + log N(x_n | mu_k, Sigma_k).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    weights : array_like of shape (n_components,)
    means : array_like of shape (n_components, n_features)
    covariances : array_like of shape (n_components, n_features, n_features)

    Returns
    -------
    ndarray of shape (n_samples, n_components)
        Minus infinity in the column of a component of weight zero.

    Raises
    ------
    ValueError
        If shapes disagree, a value is not finite, a covariance is not symmetric, or the weights
        are not a distribution.
    DegenerateComponentError
        If a covariance is not positive definite; the error names the component.

    Examples
    --------
    >>> weighted_log_prob([[0.0]], [0.5, 0.5], [[0.0], [1.0]], np.ones((2, 1, 1))).round(4)
    array([[-1.6121, -2.1121]])
    """
    params = as_params(weights, means, covariances)
    return weighted_log_prob_unchecked(as_data(X, params.n_features), params)


def mixture_log_density(X, weights, means, covariances) -> np.ndarray:
    """Log-density of each sample under the mixture, log sum_k pi_k N(x_n | mu_k, Sigma_k).

    MML (11.3), PRML (9.7).

    Parameters and errors as in `weighted_log_prob`.

    Returns
    -------
    ndarray of shape (n_samples,)

    Examples
    --------
    Far from the data the density underflows, its logarithm does not:

    >>> mixture_log_density([[1e3]], [1.0], [[0.0]], [[[1.0]]]).round(1)
    array([-500000.9])
    """
    return log_sum_exp(weighted_log_prob(X, weights, means, covariances))


def weighted_log_prob_unchecked(X: np.ndarray, params: GMMParams) -> np.ndarray:
    """`weighted_log_prob` of checked arrays: checking in every iteration costs more than this."""
    with np.errstate(divide="ignore"):  # a weight of zero: log 0 = -inf is what is meant
        return _component_log_prob(X, params.means, params.covariances) + np.log(params.weights)


def _component_log_prob(X: np.ndarray, means: np.ndarray, covariances: np.ndarray) -> np.ndarray:
    n_samples, n_features = X.shape
    # Column by column in memory, which is how it is filled and reduced.
    log_prob = np.empty((len(means), n_samples)).T
    factors = cholesky_factors(covariances)
    half_log_dets = np.log(factors.diagonal(axis1=1, axis2=2)).sum(axis=1)
    constants = -0.5 * n_features * LOG_2PI - half_log_dets
    # Not scipy's solve_triangular: its BLAS starts threads however small the task, and where
    # other processes keep the cores busy (a class on one server) waiting for them takes a
    # thousand times as long. The factors are tiny, and their inverses no less accurate.
    whiteners = np.linalg.inv(factors)
    for k, (mean, whitener) in enumerate(zip(means, whiteners, strict=True)):
        whitened = (X - mean) @ whitener.T
        log_prob[:, k] = constants[k] - 0.5 * np.einsum("nd,nd->n", whitened, whitened)
    return log_prob
