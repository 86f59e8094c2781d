"""Known mistakes in `update_covariances`: something other than K full matrices."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
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
    Misconception(
        "sign",
        "Your covariances have the wrong sign: the variances on the diagonal are negative. Look "
        "for a wrong sign in your sum.",
        (of_right(np.negative),),
    ),
    Misconception(
        "diagonal only",
        "Only the variances are present, on the diagonal: how the features vary *together* is "
        "missing, and the ellipses lose their tilt. Each sample contributes a full D by D matrix, "
        "the outer product of its deviation with itself.",
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
    Misconception(
        "variances in every row",
        "Every row (or column) of your matrices holds the variances: each deviation is multiplied "
        "entry by entry with itself, which gives D numbers, and these are repeated. Each sample "
        "contributes a full D by D matrix, the outer product of its deviation with itself.",
        tuple(
            lambda X, r, means, of=of, axis=axis: np.repeat(
                np.expand_dims(of(X, r, means), axis), X.shape[1], axis=axis
            )
            for of in (_variances, _scattered)
            for axis in (1, 2)
        ),
    ),
    Misconception(
        "one variance per component",
        "You compute a single variance (a squared distance) for each component, as if its "
        "samples were spread equally in all directions: a spherical model, a number or a "
        "multiple of the identity. The covariance is a full D by D matrix: the *outer* product "
        "of each deviation with itself, not the inner one.",
        (
            *_spherical(lambda variances: variances.mean(axis=1)),
            *_spherical(lambda variances: variances.sum(axis=1)),
            *_spherical(lambda variances: np.sqrt(variances.sum(axis=1))),
            *_spherical(lambda variances: np.sqrt(variances.mean(axis=1))),
        ),
    ),
    Misconception(
        "one covariance for all components",
        "All components share one covariance (a tied or pooled model). Here each component has "
        "its own: the sum runs over the samples only, with the responsibilities of that component.",
        (
            *_tied(lambda X, r, means: scatter(X, r, means).sum(axis=0) / len(X)),
            *_tied(lambda X, r, means: scatter(X, r, means).sum(axis=0)),
            *_tied(lambda X, r, means: scatter(X, r, means).sum(axis=0) / (len(X) - len(means))),
            *_tied(lambda X, r, means: covariances_around(X, r, means).mean(axis=0)),
            *_tied(lambda X, r, means: covariances_around(X, r, means).sum(axis=0)),
            lambda X, r, means: scatter(X, r, means).sum(axis=0) / counts(r),
        ),
    ),
    Misconception(
        "Cholesky factor returned",
        "Your result is a Cholesky factor L of the covariance, with L Lᵀ = Σ_k. It is "
        "triangular; you are asked for the symmetric covariance itself.",
        (_each(np.linalg.cholesky), _each(lambda matrix: np.linalg.cholesky(matrix).T)),
    ),
    Misconception(
        "standard deviations returned",
        "A square root has been taken: your result holds standard deviations, or a square root "
        "of the covariance matrix. A covariance holds variances, in squared units of the data.",
        (
            _each(_root),
            of_right(np.sqrt),
            of_right(lambda matrices: np.sqrt(np.abs(matrices))),
            of_right(lambda matrices: np.sign(matrices) * np.sqrt(np.abs(matrices))),
            of_right(lambda matrices: np.sqrt(np.maximum(matrices, 0))),
            of_right(lambda matrices: np.nan_to_num(np.sqrt(matrices))),
        ),
    ),
    Misconception(
        "correlation matrix",
        "Your result contains correlations: the diagonal is 1, and the units are lost. A "
        "covariance also says how wide the component is.",
        (
            _each(_correlation),
            lambda X, r, means: repeat(np.atleast_2d(np.corrcoef(X.T)), len(means)),
        ),
    ),
    Misconception(
        "inverse returned",
        "Your result is the inverse of the covariance (the precision matrix). You are asked for "
        "the covariance itself.",
        (_each(np.linalg.inv), of_right(lambda matrices: 1 / matrices)),
    ),
    Misconception(
        "matrix squared",
        "The covariance is multiplied by itself: something that is already squared has been "
        "squared again.",
        (_each(lambda matrix: matrix @ matrix), of_right(np.square)),
    ),
    Misconception(
        "absolute deviations",
        "You use absolute values of the deviations. Their signs matter: features that move in "
        "opposite directions have a negative covariance.",
        (
            _absolute_deviations,
            of_right(np.abs),
            _mean_absolute_deviations,
            lambda X, r, means: _mean_absolute_deviations(X, r, means) ** 2,
        ),
    ),
    Misconception(
        "ridge added",
        "Something is added to the diagonal of every covariance (a ridge, as a guard against "
        "singular matrices). That is not the estimate of the M-step, and with data in other "
        "units it is not small. Here no guard is needed.",
        tuple(
            of_right(lambda matrices, ridge=ridge: matrices + ridge * np.eye(matrices.shape[1]))
            for ridge in RIDGES
        ),
    ),
    Misconception(
        "a constant added to every entry",
        "A small number is added to every entry of the covariances. It has no place in the M-step.",
        tuple(of_right(lambda matrices, ridge=ridge: matrices + ridge) for ridge in RIDGES),
    ),
)
