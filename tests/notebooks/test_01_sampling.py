"""What chapter 1 says, recomputed."""

from functools import cache

import numpy as np
import pytest
from scipy.signal import argrelmax
from scipy.special import logsumexp
from scipy.stats import multivariate_normal, norm
from support import plain_em
from support.notebook_tools import NOTEBOOKS
from support.prose import assert_printed, numbers_not_in, text_of

import gmm_helpers as gmm

STEM = "01_sampling"
SOURCE = (NOTEBOOKS / "source" / f"{STEM}.py").read_text("utf-8")
MODEL = gmm.course_params()
SMALLEST, SMALLEST_NORMAL = np.nextafter(0, 1), np.finfo(float).tiny
BY_HAND = multivariate_normal([10, 10], [[4, 2], [2, 2]])
WAITS = gmm.load_old_faithful()


@cache
def ancestral():
    return gmm.sample_gmm(*MODEL, n_samples=600, rng=3)


@cache
def equal_counts():
    return gmm.sample_equal_counts(*MODEL, n_per_component=200, rng=3)


@cache
def fitted_weights(draw):
    """Weights that EM finds, in the order of the model: middle, left, right."""
    X = draw()[0]
    run, _ = plain_em.fit(X, gmm.random_points_start(X, 3, rng=0))
    weights, means, _ = run[-1]
    left, middle, right = means[:, 0].argsort()
    return weights[[middle, left, right]]


@cache
def fitted_waits():
    """Weight, mean and standard deviation of the short waits and of the long ones."""
    run, _ = plain_em.fit(WAITS, gmm.random_points_start(WAITS, 2, rng=0))
    weights, means, covariances = run[-1]
    order = means[:, 0].argsort()
    return weights[order], means[order, 0], np.sqrt(covariances[order, 0, 0])


@cache
def shares_of_component_0(n):
    return [np.mean(gmm.sample_gmm(*MODEL, n, rng=seed)[1] == 0) for seed in range(20)]


def weighted_densities(x):
    return np.array(
        [
            weight * multivariate_normal(mean, covariance).pdf(x)
            for weight, mean, covariance in zip(*MODEL, strict=True)
        ]
    )


def log_density(distances):
    line = np.column_stack([np.full_like(distances, 1.2), 0.4 + distances])
    return logsumexp(plain_em.log_terms(line, *MODEL), axis=1)


def naive(distances):
    line = np.column_stack([np.full_like(distances, 1.2), 0.4 + distances])
    with np.errstate(all="ignore"):
        return np.log(np.exp(plain_em.log_terms(line, np.ones(3), *MODEL[1:])) @ MODEL.weights)


def last_finite_distance():
    fine = np.linspace(55, 65, 10_001)
    return fine[np.isfinite(naive(fine))].max()


def first_subnormal_distance():
    fine = np.linspace(55, 65, 10_001)
    return fine[log_density(fine) < np.log(SMALLEST_NORMAL)].min()


def log_densities():
    return logsumexp(plain_em.log_terms(ancestral()[0], *MODEL), axis=1)


def samples_until_the_product_is_zero():
    product = 1.0
    for n, density in enumerate(np.exp(log_densities()), start=1):
        product *= density
        if product == 0:
            return n
    return None


def first_typical_underflow():
    sizes = np.arange(1, 1000)
    return sizes[np.exp(-sizes / 2 * (np.log(2 * np.pi) + 1)) == 0][0]


