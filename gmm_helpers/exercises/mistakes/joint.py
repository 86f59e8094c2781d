"""Log-densities of Gaussians with a switch for each mistake that can be made in them."""

from __future__ import annotations

from functools import partial

import numpy as np

__all__ = ["SLIPS", "gaussian", "joint", "log_sum", "slipped"]

LOG_2PI = np.log(2 * np.pi)


def gaussian(
    X, mean, covariance, *, dimension=True, two_pi=1.0, determinant=-0.5, half=0.5, matrix="inverse"
):
    """log N(x_n | mean, covariance), or what a mistake makes of it.

    Parameters
    ----------
    X, mean, covariance : ndarray
    dimension : bool, default=True
        Whether log 2 pi is multiplied by D.
    two_pi : float, default=1.0
        Factor of the term with log 2 pi.
    determinant : float, default=-0.5
        Factor of log det.
    half : float, default=0.5
        Factor of the squared distance.
    matrix : str or callable, default="inverse"
        What stands in the middle of the distance.
    """
    middle = _MATRICES[matrix](np.asarray(covariance, dtype=float))
    centred = X - mean
    distances = np.einsum("ni,ij,nj->n", centred, middle, centred)
    n_powers = len(mean) if dimension else 1
    log_det = np.linalg.slogdet(covariance)[1]
    return -0.5 * two_pi * n_powers * LOG_2PI + determinant * log_det - half * distances


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
    "identity": lambda covariance: np.eye(len(covariance)),
    "entrywise inverse": lambda covariance: 1 / covariance,
}


def joint(X, weights, means, covariances, *, weigh=np.log, of=gaussian, **slips):
    """log pi_k + log N(x_n | mu_k, Sigma_k), shape (N, K), with the slips of `gaussian`."""
    columns = [
        of(X, mean, covariance, **slips) for mean, covariance in zip(means, covariances, strict=True)
    ]
    return np.column_stack(columns) + weigh(np.asarray(weights))


def log_sum(logs, axis=-1):
    """log sum exp, the largest taken out."""
    largest = logs.max(axis=axis, keepdims=True)
    return (largest + np.log(np.exp(logs - largest).sum(axis=axis, keepdims=True))).squeeze(axis)


def diagonal_gaussian(X, mean, covariance):
    """Correlations ignored in the determinant too."""
    return gaussian(X, mean, _diagonal(covariance))


def deviation_gaussian(X, mean, covariance, *, matrix):
    """The covariance changed by a mistake before anything else is done with it."""
    changed = np.linalg.inv(_MATRICES[matrix](np.asarray(covariance, dtype=float)))
    return gaussian(X, mean, changed)


def slipped(*variants: dict):
    """`joint` for each of some variants of a slip."""
    return [partial(joint, **variant) for variant in variants]


# Mistakes in the density of one Gaussian, wherever it is used: name -> keywords of `joint`.
SLIPS: dict[str, tuple[dict, ...]] = {
    "determinant omitted": ({"determinant": 0.0},),
    "determinant not rooted": ({"determinant": -1.0},),
    "determinant with the wrong sign": ({"determinant": 0.5}, {"determinant": 1.0}),
    "factor 1/2 omitted": ({"half": 1.0},),
    "covariance instead of its inverse": ({"matrix": "covariance"},),
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
    "only the diagonal used": ({"of": diagonal_gaussian}, {"matrix": "diagonal"}),
    "solved against the wrong triangle": ({"matrix": "wrong triangle"},),
    "covariance not used": (
        {"matrix": "identity", "determinant": 0.0},
        {"matrix": "identity"},
    ),
    "inverted entry by entry": ({"matrix": "entrywise inverse"},),
}
