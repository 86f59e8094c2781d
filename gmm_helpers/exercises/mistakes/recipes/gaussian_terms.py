"""Mistakes in the terms of a Gaussian, each as ways to fill slots: one table for all densities."""

from __future__ import annotations

from functools import partial

import numpy as np

from ....model.density import LOG_2PI
from .gaussians import log_det, squares, ways

__all__ = ["CONSTANTS", "CUT_OFF", "SMALL", "TERMS", "UNDERFLOW", "of_whitened"]

# Added to densities, or used in their place, so that their logarithm is finite.
FLOORS = (1e-300, 1e-10, 1e-6, 1e-8, 1e-9, 1e-12, 1e-15, 1e-16, 1e-20, 1e-30, 1e-50, 1e-100, 5e-324)
LOWEST = (0.0, -745.0, -700.0, -500.0, -100.0, -1e3, -1e4, -1e6, -1e9, np.finfo(float).min)
JITTERS = (1e-6, 1e-3, 1e-2, 1e-4, 1e-5, 1e-8, 1e-9, 1e-10)


def _diagonal(matrix):
    return np.diag(np.diag(matrix))


def _root(covariance):
    variances, axes = np.linalg.eigh(covariance)
    return axes * np.sqrt(variances) @ axes.T


def _root_of_diagonal(covariance):
    return np.sqrt(_diagonal(covariance))


def _det_of_diagonal(covariance):
    return log_det(_diagonal(covariance))


def _upper(covariance):
    return np.linalg.cholesky(covariance).T


def _inverse(change):
    return lambda covariance: np.linalg.inv(change(covariance))


def _whitened_by(factor):
    """Make the matrix M with xᵀ M x = zᵀ z for z = solve(factor(Σ), x)."""

    def matrix(covariance):
        inverse = np.linalg.inv(factor(covariance))
        return inverse.T @ inverse

    return matrix


def _whiten(centred, matrix):
    """Solve L z = x - μ for each sample, where L Lᵀ is the inverse of the matrix."""
    return np.linalg.solve(np.linalg.cholesky(np.linalg.inv(matrix)), centred.T).T


def of_whitened(*changes):
    """Make something else than the sum of the squares of z from z, shape (N, D)."""
    return ways("distance", *(lambda c, M, of=change: of(_whiten(c, M)) for change in changes))


def _in_place(*changes):
    """Use something else than the covariance, everywhere or in the distance alone."""
    inverses = [_inverse(change) for change in changes]
    return *ways("sigma", *changes), *_matrix(*inverses), *_matrix(*inverses, determinant=_twice)


def _per_feature(*values, **others):
    """Use other numbers than log 2π, each D times."""
    return ways("two_pi", *(lambda N, D, value=value: D * value for value in values), **others)


def _twice(covariance):
    return 2 * log_det(covariance)


def _negative(covariance):
    return -log_det(covariance)


def _zero(*_):
    return 0.0


def _to_base(number):
    return lambda covariance: log_det(covariance) / np.log(number)


_det, _matrix, _each = (partial(ways, slot) for slot in ("determinant", "matrix", "each"))

