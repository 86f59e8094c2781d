"""Known mistakes in the density of a mixture: in the terms of its sum, and in its precision.

With those in the sum itself they make up `PER_SAMPLE_MISTAKES`, which have one value per sample.
"""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..gaussian_log_density.catalogue import floor_density
from ..gaussian_log_density.variants import DENSITY_MISTAKES
from ..recipes.gaussians import gaussian, joint, log_sum, of_joint, reorder
from .sums import SUM_MISTAKES, mixture_density, of_parts, right

__all__ = ["PER_SAMPLE_MISTAKES"]


def _one_largest_for_all(logs):
    return logs.max() + np.log(np.exp(logs - logs.max()).sum(axis=1))


def _smallest_taken_out(logs):
    smallest = logs.min(axis=1)
    return smallest + np.log(np.exp(logs - smallest[:, None]).sum(axis=1))


def _averaged(X, weights, means, covariances):
    """Use one Gaussian with the averages of the means and covariances."""
    return gaussian(X, weights @ means, np.tensordot(weights, covariances, 1))


def _moments(X, weights, means, covariances):
    """Use one Gaussian with the mean and covariance of the mixture."""
    centred = means - weights @ means
    between = (weights[:, None] * centred).T @ centred
    return gaussian(X, weights @ means, np.tensordot(weights, covariances, 1) + between)


_FURTHER = {
    "logarithm to another base": (
        lambda *given: right(*given) / np.log(10),
        lambda *given: right(*given) / np.log(2),
    )
}

PER_SAMPLE_MISTAKES = (
    *SUM_MISTAKES,
    Mistake(
        "weights added to the logarithms",
        (
            of_joint(log_sum, weigh=lambda weights: weights),
            of_parts(lambda weights, logs: log_sum(weights * logs)),
            of_joint(log_sum, weigh=lambda weights: -np.log(weights)),
            of_joint(log_sum, weigh=np.log10),
            of_joint(log_sum, weigh=np.log2),
            of_parts(lambda weights, logs: log_sum(logs) + np.log(weights).sum()),
        ),
    ),
    Mistake(
        "weights used twice",
        (
            of_joint(log_sum, weigh=lambda weights: 2 * np.log(weights)),
            of_parts(lambda w, logs: log_sum(logs + np.log(w)) + np.log((w**2).sum())),
        ),
    ),
    Mistake(
        "weights in the wrong order",
        reorder(log_sum),
    ),
    Mistake(
        "only one component used",
        (
            of_joint(lambda logs: logs[:, 0]),
            of_joint(lambda logs: logs[:, -1]),
            of_parts(lambda weights, logs: logs[:, 0]),
            of_parts(lambda weights, logs: logs[:, -1]),
            of_joint(lambda logs: log_sum(logs[:, 1:])),
            of_joint(lambda logs: log_sum(logs[:, :-1])),
            lambda X, w, m, C: log_sum(joint(X, w, m, np.stack([C[0]] * len(w)))),
            lambda X, w, m, C: log_sum(joint(X, w, m, np.stack([C[-1]] * len(w)))),
        ),
    ),
    Mistake(
        "parameters averaged",
        (_averaged, _moments, lambda *given: gaussian(given[0], *(a.mean(0) for a in given[2:]))),
    ),
    *(
        Mistake(
            name,
            (*(of_joint(log_sum, **change) for change in ways), *_FURTHER.get(name, ())),
        )
        for name, ways in DENSITY_MISTAKES.items()
    ),
    Mistake(
        "underflow",
        (
            lambda *given: np.log(mixture_density(*given)),
            of_joint(_one_largest_for_all),
            of_joint(_smallest_taken_out),
        ),
    ),
    Mistake(
        "small number in the logarithm",
        floor_density(mixture_density),
    ),
    Mistake(
        "log-density cut off at zero",
        (
            lambda *given: np.minimum(right(*given), 0),
            lambda *given: -np.abs(right(*given)),
            lambda *given: np.log(np.minimum(mixture_density(*given), 1)),
            of_joint(lambda logs: log_sum(np.minimum(logs, 0))),
        ),
    ),
)
