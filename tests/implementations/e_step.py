"""Ways to write `negative_log_likelihood` and `e_step`."""

import numpy as np
import oracles
from scipy.special import logsumexp, softmax

import gmm_helpers as gmm

from .bank import WRONG, right, wrong
from .density import by_einsum, by_logsumexp

right("negative_log_likelihood")(oracles.negative_log_likelihood)
right("e_step")(oracles.responsibilities)


@right("negative_log_likelihood")
def minus_the_sum(X, *params):
    return [-by_logsumexp(X, *params).sum()]


@right("negative_log_likelihood")
def as_an_array_without_dimensions(X, *params):
    return np.array(-len(X) * by_logsumexp(X, *params).mean())


@right("negative_log_likelihood")
def sample_after_sample(X, *params):
    return sum(-float(by_logsumexp(X[n : n + 1], *params)[0]) for n in range(len(X)))


def _total_of(wrong_density):
    """A wrong density makes a wrong total, too."""

    def total(X, *params):
        return -wrong_density(X, *params).sum()

    total.__name__ = f"total_of_{wrong_density.__name__}"
    return total


for wrong_density in WRONG["mixture_log_density"].values():
    wrong("negative_log_likelihood")(_total_of(wrong_density))


@wrong("negative_log_likelihood")
def mean_for_sum(X, *params):
    return -by_logsumexp(X, *params).mean()


@wrong("negative_log_likelihood")
def sign(X, *params):
    return by_logsumexp(X, *params).sum()


@wrong("negative_log_likelihood")
def one_value_a_sample(X, *params):
    return -by_logsumexp(X, *params)


@wrong("negative_log_likelihood")
def logarithm_of_the_summed_densities(X, *params):
    return -logsumexp(by_logsumexp(X, *params))


@wrong("negative_log_likelihood")
def logarithm_of_the_underflowing_product(X, *params):
    return -np.log(np.prod(np.exp(by_logsumexp(X, *params))))


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


@wrong("e_step")
def weights_omitted(X, weights, means, covariances):
    return softmax(gmm.component_log_prob(X, means, covariances), axis=1)


@wrong("e_step")
def weights_squared(X, weights, means, covariances):
    return softmax(np.log(weights) + _logs(X, weights, means, covariances), axis=1)


@wrong("e_step")
def normalised_over_samples(X, *params):
    return softmax(_logs(X, *params), axis=0)


@wrong("e_step")
def normalised_over_everything(X, *params):
    return softmax(_logs(X, *params))


@wrong("e_step")
def not_normalised(X, *params):
    return np.exp(_logs(X, *params))


@wrong("e_step")
def hard_assignment(X, weights, means, covariances):
    return np.eye(len(weights))[_logs(X, weights, means, covariances).argmax(axis=1)]


@wrong("e_step")
def half_omitted(X, weights, means, covariances):
    columns = [
        np.log(weight) - np.einsum("ni,ij,nj->n", X - m, np.linalg.inv(S), X - m)
        for weight, m, S in zip(weights, means, covariances, strict=True)
    ]
    log_dets = np.linalg.slogdet(covariances)[1]
    return softmax(np.array(columns).T - log_dets / 2, axis=1)


@wrong("e_step")
def determinants_omitted(X, *params):
    return softmax(_logs(X, *params) + np.linalg.slogdet(params[2])[1] / 2, axis=1)


@wrong("e_step")
def correlations_ignored(X, weights, means, covariances):
    diagonal = covariances * np.eye(means.shape[1])
    return softmax(_logs(X, weights, means, diagonal), axis=1)


@wrong("e_step")
def underflowing_densities(X, *params):
    joint = np.exp(_logs(X, *params))
    return joint / joint.sum(axis=1, keepdims=True)


@wrong("e_step")
def underflow_hidden_by_a_small_number(X, *params):
    joint = np.exp(_logs(X, *params))
    return joint / (joint.sum(axis=1, keepdims=True) + 1e-300)


@wrong("e_step")
def underflow_replaced_by_zero(X, *params):
    return np.nan_to_num(underflowing_densities(X, *params))


@wrong("e_step")
def underflow_replaced_by_equal_shares(X, *params):
    return np.nan_to_num(underflowing_densities(X, *params), nan=1 / len(params[0]))


@wrong("e_step")
def transposed(X, *params):
    return by_softmax(X, *params).T


@wrong("e_step")
def logarithms_returned(X, *params):
    return np.log(by_softmax(X, *params))


@wrong("e_step")
def returned_with_the_likelihood(X, *params):
    return by_softmax(X, *params), by_logsumexp(X, *params).sum()


@wrong("negative_log_likelihood")
def never_negative(X, *params):
    return abs(gmm.negative_log_likelihood(X, *params))
