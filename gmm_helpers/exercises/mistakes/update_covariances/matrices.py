"""Known mistakes in `update_covariances`: something other than K full matrices."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import counts, covariances_around, repeat, scatter

__all__ = ["MATRIX_MISTAKES", "of_right"]

RIDGES = (1.0, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12)


def _variances(X, r, means):
    return np.diagonal(covariances_around(X, r, means), axis1=1, axis2=2)


def _scattered(X, r, means):
    return np.diagonal(scatter(X, r, means), axis1=1, axis2=2)


def of_right(change):
    """Apply a function to the correct covariances."""
    return lambda X, r, means: change(covariances_around(X, r, means))


def _each(change):
    return of_right(lambda matrices: np.array([change(matrix) for matrix in matrices]))


def _as_diagonals(rows):
    return rows[:, :, None] * np.eye(rows.shape[1])


def _as_multiples(numbers, n_features):
    return numbers[:, None, None] * np.eye(n_features)


def _spherical(of):
    """Make one variance per component: as number, multiple of the identity, or full matrix."""
    return (
        lambda X, r, means: of(_variances(X, r, means)),
        lambda X, r, means: _as_multiples(of(_variances(X, r, means)), X.shape[1]),
        lambda X, r, means: (
            np.ones((1, X.shape[1], X.shape[1])) * of(_variances(X, r, means))[:, None, None]
        ),
    )


def _tied(pool):
    """Make one matrix for all components, repeated or alone."""
    return (
        lambda X, r, means: repeat(pool(X, r, means), len(means)),
        lambda X, r, means: pool(X, r, means),
    )


def _root(matrix):
    values, vectors = np.linalg.eigh(matrix)
    return vectors * np.sqrt(np.maximum(values, 0)) @ vectors.T


def _correlation(matrix):
    deviations = np.sqrt(np.diag(matrix))
    return matrix / np.outer(deviations, deviations)


def _absolute_deviations(X, r, means):
    centred = np.abs(X[:, None] - means)
    return np.einsum("nk,nki,nkj->kij", r, centred, centred) / counts(r)


def _mean_absolute_deviations(X, r, means):
    return np.einsum("nk,nki->ki", r, np.abs(X[:, None] - means)) / r.sum(axis=0)[:, None]


MATRIX_MISTAKES = (
    Mistake(
        "sign",
        (of_right(np.negative),),
    ),
    Mistake(
        "diagonal only",
        (
            lambda X, r, means: _as_diagonals(_variances(X, r, means)),
            _variances,
            lambda X, r, means: _as_diagonals(_variances(X, r, means)) * counts(r) / len(X),
            lambda X, r, means: _as_diagonals(np.sqrt(_variances(X, r, means))),
            lambda X, r, means: np.sqrt(_variances(X, r, means)),
            lambda X, r, means: np.diagonal(scatter(X, r, means), axis1=1, axis2=2),
            lambda X, r, means: _as_diagonals(_mean_absolute_deviations(X, r, means)),
        ),
    ),
    Mistake(
        "variances in every row",
        tuple(
            lambda X, r, means, of=of, axis=axis: np.repeat(
                np.expand_dims(of(X, r, means), axis), X.shape[1], axis=axis
            )
            for of in (_variances, _scattered)
            for axis in (1, 2)
        ),
    ),
    Mistake(
        "one variance per component",
        (
            *_spherical(lambda variances: variances.mean(axis=1)),
            *_spherical(lambda variances: variances.sum(axis=1)),
            *_spherical(lambda variances: np.sqrt(variances.sum(axis=1))),
            *_spherical(lambda variances: np.sqrt(variances.mean(axis=1))),
        ),
    ),
    Mistake(
        "one covariance for all components",
        (
            *_tied(lambda X, r, means: scatter(X, r, means).sum(axis=0) / len(X)),
            *_tied(lambda X, r, means: scatter(X, r, means).sum(axis=0)),
            *_tied(lambda X, r, means: scatter(X, r, means).sum(axis=0) / (len(X) - len(means))),
            *_tied(lambda X, r, means: covariances_around(X, r, means).mean(axis=0)),
            *_tied(lambda X, r, means: covariances_around(X, r, means).sum(axis=0)),
            lambda X, r, means: scatter(X, r, means).sum(axis=0) / counts(r),
        ),
    ),
    Mistake(
        "Cholesky factor returned",
        (_each(np.linalg.cholesky), _each(lambda matrix: np.linalg.cholesky(matrix).T)),
    ),
    Mistake(
        "standard deviations returned",
        (
            _each(_root),
            of_right(np.sqrt),
            of_right(lambda matrices: np.sqrt(np.abs(matrices))),
            of_right(lambda matrices: np.sign(matrices) * np.sqrt(np.abs(matrices))),
            of_right(lambda matrices: np.sqrt(np.maximum(matrices, 0))),
            of_right(lambda matrices: np.nan_to_num(np.sqrt(matrices))),
        ),
    ),
    Mistake(
        "correlation matrix",
        (
            _each(_correlation),
            lambda X, r, means: repeat(np.atleast_2d(np.corrcoef(X.T)), len(means)),
        ),
    ),
    Mistake(
        "inverse returned",
        (_each(np.linalg.inv), of_right(lambda matrices: 1 / matrices)),
    ),
    Mistake(
        "matrix squared",
        (_each(lambda matrix: matrix @ matrix), of_right(np.square)),
    ),
    Mistake(
        "absolute deviations",
        (
            _absolute_deviations,
            of_right(np.abs),
            _mean_absolute_deviations,
            lambda X, r, means: _mean_absolute_deviations(X, r, means) ** 2,
        ),
    ),
    Mistake(
        "ridge added",
        tuple(
            of_right(lambda matrices, ridge=ridge: matrices + ridge * np.eye(matrices.shape[1]))
            for ridge in RIDGES
        ),
    ),
    Mistake(
        "a constant added to every entry",
        tuple(of_right(lambda matrices, ridge=ridge: matrices + ridge) for ridge in RIDGES),
    ),
)
