"""The noise that samples are made of: whether it is fresh, normal and independent.

Given its label, a sample whitened with the parameters of its component is standard normal, so
every question becomes one about normals or counts, for which `bounds` has the answers.
"""

from __future__ import annotations

import math

import numpy as np

from .draws import Draws
from .requirements import SAME, Problem
from .tail_bounds import unlikely_count, unlikely_product

__all__ = [
    "BELOW",
    "MAGNITUDES",
    "N_ACCIDENTS",
    "dependent",
    "is_repeated",
    "n_shared",
    "not_normal",
    "old_noise",
    "whitened",
]

# |z| of a standard normal is below these with known probability.
MAGNITUDES = np.array([0.3, 1.75, 3.0])
BELOW = np.array([math.erf(z / math.sqrt(2)) for z in MAGNITUDES])
# So many samples that share their noise are no accident, whatever the precision.
N_ACCIDENTS = 5


def whitened(X, labels, means, covariances) -> np.ndarray:
    """Noise that samples are made of: L_k z_n = x_n - mu_k for label k (modulo K).

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    labels : ndarray of shape (n_samples,)
    means, covariances : ndarray

    Returns
    -------
    ndarray of shape (n_samples, n_features)
    """
    labels = np.asarray(labels).astype(int) % len(means)
    inverses = np.linalg.inv(np.linalg.cholesky(np.asarray(covariances, dtype=float)))
    return np.einsum("nij,nj->ni", inverses[labels], X - means[labels])


def is_repeated(z) -> bool:
    """Whether samples share their noise, or its mirror image, with others.

    Examples
    --------
    >>> is_repeated(np.tile(np.arange(10.0), 2)[:, None])
    True
    """
    z = np.abs(z)
    ordered = z[np.argsort(z[:, 0], kind="stable")]
    near = (np.abs(np.diff(ordered, axis=0)) < SAME).all(axis=1)
    return bool(near.sum() >= max(N_ACCIDENTS, len(z) / 200))


def n_shared(first, second) -> int:
    """How many rows of one noise occur in another.

    Examples
    --------
    >>> n_shared(np.array([[0.5], [1.5]]), np.array([[1.5], [2.5], [3.5]]))
    1
    """
    return int((np.abs(first[:, None] - second) < SAME).all(axis=2).any(axis=1).sum())


def old_noise(draws: Draws, z, means, covariances) -> Problem | None:
    if is_repeated(z):
        return Problem(
            "repeated", "samples are repeated: each must be made of noise drawn for it alone."
        )
    first, *others = (
        whitened(*draw, means, covariances)
        for draw in (draws.pair[0], draws.elsewhere, draws.later)
    )
    if any(n_shared(first, other) >= N_ACCIDENTS for other in others):
        return Problem(
            "old noise",
            "different draws are made of the same noise: take all randomness from rng.",
        )
    return None


def not_normal(z) -> Problem | None:
    counts = (np.abs(z.ravel())[:, None] < MAGNITUDES).sum(axis=0)
    negative = (z < 0).sum()
    if unlikely_count(counts, z.size, BELOW).any() or unlikely_count(negative, z.size, 0.5):
        sentence = "mean and covariance are right, but the samples are not normally distributed."
        return Problem("not normal", sentence)
    return None


def dependent(z) -> Problem | None:
    for start in (0, 1):
        first, second = z[start::2], z[start + 1 :: 2]
        pairs = [(first[: len(second)].ravel(), second.ravel())]
        features = range(z.shape[1])
        pairs += [(first[: len(second), i], second[:, j]) for i in features for j in features]
        if any(unlikely_product(*pair) for pair in pairs):
            return Problem("dependent", "samples after each other are not independent.")
    return None
