"""Ways to write `e_step`, and from its own module `negative_log_likelihood`."""

import math

import numpy as np
from scipy.special import softmax

import gmm_helpers as gmm
from support import oracles

from . import likelihood  # noqa: F401  (importing fills the banks)
from .bank import right, wrong
from .density import by_einsum
from .mixture import by_logsumexp

right("e_step")(oracles.responsibilities)


def _logs(X, weights, means, covariances):
    return np.log(weights) + gmm.component_log_prob(X, means, covariances)


@right("e_step")
def by_softmax(X, *params):
    return softmax(_logs(X, *params), axis=1)


@right("e_step")
def largest_taken_out(X, *params):
    logs = _logs(X, *params)
    shares = np.exp(logs - logs.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1)[:, None]


@right("e_step")
def column_after_column(X, weights, means, covariances):
    columns = [
        np.log(weight) + by_einsum(X, mean, covariance)
        for weight, mean, covariance in zip(weights, means, covariances, strict=True)
    ]
    return np.exp(columns - np.logaddexp.reduce(columns)).T.tolist()


@right("e_step")
def one_over_the_sum_of_ratios(X, *params):
    logs = _logs(X, *params)
    with np.errstate(over="ignore"):  # 1 / infinity is the right answer
        return 1 / np.exp(logs[:, None, :] - logs[:, :, None]).sum(axis=2)


@wrong("e_step", "weights omitted")
def weights_omitted(X, weights, means, covariances):
    return softmax(gmm.component_log_prob(X, means, covariances), axis=1)


@wrong("e_step", "weights used twice")
def weights_squared(X, weights, means, covariances):
    return softmax(np.log(weights) + _logs(X, weights, means, covariances), axis=1)


@wrong("e_step", "normalised over samples")
def normalised_over_samples(X, *params):
    return softmax(_logs(X, *params), axis=0)


@wrong("e_step", "normalised over everything")
def normalised_over_everything(X, *params):
    return softmax(_logs(X, *params))


@wrong("e_step", "divided by the largest")
def relative_to_the_likeliest(X, *params):
    return [[math.exp(a - max(row)) for a in row] for row in _logs(X, *params).tolist()]


@wrong("e_step", "divided by the evidence of all samples")
def divided_by_the_likelihood(X, weights, means, covariances):
    nll = gmm.negative_log_likelihood(X, weights, means, covariances)
    result = np.zeros((len(X), len(weights)))
    for k in range(len(weights)):
        result[:, k] = np.exp(np.log(weights[k]) + by_einsum(X, means[k], covariances[k]) + nll)
    return result


@wrong("e_step", "not normalised")
def not_normalised(X, *params):
    return np.exp(_logs(X, *params))


@wrong("e_step", "hard assignment")
def hard_assignment(X, weights, means, covariances):
    return np.eye(len(weights))[_logs(X, weights, means, covariances).argmax(axis=1)]


@wrong("e_step", "labels instead of responsibilities")
def labels_returned(X, *params):
    return [int(np.argmax(row)) for row in _logs(X, *params)]


@wrong("e_step", "normalised inside the loop")
def normalised_by_the_sum_so_far(X, weights, means, covariances):
    result, total = np.zeros((len(X), len(weights))), np.zeros(len(X))
    for k in range(len(weights)):
        column = weights[k] * np.exp(by_einsum(X, means[k], covariances[k]))
        total += column
        result[:, k] = column / total
    return result


@wrong("e_step", "normalised inside the loop")
def normalised_in_each_pass(X, weights, means, covariances):
    result = np.zeros((len(X), len(weights)))
    for k in range(len(weights)):
        result[:, k] = weights[k] * np.exp(by_einsum(X, means[k], covariances[k]))
        result /= result.sum(axis=1, keepdims=True)
    return result


