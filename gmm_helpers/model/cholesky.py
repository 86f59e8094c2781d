"""Cholesky factors of covariances, and which covariance has none."""

from __future__ import annotations

import numpy as np

from .degeneracy import Degeneracy, DegenerateComponentError

__all__ = ["are_sound", "cholesky_factors", "factors_or_nan", "inverse_factors"]

EPS = np.finfo(float).eps
FEW = 4  # features up to which, and matrices from which LAPACK takes longer


def cholesky_factors(covariances: np.ndarray) -> np.ndarray:
    """Lower Cholesky factor L of each covariance, Sigma = L L^T.

    Returns
    -------
    ndarray of shape (n_components, n_features, n_features)

    Raises
    ------
    DegenerateComponentError
        If a covariance is not positive definite; it names the first such component.
    """
    factors = factors_or_nan(covariances)
    sound = are_sound(factors, covariances)
    if not sound.all():
        k = int(sound.all(axis=1).argmin())
        smallest, largest = np.linalg.eigvalsh(covariances[k])[[0, -1]]
        negative = smallest < -1e-8 * abs(largest)
        kind = Degeneracy.NEGATIVE_EIGENVALUE if negative else Degeneracy.SINGULAR
        raise DegenerateComponentError(kind, k, float(smallest))
    return factors


def factors_or_nan(covariances: np.ndarray) -> np.ndarray:
    """Lower Cholesky factor of each covariance; NaN of those that have none."""
    try:
        return np.linalg.cholesky(covariances)
    except np.linalg.LinAlgError:  # at least one has none, but NumPy does not say which
        return np.array([_factor_or_nan(covariance) for covariance in covariances])


def inverse_factors(factors: np.ndarray) -> np.ndarray:
    """Inverse of each lower triangular factor, by forward substitution if small and many."""
    n_features = factors.shape[1]
    if n_features > FEW or len(factors) <= FEW:
        return np.linalg.inv(factors)
    inverses = np.zeros_like(factors)
    pivots = np.reciprocal(factors.diagonal(axis1=1, axis2=2))
    inverses.reshape(len(factors), -1)[:, :: n_features + 1] = pivots
    for i in range(1, n_features):
        pivot = -pivots[:, i]
        for j in range(i - 1):
            known = np.vecdot(factors[:, i, j:i], inverses[:, j:i, j])
            np.multiply(known, pivot, out=inverses[:, i, j])
        inverses[:, i, i - 1] = factors[:, i, i - 1] * pivots[:, i - 1] * pivot
    return inverses


def are_sound(factors: np.ndarray, covariances: np.ndarray) -> np.ndarray:
    """Whether each feature of each covariance has a variance of its own, beyond rounding.

    Rounding can let a flat covariance through. What is left of a feature's variance once the
    features before it are known must be more than rounding, relative to that variance, so that
    features may have any units.
    """
    rounding = 10 * covariances.shape[1] * EPS
    remaining = factors.diagonal(axis1=1, axis2=2) ** 2
    return remaining > rounding * covariances.diagonal(axis1=1, axis2=2)


def _factor_or_nan(covariance: np.ndarray) -> np.ndarray:
    try:
        return np.linalg.cholesky(covariance)
    except np.linalg.LinAlgError:
        return np.full_like(covariance, np.nan)
