"""Log-densities of Gaussians with a switch for each mistake that can be made in them."""

from __future__ import annotations

from functools import partial

import numpy as np

__all__ = ["SLIPS", "gaussian", "joint", "log_sum"]

LOG_2PI = np.log(2 * np.pi)


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
    """log N(x_n | mean, covariance), or what a mistake makes of it.

    Parameters
    ----------
    X, mean, covariance : ndarray
    constant : float, default=log 2 pi
        What stands in the place of log 2 pi.
    n_powers : callable, optional
        What log 2 pi is multiplied with, made of X; by default D.
    two_pi : float, default=1.0
        Factor of the term with log 2 pi.
    log_det : callable
        What is made of the covariance in the place of log det.
    determinant : float, default=-0.5
        Factor of log det.
    half : float, default=0.5
        Factor of the squared distance.
    matrix : str, default="inverse"
        What stands in the middle of the distance.
    centre : float, default=1.0
        How often the mean is subtracted.
    distance : callable
        What is made of the squared distances.
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
    """x^T M x for z = solve(factor, x), so that z^T z is the distance."""
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


def joint(X, weights, means, covariances, *, weigh=np.log, of=gaussian, **slips):
    """log pi_k + log N(x_n | mu_k, Sigma_k), shape (N, K), with the slips of `gaussian`."""
    components = zip(means, covariances, strict=True)
    columns = [of(X, mean, covariance, **slips) for mean, covariance in components]
    return np.column_stack(columns) + weigh(np.asarray(weights))


def log_sum(logs, axis=-1):
    """log sum exp, the largest taken out."""
    largest = logs.max(axis=axis, keepdims=True)
    return (largest + np.log(np.exp(logs - largest).sum(axis=axis, keepdims=True))).squeeze(axis)


def diagonal_gaussian(X, mean, covariance, **slips):
    """Correlations ignored in the determinant too."""
    return gaussian(X, mean, _diagonal(covariance), **slips)


def deviation_gaussian(X, mean, covariance, *, matrix, **slips):
    """The covariance changed by a mistake before anything else is done with it."""
    changed = np.linalg.inv(_MATRICES[matrix](np.asarray(covariance, dtype=float)))
    return gaussian(X, mean, changed, **slips)


# Mistakes in the density of one Gaussian, wherever it is used: name -> keywords of `joint`.
SLIPS: dict[str, tuple[dict, ...]] = {
    "determinant omitted": ({"determinant": 0.0},),
    "determinant not rooted": ({"determinant": -1.0},),
    "determinant with the wrong sign": ({"determinant": 0.5}, {"determinant": 1.0}),
    "factor 1/2 omitted": ({"half": 1.0}, {"half": 1.0, "determinant": -1.0, "two_pi": 2.0}),
    "covariance instead of its inverse": (
        {"matrix": "covariance"},
        {"matrix": "covariance", "determinant": 0.5},
    ),
    "standard deviation taken for variance": tuple(
        slip
        for matrix in (
            "variance for deviation",
            "root for covariance",
            "entrywise root",
            "deviation of the diagonal",
            "variance of the diagonal",
        )
        for slip in (
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
    "covariance not used": (
        {"matrix": "identity", "determinant": 0.0},
        {"matrix": "identity"},
    ),
    "inverted entry by entry": ({"matrix": "entrywise inverse"},),
}