@wrong("e_step", "maximum over the wrong axis")
def largest_of_each_column_taken_out(X, *params):
    logs = _logs(X, *params)
    shares = np.exp(logs - logs.max(axis=0))
    return shares / shares.sum(axis=1, keepdims=True)


@wrong("e_step", "maximum over the whole table")
def largest_of_all_taken_out(X, *params):
    shares = np.exp(_logs(X, *params) - np.max(_logs(X, *params)))
    return shares / shares.sum(axis=1)[:, None]


@wrong("e_step", "divided by the log-density")
def divided_by_the_log_density(X, *params):
    return np.exp(_logs(X, *params)) / by_logsumexp(X, *params)[:, None]


@wrong("e_step", "density exponentiated")
def softmax_of_the_densities(X, weights, means, covariances):
    return softmax(weights * np.exp(gmm.component_log_prob(X, means, covariances)), axis=1)


@wrong("e_step", "one covariance for all components")
def first_covariance_for_all(X, weights, means, covariances):
    return by_softmax(X, weights, means, covariances[[0] * len(weights)])


@wrong("e_step", "rounded")
def rounded_to_two_digits(X, *params):
    return np.round(by_softmax(X, *params), 2)


@wrong("e_step", "multiplied by the factor instead of solved")
def multiplied_by_the_factor(X, weights, means, covariances):
    columns = []
    for weight, mean, covariance in zip(weights, means, covariances, strict=True):
        factor = np.linalg.cholesky(covariance)
        z = factor @ (X - mean).T
        columns.append(np.log(weight) - np.log(np.diag(factor)).sum() - (z**2).sum(axis=0) / 2)
    return softmax(np.transpose(columns), axis=1)


@wrong("e_step", "weights omitted, and one covariance for all components")
def unweighted_with_the_first_covariance(X, weights, means, covariances):
    return first_covariance_for_all(X, np.ones(len(weights)), means, covariances)


@wrong("e_step", "factor 1/2 omitted")
def half_omitted(X, weights, means, covariances):
    columns = [
        np.log(weight) - np.einsum("ni,ij,nj->n", X - m, np.linalg.inv(S), X - m)
        for weight, m, S in zip(weights, means, covariances, strict=True)
    ]
    log_dets = np.linalg.slogdet(covariances)[1]
    return softmax(np.array(columns).T - log_dets / 2, axis=1)


@wrong("e_step", "determinant omitted")
def determinants_omitted(X, *params):
    return softmax(_logs(X, *params) + np.linalg.slogdet(params[2])[1] / 2, axis=1)


@wrong("e_step", "only the diagonal used")
def correlations_ignored(X, weights, means, covariances):
    diagonal = covariances * np.eye(means.shape[1])
    return softmax(_logs(X, weights, means, diagonal), axis=1)


@wrong("e_step", "underflow")
def underflowing_densities(X, *params):
    joint = np.exp(_logs(X, *params))
    return joint / joint.sum(axis=1, keepdims=True)


@wrong("e_step", "underflow hidden")
def underflow_hidden_by_a_small_number(X, *params):
    joint = np.exp(_logs(X, *params))
    return joint / (joint.sum(axis=1, keepdims=True) + 1e-300)


@wrong("e_step", "underflow hidden")
def underflow_replaced_by_zero(X, *params):
    return np.nan_to_num(underflowing_densities(X, *params))


@wrong("e_step", "underflow hidden")
def underflow_replaced_by_equal_shares(X, *params):
    return np.nan_to_num(underflowing_densities(X, *params), nan=1 / len(params[0]))


@wrong("e_step", "transposed")
def transposed(X, *params):
    return by_softmax(X, *params).T


@wrong("e_step", "logarithms of the responsibilities returned")
def logarithms_returned(X, *params):
    return np.log(by_softmax(X, *params))


@wrong("e_step", "wrong kind of result")
def returned_with_the_likelihood(X, *params):
    return by_softmax(X, *params), by_logsumexp(X, *params).sum()
