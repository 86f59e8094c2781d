"""Log-densities of Gaussians, with one switch for each possible mistake."""

from __future__ import annotations

from functools import partial

import numpy as np

from ....model.density import LOG_2PI
from .m_step import PERMUTATIONS

__all__ = ["GAUSSIAN_MISTAKES", "gaussian", "ignore", "joint", "log_sum", "of_joint", "reorder"]


def _log_det(covariance):
    return np.linalg.slogdet(covariance)[1]


def gaussian(
    X,
    mean,
    covariance,
    *,
    constant=LOG_2PI,
    n_powers=None,
    two_pi=1.0,
    log_det=_log_det,
    determinant=-0.5,
    half=0.5,
    matrix="inverse",
    centre=1.0,
    distance=lambda squared: squared,
):
    """Compute log N(x_n | μ, Σ), or what a mistake makes of it.

    Parameters
    ----------
    constant : float, default=log 2π
        Used in place of log 2π.
    n_powers : callable, optional
        What log 2π is multiplied by, computed from X; by default D.
    two_pi : float, default=1.0
        Factor of the term with log 2π.
    log_det : callable
        Computed from the covariance in place of log det Σ.
    determinant : float, default=-0.5
        Factor of log det Σ.
    half : float, default=0.5
        Factor of the squared distance.
    matrix : str, default="inverse"
        The matrix between the two differences, a key of `_MATRICES`.
    centre : float, default=1.0
        How many times the mean is subtracted.
    distance : callable
        Applied to the squared distances.
    """
    covariance = np.asarray(covariance, dtype=float)
    centred = X - centre * mean
    distances = np.einsum("nj,nj->n", centred @ _MATRICES[matrix](covariance), centred)
    powers = X.shape[1] if n_powers is None else n_powers(X)
    normalisation = -0.5 * two_pi * powers * constant + determinant * log_det(covariance)
    return normalisation - half * distance(distances)


def _diagonal(covariance):
    return np.diag(np.diag(covariance))


def _whitened_by(factor):
    """Return M with xᵀ M x = zᵀ z for z = solve(factor, x)."""
    inverse = np.linalg.inv(factor)
    return inverse.T @ inverse


_MATRICES = {
    "inverse": np.linalg.inv,
    "covariance": lambda covariance: covariance,
    "variance for deviation": lambda covariance: np.linalg.inv(covariance @ covariance),
    "root for covariance": lambda covariance: np.linalg.inv(np.linalg.cholesky(covariance)),
    "entrywise root": lambda covariance: np.linalg.inv(np.sqrt(np.abs(covariance))),
    "diagonal": lambda covariance: np.linalg.inv(_diagonal(covariance)),
    "deviation of the diagonal": lambda covariance: np.linalg.inv(np.sqrt(_diagonal(covariance))),
    "variance of the diagonal": lambda covariance: np.linalg.inv(_diagonal(covariance) ** 2),
    "wrong triangle": lambda covariance: _whitened_by(np.linalg.cholesky(covariance).T),
    "diagonal of the factor": lambda covariance: _whitened_by(
        _diagonal(np.linalg.cholesky(covariance))
    ),
    "identity": lambda covariance: np.eye(len(covariance)),
    "entrywise inverse": lambda covariance: 1 / covariance,
}


def joint(X, weights, means, covariances, *, weigh=np.log, of=gaussian, **changes):
    """Compute log π_k + log N(x_n | μ_k, Σ_k), shape (N, K), with changes to `gaussian`."""
    components = zip(means, covariances, strict=True)
    columns = [of(X, mean, covariance, **changes) for mean, covariance in components]
    return np.column_stack(columns) + weigh(np.asarray(weights))


def ignore(weights):
    """Weigh with log 1 instead of the logarithms of the weights."""
    return np.zeros_like(weights)


def of_joint(function, **changes):
    """Apply a function to the table log π_k + log N(x_n | μ_k, Σ_k), with changes to `joint`."""
    return lambda *given: function(joint(*given, **changes))


def reorder(function):
    """Make variants of `of_joint` that pair the weights with the wrong components."""
    return tuple(
        of_joint(function, weigh=lambda weights, permute=permute: np.log(permute(weights)))
        for permute in PERMUTATIONS
    )


def log_sum(logs, axis=-1):
    """Compute log-sum-exp, with the maximum subtracted first."""
    largest = logs.max(axis=axis, keepdims=True)
    return (largest + np.log(np.exp(logs - largest).sum(axis=axis, keepdims=True))).squeeze(axis)


def diagonal_gaussian(X, mean, covariance, **changes):
    """Ignore correlations in the distance and in the determinant."""
    return gaussian(X, mean, _diagonal(covariance), **changes)


def deviation_gaussian(X, mean, covariance, *, matrix, **changes):
    """Let a mistake change the covariance before anything else is done with it."""
    changed = np.linalg.inv(_MATRICES[matrix](np.asarray(covariance, dtype=float)))
    return gaussian(X, mean, changed, **changes)


# Mistakes in the density of a Gaussian that also show in responsibilities, as keywords of `joint`.
GAUSSIAN_MISTAKES: dict[str, tuple[dict, ...]] = {
    "determinant omitted": ({"determinant": 0.0},),
    "square root of the determinant missing": ({"determinant": -1.0},),
    "determinant with the wrong sign": ({"determinant": 0.5}, {"determinant": 1.0}),
    "factor 1/2 omitted": ({"half": 1.0}, {"half": 1.0, "determinant": -1.0, "two_pi": 2.0}),
    "covariance instead of its inverse": (
        {"matrix": "covariance"},
        {"matrix": "covariance", "determinant": 0.5},
    ),
    "standard deviation taken for variance": tuple(
        change
        for matrix in (
            "variance for deviation",
            "root for covariance",
            "entrywise root",
            "deviation of the diagonal",
            "variance of the diagonal",
        )
        for change in (
            {"of": partial(deviation_gaussian, matrix=matrix)},
            {"matrix": matrix},
            {"matrix": matrix, "determinant": -1.0},
        )
    ),
    "only the diagonal used": (
        {"of": diagonal_gaussian},
        {"matrix": "diagonal"},
        {"log_det": lambda covariance: np.log(np.diag(covariance)).sum()},
    ),
    "solved against the wrong triangle": (
        {"matrix": "wrong triangle"},
        {"matrix": "diagonal of the factor"},
    ),
    "covariance not used": ({"matrix": "identity", "determinant": 0.0}, {"matrix": "identity"}),
    "entrywise inverse": ({"matrix": "entrywise inverse"},),
}
