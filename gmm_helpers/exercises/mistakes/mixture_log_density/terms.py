"""Known mistakes in the density of a mixture: in the terms of its sum, and in its precision.

With those in the sum itself they are `ONE_A_SAMPLE`, all that leave one value a sample.
"""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..gaussian_log_density.catalogue import floored
from ..gaussian_log_density.messages import SLIP_MESSAGES
from ..gaussian_log_density.variants import DENSITY_SLIPS
from ..recipes.gaussian import gaussian, joint, log_sum
from ..recipes.permutations import OTHER_ORDERS
from .sums import SUM_MISTAKES, mixture_density, of_logs, of_parts, right

__all__ = ["ONE_A_SAMPLE"]


def _one_largest_for_all(logs):
    return logs.max() + np.log(np.exp(logs - logs.max()).sum(axis=1))


def _smallest_taken_out(logs):
    smallest = logs.min(axis=1)
    return smallest + np.log(np.exp(logs - smallest[:, None]).sum(axis=1))


def _ordered(order):
    return lambda X, weights, *others: right(X, order(weights), *others)


def _averaged(X, weights, means, covariances):
    """One Gaussian with the averages of the means and covariances."""
    return gaussian(X, weights @ means, np.tensordot(weights, covariances, 1))


def _moments(X, weights, means, covariances):
    """One Gaussian with the mean and covariance of the mixture."""
    centred = means - weights @ means
    between = (weights[:, None] * centred).T @ centred
    return gaussian(X, weights @ means, np.tensordot(weights, covariances, 1) + between)


_FURTHER = {
    "logarithm to another base": (
        lambda *given: right(*given) / np.log(10),
        lambda *given: right(*given) / np.log(2),
    )
}

# Mistakes that leave one value a sample.
ONE_A_SAMPLE = (
    *SUM_MISTAKES,
    Misconception(
        "weights added to the logarithms",
        "The weight is added to (or multiplied with) the log-density. Multiplying the density by "
        "π_k means adding the *logarithm* of π_k to its logarithm.",
        (
            of_logs(log_sum, weigh=lambda weights: weights),
            of_parts(lambda weights, logs: log_sum(weights * logs)),
            of_logs(log_sum, weigh=lambda weights: -np.log(weights)),
            of_logs(log_sum, weigh=np.log10),
            of_logs(log_sum, weigh=np.log2),
            of_parts(lambda weights, logs: log_sum(logs) + np.log(weights).sum()),
        ),
    ),
    Misconception(
        "weights used twice",
        "The weights enter twice. Each density is multiplied with its weight once: check whether "
        "what you start from already contains it.",
        (
            of_logs(log_sum, weigh=lambda weights: 2 * np.log(weights)),
            of_parts(lambda w, logs: log_sum(logs + np.log(w)) + np.log((w**2).sum())),
        ),
    ),
    Misconception(
        "weights in the wrong order",
        "The weights are paired with the wrong components: weights[k] belongs to means[k] and "
        "covariances[k]. Look for a sort, a reversal or an index that is off by one.",
        tuple(_ordered(order) for order in OTHER_ORDERS),
    ),
    Misconception(
        "only one component used",
        "Only one component enters your result. All K belong into the sum: look for an index that "
        "does not move, a return inside the loop, or a value that each turn of the loop "
        "overwrites instead of adding to it.",
        (
            of_logs(lambda logs: logs[:, 0]),
            of_logs(lambda logs: logs[:, -1]),
            of_parts(lambda weights, logs: logs[:, 0]),
            of_parts(lambda weights, logs: logs[:, -1]),
            of_logs(lambda logs: log_sum(logs[:, 1:])),
            of_logs(lambda logs: log_sum(logs[:, :-1])),
            lambda X, w, m, C: log_sum(joint(X, w, m, np.stack([C[0]] * len(w)))),
            lambda X, w, m, C: log_sum(joint(X, w, m, np.stack([C[-1]] * len(w)))),
        ),
    ),
    Misconception(
        "parameters averaged",
        "You average the means and covariances and take the density of the one Gaussian that they "
        "give. A mixture averages the *densities*: it can have several peaks, one Gaussian can't.",
        (_averaged, _moments, lambda *given: gaussian(given[0], *(a.mean(0) for a in given[2:]))),
    ),
    *(
        Misconception(
            name,
            SLIP_MESSAGES[name],
            (*(of_logs(log_sum, **slip) for slip in slips), *_FURTHER.get(name, ())),
        )
        for name, slips in DENSITY_SLIPS.items()
    ),
    Misconception(
        "underflow",
        "Far from all components every density underflows to 0, and log 0 is minus infinity. The "
        "formula has to be computed with logarithms: take the largest logarithm "
        "of each sample out before you exponentiate (log-sum-exp), and add it again at the end.",
        (
            lambda *given: np.log(mixture_density(*given)),
            of_logs(_one_largest_for_all),
            of_logs(_smallest_taken_out),
        ),
    ),
    Misconception(
        "small number in the logarithm",
        "A small number (an epsilon) keeps the logarithm from minus infinity, or a value is filled "
        "in or cut off below. That hides the underflow instead of curing it: all far samples then "
        "get the same log-density. Take the largest logarithm out before you exponentiate "
        "(log-sum-exp), and no sum is ever zero.",
        floored(mixture_density),
    ),
    Misconception(
        "log-density cut off at zero",
        "Your log-density never becomes positive. A density is no probability: narrow components "
        "have densities above one, whose logarithm is positive. Look for a minimum, a clip, or an "
        "absolute value.",
        (
            lambda *given: np.minimum(right(*given), 0),
            lambda *given: -np.abs(right(*given)),
            lambda *given: np.log(np.minimum(mixture_density(*given), 1)),
            of_logs(lambda logs: log_sum(np.minimum(logs, 0))),
        ),
    ),
)
