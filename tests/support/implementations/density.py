"""Ways to write `gaussian_log_density`."""

import math

import numpy as np
import scipy.linalg
from scipy.stats import multivariate_normal, norm

from .bank import right

LOG_2PI = np.log(2 * np.pi)


@right("gaussian_log_density")
def by_scipy_stats(X, mean, covariance):
    return multivariate_normal(mean, covariance).logpdf(X)


@right("gaussian_log_density")
def by_inverse_and_determinant(X, mean, covariance):
    distances = np.diag((X - mean) @ np.linalg.inv(covariance) @ (X - mean).T)
    return -(len(mean) * LOG_2PI + np.log(np.linalg.det(covariance)) + distances) / 2


@right("gaussian_log_density")
def by_einsum(X, mean, covariance):
    centred, precision = X - mean, np.linalg.inv(covariance)
    distances = np.einsum("ni,ij,nj->n", centred, precision, centred)
    return -0.5 * (distances + np.linalg.slogdet(2 * np.pi * covariance)[1])


@right("gaussian_log_density")
def by_solving_row_after_row(X, mean, covariance):
    log_det = np.linalg.slogdet(covariance)[1]
    rows = [(x - mean) @ np.linalg.solve(covariance, x - mean) for x in X]
    return [-0.5 * (len(mean) * LOG_2PI + log_det + row) for row in rows]


@right("gaussian_log_density")
def by_triangular_solve(X, mean, covariance):
    factor = scipy.linalg.cholesky(covariance, lower=True)
    z = scipy.linalg.solve_triangular(factor, (X - mean).T, lower=True)
    constant = -0.5 * X.shape[1] * np.log(2 * np.pi) - np.sum(np.log(np.diag(factor)))
    return constant - 0.5 * np.sum(z * z, axis=0)


@right("gaussian_log_density")
def by_upper_factor(X, mean, covariance):
    factor = scipy.linalg.cho_factor(covariance)
    solved = scipy.linalg.cho_solve(factor, (X - mean).T)
    log_root = np.log(np.abs(np.diag(factor[0]))).sum()
    return [
        -len(mean) / 2 * LOG_2PI - log_root - (x - mean) @ z / 2
        for x, z in zip(X, solved.T, strict=True)
    ]


@right("gaussian_log_density")
def along_the_axes_of_the_ellipse(X, mean, covariance):
    variances, axes = np.linalg.eigh(covariance)
    scores = (X - mean) @ axes / np.sqrt(variances)
    return norm.logpdf(scores).sum(axis=1) - 0.5 * np.log(variances).sum()


@right("gaussian_log_density")
def one_feature_after_another(X, mean, covariance):
    """The chain rule: each feature given those before it."""
    total = np.zeros(len(X))
    for d in range(len(mean)):
        slope = np.linalg.solve(covariance[:d, :d], covariance[:d, d])
        centre = mean[d] + (X[:, :d] - mean[:d]) @ slope
        variance = covariance[d, d] - covariance[d, :d] @ slope
        total += norm.logpdf(X[:, d], centre, math.sqrt(variance))
    return total


@right("gaussian_log_density")
def in_plain_loops(X, mean, covariance):
    precision, result = np.linalg.inv(covariance).tolist(), []
    for x in X.tolist():
        distance = 0.0
        for i in range(len(x)):
            for j in range(len(x)):
                distance += (x[i] - mean[i]) * precision[i][j] * (x[j] - mean[j])
        constant = len(x) * math.log(2 * math.pi) + math.log(np.linalg.det(covariance))
        result.append(-(constant + distance) / 2)
    return tuple(result)
