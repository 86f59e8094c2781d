"""Known mistakes in `update_weights`: sums, other statistics, and changes to the result."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import PERMUTATIONS, normalise
from .sums import SUM_MISTAKES

__all__ = ["MISTAKES"]


def _softmax(values):
    return normalise(np.exp(values - values.max()))


def _geometric_mean(responsibilities):
    return np.exp(np.log(responsibilities).mean(axis=0))


_STATISTICS = (
    lambda r: np.median(r, axis=0),
    lambda r: r.max(axis=0),
    lambda r: r.min(axis=0),
    lambda r: r.std(axis=0),
    lambda r: r.var(axis=0),
    lambda r: np.sqrt(r.mean(axis=0)),
    _geometric_mean,
)

MISTAKES = (
    *SUM_MISTAKES,
    Mistake(
        "responsibilities squared",
        (
            lambda r: (r**2).mean(axis=0),
            lambda r: (r**2).sum(axis=0),
            lambda r: normalise((r**2).sum(axis=0)),
            lambda r: (r**2).sum(axis=0) / r.sum(axis=0),
        ),
    ),
    Mistake(
        "statistic other than the mean",
        (*_STATISTICS, *(lambda r, of=of: normalise(of(r)) for of in _STATISTICS)),
    ),
    Mistake(
        "rounded",
        (
            *(lambda r, n=n: np.round(r.mean(axis=0), n) for n in range(7)),
            lambda r: np.round(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.mean(axis=0)),
            lambda r: normalise(np.round(r.sum(axis=0))),
        ),
    ),
    Mistake(
        "softmax of the counts",
        (lambda r: _softmax(r.sum(axis=0)), lambda r: _softmax(r.mean(axis=0))),
    ),
    Mistake(
        "divided by the largest",
        (
            lambda r: r.sum(axis=0) / r.sum(axis=0).max(),
            lambda r: r.sum(axis=0) / np.linalg.norm(r.sum(axis=0)),
        ),
    ),
    Mistake(
        "components in the wrong order",
        tuple(lambda r, permute=permute: permute(r.mean(axis=0)) for permute in PERMUTATIONS),
    ),
    Mistake(
        "proportion of the other components",
        (
            lambda r: 1 - r.mean(axis=0),
            lambda r: normalise(1 - r.mean(axis=0)),
            lambda r: normalise(1 / r.sum(axis=0)),
        ),
    ),
    Mistake(
        "running totals",
        (lambda r: np.cumsum(r.mean(axis=0)), lambda r: np.cumsum(r.sum(axis=0))),
    ),
    Mistake(
        "a constant added",
        (
            *(lambda r, c=c: normalise(r.sum(axis=0) + c) for c in (1, 0.5, 1e-1, 1e-2, 1e-3)),
            lambda r: (r.sum(axis=0) + 1) / len(r),
            lambda r: (r.sum(axis=0) + 1) / (len(r) + 1),
        ),
    ),
    Mistake(
        "logarithm returned",
        (lambda r: np.log(r.mean(axis=0)), lambda r: np.log(r.sum(axis=0))),
    ),
    Mistake(
        "weights in percent",
        (lambda r: 100 * r.mean(axis=0),),
    ),
)
