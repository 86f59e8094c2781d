"""Ways to write `expected_log_joint`."""

import math

import numpy as np
from scipy.special import entr, logsumexp, softmax
from scipy.stats import multivariate_normal

import gmm_helpers as gmm
from support import oracles

from ..bank import right, wrong


@right("expected_log_joint")
def by_the_helper(X, responsibilities, *params):
    return (responsibilities * gmm.weighted_log_prob(X, *params)).sum()


@right("expected_log_joint")
def by_einsum(X, responsibilities, weights, means, covariances):
    logs = gmm.component_log_prob(X, means, covariances) + np.log(weights)
    return np.einsum("nk,nk->", responsibilities, logs)


@right("expected_log_joint")
def two_sums(X, responsibilities, weights, means, covariances):
    counts = responsibilities.sum(axis=0)
    logs = gmm.component_log_prob(X, means, covariances)
    return counts @ np.log(weights) + np.sum(responsibilities * logs)


@right("expected_log_joint")
def component_after_component(X, responsibilities, weights, means, covariances):
    total = 0
    for k, weight in enumerate(weights):
        density = multivariate_normal(means[k], covariances[k]).logpdf(X)
        total += np.sum(responsibilities[:, k] * (np.log(weight) + density))
    return total


@right("expected_log_joint")
def entry_by_entry(X, responsibilities, *params):
    logs = oracles.weighted_log_prob(X, *params)
    n_samples, n_components = responsibilities.shape
    return math.fsum(
        responsibilities[n, k] * logs[n, k] for n in range(n_samples) for k in range(n_components)
    )


@right("expected_log_joint")
def as_a_trace(X, responsibilities, *params):
    return np.trace(responsibilities.T @ gmm.weighted_log_prob(X, *params))


@right("expected_log_joint")
def by_the_evidence(X, responsibilities, *params):
    """The log-likelihood, and what is expected of the logarithm of the posterior."""
    logs = gmm.weighted_log_prob(X, *params)
    evidence = logsumexp(logs, axis=1, keepdims=True)
    return np.sum(evidence) + np.sum(responsibilities * (logs - evidence))


@right("expected_log_joint")
def from_scratch(X, responsibilities, weights, means, covariances):
    logs = np.empty(responsibilities.shape)
    for k in range(len(weights)):
        z = np.linalg.solve(np.linalg.cholesky(covariances[k]), (X - means[k]).T)
        log_det = np.linalg.slogdet(covariances[k])[1]
        logs[:, k] = -0.5 * (X.shape[1] * np.log(2 * np.pi) + log_det + (z**2).sum(axis=0))
    return len(X) * np.mean((responsibilities * (logs + np.log(weights))).sum(axis=1))


def _densities(X, means, covariances):
    return oracles.component_log_prob(X, means, covariances)


@wrong("expected_log_joint", "weights omitted")
def no_prior(X, responsibilities, weights, means, covariances):
    return np.sum(responsibilities * _densities(X, means, covariances))


@wrong("expected_log_joint", "log-weights not weighted by the responsibilities")
def prior_outside_the_brackets(X, responsibilities, weights, means, covariances):
    return np.sum(np.log(weights) + responsibilities * _densities(X, means, covariances))


@wrong("expected_log_joint", "log-weights not weighted by the responsibilities")
def prior_added_once(X, responsibilities, weights, means, covariances):
    total = 0.0
    for k in range(len(weights)):
        log_density = multivariate_normal(means[k], covariances[k]).logpdf(X)
        total += np.log(weights[k]) + np.sum(responsibilities[:, k] * log_density)
    return total


@wrong("expected_log_joint", "log-densities not weighted by the responsibilities")
def densities_outside_the_brackets(X, responsibilities, weights, means, covariances):
    return np.sum(responsibilities * np.log(weights) + _densities(X, means, covariances))


@wrong("expected_log_joint", "logarithm of the responsibilities in place of log π")
def posterior_for_prior(X, responsibilities, weights, means, covariances):
    logs = np.log(np.where(responsibilities > 0, responsibilities, 1))
    return np.sum(responsibilities * (logs + _densities(X, means, covariances)))


