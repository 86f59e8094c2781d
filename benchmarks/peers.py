"""EM as others do it, from the same start, for the same number of iterations."""

from __future__ import annotations

import warnings
from typing import NamedTuple

import numpy as np
from scipy.stats import multivariate_normal
from sklearn.mixture import GaussianMixture

from gmm_helpers import GMMParams, fit
from gmm_helpers.em.fast import blocks

__all__ = ["Problem", "course_loop", "floor", "make_problem", "ours", "scikit_learn"]


class Problem(NamedTuple):
    """Data and a start.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    start : GMMParams
    """

    X: np.ndarray
    start: GMMParams


def make_problem(n_samples: int, n_features: int, n_components: int) -> Problem:
    """Overlapping groups, and a start with means on samples and the covariance of all data."""
    rng = np.random.default_rng(0)
    centres = rng.normal(scale=3, size=(n_components, n_features))
    shape = np.eye(n_features) + 0.3 * rng.normal(size=(n_features, n_features))
    X = rng.standard_normal((n_samples, n_features)) @ shape.T
    X += centres[rng.integers(n_components, size=n_samples)]
    means = X[rng.choice(n_samples, n_components, replace=False)]
    covariance = np.cov(X.T).reshape(n_features, n_features)
    start = GMMParams(
        np.full(n_components, 1 / n_components), means, np.array([covariance] * n_components)
    )
    return Problem(X, start)


def ours(problem: Problem, n_iter: int, n_threads: int) -> tuple[GMMParams, float]:
    """The helper: parameters after `n_iter` iterations, and the negative log-likelihood."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trace = fit(*problem, tol=0, max_iter=n_iter, reg_covar=0, n_threads=n_threads)
    return trace.params[-1], trace.negative_log_likelihood[-1]


def scikit_learn(problem: Problem, n_iter: int) -> GaussianMixture:
    """GaussianMixture, told not to look for its own start, which would take even longer."""
    X, start = problem
    mixture = GaussianMixture(
        start.n_components,
        weights_init=start.weights,
        means_init=start.means,
        precisions_init=np.linalg.inv(start.covariances),
        init_params="random_from_data",
        tol=0,
        max_iter=n_iter,
        reg_covar=0,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return mixture.fit(X)


def course_loop(problem: Problem, n_iter: int) -> GMMParams:
    """The loop of the course's original notebook: densities of one component after another."""
    X, (weights, means, covariances) = problem
    for _ in range(n_iter + 1):  # and once more for the last log-likelihood, as the others do
        joint = np.empty((len(X), len(weights)))
        for k, weight in enumerate(weights):
            joint[:, k] = weight * multivariate_normal(means[k], covariances[k]).pdf(X)
        np.log(joint.sum(axis=1)).sum()
        shares = joint / joint.sum(axis=1, keepdims=True)
        counts = shares.sum(axis=0)
        means = shares.T @ X / counts[:, None]
        covariances = np.array(
            [
                (shares[:, k, None] * (X - means[k])).T @ (X - means[k]) / counts[k]
                for k in range(len(counts))
            ]
        )
        weights = counts / len(X)
    return GMMParams(weights, means, covariances)


def floor(problem: Problem, n_iter: int) -> None:
    """A lower bound: as many exponentials, and both products, on data in the cache."""
    (n_samples, n_features), n_components = problem.X.shape, problem.start.n_components
    n_products = 1 + n_features + n_features * (n_features + 1) // 2
    block = blocks.Layout(n_samples, n_products + n_components + 2).block
    rng = np.random.default_rng(0)
    table, features = -rng.random((n_components, n_products)), rng.random((n_products, block))
    shares, sums = np.empty((n_components, block)), np.empty((n_components, n_products))
    for _ in range(round((n_iter + 1) * n_samples / block)):
        np.dot(table, features, out=shares)
        np.exp(shares, out=shares)
        np.dot(shares, features.T, out=sums)