FAR = norm.logpdf(40)
HELD = {
    "finds a weight of # for the short waits, means of # and # minutes, and a standard deviation "
    "of # for each": lambda: [
        fitted_waits()[0][0],
        *fitted_waits()[1],
        fitted_waits()[2].mean(),
    ],
    "It took # iterations": lambda: [
        gmm.fit(WAITS, gmm.random_points_start(WAITS, 2, rng=0)).n_iter
    ],
    "At the means of components 0, 1 and 2 it is #, # and #.": lambda: [
        weighted_densities(mean).sum() for mean in MODEL.means
    ],
    "\\det\\Sigma = 0.8 \\cdot 1 - 0.4^2 = #$, with root #, which gives": lambda: [
        np.linalg.det(MODEL.covariances[0]),
        np.sqrt(np.linalg.det(MODEL.covariances[0])),
    ],
    "$0.3/(2\\pi \\cdot 0.8) = #$": lambda: [weighted_densities(MODEL.means[0])[0]],
    "\\det\\Sigma = 1.2 \\cdot 3 - 0.6^2 = #$, with root #, which gives": lambda: [
        np.linalg.det(MODEL.covariances[2]),
        np.sqrt(np.linalg.det(MODEL.covariances[2])),
    ],
    "$0.5/(2\\pi \\cdot 1.8) = #$": lambda: [weighted_densities(MODEL.means[2])[2]],
    "In the ancestral data it finds # where the share is #": lambda: [
        fitted_weights(ancestral)[0],
        np.mean(ancestral()[1] == 0),
    ],
    "The point $A = (14, 12)$ is # away from the mean, the point $B = (10, 12)$ is only # away": (
        lambda: [np.hypot(4, 2), np.hypot(0, 2)]
    ),
    "$2 \\log 2\\pi = #$; $\\log\\det\\Sigma = 2(\\log 2 + \\log 1) = #$": lambda: [
        2 * np.log(2 * np.pi),
        np.linalg.slogdet(BY_HAND.cov)[1],
    ],
    "-\\frac12(# + # + 2) = #$.": lambda: [
        2 * np.log(2 * np.pi),
        np.linalg.slogdet(BY_HAND.cov)[1],
        BY_HAND.logpdf([12, 10]),
    ],
    "the squared distance is 4, and $\\log\\mathcal{N} = #$": lambda: [BY_HAND.logpdf([14, 12])],
    "After # of the 600 samples the product is exactly 0": lambda: [
        samples_until_the_product_is_zero()
    ],
    "The product breaks off near #, after less than a third of the samples; the sum of logarithms "
    "goes on to #.": lambda: [np.log10(SMALLEST), log_densities().sum() / np.log(10)],
    "\\sum_{n} \\log p(x_n) = #": lambda: [log_densities().sum()],
    "crosses the smallest number above 0 near D = #.": lambda: [first_typical_underflow()],
    "At a distance of 80 the density is about $e^{#}$": lambda: log_density(np.array([80.0])),
    "floating-point number (about $e^{#}$)": lambda: [np.log(SMALLEST)],
    "= -1000 + \\log(1 + e^{-1}) = -1000 + # = #$": lambda: [
        np.log(1 + np.exp(-1)),
        logsumexp([-1000, -1001]),
    ],
    "-\\frac12(\\log 2\\pi + 40^2) = #$": lambda: [FAR],
    "$a_1 = a_2 = # - # = #$": lambda: [FAR, np.log(2), FAR - np.log(2)],
    "Then $m = #$": lambda: [FAR - np.log(2)],
    "$m + \\log(1 + 1) = # + # = #$": lambda: [FAR - np.log(2), np.log(2), FAR],
    "naive curve simply *ends*, just before a distance of #.": lambda: [last_finite_distance()],
    "a little earlier, at #.": lambda: [first_subnormal_distance()],
    "There the density falls below $e^{#}$": lambda: [np.log(SMALLEST_NORMAL)],
    "the naive one breaks off just before a distance of #,": lambda: [last_finite_distance()],
    "the share of component 0 runs from # to # over the 20 seeds": lambda: [
        min(shares_of_component_0(50)),
        max(shares_of_component_0(50)),
    ],
    "with 2000 only from # to #": lambda: [
        min(shares_of_component_0(2000)),
        max(shares_of_component_0(2000)),
    ],
    "$1/(0.01\\sqrt{2\\pi}) \\approx #$ at its mean, a log-density of about #": lambda: [
        1 / (0.01 * np.sqrt(2 * np.pi)),
        np.log(1 / (0.01 * np.sqrt(2 * np.pi))),
    ],
}
GIVEN = (
    "About 90 minutes; a good place for a break is marked. Three exercises, 10 points",
    "Somebody wrote down 272 waits",
    "two humps, near 55 and near 80 minutes",
)


@pytest.mark.parametrize("sentence", HELD)
def test_a_number_in_the_text_is_right(sentence):
    assert_printed(STEM, sentence, HELD[sentence]())


def test_no_other_number_stands_in_the_text():
    assert numbers_not_in(STEM, [*HELD, *GIVEN]) == []
