"""Known mistakes in `e_step`: in the formula, the logarithms, the precision, the weights."""

from __future__ import annotations

from functools import partial

import numpy as np

from ...definition import Misconception
from ..recipes.gaussians import ignore, joint, log_sum, of_joint, reorder
from .formula import FORMULA_MISTAKES, by_rows, naive, right

__all__ = ["MISTAKES"]

# Added to denominators so that they are not zero.
EPSILONS = (1e-6, 1e-8, 1e-10, 1e-12, 1e-15, 1e-16, np.finfo(float).eps, 1e-20, 1e-100, 1e-300)


def _with_epsilon(logs, epsilon):
    return np.exp(logs) / (np.exp(logs).sum(axis=1, keepdims=True) + epsilon)


def _with_epsilon_on_top_too(logs, epsilon):
    terms = np.exp(logs) + epsilon
    return terms / terms.sum(axis=1, keepdims=True)


def _with_least_denominator(logs, epsilon):
    return np.exp(logs) / np.maximum(np.exp(logs).sum(axis=1, keepdims=True), epsilon)


def _filled(value):
    return lambda logs: np.nan_to_num(naive(logs), nan=value)


def _without_exponential(logs):
    return logs / logs.sum(axis=1, keepdims=True)


def _densities_over_densities(X, weights, means, covariances):
    """Use the weights in the numerator but not in the denominator."""
    below = log_sum(joint(X, weights, means, covariances, weigh=ignore))
    return np.exp(joint(X, weights, means, covariances) - below[:, None])


def _weights_below_only(X, weights, means, covariances):
    above = joint(X, weights, means, covariances, weigh=ignore)
    return np.exp(above - log_sum(joint(X, weights, means, covariances))[:, None])


MISTAKES = (
    *FORMULA_MISTAKES,
    Misconception(
        "logarithms normalised without exponentiating",
        "You divide the log-probabilities by their sum. Only probabilities may be normalised "
        "like that: logarithms are negative and unbounded, so exponentiate first (after "
        "subtracting the maximum). Dividing probabilities is *subtracting* logarithms.",
        (
            of_joint(_without_exponential),
            lambda X, weights, *others: _without_exponential(
                weights * joint(X, weights, *others, weigh=ignore)
            ),
            of_joint(_without_exponential, weigh=ignore),
            of_joint(lambda logs: logs - logs.sum(axis=1, keepdims=True)),
            of_joint(lambda logs: np.exp(_without_exponential(logs))),
        ),
    ),
    Misconception(
        "logarithms of the responsibilities returned",
        "Your result is log r_nk: right, but not yet exponentiated. Responsibilities lie between 0 "
        "and 1, and each row sums to one.",
        (
            of_joint(lambda logs: np.log(by_rows(logs))),
            of_joint(lambda logs: logs - log_sum(logs)[:, None]),
        ),
    ),
    Misconception(
        "joint log-probabilities returned",
        "Your result is log π_k + log N(x_n | μ_k, Σ_k). The responsibilities have yet to be "
        "computed from it: exponentiate and normalise each row.",
        (joint,),
    ),
    Misconception(
        "underflow",
        "Far from all components every density underflows to 0, and 0/0 is not a number. The "
        "formula has to be computed with logarithms: subtract the maximum of each row before you "
        "exponentiate (log-sum-exp); then no row is ever all zeros.",
        (of_joint(naive), of_joint(lambda logs: naive(logs - logs.max()))),
    ),
    Misconception(
        "small number in the denominator",
        "A small number (an epsilon) keeps the denominator from being zero, or a value is filled "
        "in where it would be. That hides the underflow instead of curing it: where all densities "
        "are tiny, rows no longer sum to one, or all components get the same responsibility. "
        "Subtract the maximum of each row before you exponentiate (log-sum-exp).",
        (
            *(
                of_joint(partial(form, epsilon=epsilon))
                for form in (_with_epsilon, _with_epsilon_on_top_too, _with_least_denominator)
                for epsilon in EPSILONS
            ),
            of_joint(_filled(0.0)),
            of_joint(_filled(1.0)),
            of_joint(lambda logs: np.nan_to_num(naive(logs), nan=1 / logs.shape[1])),
        ),
    ),
    Misconception(
        "transposed",
        "Your result is transposed: it has one row per component. Responsibilities have one row "
        "per sample and one column per component, shape (N, K).",
        (lambda *arguments: right(*arguments).T,),
    ),
    Misconception(
        "weights in the wrong order",
        "The weights are paired with the wrong components: weights[k] belongs to means[k] and "
        "covariances[k]. Look for a sort, a reversal or an index that is off by one.",
        reorder(by_rows),
    ),
    Misconception(
        "weights added to the logarithms",
        "The weight is added to (or multiplied by) the log-density. A product of probabilities "
        "is a sum of their *logarithms*: log π_k + log N.",
        (
            of_joint(by_rows, weigh=lambda weights: weights),
            lambda X, weights, *others: by_rows(weights * joint(X, weights, *others, weigh=ignore)),
        ),
    ),
    Misconception(
        "weights on one side only",
        "The weights are either in the numerator or in the denominator, but not in both. Bayes' "
        "rule divides π_k N(x_n | μ_k, Σ_k) by the sum of exactly these products, so that each "
        "row sums to one.",
        (_densities_over_densities, _weights_below_only),
    ),
    Misconception(
        "weights used twice",
        "The weights enter twice: check whether what you start from already contains log π_k.",
        (of_joint(by_rows, weigh=lambda weights: 2 * np.log(weights)),),
    ),
)
