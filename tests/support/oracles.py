"""Plain, slow formulas to hold the package against, written as in a first course.

Nothing here imports gmm_helpers. The density of one Gaussian comes from scipy.stats, which
the package does not use; everything else is a loop over samples and components.
"""

import itertools
import math

import numpy as np
from scipy.linalg import sqrtm
from scipy.stats import multivariate_normal


def component_log_prob(X, means, covariances):
    """log N(x_n | mu_k, Sigma_k), of shape (N, K)."""
    columns = [
        np.atleast_1d(multivariate_normal(mean, covariance).logpdf(X))
        for mean, covariance in zip(means, covariances, strict=True)
    ]
    return np.column_stack(columns)


def weighted_log_prob(X, weights, means, covariances):
    logs = component_log_prob(X, means, covariances)
    for k, weight in enumerate(weights):
        logs[:, k] += math.log(weight) if weight > 0 else -math.inf
    return logs


def log_of_sum(logs):
    """log(sum(exp(logs))) of one row, with the maximum subtracted first."""
    largest = max(logs)
    return largest + math.log(math.fsum(math.exp(value - largest) for value in logs))


def mixture_log_density(X, weights, means, covariances):
    rows = weighted_log_prob(X, weights, means, covariances)
    return np.array([log_of_sum(row) for row in rows])


def negative_log_likelihood(X, weights, means, covariances):
    return -math.fsum(mixture_log_density(X, weights, means, covariances))


def responsibilities(X, weights, means, covariances):
    result = []
    for row in weighted_log_prob(X, weights, means, covariances):
        total = log_of_sum(row)
        result.append([math.exp(value - total) for value in row])
    return np.array(result)


def update_weights(responsibilities):
    n_samples, n_components = responsibilities.shape
    return np.array(
        [math.fsum(responsibilities[:, k]) / n_samples for k in range(n_components)],
    )


def update_means(X, responsibilities):
    means = []
    for column in responsibilities.T:
        total = np.zeros(X.shape[1])
        for r, x in zip(column, X, strict=True):
            total = total + r * x
        means.append(total / math.fsum(column))
    return np.array(means)


def update_covariances(X, responsibilities, means, reg_covar=0.0):
    covariances = []
    for column, mean in zip(responsibilities.T, means, strict=True):
        total = np.zeros((X.shape[1], X.shape[1]))
        for r, x in zip(column, X, strict=True):
            total = total + r * np.outer(x - mean, x - mean)
        covariances.append(total / math.fsum(column) + reg_covar * np.eye(X.shape[1]))
    return np.array(covariances)


def m_step(X, responsibilities, reg_covar=0.0):
    means = update_means(X, responsibilities)
    covariances = update_covariances(X, responsibilities, means, reg_covar)
    return update_weights(responsibilities), means, covariances


def fit_em(X, weights, means, covariances, tol, max_iter, reg_covar=0.0):
    """EM from start to finish; returns the parameters and the NLL of every iteration."""
    params = weights, means, covariances
    history = [negative_log_likelihood(X, *params)]
    for _ in range(max_iter):
        params = m_step(X, responsibilities(X, *params), reg_covar)
        history.append(negative_log_likelihood(X, *params))
        if abs(history[-1] - history[-2]) < tol:
            break
    return params, history


def squared_wasserstein(mean_a, covariance_a, mean_b, covariance_b):
    """Squared 2-Wasserstein distance between two Gaussians, by matrix square roots."""
    root = sqrtm(covariance_a)
    middle = sqrtm(root @ covariance_b @ root)
    spread = np.trace(covariance_a + covariance_b - 2 * middle).real
    return float(np.sum((mean_a - mean_b) ** 2) + spread)


def matching_cost(order, params, reference):
    """What it costs to lay component order[j] of `params` on component j of `reference`."""
    return sum(
        squared_wasserstein(params[1][i], params[2][i], reference[1][j], reference[2][j])
        for j, i in enumerate(order)
    )


def cheapest_matching_cost(params, reference):
    """The cost of the best of all K! pairings."""
    orders = itertools.permutations(range(len(reference[0])))
    return min(matching_cost(order, params, reference) for order in orders)
