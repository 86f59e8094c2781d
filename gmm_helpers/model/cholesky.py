"""Cholesky factors of covariances, and what to say of one that has none."""

from __future__ import annotations

import numpy as np

from .params import DegenerateComponentError

__all__ = ["cholesky_factors"]

EPS = np.finfo(float).eps


def cholesky_factors(covariances: np.ndarray) -> np.ndarray:
    """Lower Cholesky factors of all covariances; the error names the first that has none."""
    try:
        factors = np.linalg.cholesky(covariances)
    except np.linalg.LinAlgError:  # of one, but it does not say which
        factors = np.array([_factor_or_nan(covariance) for covariance in covariances])
    # Rounding can let a flat covariance through. What is left of a feature's variance once
    # the features before it are known must be more than rounding; as a share, so that
    # features may have any units.
    rounding = 10 * covariances.shape[1] * EPS
    remaining = factors.diagonal(axis1=1, axis2=2) ** 2
    sound = remaining > rounding * covariances.diagonal(axis1=1, axis2=2)
    if not sound.all():
        k = int(sound.all(axis=1).argmin())
        raise _not_positive_definite(k, covariances[k])
    return factors


def _factor_or_nan(covariance: np.ndarray) -> np.ndarray:
    try:
        return np.linalg.cholesky(covariance)
    except np.linalg.LinAlgError:
        return np.full_like(covariance, np.nan)


def _not_positive_definite(k: int, covariance: np.ndarray) -> DegenerateComponentError:
    smallest, largest = np.linalg.eigvalsh(covariance)[[0, -1]]
    if smallest < -1e-8 * abs(largest):
        advice = "no covariance has a negative one, so check how it was computed."
    else:
        advice = (
            "it is flat in some direction, as when a component has shrunk onto a single point "
            "or onto copies of one; in a fit use fewer components (n_components), a larger "
            "reg_covar, or another start."
        )
    return DegenerateComponentError(
        k,
        "has a covariance that is not positive definite "
        f"(smallest eigenvalue {smallest:.3g}): {advice}",
    )
