"""Known mistakes in `mixture_log_density`; those in one sample's value spoil the total as well."""

from __future__ import annotations

import numpy as np

from .recipes.gaussian_terms import CONSTANTS, CUT_OFF, SMALL, TERMS, UNDERFLOW
from .recipes.gaussians import by_rows, log_sum, mixture_recipe, rows, same, ways
from .recipes.m_step import harden
from .weighted_log_prob import WEIGHTS, unweighted

__all__ = ["MISTAKES", "PER_SAMPLE", "largest_of_all_out"]


def _added(logs):
    return logs.sum(axis=1)


def _largest(logs):
    return logs.max(axis=1)


def _sum_of_exponentials(logs, taken_out):
    return np.exp(logs - taken_out).sum(axis=1)


def _remainder(logs):
    """Compute the log-sum-exp of each row without adding the maximum back."""
    return np.log(_sum_of_exponentials(logs, logs.max(axis=1, keepdims=True)))


def _of_columns(logs):
    """Subtract the maximum of each column, not of each row."""
    return np.log(_sum_of_exponentials(logs, logs.max(axis=0)))


def largest_of_all_out(logs):
    """Subtract one number for the whole table, and add it back."""
    return logs.max() + np.log(_sum_of_exponentials(logs, logs.max()))


def _smallest_out(logs):
    smallest = logs.min(axis=1)
    return smallest + np.log(_sum_of_exponentials(logs, smallest[:, None]))


def _shares(logs, weights):
    return by_rows(logs + np.log(weights))


def _average(weights, means, covariances):
    """Use one Gaussian with the averages of the means and covariances."""
    return np.ones(1), [weights @ means], [np.tensordot(weights, covariances, 1)]


def _moments(weights, means, covariances):
    """Use one Gaussian with the mean and covariance of the mixture."""
    spread = np.cov(means.T, aweights=weights, ddof=0)
    return np.ones(1), [weights @ means], [np.tensordot(weights, covariances, 1) + spread]


_SUMS = {
    "weights omitted": (),
    "only the largest component": (
        *ways("sum", _largest),
        *ways("weigh", lambda logs, w: harden(logs + np.log(w)) * logs, sum=_added),
        *ways("weigh", lambda logs, w: harden(logs) * (logs + np.log(w)), sum=_added),
    ),
    "logarithm inside the sum": (
        *ways("sum", _added, lambda logs: logs.mean(axis=1)),
        *ways("weigh", lambda logs, w: logs * w, lambda logs, w: logs + w, sum=_added),
        *ways("weigh", lambda logs, w: (logs + np.log(w)) * w, unweighted, sum=_added),
        *ways("weigh", unweighted, sum=lambda logs: logs.mean(axis=1)),
    ),
    "expected complete-data log-likelihood": (
        *ways("sum", lambda logs: (by_rows(logs) * logs).sum(axis=1)),
        *ways("weigh", lambda logs, w: _shares(logs, w) * logs, sum=_added),
        *ways("sum", lambda logs: (by_rows(logs) * (logs + np.log(by_rows(logs)))).sum(axis=1)),
        *ways("weigh", lambda logs, w: logs + np.log(_shares(logs, w))),
    ),
    "averaged over components": ways("sum", lambda logs: log_sum(logs) - np.log(logs.shape[1])),
    "maximum over the wrong axis": ways(
        "sum",
        lambda logs: _of_columns(logs) + _largest(logs),
        lambda logs: _of_columns(logs) + logs.max(),
        _of_columns,
    ),
    "maximum not added back": ways(
        "sum",
        _remainder,
        lambda logs: np.log(_sum_of_exponentials(logs, logs.max())),
        lambda logs: _remainder(logs) - _largest(logs),
        lambda logs: _remainder(logs) * _largest(logs),
        lambda logs: _remainder(logs) + logs.max(),
        lambda logs: _remainder(logs) + 2 * _largest(logs),
        lambda logs: _largest(logs) + np.log(np.exp(logs).sum(axis=1)),
    ),
    "logarithm of the sum missing": ways(
        "sum", lambda logs: _largest(logs) + np.exp(_remainder(logs))
    ),
    "density exponentiated": (
        *ways("sum", lambda logs: log_sum(np.exp(logs))),
        *ways("weigh", lambda logs, w: np.exp(logs) + np.log(w)),
        *ways("each", lambda logs: np.exp(np.exp(logs))),
    ),
    "only one component used": (
        *ways("sum", *(lambda logs, k=k: logs[:, k] for k in (-1, 0))),
        *ways("sum", *(lambda logs, k=k: logs[:, k] for k in (-1, 0)), weigh=unweighted),
        *ways("sum", lambda logs: log_sum(logs[:, 1:]), lambda logs: log_sum(logs[:, :-1])),
    ),
    "parameters averaged": ways(
        "params", _average, _moments, lambda w, m, S: _average(np.full(len(w), 1 / len(w)), m, S)
    ),
}
PER_SAMPLE = (
    _SUMS,
    WEIGHTS,
    TERMS,
    CONSTANTS,
    {"underflow": ways("sum", lambda logs: np.log(np.exp(logs).sum(axis=1)))},
    UNDERFLOW,
    {"minimum instead of the maximum": ways("sum", _smallest_out)},
    SMALL,
)

_RESULTS = {
    "maximum over the whole table": ways("sum", largest_of_all_out),
    "log-density cut off at zero": ways("sum", lambda logs: log_sum(np.minimum(logs, 0))),
    "density instead of its logarithm": ways("each", np.exp),
    "summed over the wrong axis": ways(
        "sum",
        lambda logs: log_sum(logs, axis=0),
        lambda logs: np.log(np.exp(logs).sum(axis=0)),
        lambda logs: logs.sum(axis=0),
    ),
    "summed over samples": (
        *ways("total", np.sum, np.mean, log_sum, lambda logs: np.log(np.exp(logs).sum())),
        *ways("total", np.sum, sign=np.negative),
    ),
    "not summed over the components": (
        *ways("sum", same, np.exp, np.transpose),
        *ways("sum", same, np.exp, weigh=unweighted),
        *ways("sum", same, weigh=lambda logs, w: logs * w),
    ),
    "only one sample": ways("total", lambda logs: logs[0], lambda logs: logs[-1]),
}
MISTAKES = rows(mixture_recipe, *PER_SAMPLE, {"sign": ways("sign", np.negative)}, CUT_OFF, _RESULTS)