@wrong("expected_log_joint", "log-likelihood returned")
def log_likelihood(X, responsibilities, *params):
    return -oracles.negative_log_likelihood(X, *params)


@wrong("expected_log_joint", "log-likelihood returned")
def log_likelihood_shared_out(X, responsibilities, *params):
    return np.sum(responsibilities * gmm.mixture_log_density(X, *params)[:, None])


@wrong("expected_log_joint", "responsibilities recomputed")
def of_an_e_step(X, responsibilities, *params):
    logs = gmm.weighted_log_prob(X, *params)
    return np.sum(softmax(logs, axis=1) * logs)


@wrong("expected_log_joint", "sum inside the logarithm")
def logarithm_of_the_average(X, responsibilities, *params):
    return logsumexp(gmm.weighted_log_prob(X, *params), axis=1, b=responsibilities).sum()


@wrong("expected_log_joint", "logarithm missing")
def average_of_the_joint(X, responsibilities, *params):
    return np.sum(responsibilities * np.exp(gmm.weighted_log_prob(X, *params)))


@wrong("expected_log_joint", "hard responsibilities")
def of_the_likeliest(X, responsibilities, *params):
    logs, labels = gmm.weighted_log_prob(X, *params), responsibilities.argmax(axis=1)
    return sum(logs[n, k] for n, k in enumerate(labels))


@wrong("expected_log_joint", "mean instead of sum")
def per_sample(X, responsibilities, *params):
    return np.sum(responsibilities * gmm.weighted_log_prob(X, *params), axis=1).mean()


@wrong("expected_log_joint", "sign")
def energy(X, responsibilities, *params):
    return -np.sum(responsibilities * gmm.weighted_log_prob(X, *params))


@wrong("expected_log_joint", "entropy included")
def already_the_bound(X, responsibilities, *params):
    logs = gmm.weighted_log_prob(X, *params)
    return np.sum(responsibilities * logs) + entr(responsibilities).sum()


@wrong("expected_log_joint", "responsibilities missing")
def all_alike(X, responsibilities, *params):
    return gmm.weighted_log_prob(X, *params).sum()


@wrong("expected_log_joint", "not summed over the samples")
def one_each(X, responsibilities, *params):
    return np.sum(responsibilities * gmm.weighted_log_prob(X, *params), axis=1)


@wrong("expected_log_joint", "not summed over the components")
def diagonal_of_the_product(X, responsibilities, *params):
    return np.diag(responsibilities.T @ gmm.weighted_log_prob(X, *params))


@wrong("expected_log_joint", "underflow")
def densities_first(X, responsibilities, weights, means, covariances):
    joint = weights * np.exp(_densities(X, means, covariances))
    return np.sum(np.where(responsibilities > 0, responsibilities, 0) * np.log(joint))


@wrong("expected_log_joint", "determinant omitted")
def no_determinant(X, responsibilities, weights, means, covariances):
    total = 0.0
    for k in range(len(weights)):
        d = X - means[k]
        squares = np.einsum("ni,ij,nj->n", d, np.linalg.inv(covariances[k]), d)
        log_density = -0.5 * (X.shape[1] * np.log(2 * np.pi) + squares)
        total += responsibilities[:, k] @ (np.log(weights[k]) + log_density)
    return total


@wrong("expected_log_joint", "covariance instead of its inverse")
def not_inverted(X, responsibilities, weights, means, covariances):
    logs = np.empty(responsibilities.shape)
    for k in range(len(weights)):
        d = X - means[k]
        log_det = np.log(np.linalg.det(2 * np.pi * covariances[k]))
        logs[:, k] = np.log(weights[k]) - 0.5 * (log_det + np.sum(d @ covariances[k] * d, axis=1))
    return np.sum(responsibilities * logs)


@wrong("expected_log_joint", "parameters recomputed")
def after_an_m_step(X, responsibilities, *params):
    return gmm.expected_log_joint(X, responsibilities, *oracles.m_step(X, responsibilities))
