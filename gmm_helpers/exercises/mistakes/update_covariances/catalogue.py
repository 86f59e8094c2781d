"""Known mistakes in `update_covariances`: centres and weights of the samples."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.responsibilities import MISUSED, hard, hard_ways
from ..recipes.scatter import counts, each_for_all, right, spread, summed
from .divisors import DIVISOR_MISTAKES
from .forms import FORM_MISTAKES
from .layouts import LAYOUT_MISTAKES

__all__ = ["MISTAKES"]


def _around(centre):
    """Spreads around other centres, divided by N_k or by N."""

    def centres(X, r, means):
        return np.zeros_like(means) + centre(X, r, means)

    return (
        lambda X, r, means: spread(X, r, centres(X, r, means)),
        lambda X, r, means: summed(X, r, centres(X, r, means)) / len(X),
        lambda X, r, means: summed(X, r, centres(X, r, means)) / (counts(r) - 1),
    )


def _weighed_by(spoil):
    """Spreads with spoilt responsibilities, divided in four ways."""
    return (
        lambda X, r, means: summed(X, spoil(r), means) / counts(spoil(r)),
        lambda X, r, means: summed(X, spoil(r), means) / counts(r),
        lambda X, r, means: summed(X, spoil(r), means) / (counts(spoil(r)) - 1),
        lambda X, r, means: summed(X, spoil(r), means) / len(X),
    )


def _own_means(X, r):
    return r.T @ X / r.sum(axis=0)[:, None]


def _by_numpy(X, ddof, rows=None, **weights):
    return np.atleast_2d(np.cov(X.T if rows is None else X[rows].T, ddof=ddof, **weights))


def _of_labels(ddof, way):
    def covariances(X, r, means):
        return [_by_numpy(X, ddof, column > 0) for column in way(r).T]

    return covariances


def _centred_in_place(X, r, means):
    if not X.flags.writeable:  # what is excused there must not speak against the mistake
        return right(X, r, means)
    X = X.astype(float)
    matrices = []
    for column, mean, count in zip(r.T, means, r.sum(axis=0), strict=True):
        X = X - mean
        matrices.append((column[:, None] * X).T @ X / count)
    return matrices


def _kept(X, r, means):
    return np.cumsum(summed(X, r, means), axis=0) / counts(r)


def _rows_left_out(rows):
    return (
        lambda X, r, means: spread(X[rows], r[rows], means),
        lambda X, r, means: summed(X[rows], r[rows], means) / counts(r),
    )


def _ones(r):
    return np.ones_like(r)


_MISUSE_MESSAGES = {
    "hard labels": "Each sample counts wholly for its most probable component (by argmax, rounding "
    "or a threshold). The M-step counts samples in parts: every sample enters every covariance, "
    "with its responsibility.",
    "responsibilities squared": "The responsibilities enter squared: they multiply both factors of "
    "the outer product, or are used twice. Each product (x - μ_k)(x - μ_k)^T counts r_nk times, "
    "once.",
    "root of the responsibilities": "Each sample counts by the root of its responsibility. The "
    "root is right only if it multiplies *both* factors of the outer product.",
    "responsibilities of another component": "Covariance k is made with the responsibilities of "
    "another component than k. Column k of the responsibilities belongs to row k of the means: "
    "look at your indices.",
    "responsibilities of another sample": "The responsibilities are not in the order of the "
    "samples: row n belongs to sample n. Look for a sort, a reshape where a transpose is meant, or "
    "an index that is off by one.",
    "responsibilities exponentiated": "You take the exponential, softmax or logarithm of the "
    "responsibilities. They are probabilities already, and count as they are.",
}

_CENTRES = (
    Misconception(
        "second moment not centred",
        "You average x x^T without subtracting the mean: the second moment around the origin. A "
        "covariance measures spread around the mean of its component; yours also holds μ_k μ_k^T, "
        "so it grows if the data are only shifted.",
        _around(lambda X, r, means: 0.0),
    ),
    Misconception(
        "global mean",
        "You measure the spread around the mean of all samples (the global mean) instead of the "
        "mean of each component. That adds how far the components lie apart to the covariance of "
        "each. Look at what you subtract from X.",
        (
            *_around(lambda X, r, means: X.mean(axis=0)),
            *_around(lambda X, r, means: means.mean(axis=0)),
        ),
    ),
    Misconception(
        "mean of another component",
        "You measure the spread around the mean of another component: row k of the means belongs "
        "to column k of the responsibilities. Look at your indices.",
        tuple(
            function
            for other in (
                lambda X, r, means: np.roll(means, 1, axis=0),
                lambda X, r, means: np.roll(means, -1, axis=0),
                lambda X, r, means: means[::-1],
                lambda X, r, means: means[0],
                lambda X, r, means: means[-1],
                lambda X, r, means: np.sort(means, axis=0),
            )
            for function in _around(other)
        ),
    ),
    Misconception(
        "another centre than the given means",
        "You measure the spread around another centre than the means handed over, such as a median "
        "or the means of hard labels. Around any other point the spread is larger, by the square "
        "of the step between the two. Subtract the given means, which are the new ones.",
        tuple(
            function
            for other in (
                lambda X, r, means: np.median(X, axis=0),
                lambda X, r, means: _own_means(X, hard(r)),
                lambda X, r, means: _own_means(X, r**2),
                lambda X, r, means: r.T @ X / len(X),
                lambda X, r, means: means.astype(int),
                lambda X, r, means: np.round(means),
                lambda X, r, means: -means,
            )
            for function in _around(other)
        ),
    ),
    Misconception(
        "centred in place",
        "X is centred in place in a loop: after the first component the next mean is subtracted "
        "from data that have been shifted already. Each component starts from the data as they "
        "were.",
        (_centred_in_place,),
    ),
)

_WEIGHTS = (
    Misconception(
        "responsibilities missing",
        "All samples count the same: the responsibilities are missing from the sum. For covariance "
        "k each outer product must count by the responsibility of k for that sample, and the "
        "divisor be the sum of the same weights.",
        (
            lambda X, r, means: summed(X, _ones(r), means) / len(X),
            lambda X, r, means: summed(X, _ones(r), means) / counts(r),
            lambda X, r, means: summed(X, _ones(r), means) / (len(X) - 1),
            lambda X, r, means: summed(X, _ones(r), means) / (counts(r) - 1),
            lambda X, r, means: summed(X, _ones(r), means),
            *(
                lambda X, r, means, ddof=ddof: each_for_all(_by_numpy(X, ddof), len(means))
                for ddof in (0, 1)
            ),
            *(lambda X, r, means, ddof=ddof: _by_numpy(X, ddof) for ddof in (0, 1)),
            lambda X, r, means: spread(X, _ones(r), np.zeros_like(means)),
            lambda X, r, means: each_for_all(_by_numpy(X, 0) * len(X), len(means)) / counts(r),
        ),
    ),
    *(
        Misconception(
            name,
            _MISUSE_MESSAGES[name],
            (
                *(function for way in ways for function in _weighed_by(way)),
                *(
                    _of_labels(ddof, way)
                    for ddof in (0, 1)
                    for way in (hard_ways if name == "hard labels" else ())
                ),
            ),
        )
        for name, ways in MISUSED.items()
    ),
    Misconception(
        "total not set back",
        "The sum of one component goes on into the next: a total is not set back to zero before "
        "the next component begins.",
        (
            _kept,
            lambda X, r, means: np.cumsum(right(X, r, means), axis=0),
            lambda X, r, means: (
                np.cumsum(summed(X, r, means), axis=0) / np.cumsum(counts(r), axis=0)
            ),
        ),
    ),
    Misconception(
        "a sample left out",
        "One sample does not enter the sums, the first or the last. Look at where your loop or "
        "slice begins and ends.",
        (*_rows_left_out(slice(1, None)), *_rows_left_out(slice(None, -1))),
    ),
)

# The centre comes first: around the mean of the data, N_k and the weights decide the rest.
MISTAKES = (*_CENTRES, *DIVISOR_MISTAKES, *_WEIGHTS, *FORM_MISTAKES, *LAYOUT_MISTAKES)
