"""Known mistakes in `update_weights`: in the sums, in other statistics, in what is made of them."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.permutations import OTHER_ORDERS
from .sums import SUM_MISTAKES, share

__all__ = ["MISTAKES"]


def _softmax(values):
    return share(np.exp(values - values.max()))


def _geometric_mean(responsibilities):
    return np.exp(np.log(responsibilities).mean(axis=0))


def _rounded(n_digits):
    return lambda r: np.round(r.mean(axis=0), n_digits)


def _smoothed(constant):
    def weights(r):
        counts = r.sum(axis=0) + constant
        return share(counts)

    return weights


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
    Misconception(
        "responsibilities squared",
        "The responsibilities are squared before they are summed, so that doubtful samples count "
        "too little. Each sample counts by its responsibility itself.",
        (
            lambda r: (r**2).mean(axis=0),
            lambda r: (r**2).sum(axis=0),
            lambda r: share((r**2).sum(axis=0)),
            lambda r: (r**2).sum(axis=0) / r.sum(axis=0),
        ),
    ),
    Misconception(
        "another statistic than the mean",
        "You take something else than the mean of each column: a median, a largest or smallest "
        "value, a spread, a root or a geometric mean. A share of the samples is a sum of parts, "
        "divided by the number of samples.",
        (*_STATISTICS, *(lambda r, of=of: share(of(r)) for of in _STATISTICS)),
    ),
    Misconception(
        "rounded",
        "Your weights are rounded, or cut off to whole numbers. They are shares between 0 and 1: "
        "keep all digits, and round only when you print.",
        (
            *map(_rounded, range(7)),
            lambda r: np.round(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.mean(axis=0)),
            lambda r: share(np.round(r.sum(axis=0))),
        ),
    ),
    Misconception(
        "softmax of the counts",
        "You exponentiate before you normalise (softmax). That turns logarithms into shares, but "
        "these are counts, not logarithms: they only have to be divided.",
        (lambda r: _softmax(r.sum(axis=0)), lambda r: _softmax(r.mean(axis=0))),
    ),
    Misconception(
        "divided by the largest",
        "You divide by the largest count, so that the largest weight is 1. The weights must *sum* "
        "to 1: divide by the number of samples.",
        (
            lambda r: r.sum(axis=0) / r.sum(axis=0).max(),
            lambda r: r.sum(axis=0) / np.linalg.norm(r.sum(axis=0)),
        ),
    ),
    Misconception(
        "another order of components",
        "Your weights are right but stand in another order: sorted, reversed or moved on by one. "
        "Weight k belongs to column k of the responsibilities.",
        tuple(lambda r, order=order: order(r.mean(axis=0)) for order in OTHER_ORDERS),
    ),
    Misconception(
        "share of the others",
        "Your weight of a component is what the *other* components account for, one minus its own "
        "share.",
        (
            lambda r: 1 - r.mean(axis=0),
            lambda r: share(1 - r.mean(axis=0)),
            lambda r: share(1 / r.sum(axis=0)),
        ),
    ),
    Misconception(
        "running totals",
        "Your weights grow from component to component: a total is not set back to zero before the "
        "next one, or they are added up one after the other.",
        (
            lambda r: np.cumsum(r.mean(axis=0)),
            lambda r: np.cumsum(r.sum(axis=0)),
        ),
    ),
    Misconception(
        "a constant added",
        "A constant is added to the counts, as a guard against empty components or to smooth them. "
        "The maximum of the likelihood is the plain share N_k / N.",
        (
            *map(_smoothed, (1, 0.5, 1e-1, 1e-2, 1e-3)),
            lambda r: (r.sum(axis=0) + 1) / len(r),
            lambda r: (r.sum(axis=0) + 1) / (len(r) + 1),
        ),
    ),
    Misconception(
        "logarithm returned",
        "Your result holds the logarithms of the weights. The weights themselves are asked for: "
        "shares between 0 and 1.",
        (lambda r: np.log(r.mean(axis=0)), lambda r: np.log(r.sum(axis=0))),
    ),
    Misconception(
        "in percent",
        "Your weights are in percent and sum to 100. They are probabilities and sum to 1.",
        (lambda r: 100 * r.mean(axis=0),),
    ),
)
