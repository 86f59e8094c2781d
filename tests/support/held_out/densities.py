"""Held-out answers to the exercises on densities and responsibilities."""

import numpy as np
from scipy.special import logsumexp

import gmm_helpers as gmm

from .bank import answer


@answer("gaussian_log_density", "determinant omitted")
def forgot_the_determinant(X, mean, covariance):
    d = X - mean
    q = np.sum(d @ np.linalg.inv(covariance) * d, axis=1)
    return -0.5 * (X.shape[1] * np.log(2 * np.pi) + q)


@answer("gaussian_log_density", "density instead of its logarithm")
def plain_density(X, mean, covariance):
    d = X - mean
    q = np.sum(d @ np.linalg.inv(covariance) * d, axis=1)
    return np.exp(-q / 2) / np.sqrt(np.linalg.det(2 * np.pi * covariance))


@answer("gaussian_log_density", "all pairs of samples")
def full_product(X, mean, covariance):
    d = X - mean
    q = d @ np.linalg.inv(covariance) @ d.T
    _, logdet = np.linalg.slogdet(covariance)
    return -0.5 * (X.shape[1] * np.log(2 * np.pi) + logdet + q)


@answer("gaussian_log_density", "covariance instead of its inverse")
def not_inverted(X, mean, covariance):
    out = []
    for x in X:
        q = (x - mean) @ covariance @ (x - mean)
        out.append(-0.5 * (len(x) * np.log(2 * np.pi) + np.log(np.linalg.det(covariance)) + q))
    return np.array(out)


@answer("gaussian_log_density", "multiplied by the factor instead of solved")
def factor_multiplied(X, mean, covariance):
    L = np.linalg.cholesky(covariance)
    z = L @ (X - mean).T
    logdet = 2 * np.log(np.diag(L)).sum()
    return -0.5 * (X.shape[1] * np.log(2 * np.pi) + logdet + (z**2).sum(axis=0))


@answer("gaussian_log_density", "square root of the determinant missing")
def whole_log_det(X, mean, covariance):
    L = np.linalg.cholesky(covariance)
    z = np.linalg.solve(L, (X - mean).T)
    logdet = 2 * np.sum(np.log(np.diag(L)))
    return -X.shape[1] / 2 * np.log(2 * np.pi) - logdet - np.sum(z * z, axis=0) / 2


@answer("gaussian_log_density", "2π term for two dimensions only", "right in two dimensions only")
def two_pi_once(X, mean, covariance):
    d = X - mean
    q = np.einsum("ni,ij,nj->n", d, np.linalg.inv(covariance), d)
    return -np.log(2 * np.pi) - 0.5 * np.linalg.slogdet(covariance)[1] - 0.5 * q


@answer("gaussian_log_density", "only the diagonal used")
def each_feature_alone(X, mean, covariance):
    total = 0
    for j in range(len(mean)):
        s = np.sqrt(covariance[j, j])
        total = total - np.log(s * np.sqrt(2 * np.pi)) - (X[:, j] - mean[j]) ** 2 / (2 * s**2)
    return total


@answer("mixture_log_density", "logarithm inside the sum")
def summed_the_logs(X, weights, means, covariances):
    return (np.log(weights) + gmm.component_log_prob(X, means, covariances)).sum(axis=1)


@answer("mixture_log_density", "weights omitted")
def no_weights(X, weights, means, covariances):
    return logsumexp(gmm.component_log_prob(X, means, covariances), axis=1)


@answer("mixture_log_density", "underflow")
def naive_sum(X, weights, means, covariances):
    densities = np.exp(gmm.component_log_prob(X, means, covariances))
    return np.log(densities @ weights)


