"""Known mistakes in `update_covariances`: axes, entries and digits of the result."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
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
    Mistake(
        "one component only",
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
    Mistake(
        "axes in the wrong order",
        (
            of_right(lambda matrices: matrices.transpose(1, 2, 0)),
            of_right(lambda matrices: matrices.transpose(1, 0, 2)),
            lambda X, r, means: scatter(X, r, means).transpose(1, 2, 0) / len(X),
            lambda X, r, means: scatter(X, r, means).transpose(1, 2, 0),
        ),
    ),
    Mistake(
        "stacked into one table",
        (
            of_right(np.vstack),
            of_right(np.hstack),
            of_right(lambda matrices: matrices.reshape(len(matrices), -1)),
        ),
    ),
    Mistake(
        "one triangle only",
        (of_right(np.tril), of_right(np.triu), of_right(lambda m: np.triu(m) + np.triu(m, 1))),
    ),
    Mistake(
        "diagonal missing",
        (
            of_right(lambda matrices: matrices * (1 - np.eye(matrices.shape[1]))),
            of_right(lambda matrices: matrices * (1 + np.eye(matrices.shape[1]))),
        ),
    ),
    Mistake(
        "two features only",
        (_first_two_features,),
    ),
    Mistake(
        "samples and features exchanged",
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
    Mistake(
        "not summed over the samples",
        (
            _all_products,
            lambda X, r, means: _all_products(X, r, means) / counts(r),
            lambda X, r, means: _all_products(X, r, means).swapaxes(0, 1),
            lambda X, r, means: (_all_products(X, r, means) / counts(r)).swapaxes(0, 1),
        ),
    ),
    Mistake(
        "rounded",
        tuple(of_right(lambda matrices, n=n: np.round(matrices, n)) for n in range(7)),
    ),
    Mistake(
        "determinant returned",
        (of_right(np.linalg.det), of_right(lambda matrices: np.linalg.slogdet(matrices)[1])),
    ),
)
