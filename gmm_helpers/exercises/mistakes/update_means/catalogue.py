"""Known mistakes in `update_means`: divisors and weights of the samples."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.responsibilities import MISUSED, hard
from .forms import FORM_MISTAKES

__all__ = ["MISTAKES"]

# What is added to counts so that none is zero; smaller ones do no harm.
GUARDS = (1.0, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6)


def _counts(responsibilities):
    return responsibilities.sum(axis=0)[:, None]


def _right(X, responsibilities):
    return responsibilities.T @ X / _counts(responsibilities)


def _over(divisor):
    """The right sum over a wrong divisor."""
    return lambda X, r: r.T @ X / divisor(X, r)


def _weighed_by(spoil):
    """Averages with spoilt responsibilities, divided in three ways."""
    return (
        lambda X, r: spoil(r).T @ X / _counts(spoil(r)),
        lambda X, r: spoil(r).T @ X / _counts(r),
        lambda X, r: spoil(r).T @ X / len(X),
    )


def _for_each(value):
    """The same row for every component."""
    return lambda X, r: np.tile(value(X, r), (r.shape[1], 1))


def _spoilt_in_place(X, responsibilities):
    if not X.flags.writeable:  # what is excused there must not speak against the mistake
        return _right(X, responsibilities)
    X = X.astype(float)
    means = []
    for column in responsibilities.T:
        X *= column[:, None]
        means.append(X.sum(axis=0) / column.sum())
    return means


def _total_kept(X, responsibilities):
    return np.cumsum(responsibilities.T @ X, axis=0) / _counts(responsibilities)


def _count_kept_too(X, responsibilities):
    return np.cumsum(responsibilities.T @ X, axis=0) / np.cumsum(_counts(responsibilities), axis=0)


_MISUSE_MESSAGES = {
    "hard labels": "Each sample counts wholly for its most probable component (by argmax, rounding "
    "or a threshold), as in k-means. The M-step counts samples in parts: all of them enter every "
    "mean, each by its responsibility.",
    "responsibilities squared": "The responsibilities are squared, or used twice: doubtful samples "
    "count too little. Each sample enters the sum by its responsibility itself, once.",
    "root of the responsibilities": "Each sample is weighted with the root of its responsibility. "
    "The gradient of the log-likelihood holds r_nk itself.",
    "responsibilities of another component": "Mean k is made with the responsibilities of other "
    "components than k. Column k of the responsibilities belongs to row k of the means: look at "
    "your indices.",
    "responsibilities of another sample": "The responsibilities are not in the order of the "
    "samples: row n belongs to sample n. Look for a sort, a reshape where a transpose is meant, or "
    "an index that is off by one.",
    "responsibilities exponentiated": "You take the exponential, softmax or logarithm of the "
    "responsibilities. They are probabilities already, and count as they are.",
}

MISTAKES = (
    Misconception(
        "divided by N",
        "You divide by N, the number of all samples. Component k accounts for N_k of them only, so "
        "its mean comes out too near to the origin, by the factor N_k / N. Divide by the sum of "
        "the weights that stand in your average.",
        (_over(lambda X, r: len(X)),),
    ),
    Misconception(
        "not divided by N_k",
        "You return the weighted sums of the samples and do not divide them by N_k, the sum of the "
        "responsibilities of component k. (To divide by the sums of the *rows* changes nothing: "
        "each is 1.) Only weights that sum to one over the samples make an average.",
        (lambda X, r: r.T @ X,),
    ),
    Misconception(
        "divided by N_k - 1",
        "You divide by N_k - 1. That correction belongs to variances; an average divides by the "
        "sum of its weights, N_k.",
        (_over(lambda X, r: _counts(r) - 1), _over(lambda X, r: len(X) - 1)),
    ),
    Misconception(
        "divided by another count",
        "The weighted sum of component k is divided by something else than its own effective count "
        "N_k: the count of another component, K, D, or a count of hard labels. Also look at "
        "shapes: counts of shape (K,) line up with the *last* axis of a (K, D) table.",
        (
            _over(lambda X, r: r.sum(axis=0)),
            _over(lambda X, r: _counts(r)[::-1]),
            _over(lambda X, r: np.roll(_counts(r), 1)),
            _over(lambda X, r: np.roll(_counts(r), -1)),
            _over(lambda X, r: _counts(r)[0]),
            _over(lambda X, r: _counts(r).max()),
            _over(lambda X, r: r.shape[1]),
            _over(lambda X, r: X.shape[1]),
            _over(lambda X, r: _counts(hard(r))),
            _over(lambda X, r: _counts(r**2)),
            _over(lambda X, r: np.sqrt(_counts(r))),
            _over(lambda X, r: np.round(_counts(r))),
            _over(lambda X, r: np.floor(_counts(r))),
            _over(lambda X, r: np.sqrt(_counts(r**2))),
        ),
    ),
    Misconception(
        "divided twice",
        "You divide twice: the sum of the weights is taken out before the sum over the samples and "
        "once more after it, or a mean is taken where a sum is meant.",
        (
            _over(lambda X, r: _counts(r) ** 2),
            _over(lambda X, r: _counts(r) * len(X)),
            _over(lambda X, r: np.float64(len(X)) ** 2),
        ),
    ),
    Misconception(
        "divided by the weight",
        "You divide by the weight π_k = N_k / N where the count N_k is meant: a mean over the "
        "weights is N times too large.",
        (_over(lambda X, r: _counts(r) / len(X)),),
    ),
    Misconception(
        "multiplied by the count",
        "You multiply by the count N_k where you should divide by it.",
        (
            lambda X, r: r.T @ X * _counts(r),
            lambda X, r: _right(X, r) * _counts(r) ** 2 / len(X),
        ),
    ),
    Misconception(
        "responsibilities missing",
        "All samples count the same: the responsibilities are missing, and every component gets "
        "the mean (or sum) of all samples. For mean k each sample must count by its responsibility "
        "for k.",
        (
            _for_each(lambda X, r: X.mean(axis=0)),
            lambda X, r: X.mean(axis=0),
            lambda X, r: X.sum(axis=0) / _counts(r),
            _for_each(lambda X, r: X.sum(axis=0)),
            _for_each(lambda X, r: _right(X, r).mean(axis=0)),
            lambda X, r: np.tile(X.mean(axis=0), (r.shape[1], 1)) * _counts(r) / len(X),
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
        "You subtract the mean of all samples (or their spread) first. The new means are points "
        "among the data, in the same coordinates.",
        (
            lambda X, r: _right(X - X.mean(axis=0), r),
            lambda X, r: _right((X - X.mean(axis=0)) / X.std(axis=0), r),
            lambda X, r: _right(X / X.std(axis=0), r),
        ),
    ),
    Misconception(
        "total not set back",
        "The sum of one component goes on into the next: a total (or an array that is multiplied "
        "in place) is not set back before the next component begins.",
        (_total_kept, _count_kept_too, _spoilt_in_place),
    ),
    Misconception(
        "a sample left out",
        "One sample does not enter the sums, the first or the last. Look at where your loop or "
        "slice begins and ends.",
        (
            lambda X, r: _right(X[:-1], r[:-1]),
            lambda X, r: _right(X[1:], r[1:]),
            lambda X, r: r[:-1].T @ X[:-1] / _counts(r),
            lambda X, r: r[1:].T @ X[1:] / _counts(r),
        ),
    ),
    Misconception(
        "small number in the denominator",
        "A number is added to the counts, or they are kept above one, so as never to divide by "
        "zero. It pulls every mean towards the origin, and that of a small component most.",
        (
            *(_over(lambda X, r, guard=guard: _counts(r) + guard) for guard in GUARDS),
            *(_over(lambda X, r, least=least: np.maximum(_counts(r), least)) for least in (1, 0.5)),
        ),
    ),
    *FORM_MISTAKES,
)
