"""Ways to write `mixture_log_density`."""

import math

import numpy as np
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

import gmm_helpers as gmm
from support import oracles

from . import density_mistakes  # noqa: F401  (importing fills the banks)
from .bank import right, wrong
from .density import LOG_2PI, by_einsum, by_triangular_solve

right("mixture_log_density")(oracles.mixture_log_density)


def _logs(X, weights, means, covariances):
    return np.log(weights) + gmm.component_log_prob(X, means, covariances)


@right("mixture_log_density")
def by_logsumexp(X, weights, means, covariances):
    return logsumexp(_logs(X, weights, means, covariances), axis=1)


@right("mixture_log_density")
def by_weighted_logsumexp(X, weights, means, covariances):
    return logsumexp(gmm.component_log_prob(X, means, covariances), axis=1, b=weights)


@right("mixture_log_density")
def by_logaddexp(X, weights, means, covariances):
    return np.logaddexp.reduce(_logs(X, weights, means, covariances), axis=1)


@right("mixture_log_density")
def component_after_component(X, weights, means, covariances):
    total = np.full(len(X), -np.inf)
    for weight, mean, covariance in zip(weights, means, covariances, strict=True):
        total = np.logaddexp(total, np.log(weight) + by_einsum(X, mean, covariance))
    return list(total)


@right("mixture_log_density")
def largest_taken_out_with_weights_outside(X, weights, means, covariances):
    logs = gmm.component_log_prob(X, means, covariances)
    largest = logs.max(axis=1, keepdims=True)
    return largest[:, 0] + np.log(np.exp(logs - largest) @ weights)


@right("mixture_log_density")
def components_as_rows(X, weights, means, covariances):
    rows = np.array(
        [
            math.log(w) + by_triangular_solve(X, m, S)
            for w, m, S in zip(weights, means, covariances, strict=True)
        ]
    )
    return rows.max(axis=0) + np.log(np.exp(rows - rows.max(axis=0)).sum(axis=0))


@right("mixture_log_density")
def relative_to_the_first_component(X, *params):
    logs = _logs(X, *params)
    return [row[0] + logsumexp(row - row[0]) for row in logs]


@right("mixture_log_density")
def without_a_single_array(X, weights, means, covariances):
    logs = _logs(X, weights, means, covariances).tolist()
    return [oracles.log_of_sum(row) for row in logs]


@wrong("mixture_log_density", "weights omitted")
def unweighted(X, weights, means, covariances):
    return logsumexp(gmm.component_log_prob(X, means, covariances), axis=1)


@wrong("mixture_log_density", "weights omitted")
def equally_weighted(X, weights, means, covariances):
    return by_logsumexp(X, np.full(len(weights), 1 / len(weights)), means, covariances)


@wrong("mixture_log_density", "underflow")
def naive(X, weights, means, covariances):
    return np.log(np.exp(gmm.component_log_prob(X, means, covariances)) @ weights)


@wrong("mixture_log_density", "small number in the logarithm")
def naive_with_a_floor(X, weights, means, covariances):
    density = np.exp(gmm.component_log_prob(X, means, covariances)) @ weights
    return np.log(density + 1e-300)


@wrong("mixture_log_density", "small number in the logarithm")
def naive_and_clipped(X, weights, means, covariances):
    density = np.exp(gmm.component_log_prob(X, means, covariances)) @ weights
    return np.log(np.clip(density, 1e-12, None))


@wrong("mixture_log_density", "only the largest component")
def largest_term_only(X, weights, means, covariances):
    return _logs(X, weights, means, covariances).max(axis=1)


@wrong("mixture_log_density", "logarithm inside the sum")
def average_of_logarithms(X, weights, means, covariances):
    return gmm.component_log_prob(X, means, covariances) @ weights


@wrong("mixture_log_density", "logarithm inside the sum")
def sum_of_logarithms(X, weights, means, covariances):
    total = np.zeros(len(X))
    for weight, mean, covariance in zip(weights, means, covariances, strict=True):
        total += np.log(weight) + multivariate_normal(mean, covariance).logpdf(X)
    return total


@wrong("mixture_log_density", "expected complete-data log-likelihood")
def expected_complete_data_value(X, *params):
    return (gmm.e_step(X, *params) * _logs(X, *params)).sum(axis=1)


@wrong("mixture_log_density", "averaged over components")
def averaged_over_components(X, *params):
    logs = _logs(X, *params)
    largest = logs.max(axis=1)
    return largest + np.log(np.exp(logs - largest[:, None]).mean(axis=1))


@wrong("mixture_log_density", "maximum not added back")
def largest_not_added_again(X, weights, means, covariances):
    logs = _logs(X, weights, means, covariances)
    return np.log(np.exp(logs - logs.max(axis=1, keepdims=True)).sum(axis=1))


@wrong("mixture_log_density", "maximum subtracted outside the exponential")
def parenthesis_closed_too_early(X, *params):
    result = []
    for row in _logs(X, *params):
        largest = max(row)
        result.append(largest + np.log(sum(math.exp(a) - largest for a in row)))
    return np.array(result)


@wrong("mixture_log_density", "one weight for all components")
def first_weight_for_all(X, weights, means, covariances):
    each = zip(means, covariances, strict=True)
    return np.logaddexp.reduce([np.log(weights[0]) + by_einsum(X, m, S) for m, S in each])


@wrong("mixture_log_density", "logarithms of all weights added")
def product_of_the_weights(X, weights, means, covariances):
    return np.log(np.prod(weights)) + unweighted(X, weights, means, covariances)


@wrong("mixture_log_density", "maximum over the whole table")
def largest_of_all_rows_taken_out(X, weights, means, covariances):
    logs = _logs(X, weights, means, covariances)
    return logs.max() + np.log(np.exp(logs - logs.max()).sum(axis=1))


