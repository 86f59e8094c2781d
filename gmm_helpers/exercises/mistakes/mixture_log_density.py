"""Known mistakes in `mixture_log_density`; those in one sample's value spoil the total as well."""

from __future__ import annotations

from functools import partial

import numpy as np

from .recipes.gaussian_terms import CONSTANTS, CUT_OFF, ROUNDED, SMALL, TERMS, UNDERFLOW
from .recipes.gaussians import by_rows, log_sum, mixture_recipe, rows, same, ways
from .recipes.updates import harden
from .weighted_log_prob import ONE_WEIGHT, WEIGHTS, unweighted

__all__ = ["MISTAKES", "PER_SAMPLE", "largest_of_all_out"]


def _added(logs):
    return logs.sum(axis=1)


def _largest(logs):
    return logs.max(axis=1)


def _remainder(logs, taken_out=None):
    """Compute the log-sum-exp of each row without adding back what is taken out, its maximum."""
    taken_out = _largest(logs)[:, None] if taken_out is None else taken_out
    return np.log(np.exp(logs - taken_out).sum(axis=1))


def _of_columns(logs):
    """Subtract the maximum of each column, not of each row."""
    return _remainder(logs, logs.max(axis=0))


def largest_of_all_out(logs):
    """Subtract one number for the whole table, and add it back."""
    return logs.max() + _remainder(logs, logs.max())


def _shares(logs, weights):
    return by_rows(logs + np.log(weights))


def _average(weights, means, covariances):
    """Use one Gaussian with the averages of the means and covariances."""
    return np.ones(1), [weights @ means], [np.tensordot(weights, covariances, 1)]


def _moments(weights, means, covariances):
    """Use one Gaussian with the mean and covariance of the mixture."""
    spread = np.cov(means.T, aweights=weights, ddof=0)
    return np.ones(1), [weights @ means], [np.tensordot(weights, covariances, 1) + spread]


_sum, _weigh, _each = (partial(ways, slot) for slot in ("sum", "weigh", "each"))

_SUMS = {
    "weights omitted": (),
    "only the largest component": (
        *_sum(_largest),
        *_weigh(lambda logs, w: harden(logs + np.log(w)) * logs, sum=_added),
        *_weigh(lambda logs, w: harden(logs) * (logs + np.log(w)), sum=_added),
    ),
    "logarithm inside the sum": (
        *_sum(_added, lambda logs: logs.mean(axis=1)),
        *_weigh(lambda logs, w: logs * w, lambda logs, w: logs + w, sum=_added),
        *_weigh(lambda logs, w: (logs + np.log(w)) * w, unweighted, sum=_added),
        *_weigh(unweighted, sum=lambda logs: logs.mean(axis=1)),
    ),
    "expected complete-data log-likelihood": (
        *_sum(lambda logs: (by_rows(logs) * logs).sum(axis=1)),
        *_weigh(lambda logs, w: _shares(logs, w) * logs, sum=_added),
        *_sum(lambda logs: (by_rows(logs) * (logs + np.log(by_rows(logs)))).sum(axis=1)),
        *_weigh(lambda logs, w: logs + np.log(_shares(logs, w))),
    ),
    "averaged over components": _sum(lambda logs: log_sum(logs) - np.log(logs.shape[1])),
    "maximum over the wrong axis": _sum(
        lambda logs: _of_columns(logs) + _largest(logs),
        lambda logs: _of_columns(logs) + logs.max(),
        _of_columns,
    ),
    "maximum not added back": _sum(
        *(_remainder, lambda logs: _remainder(logs, logs.max())),
        *(lambda logs, n=n: _remainder(logs) + n * _largest(logs) for n in (-1, 2)),
        lambda logs: _remainder(logs) * _largest(logs),
        lambda logs: _remainder(logs) + logs.max(),
        lambda logs: _largest(logs) + np.log(np.exp(logs).sum(axis=1)),
    ),
    "maximum subtracted outside the exponential": _sum(
        lambda logs: _largest(logs) + np.log(_added(np.exp(logs) - _largest(logs)[:, None]))
    ),
    "logarithm of the sum missing": _sum(lambda logs: _largest(logs) + np.exp(_remainder(logs))),
    "density exponentiated": (
        *_sum(lambda logs: log_sum(np.exp(logs))),
        *_weigh(lambda logs, w: np.exp(logs) + np.log(w)),
        *_each(lambda logs: np.exp(np.exp(logs))),
    ),
    "only one component used": (
        *_sum(*(lambda logs, k=k: logs[:, k] for k in (-1, 0))),
        *_sum(*(lambda logs, k=k: logs[:, k] for k in (-1, 0)), weigh=unweighted),
        *_sum(lambda logs: log_sum(logs[:, 1:]), lambda logs: log_sum(logs[:, :-1])),
    ),
    "parameters averaged": ways(
        "params", _average, _moments, lambda w, m, S: _average(np.full(len(w), 1 / len(w)), m, S)
    ),
    "minimum instead of the maximum": _sum(
        lambda logs: logs.min(axis=1) + _remainder(logs, logs.min(axis=1, keepdims=True))
    ),
}
PER_SAMPLE = (_SUMS, WEIGHTS, ONE_WEIGHT, TERMS, CONSTANTS, ROUNDED, UNDERFLOW, SMALL)

_RESULTS = {
    "maximum over the whole table": _sum(largest_of_all_out),
    "log-density cut off at zero": _sum(lambda logs: log_sum(np.minimum(logs, 0))),
    "density instead of its logarithm": _each(np.exp),
    "summed over the wrong axis": _sum(
        lambda logs: log_sum(logs, axis=0),
        lambda logs: np.log(np.exp(logs).sum(axis=0)),
        lambda logs: logs.sum(axis=0),
    ),
    "summed over samples": (
        *ways("total", np.sum, np.mean, log_sum, lambda logs: np.log(np.exp(logs).sum())),
        *ways("total", np.sum, sign=np.negative),
    ),
    "not summed over the components": (
        *_sum(same, np.exp, np.transpose),
        *_sum(same, np.exp, weigh=unweighted),
        *_sum(same, weigh=lambda logs, w: logs * w),
    ),
    "only one sample": ways("total", lambda logs: logs[0], lambda logs: logs[-1]),
}
MISTAKES = rows(mixture_recipe, *PER_SAMPLE, {"sign": ways("sign", np.negative)}, CUT_OFF, _RESULTS)