@answer("mixture_log_density", "maximum not added back")
def kept_it_subtracted(X, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    a = a - a.max(axis=1, keepdims=True)
    return np.log(np.exp(a).sum(axis=1))


@answer("mixture_log_density", "weights multiplied by the logarithms", "logarithm inside the sum")
def average_log(X, weights, means, covariances):
    return gmm.component_log_prob(X, means, covariances) @ weights


@answer("mixture_log_density", "only the largest component")
def best_component(X, weights, means, covariances):
    return np.max(gmm.weighted_log_prob(X, weights, means, covariances), axis=1)


@answer("mixture_log_density", "density instead of its logarithm")
def density_itself(X, weights, means, covariances):
    return np.sum(weights * np.exp(gmm.component_log_prob(X, means, covariances)), axis=1)


@answer("mixture_log_density", "maximum over the whole table", "underflow")
def one_maximum(X, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    return a.max() + np.log(np.sum(np.exp(a - a.max()), axis=1))


@answer("negative_log_likelihood", "sign")
def positive(X, weights, means, covariances):
    return gmm.mixture_log_density(X, weights, means, covariances).sum()


@answer("negative_log_likelihood", "mean instead of sum")
def averaged(X, weights, means, covariances):
    return -np.mean(gmm.mixture_log_density(X, weights, means, covariances))


@answer("negative_log_likelihood", "not summed over the samples")
def one_each(X, weights, means, covariances):
    return -gmm.mixture_log_density(X, weights, means, covariances)


@answer("negative_log_likelihood", "logarithm inside the sum")
def all_entries(X, weights, means, covariances):
    return -np.sum(gmm.weighted_log_prob(X, weights, means, covariances))


@answer("negative_log_likelihood", "product before the logarithm", "underflow", "infinite")
def product_first(X, weights, means, covariances):
    p = 1.0
    for value in np.exp(gmm.mixture_log_density(X, weights, means, covariances)):
        p = p * value
    return -np.log(p)


@answer("negative_log_likelihood", "weights omitted")
def unweighted(X, weights, means, covariances):
    return -logsumexp(gmm.component_log_prob(X, means, covariances), axis=1).sum()


@answer("negative_log_likelihood", "logarithm taken twice", "all NaN", "not a number")
def log_of_log(X, weights, means, covariances):
    return -np.log(gmm.mixture_log_density(X, weights, means, covariances)).sum()


@answer("negative_log_likelihood", "not all samples")
def skips_the_first(X, weights, means, covariances):
    total = 0.0
    for n in range(1, len(X)):
        total -= gmm.mixture_log_density(X, weights, means, covariances)[n]
    return total


@answer("weighted_log_prob", "weights not turned into logarithms")
def weights_as_they_are(X, weights, means, covariances):
    return weights + gmm.component_log_prob(X, means, covariances)


@answer("weighted_log_prob", "weights multiplied by the logarithms")
def times(X, weights, means, covariances):
    return weights * gmm.component_log_prob(X, means, covariances)


@answer("weighted_log_prob", "weights omitted")
def without(X, weights, means, covariances):
    return gmm.component_log_prob(X, means, covariances)


@answer("weighted_log_prob", "transposed")
def rows_of_components(X, weights, means, covariances):
    return (np.log(weights) + gmm.component_log_prob(X, means, covariances)).T


@answer("weighted_log_prob", "logarithm missing", "density instead of its logarithm")
def product(X, weights, means, covariances):
    return weights * np.exp(gmm.component_log_prob(X, means, covariances))


@answer("weighted_log_prob", "summed over the components")
def summed(X, weights, means, covariances):
    return np.sum(np.log(weights) + gmm.component_log_prob(X, means, covariances), axis=1)


@answer("weighted_log_prob", "weights with the wrong sign", "division by the weights")
def subtracted(X, weights, means, covariances):
    return gmm.component_log_prob(X, means, covariances) - np.log(weights)


@answer("weighted_log_prob", "logarithm to another base")
def base_ten(X, weights, means, covariances):
    return np.log10(weights) + gmm.component_log_prob(X, means, covariances)


@answer("e_step", "not normalised")
def only_numerators(X, weights, means, covariances):
    return np.exp(gmm.weighted_log_prob(X, weights, means, covariances))


@answer("e_step", "normalised over samples")
def columns_sum_to_one(X, weights, means, covariances):
    p = np.exp(gmm.weighted_log_prob(X, weights, means, covariances))
    return p / p.sum(axis=0)


@answer("e_step", "weights omitted")
def equal_weights(X, weights, means, covariances):
    a = gmm.component_log_prob(X, means, covariances)
    return np.exp(a - logsumexp(a, axis=1)[:, None])


@answer("e_step", "underflow")
def straight_from_bayes(X, weights, means, covariances):
    r = np.zeros((len(X), len(weights)))
    for k in range(len(weights)):
        r[:, k] = weights[k] * np.exp(gmm.gaussian_log_density(X, means[k], covariances[k]))
    return r / r.sum(axis=1)[:, None]


@answer("e_step", "logarithms of the responsibilities returned")
def still_logs(X, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    return a - gmm.mixture_log_density(X, weights, means, covariances)[:, None]


@answer("e_step", "divided by the log-density")
def divided_by_log_density(X, weights, means, covariances):
    p = np.exp(gmm.weighted_log_prob(X, weights, means, covariances))
    return p / gmm.mixture_log_density(X, weights, means, covariances)[:, None]


@answer("e_step", "hard assignment")
def winner_takes_all(X, weights, means, covariances):
    a = gmm.weighted_log_prob(X, weights, means, covariances)
    return (a == a.max(axis=1, keepdims=True)).astype(float)


@answer("e_step", "one covariance for all components", "one component only", "first covariance")
def first_covariance(X, weights, means, covariances):
    a = np.empty((len(X), len(weights)))
    for k in range(len(weights)):
        a[:, k] = np.log(weights[k]) + gmm.gaussian_log_density(X, means[k], covariances[0])
    return np.exp(a - logsumexp(a, axis=1, keepdims=True))
