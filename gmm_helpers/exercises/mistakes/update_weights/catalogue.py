"""Known mistakes in `update_weights`: sums, other statistics, and changes to the result."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
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
    Misconception(
        "responsibilities squared",
        "The responsibilities are squared before they are summed, so that uncertain samples count "
        "too little. Weight each sample by its responsibility, not by its square.",
        (
            lambda r: (r**2).mean(axis=0),
            lambda r: (r**2).sum(axis=0),
            lambda r: normalise((r**2).sum(axis=0)),
            lambda r: (r**2).sum(axis=0) / r.sum(axis=0),
        ),
    ),
    Misconception(
        "statistic other than the mean",
        "You use something other than the mean of each column: a median, a maximum or minimum, "
        "a standard deviation, a square root or a geometric mean. A weight is a sum of "
        "responsibilities, divided by the number of samples.",
        (*_STATISTICS, *(lambda r, of=of: normalise(of(r)) for of in _STATISTICS)),
    ),
    Misconception(
        "rounded",
        "Your weights are rounded, or truncated to whole numbers. They are fractions between 0 "
        "and 1: keep all digits, and round only when you print.",
        (
            *(lambda r, n=n: np.round(r.mean(axis=0), n) for n in range(7)),
            lambda r: np.round(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.mean(axis=0)),
            lambda r: normalise(np.round(r.sum(axis=0))),
        ),
    ),
    Misconception(
        "softmax of the counts",
        "You exponentiate before you normalise (softmax). That turns logarithms into "
        "probabilities, but these are counts, not logarithms: they only have to be divided.",
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
        "components in the wrong order",
        "Your weights are right but in the wrong order: sorted, reversed or shifted by one. "
        "Weight k belongs to column k of the responsibilities.",
        tuple(lambda r, permute=permute: permute(r.mean(axis=0)) for permute in PERMUTATIONS),
    ),
    Misconception(
        "proportion of the other components",
        "Your weight for each component is what the *other* components account for: one minus its "
        "own weight.",
        (
            lambda r: 1 - r.mean(axis=0),
            lambda r: normalise(1 - r.mean(axis=0)),
            lambda r: normalise(1 / r.sum(axis=0)),
        ),
    ),
    Misconception(
        "running totals",
        "Your weights grow from component to component: the running total is not reset to zero "
        "before the next one, or the weights are summed cumulatively.",
        (lambda r: np.cumsum(r.mean(axis=0)), lambda r: np.cumsum(r.sum(axis=0))),
    ),
    Misconception(
        "a constant added",
        "A constant is added to the counts, as a guard against empty components or to smooth "
        "them. The likelihood is largest at the plain fraction N_k / N.",
        (
            *(lambda r, c=c: normalise(r.sum(axis=0) + c) for c in (1, 0.5, 1e-1, 1e-2, 1e-3)),
            lambda r: (r.sum(axis=0) + 1) / len(r),
            lambda r: (r.sum(axis=0) + 1) / (len(r) + 1),
        ),
    ),
    Misconception(
        "logarithm returned",
        "Your result contains the logarithms of the weights. You are asked for the weights "
        "themselves: fractions between 0 and 1.",
        (lambda r: np.log(r.mean(axis=0)), lambda r: np.log(r.sum(axis=0))),
    ),
    Misconception(
        "weights in percent",
        "Your weights are in percent and sum to 100. They are probabilities and sum to 1.",
        (lambda r: 100 * r.mean(axis=0),),
    ),
)
