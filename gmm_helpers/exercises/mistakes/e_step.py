"""Known mistakes in `e_step`: what is normalised, over which axis, and how precisely."""

from __future__ import annotations

from functools import partial

import numpy as np

from .recipes.gaussian_terms import TERMS
from .recipes.gaussians import by_rows, log_sum, responsibility_recipe, rows, same, shares, ways
from .recipes.updates import harden
from .weighted_log_prob import WEIGHTS, unweighted

__all__ = ["MISTAKES"]

# Added to denominators so that they are not zero.
EPSILONS = (1e-300, 1e-10, 1e-6, 1e-8, 1e-12, 1e-15, 1e-16, 1e-20, 1e-100)


def _column(values):
    return values[:, None]


def _totals(logs):
    return np.exp(logs).sum(axis=1, keepdims=True)


def _naive(logs):
    return shares(np.exp(logs))


def _in_each_pass(logs):
    """Normalise the rows of the table after each component is filled in."""
    table = np.zeros_like(logs)
    for k, column in enumerate(np.exp(logs).T):
        table[:, k] = column
        table = shares(table)
    return table


def _over(axis):
    return lambda logs: by_rows(logs, axis), lambda logs: shares(np.exp(logs), axis)


_normalise, _weigh, _each = (partial(ways, slot) for slot in ("normalise", "weigh", "each"))

_NORMALISED = {
    "weights omitted": (),
    "normalised over samples": _normalise(*_over(axis=0)),
    "normalised over everything": _normalise(*_over(axis=None)),
    "divided by the largest": _normalise(lambda logs: np.exp(logs - _column(logs.max(axis=1)))),
    "divided by the evidence of all samples": _normalise(
        lambda logs: np.exp(logs - log_sum(logs).sum())
    ),
    "not normalised": _normalise(np.exp),
    "densities returned": _normalise(np.exp, weigh=unweighted),
    "labels instead of responsibilities": _normalise(
        *(lambda logs, first=first: logs.argmax(axis=1) + first for first in (0, 1)),
        lambda logs: _column(logs.argmax(axis=1)),
    ),
    "hard assignment": (*_normalise(harden), *_each(np.round)),
    "normalised inside the loop": _normalise(
        lambda logs: np.exp(logs - np.logaddexp.accumulate(logs, axis=1)),
        lambda logs: np.exp(logs) / np.exp(logs).cumsum(axis=1),
        _in_each_pass,
    ),
    "maximum over the wrong axis": _normalise(lambda logs: _naive(logs - logs.max(axis=0))),
}
_LOGARITHMS = {
    "logarithms normalised without exponentiating": (
        *_normalise(shares, lambda logs: logs - _column(logs.sum(axis=1))),
        *_normalise(lambda logs: np.exp(shares(logs))),
        *_weigh(unweighted, lambda logs, w: logs * w, normalise=shares),
    ),
    "divided by the log-density": _normalise(
        lambda logs: np.exp(logs) / _column(log_sum(logs)),
        lambda logs: logs / _column(log_sum(logs)),
    ),
    "density exponentiated": (
        *_normalise(lambda logs: by_rows(np.exp(logs))),
        *_weigh(lambda logs, w: np.exp(logs) + np.log(w)),
    ),
    "logarithms of the responsibilities returned": _normalise(
        lambda logs: logs - _column(log_sum(logs)), lambda logs: np.log(by_rows(logs))
    ),
    "joint log-probabilities returned": _normalise(same),
    "underflow": _normalise(_naive),
    "maximum over the whole table": _normalise(lambda logs: _naive(logs - logs.max())),
    "underflow hidden": _normalise(
        *(lambda logs, c=c: np.exp(logs) / (_totals(logs) + c) for c in EPSILONS),
        *(lambda logs, c=c: shares(np.exp(logs) + c) for c in EPSILONS),
        *(lambda logs, c=c: np.exp(logs) / np.maximum(_totals(logs), c) for c in EPSILONS),
        *(lambda logs, fill=fill: np.nan_to_num(_naive(logs), nan=fill) for fill in (0.0, 1.0)),
        lambda logs: np.nan_to_num(_naive(logs), nan=1 / logs.shape[1]),
    ),
    "transposed": _each(np.transpose),
    "weights on one side only": (
        *_weigh(lambda a, w: a + np.log(w) - _column(log_sum(a)), normalise=np.exp),
        *_weigh(lambda a, w: a - _column(log_sum(a + np.log(w))), normalise=np.exp),
    ),
}

MISTAKES = rows(responsibility_recipe, _NORMALISED, TERMS, _LOGARITHMS, WEIGHTS)
