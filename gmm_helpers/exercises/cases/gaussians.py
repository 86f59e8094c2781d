"""One Gaussian and samples around it."""

from __future__ import annotations

import numpy as np

from ..definition import Case
from .integers import whole_number_cases
from .mixtures import SHIFT

__all__ = ["gaussian_cases"]

FAR = 200.0  # in standard deviations: log-densities near -2e4


# Name, samples, features, topic.
_SIZES = (
    ("an ordinary Gaussian", 9, 2, ""),
    ("one feature (D = 1)", 8, 1, "dimension"),
    ("three features (D = 3)", 10, 3, "dimension"),
    ("six features (D = 6)", 11, 6, "dimension"),
    ("three samples", 3, 2, "size"),
    ("many samples", 400, 2, "size"),
)


def gaussian_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(X, mean, covariance)``."""
    ordinary = [
        Case(name, _draw_gaussian(rng, n_samples, n_features), topic=topic)
        for name, n_samples, n_features, topic in _SIZES
    ]
    return [*ordinary, *_vary_covariance(rng), *_vary_distance(rng), *_vary_arrays(rng)]


def _draw_gaussian(rng, n_samples: int, n_features: int):
    """Draw a Gaussian in which variances and correlations differ, and samples from it."""
    mean = rng.normal(scale=3.0, size=n_features)
    roots = rng.normal(size=(n_features, n_features))
    covariance = rng.uniform(0.5, 2.0) * (roots @ roots.T + 0.3 * np.eye(n_features))
    return _draw_samples(rng, mean, covariance, n_samples), mean, covariance


def _draw_samples(rng, mean, covariance, n_samples: int):
    noise = rng.normal(size=(n_samples, len(mean)))
    return mean + noise @ np.linalg.cholesky(covariance).T


def _draw_far_away(rng, X, mean, covariance):
    """Draw samples so far from the mean that their densities underflow, in every direction."""
    directions = rng.normal(size=X.shape)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    steps = rng.uniform(FAR, 1.3 * FAR, size=(len(X), 1))
    return mean + steps * directions @ np.linalg.cholesky(covariance).T


def _vary_covariance(rng) -> list[Case]:
    """Covariances in which some mistakes show best, and some in which one alone shows."""
    _, mean, covariance = _draw_gaussian(rng, 1, 2)
    root = np.sqrt(np.linalg.det(covariance))
    deviations = rng.permutation([0.2, 3.0])
    correlated = np.outer(deviations, deviations) * [[1, 0.95], [0.95, 1]]
    covariances = (
        ("a strong correlation", correlated, "correlated"),
        ("uncorrelated features", np.diag(rng.permutation([0.3, 4.0])), "correlated"),
        ("a wide Gaussian", 40 / root * covariance, "units"),
        ("a covariance with determinant one", covariance / root, "units"),
    )
    return [
        Case(name, (_draw_samples(rng, mean, changed, 7), mean, changed), topic=topic)
        for name, changed, topic in covariances
    ]


def _vary_distance(rng) -> list[Case]:
    X, mean, covariance = _draw_gaussian(rng, 8, 2)
    far = _draw_far_away(rng, X, mean, covariance)
    one_far = np.vstack([X[:-1], far[-1:]])
    return [
        # There the distance is zero, so only the normalisation can be wrong.
        Case("a single sample, at the mean", (mean[None].copy(), mean, covariance), topic="size"),
        Case("samples far away", (far, mean, covariance), topic="far"),
        Case("one sample far from the others", (one_far, mean, covariance), topic="far"),
        Case("shifted data", (X + SHIFT, mean + SHIFT, covariance), topic="units"),
        Case("a narrow Gaussian", (1e-3 * X, 1e-3 * mean, 1e-6 * covariance), topic="units"),
    ]


def _vary_arrays(rng) -> list[Case]:
    root = np.array([[1.0, 0.0], [1.0, 1.0]]) * rng.integers(1, 3, size=(2, 1))
    mean = rng.integers(-4, 5, size=2).astype(float)
    integers = rng.integers(-6, 7, size=(7, 2)), mean, root @ root.T
    return [
        *whole_number_cases(*integers),
        Case("arrays that are not contiguous", _draw_gaussian(rng, 6, 2), "strided", "layout"),
        Case("read-only arrays", _draw_gaussian(rng, 7, 2), "read-only", "layout"),
    ]
