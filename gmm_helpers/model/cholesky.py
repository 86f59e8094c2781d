"""Cholesky factors of covariances, and which covariance has none."""

from __future__ import annotations

import numpy as np

from .degeneracy import Degeneracy, DegenerateComponentError

__all__ = ["cholesky_factors"]

EPS = np.finfo(float).eps


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
    try:
        factors = np.linalg.cholesky(covariances)
    except np.linalg.LinAlgError:  # at least one has none, but NumPy does not say which
        factors = np.array([_factor_or_nan(covariance) for covariance in covariances])
    # Rounding can let a flat covariance through. What is left of a feature's variance once
    # the features before it are known must be more than rounding, relative to that variance,
    # so that features may have any units.
    rounding = 10 * covariances.shape[1] * EPS
    remaining = factors.diagonal(axis1=1, axis2=2) ** 2
    sound = remaining > rounding * covariances.diagonal(axis1=1, axis2=2)
    if not sound.all():
        k = int(sound.all(axis=1).argmin())
        smallest, largest = np.linalg.eigvalsh(covariances[k])[[0, -1]]
        negative = smallest < -1e-8 * abs(largest)
        kind = Degeneracy.NEGATIVE_EIGENVALUE if negative else Degeneracy.SINGULAR
        raise DegenerateComponentError(kind, k, float(smallest))
    return factors


def _factor_or_nan(covariance: np.ndarray) -> np.ndarray:
    try:
        return np.linalg.cholesky(covariance)
    except np.linalg.LinAlgError:
        return np.full_like(covariance, np.nan)