# Mistakes that also show in responsibilities.
TERMS = {
    "determinant omitted": _det(_zero),
    "square root of the determinant missing": _det(_twice),
    "determinant with the wrong sign": _det(_negative, lambda S: -2 * log_det(S)),
    "factor 1/2 omitted": (*ways("half", 1.0), *ways("half", 1.0, determinant=_twice)),
    "covariance instead of its inverse": (
        *_matrix(np.asarray),
        *_matrix(np.asarray, determinant=_negative),
    ),
    "multiplied by the factor instead of solved": _matrix(lambda S: _upper(S) @ _upper(S).T),
    "standard deviation taken for variance": (
        *_in_place(np.linalg.cholesky, _root_of_diagonal, lambda S: np.sqrt(np.abs(S)), _root),
        *_matrix(_inverse(_root_of_diagonal), determinant=_det_of_diagonal),
    ),
    "variance taken for standard deviation": (
        *_in_place(lambda S: S @ S, lambda S: _diagonal(S) ** 2),
        *_matrix(_inverse(lambda S: _diagonal(S) ** 2), determinant=_det_of_diagonal),
    ),
    "only the diagonal used": (
        *ways("sigma", _diagonal),
        *_matrix(_inverse(_diagonal)),
        *_det(_det_of_diagonal),
    ),
    "solved against the wrong triangle": _matrix(
        _whitened_by(_upper), _whitened_by(lambda S: _diagonal(_upper(S)))
    ),
    "covariance not used": (
        *_matrix(lambda S: np.eye(len(S)), determinant=_zero),
        *_matrix(lambda S: np.eye(len(S))),
    ),
    "entrywise inverse": _matrix(lambda S: 1 / S),
    "distance with the wrong sign": ways("half", -0.5, -1.0),
    "distance not squared": (
        *ways("distance", lambda c, M: np.sqrt(squares(c, M))),
        *of_whitened(lambda z: np.abs(z).sum(axis=1), lambda z: z.sum(axis=1)),
        *ways("distance", lambda c, M: np.sqrt(squares(c, M)), half=1.0),
    ),
    "mean not subtracted": ways(
        "centre", lambda X, m: 0 * m, lambda X, m: -m, lambda X, m: X.mean(axis=0)
    ),
    "logarithm of the determinant missing": (
        *_det(np.linalg.det, lambda S: 2 * np.linalg.det(S)),
        *_det(*(lambda S, p=p: np.linalg.det(S) ** p / p for p in (0.5, -0.5))),
        *_det(lambda S: -2 / np.linalg.det(S)),
    ),
    "square root of the determinant taken twice": _det(lambda S: log_det(S) / 2),
    "another number in place of the determinant": (
        *_det(lambda S: np.log(np.trace(S)), np.trace, lambda S: np.log(np.linalg.norm(S))),
        *_det(lambda S: np.log(np.abs(S)).sum(), lambda S: np.log(np.linalg.eigvalsh(S)[-1])),
    ),
    "logarithm to another base": _det(_to_base(10), _to_base(2)),
    "number added to the covariance": ways(
        "sigma", *(lambda S, jitter=jitter: S + jitter * np.eye(len(S)) for jitter in JITTERS)
    ),
}
# Mistakes that cancel in responsibilities, and count in the density itself.
CONSTANTS = {
    "factor 1/2 omitted": _per_feature(2 * LOG_2PI, determinant=_twice, half=1.0),
    "2π omitted": _per_feature(0.0),
    "normalisation omitted": _per_feature(0.0, determinant=_zero),
    "normalisation with the wrong sign": _per_feature(-LOG_2PI, determinant=_negative),
    "D missing in the exponent of 2π": ways(
        "two_pi", lambda N, D: LOG_2PI, lambda N, D: N * LOG_2PI, lambda N, D: D**2 * LOG_2PI
    ),
    "2π term for two dimensions only": ways("two_pi", lambda N, D: 2 * LOG_2PI),
    "2π term with the wrong sign": _per_feature(-LOG_2PI, -2 * LOG_2PI),
    "wrong factor of the 2π term": (
        *_per_feature(2 * LOG_2PI, LOG_2PI / 2, np.log(np.pi), np.log(2), np.log(2) * np.pi),
        *_per_feature(2 * np.pi, np.sqrt(2 * np.pi)),
        *ways("two_pi", lambda N, D: 2 * (2 * np.pi) ** (D / 2)),
    ),
    "logarithm to another base": (
        *(w for b in (10, 2) for w in _per_feature(LOG_2PI / np.log(b), determinant=_to_base(b))),
        *_per_feature(LOG_2PI / np.log(10), LOG_2PI / np.log(2)),
        *_each(lambda logs: logs / np.log(10), lambda logs: logs / np.log(2)),
    ),
}
UNDERFLOW = {"underflow": _each(lambda logs: np.log(np.exp(logs)))}
SMALL = {
    "small number in the logarithm": _each(
        *(lambda logs, c=c: np.log(np.exp(logs) + c) for c in FLOORS),
        *(lambda logs, c=c: np.log(np.maximum(np.exp(logs), c)) for c in FLOORS),
        *(lambda logs, c=c: np.nan_to_num(np.log(np.exp(logs)), neginf=c) for c in LOWEST),
        *(lambda logs, c=c: np.maximum(np.log(np.exp(logs)), c) for c in LOWEST),
    )
}
CUT_OFF = {
    "log-density cut off at zero": _each(
        lambda logs: np.minimum(logs, 0),
        lambda logs: -np.abs(logs),
        lambda logs: np.log(np.minimum(np.exp(logs), 1)),
    )
}
