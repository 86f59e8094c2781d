"""Ways to write `negative_log_likelihood`."""

import math

import numpy as np
from scipy.special import logsumexp

import gmm_helpers as gmm
from support import oracles

from .bank import NAMED, WRONG, right, wrong
from .mixture import by_logsumexp, by_weighted_logsumexp

# What a mistake in the density of each sample is called in their sum, where it has another name.
OTHER_NAMES = {
    "density instead of its logarithm": "logarithm missing",
    "summed over the wrong axis": "logarithm of a sum over samples",
    "not summed over the components": "logarithm inside the sum",
    "log-density cut off at zero": "absolute value",  # where all are positive, or all negative
    "summed over samples": "logarithm of a sum over samples",
    "only the largest component, and sign": "sign, and only the largest component",
    "maximum over the whole table": "underflow",  # all that shows in a total
}

right("negative_log_likelihood")(oracles.negative_log_likelihood)


@right("negative_log_likelihood")
def minus_the_sum(X, *params):
    return [-by_logsumexp(X, *params).sum()]


@right("negative_log_likelihood")
def as_an_array_without_dimensions(X, *params):
    return np.array(-len(X) * by_logsumexp(X, *params).mean())


@right("negative_log_likelihood")
def sample_after_sample(X, *params):
    return sum(-float(by_logsumexp(X[n : n + 1], *params)[0]) for n in range(len(X)))


@right("negative_log_likelihood")
def subtracted_in_a_loop(X, *params):
    total = 0
    for value in gmm.mixture_log_density(X, *params):
        total -= value
    return total


@right("negative_log_likelihood")
def as_a_product_with_ones(X, *params):
    return -np.ones(len(X)) @ by_weighted_logsumexp(X, *params)


@right("negative_log_likelihood")
def summed_exactly(X, *params):
    return math.fsum(-gmm.log_sum_exp(gmm.weighted_log_prob(X, *params)))


@right("negative_log_likelihood")
def by_responsibilities(X, *params):
    """The expected value of the complete data, and the entropy that it lacks."""
    r, logs = gmm.e_step(X, *params), gmm.weighted_log_prob(X, *params)
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(r * logs) + np.nansum(r * np.log(r))


def _total_of(wrong_density):
    """A wrong density makes a wrong total, too."""

    def total(X, *params):
        return -wrong_density(X, *params).sum()

    total.__name__ = f"total_of_{wrong_density.__name__}"
    return total


for name, wrong_density in WRONG["mixture_log_density"].items():
    named = [
        each
        for first in NAMED["mixture_log_density"][name]
        for each in {first, OTHER_NAMES.get(first, first)}
    ]
    wrong("negative_log_likelihood", *named)(_total_of(wrong_density))


@wrong("negative_log_likelihood", "mean instead of sum")
def mean_for_sum(X, *params):
    return -by_logsumexp(X, *params).mean()


@wrong("negative_log_likelihood", "sign")
def sign(X, *params):
    return by_logsumexp(X, *params).sum()


@wrong("negative_log_likelihood", "not summed over the samples")
def one_value_a_sample(X, *params):
    return -by_logsumexp(X, *params)


@wrong("negative_log_likelihood", "logarithm of a sum over samples")
def logarithm_of_the_summed_densities(X, *params):
    return -np.log(np.exp(by_logsumexp(X, *params)).sum())


@wrong("negative_log_likelihood", "logarithm of a sum over samples")
def sums_exchanged(X, weights, means, covariances):
    logs = gmm.component_log_prob(X, means, covariances)
    return -np.sum(np.log(weights) + logsumexp(logs, axis=0))


@wrong("negative_log_likelihood", "product before the logarithm")
def logarithm_of_the_underflowing_product(X, *params):
    likelihood = 1.0
    for log_density in gmm.mixture_log_density(X, *params):
        likelihood *= np.exp(log_density)
    return -np.log(likelihood)


@wrong("negative_log_likelihood", "logarithm missing")
def likelihood_without_logarithm(X, *params):
    return -np.prod(np.exp(by_logsumexp(X, *params)))


@wrong("negative_log_likelihood", "logarithm taken twice")
def logarithm_taken_twice(X, *params):
    return -np.log(-gmm.mixture_log_density(X, *params)).sum()


@wrong("negative_log_likelihood", "absolute value")
def never_negative(X, *params):
    return abs(gmm.negative_log_likelihood(X, *params))


@wrong("negative_log_likelihood", "not all samples")
def last_sample_only(X, *params):
    for value in gmm.mixture_log_density(X, *params):
        total = -value
    return total


@wrong("negative_log_likelihood", "logarithm inside the sum")
def every_component_of_every_sample(X, *params):
    return -gmm.weighted_log_prob(X, *params).sum()


@wrong("negative_log_likelihood", "expected complete-data log-likelihood")
def expected_value_in_loops(X, *params):
    r, logs = gmm.e_step(X, *params), gmm.weighted_log_prob(X, *params)
    n_samples, n_components = r.shape
    return -sum(r[n, k] * logs[n, k] for n in range(n_samples) for k in range(n_components))


@wrong("negative_log_likelihood", "mean instead of sum, and weights omitted")
def mean_of_unweighted(X, weights, means, covariances):
    return -logsumexp(gmm.component_log_prob(X, means, covariances), axis=1).mean()


@wrong("negative_log_likelihood")
def half_of_the_largest_terms(X, *params):
    return -0.5 * gmm.weighted_log_prob(X, *params).max(axis=1).sum()