@wrong("mixture_log_density", "summed over the wrong axis")
def summed_over_the_wrong_axis(X, weights, means, covariances):
    return logsumexp(_logs(X, weights, means, covariances), axis=0)


@wrong("mixture_log_density", "summed over samples")
def logarithm_of_the_summed_densities(X, *params):
    return logsumexp(_logs(X, *params))


@wrong("mixture_log_density", "not summed over the components")
def one_value_a_component(X, *params):
    return _logs(X, *params)


@wrong("mixture_log_density", "sign")
def sign_of_the_mixture(X, weights, means, covariances):
    return -by_logsumexp(X, weights, means, covariances)


@wrong("mixture_log_density", "density instead of its logarithm")
def mixture_density_without_logarithm(X, weights, means, covariances):
    return np.exp(by_logsumexp(X, weights, means, covariances))


@wrong("mixture_log_density", "log-density cut off at zero")
def mixture_never_above_zero(X, *params):
    return np.minimum(gmm.mixture_log_density(X, *params), 0)


@wrong("mixture_log_density", "weights not turned into logarithms")
def weights_without_logarithm(X, weights, means, covariances):
    return logsumexp(weights + gmm.component_log_prob(X, means, covariances), axis=1)


@wrong("mixture_log_density", "weights used twice")
def weights_used_twice(X, weights, means, covariances):
    return logsumexp(gmm.weighted_log_prob(X, weights, means, covariances), axis=1, b=weights)


@wrong("mixture_log_density", "density exponentiated")
def densities_in_logsumexp(X, weights, means, covariances):
    densities = np.exp(gmm.component_log_prob(X, means, covariances))
    return logsumexp(densities, axis=1, b=weights)


@wrong("mixture_log_density", "maximum over the wrong axis")
def largest_of_each_column_taken_out(X, *params):
    logs = _logs(X, *params)
    largest = np.max(logs, axis=0)
    return np.log(np.sum(np.exp(logs - largest), axis=1)) + np.max(logs)


@wrong("mixture_log_density", "one covariance for all components")
def first_covariance_for_all(X, weights, means, covariances):
    each = zip(weights, means, strict=True)
    return np.logaddexp.reduce([np.log(w) + by_einsum(X, m, covariances[0]) for w, m in each])


@wrong("mixture_log_density", "one mean for all components")
def first_mean_for_all(X, weights, means, covariances):
    each = zip(weights, covariances, strict=True)
    return np.logaddexp.reduce([np.log(w) + by_einsum(X, means[0], S) for w, S in each])


@wrong("mixture_log_density", "weights added to the densities")
def weights_and_densities_added(X, weights, means, covariances):
    each = zip(weights, means, covariances, strict=True)
    return np.log(sum(w + multivariate_normal(m, S).pdf(X) for w, m, S in each))


@wrong("mixture_log_density", "division by the weights")
def weights_subtracted(X, weights, means, covariances):
    return logsumexp(gmm.component_log_prob(X, means, covariances) - np.log(weights), axis=1)


@wrong("mixture_log_density", "weights in the wrong order")
def weights_sorted(X, weights, means, covariances):
    return by_logsumexp(X, sorted(weights), means, covariances)


@wrong("mixture_log_density", "only one component used")
def overwritten_in_the_loop(X, weights, means, covariances):
    for weight, mean, covariance in zip(weights, means, covariances, strict=True):
        total = np.log(weight) + multivariate_normal(mean, covariance).logpdf(X)
    return total


def _own_gaussian(named, log_density):
    """A mistake in a student's own Gaussian."""

    def mixture(X, weights, means, covariances):
        each = zip(weights, means, covariances, strict=True)
        columns = [np.log(w) + log_density(X - m, S) for w, m, S in each]
        return np.logaddexp.reduce(columns)

    mixture.__name__ = f"own_gaussian_with_{named.replace(' ', '_').replace('/', '_')}"
    wrong("mixture_log_density", named)(mixture)


def _squares(centred, matrix):
    return np.einsum("ni,ij,nj->n", centred, matrix, centred)


def _constant(S):
    return len(S) * LOG_2PI + np.linalg.slogdet(S)[1]


for named, log_density in {
    "determinant omitted": lambda x, S: -0.5 * (len(S) * LOG_2PI + _squares(x, np.linalg.inv(S))),
    "factor 1/2 omitted": lambda x, S: -0.5 * _constant(S) - _squares(x, np.linalg.inv(S)),
    "2π omitted": lambda x, S: -0.5 * (np.log(np.linalg.det(S)) + _squares(x, np.linalg.inv(S))),
    "covariance instead of its inverse": lambda x, S: -0.5 * (_constant(S) + _squares(x, S)),
    "only the diagonal used": lambda x, S: by_einsum(x, np.zeros(len(S)), S * np.eye(len(S))),
    "D missing in the exponent of 2π": lambda x, S: (
        -0.5 * (np.log(2 * np.pi * np.linalg.det(S)) + _squares(x, np.linalg.inv(S)))
    ),
    "square root of the determinant missing": lambda x, S: (
        -0.5 * (_constant(S) + _squares(x, np.linalg.inv(S))) - 0.5 * np.log(np.linalg.det(S))
    ),
}.items():
    _own_gaussian(named, log_density)


@wrong("mixture_log_density", "weights omitted, and only the diagonal used")
def unweighted_and_only_the_diagonal(X, weights, means, covariances):
    return unweighted(X, weights, means, covariances * np.eye(means.shape[1]))


@wrong("mixture_log_density", "only the largest component, and sign")
def largest_only_and_negative(X, *params):
    return -largest_term_only(X, *params)
