"""Mistakes in the terms of a Gaussian, each as ways to fill slots: one table for all densities."""

from __future__ import annotations

from functools import partial

import numpy as np

from ....model.density import LOG_2PI
from .gaussians import log_det, squares, ways

__all__ = ["CONSTANTS", "CUT_OFF", "ROUNDED", "SMALL", "TERMS", "UNDERFLOW", "of_whitened"]

# Added to densities, or used in their place, so that their logarithm is finite.
FLOORS = (1e-300, 1e-10, 1e-6, 1e-8, 1e-9, 1e-12, 1e-15, 1e-16, 1e-20, 1e-30, 1e-50, 1e-100, 5e-324)
LOWEST = (0.0, -745.0, -700.0, -500.0, -100.0, -1e3, -1e4, -1e6, -1e9, np.finfo(float).min)
BASES = np.log((10, 2))  # what natural logarithms are divided by
JITTERS = (1e-6, 1e-3, 1e-2, 1e-4, 1e-5, 1e-8, 1e-9, 1e-10)


def _diagonal(matrix):
    return np.diag(np.diag(matrix))


def _root(covariance):
    variances, axes = np.linalg.eigh(covariance)
    return axes * np.sqrt(variances) @ axes.T


def _root_of_diagonal(covariance):
    return np.sqrt(_diagonal(covariance))


def _reversed(covariance):
    """Compute Lᵀ L instead of L Lᵀ."""
    factor = np.linalg.cholesky(covariance)
    return factor.T @ factor


def _inverse(change):
    return lambda covariance: np.linalg.inv(change(covariance))


def _times(factor, change=np.asarray):
    """Use log det Σ with a factor, or that of something else than Σ."""
    return lambda covariance: factor * log_det(change(covariance))


def of_whitened(*changes):
    """Make something else than zᵀ z from all z, where L z = x - μ and L Lᵀ is Σ."""

    def whiten(centred, matrix):
        return np.linalg.solve(np.linalg.cholesky(np.linalg.inv(matrix)), centred.T).T

    return ways("distance", *(lambda c, M, of=change: of(whiten(c, M)) for change in changes))


def _in_place(*changes):
    """Use something else than the covariance, everywhere or in the distance alone."""
    inverses = [_inverse(change) for change in changes]
    return *ways("sigma", *changes), *_matrix(*inverses), *_matrix(*inverses, determinant=_TWICE)


def _per_feature(*values, **others):
    """Use other numbers than log 2π, each D times."""
    return ways("two_pi", *(lambda N, D, value=value: D * value for value in values), **others)


_TWICE, _NEGATIVE, _ZERO = map(_times, (2, -1, 0))
_OF_DIAGONAL = _times(1, _diagonal)
_det, _matrix, _each = (partial(ways, slot) for slot in ("determinant", "matrix", "each"))

# Mistakes that also show in responsibilities.
TERMS = {
    "determinant omitted": _det(_ZERO),
    "square root of the determinant missing": _det(_TWICE),
    "determinant with the wrong sign": _det(_NEGATIVE, _times(-2)),
    "factor 1/2 omitted": (*ways("half", 1.0), *ways("half", 1.0, determinant=_TWICE)),
    "covariance instead of its inverse": (
        *_matrix(np.asarray),
        *_matrix(np.asarray, determinant=_NEGATIVE),
    ),
    "multiplied by the factor instead of solved": _matrix(_reversed),
    "standard deviation taken for variance": (
        *_in_place(np.linalg.cholesky, _root_of_diagonal, lambda S: np.sqrt(np.abs(S)), _root),
        *_matrix(_inverse(_root_of_diagonal), determinant=_OF_DIAGONAL),
    ),
    "variance taken for standard deviation": (
        *_in_place(lambda S: S @ S, lambda S: _diagonal(S) ** 2),
        *_matrix(_inverse(lambda S: _diagonal(S) ** 2), determinant=_OF_DIAGONAL),
    ),
    "only the diagonal used": (
        *ways("sigma", _diagonal),
        *_matrix(_inverse(_diagonal)),
        *_det(_OF_DIAGONAL),
    ),
    "solved against the wrong triangle": _matrix(
        _inverse(_reversed), _inverse(lambda S: _diagonal(np.linalg.cholesky(S)) ** 2)
    ),
    "covariance not used": (
        *_matrix(lambda S: np.eye(len(S)), determinant=_ZERO),
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
    "square root of the determinant taken twice": _det(_times(1 / 2)),
    "logarithm of a trace": _det(
        *(lambda S, n=n: n * np.log(np.trace(np.linalg.cholesky(S))) for n in (2, 1)),
        lambda S: np.log(np.trace(S)),
    ),
    "another number in place of the determinant": (
        *_det(np.trace, lambda S: np.log(np.linalg.norm(S))),
        *_det(lambda S: np.log(np.abs(S)).sum(), lambda S: np.log(np.linalg.eigvalsh(S)[-1])),
    ),
    "logarithm to another base": _det(*map(_times, 1 / BASES)),
    "number added to the covariance": ways(
        "sigma", *(lambda S, c=c: S + c * np.eye(len(S)) for c in JITTERS)
    ),
}
# Mistakes that cancel in responsibilities, and count in the density itself.
CONSTANTS = {
    "factor 1/2 omitted": _per_feature(2 * LOG_2PI, determinant=_TWICE, half=1.0),
    "2π omitted": _per_feature(0.0),
    "normalisation omitted": _per_feature(0.0, determinant=_ZERO),
    "normalisation with the wrong sign": _per_feature(-LOG_2PI, determinant=_NEGATIVE),
    "sign of the determinant": _det(lambda S: np.linalg.slogdet(S)[0]),
    "factor -1/2 of the first term only": ways("half", -1.0, determinant=_times(-2)),
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
        *(way for b in BASES for way in _per_feature(LOG_2PI / b, determinant=_times(1 / b))),
        *_per_feature(*(LOG_2PI / BASES)),
        *_each(*(lambda logs, b=b: logs / b for b in BASES)),
    ),
}
# So small that it does not show everywhere.
ROUNDED = {"rounded π": _per_feature(*(np.log(2 * pi) for pi in (3.14, 22 / 7)))}
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
