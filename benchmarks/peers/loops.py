"""The helper, scikit-learn, and loops of NumPy."""

from __future__ import annotations

import math
import warnings

import numpy as np

from gmm_helpers import GMMParams, fit

from .problems import Problem

__all__ = ["course_loop", "numpy_loop", "ours", "scikit_learn"]


def ours(problem: Problem, n_threads: int):
    """The helper."""

    def run(n_iter: int):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            trace = fit(*problem, tol=0, max_iter=n_iter, reg_covar=0, n_threads=n_threads)
        return trace.params[-1], trace.negative_log_likelihood[-1]

    return run


def scikit_learn(problem: Problem, n_threads: int):
    """GaussianMixture, told not to look for its own start, which would take even longer."""
    from sklearn.mixture import GaussianMixture

    X, start = problem

    def run(n_iter: int):
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
            mixture.fit(X)
        return GMMParams(mixture.weights_, mixture.means_, mixture.covariances_), None

    return run


def numpy_loop(problem: Problem, n_threads: int):
    """Both steps as products with the features, and nothing else: for data that fit in a cache."""
    X, start = problem
    n_samples, n_features = X.shape
    if n_samples * (n_features**2 + start.n_components) > 10**5:
        raise MemoryError("all features at once do not fit in the cache")
    first, second = np.triu_indices(n_features)
    entries = np.empty((n_features, n_features), dtype=int)
    entries[first, second] = entries[second, first] = np.arange(len(first))
    factors, pairs = np.where(first == second, -0.5, -1.0), first * n_features + second
    centre = X.mean(axis=0)
    apart = (X - centre).T
    features = np.concatenate([np.ones((1, n_samples)), apart, apart[first] * apart[second]])
    transposed, table = features.T, np.empty((start.n_components, len(features)))
    constant = -0.5 * n_features * math.log(2 * math.pi)

    def run(n_iter: int):
        weights, means, covariances = start
        means = means - centre
        values = []
        for iteration in range(n_iter + 1):
            whiteners = np.linalg.inv(np.linalg.cholesky(covariances))
            precisions = whiteners.transpose(0, 2, 1) @ whiteners
            linear = np.vecdot(precisions, means[:, None], out=table[:, 1 : 1 + n_features])
            roots = whiteners.diagonal(axis1=1, axis2=2)
            table[:, 0] = np.log(weights) + np.log(roots).sum(axis=1) + constant
            table[:, 0] -= 0.5 * np.vecdot(linear, means)
            flat = precisions.reshape(len(means), -1)
            table[:, 1 + n_features :] = flat[:, pairs] * factors
            shares = np.exp(table @ features)
            norms = shares.sum(axis=0)
            values.append(-np.log(norms).sum())
            if iteration == n_iter:
                return GMMParams(weights, means + centre, covariances), values[-1]
            shares /= norms
            sums = shares @ transposed
            counts = sums[:, 0]
            weights, moments = counts / n_samples, sums[:, 1:] / counts[:, None]
            means = moments[:, :n_features]
            pair = moments[:, n_features:] - means[:, first] * means[:, second]
            covariances = pair[:, entries]

    return run


def course_loop(problem: Problem, n_threads: int):
    """The loop of the course's original notebook: densities of one component after another."""
    from scipy.stats import multivariate_normal

    X, start = problem

    def run(n_iter: int):
        weights, means, covariances = start
        for iteration in range(n_iter + 1):
            joint = np.empty((len(X), len(weights)))
            for k, weight in enumerate(weights):
                joint[:, k] = weight * multivariate_normal(means[k], covariances[k]).pdf(X)
            log_density = np.log(joint.sum(axis=1)).sum()
            if iteration == n_iter:
                return GMMParams(weights, means, covariances), -log_density
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

    return run
