"""Ways to write `gaussian_log_density` and `mixture_log_density`."""

import numpy as np
import oracles
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

import gmm_helpers as gmm

from .bank import right, wrong

LOG_2PI = np.log(2 * np.pi)

right("mixture_log_density")(oracles.mixture_log_density)


@right("gaussian_log_density")
def by_scipy_stats(X, mean, covariance):
    return np.atleast_1d(multivariate_normal(mean, covariance).logpdf(X))


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


def _distances(X, mean, covariance):
    return np.sum((X - mean) * np.linalg.solve(covariance, (X - mean).T).T, axis=1)


def _log_det(covariance):
    return np.linalg.slogdet(covariance)[1]


@wrong("gaussian_log_density")
def half_omitted(X, mean, covariance):
    constant = len(mean) * LOG_2PI + _log_det(covariance)
    return -(constant / 2 + _distances(X, mean, covariance))


@wrong("gaussian_log_density")
def normalisation_omitted(X, mean, covariance):
    return -0.5 * _distances(X, mean, covariance)


@wrong("gaussian_log_density")
def sign_of_log_det(X, mean, covariance):
    distances = _distances(X, mean, covariance)
    return -0.5 * (len(mean) * LOG_2PI - _log_det(covariance) + distances)


@wrong("gaussian_log_density")
def one_log_2pi_whatever_the_dimension(X, mean, covariance):
    return -0.5 * (LOG_2PI + _log_det(covariance) + _distances(X, mean, covariance))


@wrong("gaussian_log_density")
def half_of_log_det_omitted(X, mean, covariance):
    distances = _distances(X, mean, covariance)
    return -0.5 * (len(mean) * LOG_2PI + distances) - _log_det(covariance)


@wrong("gaussian_log_density")
def sign(X, mean, covariance):
    return -by_einsum(X, mean, covariance)


@wrong("gaussian_log_density")
def logarithm_of_the_underflowing_density(X, mean, covariance):
    return np.log(np.exp(by_einsum(X, mean, covariance)))


@wrong("gaussian_log_density")
def density_instead_of_its_logarithm(X, mean, covariance):
    return np.exp(by_einsum(X, mean, covariance))


@wrong("gaussian_log_density")
def covariance_used_as_its_root(X, mean, covariance):
    z = np.linalg.solve(covariance, (X - mean).T)
    return -0.5 * (len(mean) * LOG_2PI + 2 * _log_det(covariance) + (z**2).sum(axis=0))


@wrong("gaussian_log_density")
def correlations_ignored(X, mean, covariance):
    return by_einsum(X, mean, np.diag(np.diag(covariance)))


@wrong("gaussian_log_density")
def summed_over_samples(X, mean, covariance):
    return by_einsum(X, mean, covariance).sum()


def _logs(X, weights, means, covariances):
    return np.log(weights) + gmm.component_log_prob(X, means, covariances)


@right("mixture_log_density")
def by_logsumexp(X, weights, means, covariances):
    return logsumexp(_logs(X, weights, means, covariances), axis=1)


@right("mixture_log_density")
def by_logaddexp(X, weights, means, covariances):
    return np.logaddexp.reduce(_logs(X, weights, means, covariances), axis=1)


@right("mixture_log_density")
def component_after_component(X, weights, means, covariances):
    total = np.full(len(X), -np.inf)
    for weight, mean, covariance in zip(weights, means, covariances, strict=True):
        total = np.logaddexp(total, np.log(weight) + by_einsum(X, mean, covariance))
    return list(total)


@wrong("mixture_log_density")
def unweighted(X, weights, means, covariances):
    return logsumexp(gmm.component_log_prob(X, means, covariances), axis=1)


@wrong("mixture_log_density")
def equally_weighted(X, weights, means, covariances):
    return by_logsumexp(X, np.full(len(weights), 1 / len(weights)), means, covariances)


@wrong("mixture_log_density")
def naive(X, weights, means, covariances):
    return np.log(np.exp(gmm.component_log_prob(X, means, covariances)) @ weights)


@wrong("mixture_log_density")
def naive_with_a_floor(X, weights, means, covariances):
    density = np.exp(gmm.component_log_prob(X, means, covariances)) @ weights
    return np.log(density + 1e-300)


@wrong("mixture_log_density")
def largest_term_only(X, weights, means, covariances):
    return _logs(X, weights, means, covariances).max(axis=1)


@wrong("mixture_log_density")
def average_of_logarithms(X, weights, means, covariances):
    return gmm.component_log_prob(X, means, covariances) @ weights


@wrong("mixture_log_density")
def largest_not_added_again(X, weights, means, covariances):
    logs = _logs(X, weights, means, covariances)
    return np.log(np.exp(logs - logs.max(axis=1, keepdims=True)).sum(axis=1))


@wrong("mixture_log_density")
def largest_of_all_rows_taken_out(X, weights, means, covariances):
    logs = _logs(X, weights, means, covariances)
    return logs.max() + np.log(np.exp(logs - logs.max()).sum(axis=1))


@wrong("mixture_log_density")
def summed_over_the_wrong_axis(X, weights, means, covariances):
    return logsumexp(_logs(X, weights, means, covariances), axis=0)


@wrong("mixture_log_density")
def sign_of_the_mixture(X, weights, means, covariances):
    return -by_logsumexp(X, weights, means, covariances)


@wrong("mixture_log_density")
def mixture_density_without_logarithm(X, weights, means, covariances):
    return np.exp(by_logsumexp(X, weights, means, covariances))


@wrong("gaussian_log_density")
def never_above_zero(X, mean, covariance):
    return np.minimum(gmm.gaussian_log_density(X, mean, covariance), 0)


@wrong("mixture_log_density")
def mixture_never_above_zero(X, *params):
    return np.minimum(gmm.mixture_log_density(X, *params), 0)
