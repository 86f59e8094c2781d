"""Sampling from a mixture, as the model says data arise."""

from __future__ import annotations

import numpy as np

from .cholesky import cholesky_factors
from .validation import as_count, as_generator, as_params

__all__ = ["sample_equal_counts", "sample_gmm"]


def sample_gmm(weights, means, covariances, n_samples, rng):
    """Draw samples from a Gaussian mixture by ancestral sampling.

    For each sample, first its component, z_n ~ Categorical(pi), then the sample itself,
    x_n ~ N(mu_z, Sigma_z), as mu_z + L_z epsilon with L L^T = Sigma and epsilon ~ N(0, I).
    MML section 11.1, PRML (9.10) to (9.12).

    Parameters
    ----------
    weights : array_like of shape (n_components,)
    means : array_like of shape (n_components, n_features)
    covariances : array_like of shape (n_components, n_features, n_features)
    n_samples : int
    rng : numpy.random.Generator or int
        Source of randomness; an int is a seed.

    Returns
    -------
    X : ndarray of shape (n_samples, n_features)
    labels : ndarray of intp, shape (n_samples,)
        The component each sample came from, between 0 and n_components - 1.

    Raises
    ------
    ValueError
        If the parameters do not fit together or `n_samples` is not a positive int.
    DegenerateComponentError
        If a covariance is not positive definite.

    Examples
    --------
    >>> X, labels = sample_gmm([0.9, 0.1], [[0.0], [9.0]], np.ones((2, 1, 1)), 5, rng=1)
    >>> X.shape, labels.shape
    ((5, 1), (5,))
    """
    params = as_params(weights, means, covariances)
    n_samples = as_count(n_samples, "n_samples")
    rng = as_generator(rng, "rng")
    weights = params.weights / params.weights.sum()  # `choice` is stricter about a sum of 1
    labels = rng.choice(params.n_components, size=n_samples, p=weights).astype(np.intp, copy=False)
    return _sample_components(labels, params, rng), labels


def sample_equal_counts(weights, means, covariances, n_per_component, rng):
    """Draw the same number of samples from every component, ignoring the weights.

    This is *not* a sample of the mixture unless the weights are equal: whatever `weights`
    says, each component's share of the data is 1/K, and EM will find weights near that. It
    serves as a contrast to `sample_gmm`.

    Parameters
    ----------
    weights : array_like of shape (n_components,)
        Checked, then ignored: that is the mistake.
    means, covariances, rng
        As in `sample_gmm`.
    n_per_component : int

    Returns
    -------
    X : ndarray of shape (n_components * n_per_component, n_features)
        Component after component.
    labels : ndarray of intp, shape (n_components * n_per_component,)

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `sample_gmm`.

    Examples
    --------
    >>> sample_equal_counts([0.9, 0.1], [[0.0], [9.0]], np.ones((2, 1, 1)), 2, rng=1)[1]
    array([0, 0, 1, 1])
    """
    params = as_params(weights, means, covariances)
    n_per_component = as_count(n_per_component, "n_per_component")
    labels = np.repeat(np.arange(params.n_components), n_per_component)
    return _sample_components(labels, params, as_generator(rng, "rng")), labels


def _sample_components(labels, params, rng):
    noise = rng.standard_normal((len(labels), params.n_features))
    factors = cholesky_factors(params.covariances)
    X = np.empty_like(noise)
    for k in range(params.n_components):
        drawn = labels == k
        X[drawn] = params.means[k] + noise[drawn] @ factors[k].T
    return X
