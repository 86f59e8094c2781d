"""Known mistakes in the density of a mixture: in the sum over the components and its logarithm.

Each is a function of ``(X, weights, means, covariances)`` with one value per sample, so that minus
its sum is the same mistake in the negative log-likelihood.
"""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
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
    Misconception(
        "weights omitted",
        "The weights are missing: you add up the densities of the components as they are (or as if "
        "all weights were equal). Component k generates a fraction π_k of the samples, so its "
        "density counts only in that proportion; without the weights the mixture integrates to K, "
        "not to one.",
        (
            of_joint(log_sum, weigh=ignore),
            of_parts(lambda weights, logs: log_sum(logs) - np.log(len(weights))),
        ),
    ),
    Misconception(
        "only the largest component",
        "Only the largest component counts in your result: a maximum stands where the sum over the "
        "components belongs. A sample between two components receives density from both. The "
        "maximum is only subtracted before summing (log-sum-exp); it does not replace the sum.",
        (
            of_joint(lambda logs: logs.max(axis=1)),
            of_parts(lambda weights, logs: logs.max(axis=1)),
            of_parts(lambda w, logs: _entry(logs, _most_probable(logs + np.log(w)))),
            of_parts(lambda w, logs: _entry(logs + np.log(w), _most_probable(logs))),
        ),
    ),
    Misconception(
        "logarithm inside the sum",
        "The logarithm is inside the sum over the components: you add up (or average) "
        "log-densities. The density of a mixture is the sum of the densities, and only then comes "
        "the logarithm: the log of a sum is not the sum of the logs.",
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
    Misconception(
        "expected complete-data log-likelihood",
        "Your result is the expected value of the complete-data log-likelihood: the terms log "
        "π_k + log N(x_n | μ_k, Σ_k), averaged with the responsibilities. That is what the "
        "M-step maximises, not the log-density of the samples: here the sum over the labels is "
        "inside the logarithm.",
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
    Misconception(
        "averaged over components",
        "You take the mean over the components instead of their sum. The weights already make "
        "it an average, because they add up to one: dividing by K as well makes the density K "
        "times too small.",
        (of_joint(lambda logs: log_sum(logs) - np.log(logs.shape[1])),),
    ),
    Misconception(
        "sign",
        "Your result has the wrong sign: look for one minus sign too many, or one that is "
        "missing. log p(x_n) itself falls with the distance from the components.",
        (lambda *given: -right(*given),),
    ),
    Misconception(
        "maximum not added back",
        "You subtract the maximum before you exponentiate, but do not add it back (or not "
        "unchanged). What every term was divided by has to be multiplied back in: in logarithms, "
        "added to the result.",
        (
            of_joint(_remainder),
            of_joint(lambda logs: _remainder(logs) - logs.max(axis=1)),
            of_joint(lambda logs: _remainder(logs) * logs.max(axis=1)),
            of_joint(lambda logs: _remainder(logs) + logs.max()),
            of_joint(lambda logs: _remainder(logs) + 2 * logs.max(axis=1)),
            of_joint(lambda logs: logs.max(axis=1) + np.log(np.exp(logs).sum(axis=1))),
        ),
    ),
    Misconception(
        "logarithm of the sum missing",
        "After the maximum has been subtracted, the logarithm of the remaining sum is missing: "
        "you add the sum itself to the maximum.",
        (of_joint(_without_logarithm),),
    ),
)
