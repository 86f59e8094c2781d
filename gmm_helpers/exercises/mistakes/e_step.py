"""Known mistakes in `e_step`: what is normalised, over which axis, and how precisely."""

from __future__ import annotations

import numpy as np

from .recipes.gaussian_terms import TERMS
from .recipes.gaussians import by_rows, log_sum, responsibility_recipe, rows, same, ways
from .recipes.m_step import harden
from .weighted_log_prob import WEIGHTS, unweighted

__all__ = ["MISTAKES"]

# Added to denominators so that they are not zero.
EPSILONS = (1e-300, 1e-10, 1e-6, 1e-8, 1e-12, 1e-15, 1e-16, 1e-20, 1e-100)


def _column(values):
    return values[:, None]


def _shares(table):
    return table / table.sum(axis=1, keepdims=True)


def _naive(logs):
    return _shares(np.exp(logs))


def _in_each_pass(logs):
    """Normalise the rows of the table after each component is filled in."""
    table = np.zeros_like(logs)
    for k, column in enumerate(np.exp(logs).T):
        table[:, k] = column
        table = _shares(table)
    return table


def _with_epsilon(epsilon):
    return (
        lambda logs: np.exp(logs) / (_column(np.exp(logs).sum(axis=1)) + epsilon),
        lambda logs: _shares(np.exp(logs) + epsilon),
        lambda logs: np.exp(logs) / np.maximum(_column(np.exp(logs).sum(axis=1)), epsilon),
    )


_NORMALISED = {
    "weights omitted": (),
    "normalised over samples": ways(
        "normalise",
        lambda logs: by_rows(logs, axis=0),
        lambda logs: np.exp(logs) / np.exp(logs).sum(axis=0),
    ),
    "normalised over everything": ways(
        "normalise",
        lambda logs: by_rows(logs, axis=None),
        lambda logs: np.exp(logs) / np.exp(logs).sum(),
    ),
    "not normalised": ways("normalise", np.exp),
    "densities returned": ways("normalise", np.exp, weigh=unweighted),
    "labels instead of responsibilities": ways(
        "normalise",
        *(lambda logs, first=first: logs.argmax(axis=1) + first for first in (0, 1)),
        lambda logs: _column(logs.argmax(axis=1)),
    ),
    "hard assignment": (*ways("normalise", harden), *ways("each", np.round)),
    "normalised inside the loop": ways(
        "normalise",
        lambda logs: np.exp(logs - np.logaddexp.accumulate(logs, axis=1)),
        lambda logs: np.exp(logs) / np.exp(logs).cumsum(axis=1),
        _in_each_pass,
    ),
    "maximum over the wrong axis": ways("normalise", lambda logs: _naive(logs - logs.max(axis=0))),
}
_LOGARITHMS = {
    "logarithms normalised without exponentiating": (
        *ways("normalise", _shares, lambda logs: logs - _column(logs.sum(axis=1))),
        *ways("normalise", lambda logs: np.exp(_shares(logs))),
        *ways("weigh", unweighted, lambda logs, w: logs * w, normalise=_shares),
    ),
    "divided by the log-density": ways(
        "normalise",
        lambda logs: np.exp(logs) / _column(log_sum(logs)),
        lambda logs: logs / _column(log_sum(logs)),
    ),
    "density exponentiated": (
        *ways("normalise", lambda logs: by_rows(np.exp(logs))),
        *ways("weigh", lambda logs, w: np.exp(logs) + np.log(w)),
    ),
    "logarithms of the responsibilities returned": ways(
        "normalise", lambda logs: logs - _column(log_sum(logs)), lambda logs: np.log(by_rows(logs))
    ),
    "joint log-probabilities returned": ways("normalise", same),
    "underflow": ways("normalise", _naive),
    "maximum over the whole table": ways("normalise", lambda logs: _naive(logs - logs.max())),
    "small number in the denominator": ways(
        "normalise",
        *(guarded for epsilon in EPSILONS for guarded in _with_epsilon(epsilon)),
        *(lambda logs, fill=fill: np.nan_to_num(_naive(logs), nan=fill) for fill in (0.0, 1.0)),
        lambda logs: np.nan_to_num(_naive(logs), nan=1 / logs.shape[1]),
    ),
    "transposed": ways("each", np.transpose),
    "weights on one side only": (
        *ways("weigh", lambda a, w: a + np.log(w) - _column(log_sum(a)), normalise=np.exp),
        *ways("weigh", lambda a, w: a - _column(log_sum(a + np.log(w))), normalise=np.exp),
    ),
}

MISTAKES = rows(responsibility_recipe, _NORMALISED, TERMS, _LOGARITHMS, WEIGHTS)
