"""Ways to write `elbo`."""

import numpy as np
from scipy.special import entr, logsumexp, xlogy
from scipy.stats import entropy as scipy_entropy

import gmm_helpers as gmm
from support import oracles

from ..bank import right, wrong


@right("elbo")
def of_both_helpers(X, responsibilities, *params):
    return gmm.expected_log_joint(X, responsibilities, *params) + gmm.entropy(responsibilities)


@right("elbo")
def in_one_sum(X, responsibilities, *params):
    logs = gmm.weighted_log_prob(X, *params)
    safe = np.where(responsibilities > 0, responsibilities, 1)
    return np.sum(responsibilities * (logs - np.log(safe)))


@right("elbo")
def log_likelihood_minus_divergence(X, responsibilities, *params):
    logs = gmm.weighted_log_prob(X, *params)
    evidence = logsumexp(logs, axis=1)
    log_posterior = logs - evidence[:, None]
    divergence = xlogy(responsibilities, responsibilities) - responsibilities * log_posterior
    return evidence.sum() - divergence.sum()


@right("elbo")
def bound_of_each_sample(X, responsibilities, *params):
    logs, total = gmm.weighted_log_prob(X, *params), 0.0
    for r, row in zip(responsibilities, logs, strict=True):
        positive = r > 0
        total += r[positive] @ (row[positive] - np.log(r[positive]))
    return total


@right("elbo")
def three_sums(X, responsibilities, weights, means, covariances):
    prior = (responsibilities @ np.log(weights)).sum()
    fit = (responsibilities * gmm.component_log_prob(X, means, covariances)).sum()
    return prior + fit + entr(responsibilities).sum()


@right("elbo")
def tiny_number_added(X, responsibilities, *params):
    logs = gmm.weighted_log_prob(X, *params)
    return (responsibilities * (logs - np.log(responsibilities + 1e-300))).sum()


@right("elbo")
def by_scipy(X, responsibilities, *params):
    energy = np.average(oracles.weighted_log_prob(X, *params), axis=1, weights=responsibilities)
    return float(energy.sum() + scipy_entropy(responsibilities.T).sum())


def _energy(X, responsibilities, *params):
    return np.sum(responsibilities * oracles.weighted_log_prob(X, *params))


def _entropy(responsibilities):
    return entr(responsibilities).sum()


@wrong("elbo", "entropy subtracted")
def minus_the_entropy(X, responsibilities, *params):
    return _energy(X, responsibilities, *params) - _entropy(responsibilities)


@wrong("elbo", "entropy forgotten")
def energy_alone(X, responsibilities, *params):
    return gmm.expected_log_joint(X, responsibilities, *params)


@wrong("elbo", "entropy counted twice")
def entropy_twice(X, responsibilities, *params):
    safe = np.where(responsibilities > 0, responsibilities, 1)
    first = np.sum(responsibilities * (oracles.weighted_log_prob(X, *params) - np.log(safe)))
    return first + gmm.entropy(responsibilities)


@wrong("elbo", "sign")
def minus_the_bound(X, responsibilities, *params):
    return -_energy(X, responsibilities, *params) - _entropy(responsibilities)


@wrong("elbo", "log-likelihood returned")
def responsibilities_recomputed(X, responsibilities, *params):
    r = gmm.e_step(X, *params)
    return _energy(X, r, *params) + _entropy(r)


@wrong("elbo", "log-likelihood returned")
def always_tight(X, responsibilities, *params):
    return -gmm.negative_log_likelihood(X, *params)


@wrong("elbo", "NLL returned")
def nll(X, responsibilities, *params):
    return oracles.negative_log_likelihood(X, *params)


@wrong("elbo", "gap returned")
def divergence(X, responsibilities, *params):
    logs = oracles.weighted_log_prob(X, *params)
    log_posterior = logs - logsumexp(logs, axis=1, keepdims=True)
    return -_entropy(responsibilities) - np.sum(responsibilities * log_posterior)


@wrong("elbo", "mean instead of sum")
def bound_per_sample(X, responsibilities, *params):
    return (_energy(X, responsibilities, *params) + _entropy(responsibilities)) / len(X)


@wrong("elbo", "entropy of the weights")
def entropy_of_given_weights(X, responsibilities, *params):
    pi = responsibilities.mean(axis=0)
    return _energy(X, responsibilities, *params) - np.sum(pi * np.log(pi))


@wrong("elbo", "weights omitted")
def prior_forgotten(X, responsibilities, weights, means, covariances):
    fit = np.sum(responsibilities * gmm.component_log_prob(X, means, covariances))
    return fit + _entropy(responsibilities)


@wrong("elbo", "0 log 0")
def logarithm_of_zero(X, responsibilities, *params):
    logs = gmm.weighted_log_prob(X, *params)
    return np.sum(responsibilities * (logs - np.log(responsibilities)))


@wrong("elbo", "entropy of other responsibilities")
def entropy_after_a_new_e_step(X, responsibilities, *params):
    return _energy(X, responsibilities, *params) + _entropy(oracles.responsibilities(X, *params))


@wrong("elbo", "sum inside the logarithm")
def logarithm_outside(X, responsibilities, *params):
    logs = gmm.weighted_log_prob(X, *params)
    return logsumexp(logs, axis=1, b=responsibilities).sum() + _entropy(responsibilities)


@wrong("elbo", "responsibility missing before the logarithm")
def log_r_not_weighted(X, responsibilities, *params):
    positive = responsibilities[responsibilities > 0]
    return _energy(X, responsibilities, *params) - np.log(positive).sum()


@wrong("elbo", "hard responsibilities")
def of_hard_labels(X, responsibilities, *params):
    return np.sum(
        np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]
        * gmm.weighted_log_prob(X, *params)
    )


@wrong("elbo", "logarithm to another base")
def entropy_in_bits(X, responsibilities, *params):
    return _energy(X, responsibilities, *params) + _entropy(responsibilities) / np.log(2)


@wrong("elbo", "two terms instead of their sum")
def both_terms(X, responsibilities, *params):
    return _energy(X, responsibilities, *params), _entropy(responsibilities)
