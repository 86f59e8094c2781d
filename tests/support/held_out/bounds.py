"""Held-out answers to the exercises on the bound."""

import numpy as np
from scipy.special import logsumexp
from scipy.stats import entropy as scipy_entropy

import gmm_helpers as gmm

from .bank import answer


@answer("entropy", "0 log 0")
def as_in_the_book(responsibilities):
    H = 0
    for n in range(responsibilities.shape[0]):
        for k in range(responsibilities.shape[1]):
            H -= responsibilities[n, k] * np.log(responsibilities[n, k])
    return H


@answer("entropy", "sign")
def no_minus(responsibilities):
    r = responsibilities[responsibilities > 0]
    return (r * np.log(r)).sum()


@answer("entropy", "logarithm to another base")
def scipy_in_bits(responsibilities):
    return scipy_entropy(responsibilities, base=2, axis=1).sum()


@answer("entropy", "mean instead of sum")
def mean_of_the_rows(responsibilities):
    h = []
    for row in responsibilities:
        row = row[row > 0]
        h.append(-np.sum(row * np.log(row)))
    return np.mean(h)


@answer("entropy", "entropy of the weights")
def how_unequal(responsibilities):
    N_k = responsibilities.sum(axis=0)
    pi = N_k / N_k.sum()
    return -(pi * np.log(pi)).sum()


@answer("entropy", "not summed over the samples")
def a_vector(responsibilities):
    safe = np.maximum(responsibilities, 1e-300)
    return -(responsibilities * np.log(safe)).sum(axis=1)


@answer("entropy", "one entropy per component")
def axis_zero(responsibilities):
    safe = np.maximum(responsibilities, 1e-300)
    return -(responsibilities * np.log(safe)).sum(axis=0)


@answer("entropy", "not all samples", "return inside the loop")
def stops_after_one(responsibilities):
    total = 0
    for row in responsibilities:
        for r in row:
            if r > 0:
                total += -r * np.log(r)
        return total


@answer("entropy", "not all samples", "one sample left out")
def begins_at_one(responsibilities):
    total = 0
    for n in range(1, len(responsibilities)):
        row = responsibilities[n][responsibilities[n] > 0]
        total += -(row * np.log(row)).sum()
    return total


@answer("entropy", "responsibility missing before the logarithm")
def log_only(responsibilities):
    r = responsibilities[responsibilities != 0]
    return -np.log(r).sum()


@answer("entropy", "small number added")
def with_a_large_epsilon(responsibilities):
    return -np.sum(responsibilities * np.log(responsibilities + 1e-3))


@answer("expected_log_joint", "weights omitted")
def density_only(X, responsibilities, weights, means, covariances):
    return (responsibilities * gmm.component_log_prob(X, means, covariances)).sum()


@answer("expected_log_joint", "weights not turned into logarithms")
def pi_without_log(X, responsibilities, weights, means, covariances):
    return (responsibilities * (weights + gmm.component_log_prob(X, means, covariances))).sum()


@answer("expected_log_joint", "log-likelihood returned")
def log_of_sum(X, responsibilities, weights, means, covariances):
    a = np.log(weights) + gmm.component_log_prob(X, means, covariances)
    return logsumexp(a, axis=1).sum()


@answer("expected_log_joint", "responsibilities recomputed")
def own_e_step(X, responsibilities, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    r = np.exp(a - logsumexp(a, axis=1)[:, None])
    return (r * a).sum()


@answer("expected_log_joint", "mean instead of sum")
def averaged(X, responsibilities, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    return (responsibilities * a).sum() / X.shape[0]


@answer("expected_log_joint", "logarithm missing")
def joint_itself(X, responsibilities, weights, means, covariances):
    p = np.exp(gmm.component_log_prob(X, means, covariances))
    return np.sum(responsibilities * weights * p)


@answer("expected_log_joint", "hard responsibilities")
def winners(X, responsibilities, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    z = np.argmax(responsibilities, axis=1)
    return a[np.arange(len(X)), z].sum()


@answer("expected_log_joint", "log-weights not weighted by the responsibilities")
def bracket_missing(X, responsibilities, weights, means, covariances):
    total = 0
    for n in range(len(X)):
        for k in range(len(weights)):
            log_density = gmm.gaussian_log_density(X[n : n + 1], means[k], covariances[k])[0]
            total += np.log(weights[k]) + responsibilities[n, k] * log_density
    return total


@answer("expected_log_joint", "not summed over the samples")
def rows(X, responsibilities, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    return np.sum(responsibilities * a, axis=1)


@answer("expected_log_joint", "sum inside the logarithm", "infinite", "underflow")
def log_last(X, responsibilities, weights, means, covariances):
    p = np.exp(gmm.weighted_log_prob(X, weights, means, covariances))
    return np.log((responsibilities * p).sum(axis=1)).sum()


@answer("elbo", "entropy subtracted")
def minus(X, responsibilities, weights, means, covariances):
    energy = gmm.expected_log_joint(X, responsibilities, weights, means, covariances)
    return energy - gmm.entropy(responsibilities)


@answer("elbo", "entropy forgotten")
def first_term(X, responsibilities, weights, means, covariances):
    return (responsibilities * gmm.weighted_log_prob(X, weights, means, covariances)).sum()


@answer("elbo", "log-likelihood returned")
def new_responsibilities(X, responsibilities, weights, means, covariances):
    responsibilities = gmm.e_step(X, weights, means, covariances)
    energy = gmm.expected_log_joint(X, responsibilities, weights, means, covariances)
    return energy + gmm.entropy(responsibilities)


@answer("elbo", "sign")
def free_energy(X, responsibilities, weights, means, covariances):
    energy = -gmm.expected_log_joint(X, responsibilities, weights, means, covariances)
    return energy - gmm.entropy(responsibilities)


@answer("elbo", "0 log 0")
def one_line(X, responsibilities, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    return np.sum(responsibilities * a - responsibilities * np.log(responsibilities))


@answer("elbo", "NLL returned")
def only_nll(X, responsibilities, weights, means, covariances):
    return gmm.negative_log_likelihood(X, weights, means, covariances)


@answer("elbo", "gap returned")
def kl(X, responsibilities, weights, means, covariances):
    r, p = responsibilities, gmm.e_step(X, weights, means, covariances)
    return np.sum(r[r > 0] * np.log(r[r > 0] / np.maximum(p[r > 0], 1e-300)))


@answer("elbo", "mean instead of sum")
def per_point(X, responsibilities, weights, means, covariances):
    energy = gmm.expected_log_joint(X, responsibilities, weights, means, covariances)
    return (energy + gmm.entropy(responsibilities)) / len(X)


@answer("elbo", "entropy of the weights")
def weights_entropy(X, responsibilities, weights, means, covariances):
    energy = gmm.expected_log_joint(X, responsibilities, weights, means, covariances)
    return energy - np.sum(weights * np.log(weights))


@answer("elbo", "entropy added to the log-likelihood")
def on_top_of_the_nll(X, responsibilities, weights, means, covariances):
    nll = gmm.negative_log_likelihood(X, weights, means, covariances)
    return -nll + gmm.entropy(responsibilities)
