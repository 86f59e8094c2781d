"""Known mistakes in `e_step`: in the formula, the logarithms, the precision, the weights."""

from __future__ import annotations

from functools import partial

import numpy as np

from ...definition import Mistake
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
    Mistake(
        "logarithms normalised without exponentiating",
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
    Mistake(
        "logarithms of the responsibilities returned",
        (
            of_joint(lambda logs: np.log(by_rows(logs))),
            of_joint(lambda logs: logs - log_sum(logs)[:, None]),
        ),
    ),
    Mistake(
        "joint log-probabilities returned",
        (joint,),
    ),
    Mistake(
        "underflow",
        (of_joint(naive), of_joint(lambda logs: naive(logs - logs.max()))),
    ),
    Mistake(
        "small number in the denominator",
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
    Mistake(
        "transposed",
        (lambda *arguments: right(*arguments).T,),
    ),
    Mistake(
        "weights in the wrong order",
        reorder(by_rows),
    ),
    Mistake(
        "weights added to the logarithms",
        (
            of_joint(by_rows, weigh=lambda weights: weights),
            lambda X, weights, *others: by_rows(weights * joint(X, weights, *others, weigh=ignore)),
        ),
    ),
    Mistake(
        "weights on one side only",
        (_densities_over_densities, _weights_below_only),
    ),
    Mistake(
        "weights used twice",
        (of_joint(by_rows, weigh=lambda weights: 2 * np.log(weights)),),
    ),
)
