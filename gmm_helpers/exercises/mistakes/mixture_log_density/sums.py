"""Known mistakes in the density of a mixture: in the sum over the components and its logarithm.

Each is a function of ``(X, weights, means, covariances)`` with one value per sample, so that minus
its sum is the same mistake in the negative log-likelihood.
"""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.gaussians import ignore, joint, log_sum, of_joint

__all__ = [
    "SUM_MISTAKES",
    "mixture_density",
    "of_parts",
    "plain_densities",
    "right",
    "sum_terms",
]


def right(*given):
    """Compute log p(x_n) of each sample."""
    return log_sum(joint(*given))


def plain_densities(X, weights, means, covariances):
    return joint(X, weights, means, covariances, weigh=ignore)


def of_parts(combined):
    """Apply a function to the weights and the table log N(x_n | μ_k, Σ_k)."""
    return lambda X, weights, means, covariances: combined(
        weights, plain_densities(X, weights, means, covariances)
    )


def sum_terms(logs):
    return np.exp(logs).sum(axis=1)


def mixture_density(*given):
    return sum_terms(joint(*given))


def _posterior(logs):
    return np.exp(logs - log_sum(logs)[:, None])


def _most_probable(logs):
    return logs.argmax(axis=1)


def _entry(table, columns):
    return np.take_along_axis(table, columns[:, None], axis=1)[:, 0]


def _without_logarithm(logs):
    largest = logs.max(axis=1)
    return largest + np.exp(logs - largest[:, None]).sum(axis=1)


def _remainder(logs):
    return np.log(np.exp(logs - logs.max(axis=1, keepdims=True)).sum(axis=1))


SUM_MISTAKES = (
    Mistake(
        "weights omitted",
        (
            of_joint(log_sum, weigh=ignore),
            of_parts(lambda weights, logs: log_sum(logs) - np.log(len(weights))),
        ),
    ),
    Mistake(
        "only the largest component",
        (
            of_joint(lambda logs: logs.max(axis=1)),
            of_parts(lambda weights, logs: logs.max(axis=1)),
            of_parts(lambda w, logs: _entry(logs, _most_probable(logs + np.log(w)))),
            of_parts(lambda w, logs: _entry(logs + np.log(w), _most_probable(logs))),
        ),
    ),
    Mistake(
        "logarithm inside the sum",
        (
            of_parts(lambda weights, logs: logs @ weights),
            of_parts(lambda weights, logs: (logs + np.log(weights)) @ weights),
            of_joint(lambda logs: logs.sum(axis=1)),
            of_parts(lambda weights, logs: logs.sum(axis=1)),
            of_joint(lambda logs: logs.mean(axis=1)),
            of_parts(lambda weights, logs: logs.mean(axis=1)),
            of_parts(lambda weights, logs: np.log(np.exp(logs)) @ weights),
            of_joint(lambda logs: np.log(np.exp(logs)).sum(axis=1)),
            of_parts(lambda weights, logs: (weights + logs).sum(axis=1)),
            of_parts(lambda weights, logs: np.log(weights.sum()) + logs.sum(axis=1)),
        ),
    ),
    Mistake(
        "expected complete-data log-likelihood",
        (
            of_joint(lambda logs: (_posterior(logs) * logs).sum(axis=1)),
            of_parts(lambda w, logs: (_posterior(logs + np.log(w)) * logs).sum(axis=1)),
            of_joint(lambda logs: (_posterior(logs) * np.log(np.exp(logs))).sum(axis=1)),
            of_joint(
                lambda logs: (_posterior(logs) * (logs + np.log(_posterior(logs)))).sum(axis=1)
            ),
            of_parts(lambda w, logs: np.log((_posterior(logs + np.log(w)) * np.exp(logs)).sum(1))),
        ),
    ),
    Mistake(
        "averaged over components",
        (of_joint(lambda logs: log_sum(logs) - np.log(logs.shape[1])),),
    ),
    Mistake(
        "sign",
        (lambda *given: -right(*given),),
    ),
    Mistake(
        "maximum not added back",
        (
            of_joint(_remainder),
            of_joint(lambda logs: _remainder(logs) - logs.max(axis=1)),
            of_joint(lambda logs: _remainder(logs) * logs.max(axis=1)),
            of_joint(lambda logs: _remainder(logs) + logs.max()),
            of_joint(lambda logs: _remainder(logs) + 2 * logs.max(axis=1)),
            of_joint(lambda logs: logs.max(axis=1) + np.log(np.exp(logs).sum(axis=1))),
        ),
    ),
    Mistake(
        "logarithm of the sum missing",
        (of_joint(_without_logarithm),),
    ),
)
