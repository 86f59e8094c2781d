"""Known mistakes in `update_covariances`: axes, entries and digits of the result."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.m_step import counts, covariances_around, keep_some, repeat, scatter
from .matrices import of_right

__all__ = ["LAYOUT_MISTAKES"]


def _samples_for_features(X, r, means):
    return [(X - mean) @ (X - mean).T / count for mean, count in zip(means, r.sum(0), strict=True)]


def _all_products(X, r, means):
    centred = X[:, None] - means
    return np.einsum("nk,nki,nkj->nkij", r, centred, centred)


def _first_two_features(X, r, means):
    return covariances_around(X[:, :2], r, means[:, :2])


LAYOUT_MISTAKES = (
    Misconception(
        "one component only",
        "You compute the covariance of one component, or return one that was left over from a "
        "loop. You are asked for all K: look at where your return is, and at what the loop "
        "keeps.",
        (
            of_right(lambda matrices: matrices[0]),
            of_right(lambda matrices: matrices[-1]),
            of_right(lambda matrices: matrices[:1]),
            of_right(lambda matrices: matrices[1:]),
            of_right(lambda matrices: matrices[:-1]),
            of_right(lambda matrices: repeat(matrices[0], len(matrices))),
            of_right(lambda matrices: repeat(matrices[-1], len(matrices))),
            *(of_right(lambda matrices, i=i: keep_some(matrices)[i]) for i in range(4)),
        ),
    ),
    Misconception(
        "axes in the wrong order",
        "Your axes are in the wrong order: the components come first, shape (K, D, D), so that "
        "covariances[k] is the matrix of component k. In yours the component is the last axis, "
        "or the middle one.",
        (
            of_right(lambda matrices: matrices.transpose(1, 2, 0)),
            of_right(lambda matrices: matrices.transpose(1, 0, 2)),
            lambda X, r, means: scatter(X, r, means).transpose(1, 2, 0) / len(X),
            lambda X, r, means: scatter(X, r, means).transpose(1, 2, 0),
        ),
    ),
    Misconception(
        "stacked into one table",
        "The matrices are stacked on top of each other or side by side, in one table with two "
        "axes. You are asked for three axes: (K, D, D).",
        (
            of_right(np.vstack),
            of_right(np.hstack),
            of_right(lambda matrices: matrices.reshape(len(matrices), -1)),
        ),
    ),
    Misconception(
        "one triangle only",
        "Only one triangle of each matrix is filled. A covariance is symmetric: the entries (i, j) "
        "and (j, i) are the same.",
        (of_right(np.tril), of_right(np.triu), of_right(lambda m: np.triu(m) + np.triu(m, 1))),
    ),
    Misconception(
        "diagonal missing",
        "The diagonal of each matrix is missing or doubled. It holds the features' variances.",
        (
            of_right(lambda matrices: matrices * (1 - np.eye(matrices.shape[1]))),
            of_right(lambda matrices: matrices * (1 + np.eye(matrices.shape[1]))),
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
        "Your matrices have one row and one column per *sample*: the product is in the wrong "
        "order, or np.cov reads your rows as features. A covariance is D by D, and the sum in "
        "the matrix product runs over the samples.",
        (
            _samples_for_features,
            lambda X, r, means: np.cov(X),
            lambda X, r, means: repeat(np.cov(X), len(means)),
            lambda X, r, means: [(X - mean) @ (X - mean).T for mean in means],
            lambda X, r, means: [
                (column[:, None] * (X - mean)) @ (X - mean).T / column.sum()
                for column, mean in zip(r.T, means, strict=True)
            ],
        ),
    ),
    Misconception(
        "not summed over the samples",
        "Your result still has one entry per sample: the sum over the samples is missing.",
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
        tuple(of_right(lambda matrices, n=n: np.round(matrices, n)) for n in range(7)),
    ),
    Misconception(
        "determinant returned",
        "You return one number per component, the determinant of its covariance. You are asked "
        "for the matrix itself.",
        (of_right(np.linalg.det), of_right(lambda matrices: np.linalg.slogdet(matrices)[1])),
    ),
)
