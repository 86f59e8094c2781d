"""Ways to start EM. All share one signature: ``start(X, n_components, rng) -> GMMParams``."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import numpy as np

from ..model.params import GMMParams
from ..model.validation import as_count, as_data, as_generator
from .fast import are_constant
from .steps import m_step_unchecked

__all__ = [
    "STARTS",
    "check_n_components",
    "equal_means_start",
    "identity_start",
    "kmeans_plus_plus_start",
    "random_points_start",
    "random_responsibilities_start",
]


def check_n_components(n_components, n_samples: int) -> int:
    """Return `n_components` as an int that is at most `n_samples`, or say what is wrong."""
    n_components = as_count(n_components, "n_components")
    if n_components > n_samples:
        raise ValueError(
            f"n_components={n_components} is more than the {n_samples} samples: use at most "
            f"{n_samples} components or more data."
        )
    return n_components


def _check_input(unchecked: Callable) -> Callable:
    """Check the input of a start; `start.unchecked` is the start without the checks."""

    @wraps(unchecked)
    def start(X, n_components, rng) -> GMMParams:
        X = as_data(X)
        n_components = check_n_components(n_components, len(X))
        return unchecked(X, n_components, as_generator(rng, "rng"))

    start.unchecked = unchecked  # type: ignore[attr-defined]
    return start


@_check_input
def random_points_start(X, n_components, rng) -> GMMParams:
    """Start with means on randomly chosen, distinct samples.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    n_components : int
    rng : numpy.random.Generator or int
        Source of randomness; an int is a seed.

    Returns
    -------
    GMMParams
        Equal weights; every covariance is diagonal with the variances of the data.

    Raises
    ------
    ValueError
        If there are more components than samples, or `X` is not a table of finite numbers.

    Examples
    --------
    >>> random_points_start([[0.0], [4.0]], 2, rng=0).means.ravel()
    array([0., 4.])
    """
    return _with_variances_of_data(X, X[rng.permutation(len(X))[:n_components]])


@_check_input
def kmeans_plus_plus_start(X, n_components, rng) -> GMMParams:
    """Start with means on samples that are far from each other.

    k-means++ seeding (Arthur and Vassilvitskii, 2007): each further mean is a sample drawn
    with probability proportional to its squared distance from the nearest mean so far.
    Parameters, result and errors as in `random_points_start`.

    Examples
    --------
    >>> sorted(kmeans_plus_plus_start([[0.0], [0.0], [4.0]], 2, rng=0).means.ravel().tolist())
    [0.0, 4.0]
    """
    scaled = X / np.sqrt(_variances(X))  # distances that do not depend on the units
    chosen = [int(rng.integers(len(X)))]
    nearest = np.full(len(X), np.inf)
    while len(chosen) < n_components:
        nearest = np.minimum(nearest, ((scaled - scaled[chosen[-1]]) ** 2).sum(axis=1))
        if nearest.sum() > 0:
            chosen.append(int(rng.choice(len(X), p=nearest / nearest.sum())))
        else:  # only copies of the chosen samples are left
            chosen.append(int(rng.choice(np.delete(np.arange(len(X)), chosen))))
    return _with_variances_of_data(X, X[chosen])


@_check_input
def random_responsibilities_start(X, n_components, rng) -> GMMParams:
    """Start with an M-step on random responsibilities, uniform over all distributions.

    All components come out close to the whole data, so EM leaves this start slowly: worth
    showing once. The variances of the data, times 1e-3, are added to the covariances, so that
    few or duplicated samples give a usable start too. Parameters and errors as in
    `random_points_start`.

    Examples
    --------
    >>> random_responsibilities_start(np.eye(4), 2, rng=0).means.shape
    (2, 4)
    """
    params = m_step_unchecked(X, rng.dirichlet(np.ones(n_components), size=len(X)), 0.0)
    return params._replace(covariances=params.covariances + 1e-3 * np.diag(_variances(X)))


@_check_input
def identity_start(X, n_components, rng) -> GMMParams:
    """Start as the original course notebook did: N(0, I) means, identity covariances.

    Of the data only the number of features matters, so they need to be of about unit scale
    and near the origin. Weights are equal; parameters and errors as in `random_points_start`.

    Examples
    --------
    >>> identity_start(np.zeros((5, 2)), 3, rng=0).covariances[0]
    array([[1., 0.],
           [0., 1.]])
    """
    n_features = X.shape[1]
    return _with_equal_weights(rng.standard_normal((n_components, n_features)), np.eye(n_features))


@_check_input
def equal_means_start(X, n_components, rng) -> GMMParams:
    """Start with all means on one randomly chosen sample: a start that EM cannot leave well.

    Equal components take equal shares of every sample, so each M-step makes them equal again:
    from the first iteration on the mixture is one Gaussian, fitted to all the data.
    Parameters, result and errors as in `random_points_start`.

    Examples
    --------
    >>> equal_means_start([[0.0], [4.0]], 2, rng=0).means.ravel()
    array([4., 4.])
    """
    return _with_variances_of_data(X, np.tile(X[rng.integers(len(X))], (n_components, 1)))


STARTS = {
    "random points": random_points_start,
    "k-means++": kmeans_plus_plus_start,
    "random responsibilities": random_responsibilities_start,
    "identity": identity_start,
    "all means equal": equal_means_start,
}


def _variances(X):
    """Variance of each feature; 1 for a constant one, which has no scale of its own."""
    constant = are_constant(X.min(axis=0), X.max(axis=0))
    variances = np.where(constant, 0.0, X.var(axis=0))
    return np.where(variances > 0, variances, 1.0)  # that of tiny numbers underflows


def _with_variances_of_data(X, means):
    return _with_equal_weights(means, np.diag(_variances(X)))


def _with_equal_weights(means, covariance):
    n_components = len(means)
    weights = np.full(n_components, 1 / n_components)
    return GMMParams(weights, means.copy(), np.tile(covariance, (n_components, 1, 1)))
