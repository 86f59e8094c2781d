"""Known mistakes in `update_means`: divisors, and weights of the samples."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.m_step import MISUSE_MESSAGES, MISUSED, harden
from .averages import AVERAGE_MISTAKES, average, count, repeat_row

__all__ = ["MISTAKES"]

# Added to counts so that none is zero; smaller ones do no harm.
GUARDS = (1.0, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6)


def _over(divisor):
    """Divide the correct sum by a wrong divisor."""
    return lambda X, r: r.T @ X / divisor(X, r)


def _weighed_by(spoil):
    """Average with spoilt responsibilities, divided in three ways."""
    return (
        lambda X, r: spoil(r).T @ X / count(spoil(r)),
        lambda X, r: spoil(r).T @ X / count(r),
        lambda X, r: spoil(r).T @ X / len(X),
    )


def _spoilt_in_place(X, responsibilities):
    if not X.flags.writeable:  # this case is excused, so it must not rule out the mistake
        return average(X, responsibilities)
    X = X.astype(float)
    means = []
    for column in responsibilities.T:
        X *= column[:, None]
        means.append(X.sum(axis=0) / column.sum())
    return means


def _total_kept(X, responsibilities):
    return np.cumsum(responsibilities.T @ X, axis=0) / count(responsibilities)


def _count_kept_too(X, responsibilities):
    return np.cumsum(responsibilities.T @ X, axis=0) / np.cumsum(count(responsibilities), axis=0)


_MISUSE_MESSAGES = {
    **MISUSE_MESSAGES,
    "hard labels": "Each sample counts only for its most probable component (by argmax, "
    "rounding or a threshold), as in k-means. In the M-step every sample enters every mean, "
    "weighted by its responsibility.",
    "responsibilities squared": "The responsibilities are squared, or used twice: uncertain "
    "samples count too little. Each sample enters the sum multiplied by its responsibility "
    "exactly once.",
    "square root of the responsibilities": "Each sample is weighted by the square root of its "
    "responsibility. The gradient of the log-likelihood contains r_nk itself.",
    "responsibilities of another component": "Mean k is computed with the responsibilities of "
    "components other than k. Column k of the responsibilities belongs to row k of the means: "
    "look at your indices.",
}

MISTAKES = (
    Misconception(
        "divided by N",
        "You divide by N, the number of all samples. Component k accounts for only N_k of them, so "
        "its mean comes out too close to the origin, by the factor N_k / N. Divide by the sum of "
        "the weights in your average.",
        (_over(lambda X, r: len(X)),),
    ),
    Misconception(
        "not divided by N_k",
        "You return the weighted sums of the samples without dividing them by N_k, the sum of "
        "the responsibilities of component k. (Dividing by the sums of the *rows* changes "
        "nothing: each is 1.) Only weights that sum to one over the samples make an average.",
        (lambda X, r: r.T @ X,),
    ),
    Misconception(
        "divided by N_k - 1",
        "You divide by N_k - 1. That correction belongs to variances; an average divides by the "
        "sum of its weights, N_k.",
        (_over(lambda X, r: count(r) - 1), _over(lambda X, r: len(X) - 1)),
    ),
    Misconception(
        "divided by the wrong count",
        "The weighted sum of component k is divided by something other than its own effective "
        "count N_k: the count of another component, K, D, or a count of hard labels. Also look "
        "at shapes: counts of shape (K,) line up with the *last* axis of a (K, D) table.",
        (
            _over(lambda X, r: r.sum(axis=0)),
            _over(lambda X, r: count(r)[::-1]),
            _over(lambda X, r: np.roll(count(r), 1)),
            _over(lambda X, r: np.roll(count(r), -1)),
            _over(lambda X, r: count(r)[0]),
            _over(lambda X, r: count(r).max()),
            _over(lambda X, r: r.shape[1]),
            _over(lambda X, r: X.shape[1]),
            _over(lambda X, r: count(harden(r))),
            _over(lambda X, r: count(r**2)),
            _over(lambda X, r: np.sqrt(count(r))),
            _over(lambda X, r: np.round(count(r))),
            _over(lambda X, r: np.floor(count(r))),
            _over(lambda X, r: np.sqrt(count(r**2))),
        ),
    ),
    Misconception(
        "divided twice",
        "You divide twice: once before the sum over the samples and once more after it, or you "
        "take a mean where you need a sum.",
        (
            _over(lambda X, r: count(r) ** 2),
            _over(lambda X, r: count(r) * len(X)),
            _over(lambda X, r: np.float64(len(X)) ** 2),
        ),
    ),
    Misconception(
        "divided by the weight",
        "You divide by the weight π_k = N_k / N instead of the count N_k, so your means are N "
        "times too large.",
        (_over(lambda X, r: count(r) / len(X)),),
    ),
    Misconception(
        "multiplied by the count",
        "You multiply by the count N_k instead of dividing by it.",
        (lambda X, r: r.T @ X * count(r), lambda X, r: average(X, r) * count(r) ** 2 / len(X)),
    ),
    Misconception(
        "responsibilities missing",
        "All samples count the same: the responsibilities are missing, and every component gets "
        "the mean (or sum) of all samples. For mean k each sample is weighted by the "
        "responsibility of component k.",
        (
            repeat_row(lambda X, r: X.mean(axis=0)),
            lambda X, r: X.mean(axis=0),
            lambda X, r: X.sum(axis=0) / count(r),
            repeat_row(lambda X, r: X.sum(axis=0)),
            repeat_row(lambda X, r: average(X, r).mean(axis=0)),
            lambda X, r: np.tile(X.mean(axis=0), (r.shape[1], 1)) * count(r) / len(X),
        ),
    ),
    *(
        Misconception(
            name,
            _MISUSE_MESSAGES[name],
            tuple(function for way in ways for function in _weighed_by(way)),
        )
        for name, ways in MISUSED.items()
    ),
    Misconception(
        "centred first",
        "You first subtract the mean of all samples (or divide by their standard deviations). The "
        "new means must be in the same coordinates as the data.",
        (
            lambda X, r: average(X - X.mean(axis=0), r),
            lambda X, r: average((X - X.mean(axis=0)) / X.std(axis=0), r),
            lambda X, r: average(X / X.std(axis=0), r),
        ),
    ),
    Misconception(
        "running total not reset",
        "The sum of one component carries over into the next: the running total (or an array "
        "that is multiplied in place) is not reset before the next component begins.",
        (_total_kept, _count_kept_too, _spoilt_in_place),
    ),
    Misconception(
        "one sample left out",
        "One sample, the first or the last, does not enter the sums. Look at where your loop or "
        "slice begins and ends.",
        (
            lambda X, r: average(X[:-1], r[:-1]),
            lambda X, r: average(X[1:], r[1:]),
            lambda X, r: r[:-1].T @ X[:-1] / count(r),
            lambda X, r: r[1:].T @ X[1:] / count(r),
        ),
    ),
    Misconception(
        "small number in the denominator",
        "A number is added to the counts, or they are kept above one, to avoid dividing by zero. "
        "That pulls every mean towards the origin, and small components are affected most.",
        (
            *(_over(lambda X, r, guard=guard: count(r) + guard) for guard in GUARDS),
            *(_over(lambda X, r, least=least: np.maximum(count(r), least)) for least in (1, 0.5)),
        ),
    ),
    *AVERAGE_MISTAKES,
)
