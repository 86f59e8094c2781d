"""Data and a start, the same for all programs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gmm_helpers import GMMParams

__all__ = ["Problem", "make_narrow_problem", "make_problem"]

WIDE, NARROW = 0.8, 1e-3  # standard deviations
FEW = 20  # samples per feature and component


class Problem(NamedTuple):
    """Data and a start.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    start : GMMParams
    """

    X: np.ndarray
    start: GMMParams


def make_problem(n_samples: int, n_features: int, n_components: int) -> Problem:
    """Overlapping groups, and a start with means on samples and the covariance of all data.

    Where samples are few for so many parameters, components would collapse from there: then groups
    are round, and the start is where they came from.
    """
    if n_samples < FEW * n_features * n_components:
        return make_narrow_problem(n_samples, n_features, n_components, 0)
    rng = np.random.default_rng(0)
    centres = rng.normal(scale=3, size=(n_components, n_features))
    shape = np.eye(n_features) + 0.3 * rng.normal(size=(n_features, n_features))
    X = rng.standard_normal((n_samples, n_features)) @ shape.T
    X += centres[rng.integers(n_components, size=n_samples)]
    means = X[rng.choice(n_samples, n_components, replace=False)]
    covariance = np.cov(X.T).reshape(n_features, n_features)
    start = GMMParams(
        np.full(n_components, 1 / n_components), means, np.array([covariance] * n_components)
    )
    return Problem(X, start)


def make_narrow_problem(
    n_samples: int, n_features: int, n_components: int, n_narrow: int
) -> Problem:
    """Groups of samples, some of them narrow, and where they came from."""
    rng = np.random.default_rng(0)
    means = 3 * rng.standard_normal((n_components, n_features))
    widths = np.where(np.arange(n_components) < n_narrow, NARROW, WIDE)
    labels = rng.integers(n_components, size=n_samples)
    X = means[labels] + widths[labels, None] * rng.standard_normal((n_samples, n_features))
    covariances = widths[:, None, None] ** 2 * np.eye(n_features)
    return Problem(X, GMMParams(np.full(n_components, 1 / n_components), means, covariances))
