"""Known mistakes in `update_covariances`: axes, places and digits of the result."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.scatter import counts, each_for_all, right, spread, summed

__all__ = ["LAYOUT_MISTAKES"]


def _of_right(change):
    """What is made of the right covariances, with K and D at hand."""
    return lambda X, r, means: change(right(X, r, means))


def _only_the(place):
    def covariances(X, r, means):
        matrices = right(X, r, means)
        filled = np.zeros_like(matrices)
        filled[place] = matrices[place]
        return filled

    return covariances


def _samples_for_features(X, r, means):
    return [(X - mean) @ (X - mean).T / count for mean, count in zip(means, r.sum(0), strict=True)]


def _all_products(X, r, means):
    centred = X[:, None] - means
    return np.einsum("nk,nki,nkj->nkij", r, centred, centred)


def _first_two_features(X, r, means):
    return right(X[:, :2], r, means[:, :2])


LAYOUT_MISTAKES = (
    Misconception(
        "whole numbers cut off",
        "Your function is right for data with decimals. If the data are whole numbers (dtype int), "
        "the covariances are cut off to whole numbers, too: an array made like X (zeros_like, "
        "empty_like) can hold no decimals.",
        (
            lambda X, r, means: right(X, r, means).astype(X.dtype),
            lambda X, r, means: summed(X, r, means).astype(X.dtype) / counts(r),
            lambda X, r, means: spread(X, r, means.astype(X.dtype)),
        ),
    ),
    Misconception(
        "one component only",
        "You compute the covariance of one component, or return one that was left over from a "
        "loop. All K are asked for: look at where your return stands, and at what is kept in the "
        "loop.",
        (
            _of_right(lambda matrices: matrices[0]),
            _of_right(lambda matrices: matrices[-1]),
            _of_right(lambda matrices: matrices[:1]),
            _of_right(lambda matrices: matrices[1:]),
            _of_right(lambda matrices: matrices[:-1]),
            _of_right(lambda matrices: each_for_all(matrices[0], len(matrices))),
            _of_right(lambda matrices: each_for_all(matrices[-1], len(matrices))),
            _only_the(slice(0, 1)),
            _only_the(slice(-1, None)),
            _only_the(slice(None, -1)),
            _only_the(slice(1, None)),
        ),
    ),
    Misconception(
        "axes in another order",
        "Your axes are in another order: the components come first, shape (K, D, D), so that "
        "covariances[k] is the matrix of component k. In yours the component is the last axis, or "
        "the middle one.",
        (
            _of_right(lambda matrices: matrices.transpose(1, 2, 0)),
            _of_right(lambda matrices: matrices.transpose(1, 0, 2)),
            lambda X, r, means: summed(X, r, means).transpose(1, 2, 0) / len(X),
            lambda X, r, means: summed(X, r, means).transpose(1, 2, 0),
        ),
    ),
    Misconception(
        "stacked into one table",
        "The matrices are stacked below or beside each other, into one table with two axes. What "
        "is asked for has three: (K, D, D).",
        (
            _of_right(np.vstack),
            _of_right(np.hstack),
            _of_right(lambda matrices: matrices.reshape(len(matrices), -1)),
        ),
    ),
    Misconception(
        "half of the matrix only",
        "Only one triangle of each matrix is filled. A covariance is symmetric: the entries (i, j) "
        "and (j, i) are the same.",
        (_of_right(np.tril), _of_right(np.triu), _of_right(lambda m: np.triu(m) + np.triu(m, 1))),
    ),
    Misconception(
        "diagonal missing",
        "The diagonal of each matrix is missing or doubled. It holds the features' variances.",
        (
            _of_right(lambda matrices: matrices * (1 - np.eye(matrices.shape[1]))),
            _of_right(lambda matrices: matrices * (1 + np.eye(matrices.shape[1]))),
        ),
    ),
    Misconception(
        "two features only",
        "Your covariances are 2 by 2 whatever the data. They must be D by D: look for a 2 that "
        "should be the number of features.",
        (_first_two_features,),
    ),
    Misconception(
        "samples and features exchanged",
        "Your matrices have a row and a column for each *sample*: the product is taken in the "
        "wrong order, or np.cov reads your rows as features. A covariance is D by D, and the sum "
        "in the matrix product runs over the samples.",
        (
            _samples_for_features,
            lambda X, r, means: np.cov(X),
            lambda X, r, means: each_for_all(np.cov(X), len(means)),
            lambda X, r, means: [(X - mean) @ (X - mean).T for mean in means],
            lambda X, r, means: [
                (column[:, None] * (X - mean)) @ (X - mean).T / column.sum()
                for column, mean in zip(r.T, means, strict=True)
            ],
        ),
    ),
    Misconception(
        "not summed over the samples",
        "Your result still has an entry for each sample: the sum over the samples is missing.",
        (
            _all_products,
            lambda X, r, means: _all_products(X, r, means) / counts(r),
            lambda X, r, means: _all_products(X, r, means).swapaxes(0, 1),
            lambda X, r, means: (_all_products(X, r, means) / counts(r)).swapaxes(0, 1),
        ),
    ),
    Misconception(
        "rounded",
        "Your covariances are rounded. Keep all digits, and round only when you print.",
        tuple(_of_right(lambda matrices, n=n: np.round(matrices, n)) for n in range(7)),
    ),
    Misconception(
        "determinant returned",
        "You return one number for each component, the determinant of its covariance. The matrix "
        "itself is asked for.",
        (_of_right(np.linalg.det), _of_right(lambda matrices: np.linalg.slogdet(matrices)[1])),
    ),
)
