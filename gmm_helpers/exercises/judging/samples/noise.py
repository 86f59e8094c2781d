"""The noise that samples are made of: whether it is fresh, normal and independent.

Given its label, a sample that is whitened with the parameters of its component is standard normal.
So every question becomes one about normal variables or counts, which `tail_bounds` answers.
"""

from __future__ import annotations

import math

import numpy as np

from .draws import Draws
from .requirements import SAME, Problem, ProblemKind
from .tail_bounds import unlikely_count, unlikely_product

__all__ = [
    "BELOW",
    "MAGNITUDES",
    "N_ACCIDENTS",
    "find_dependence",
    "find_non_normal",
    "find_reused_noise",
    "is_repeated",
    "n_shared",
    "whiten",
]

# |z| of a standard normal is below these with known probability.
MAGNITUDES = np.array([0.3, 1.75, 3.0])
BELOW = np.array([math.erf(z / math.sqrt(2)) for z in MAGNITUDES])
# When this many samples share their noise, that is no accident, whatever the precision.
N_ACCIDENTS = 5


def whiten(X, labels, means, covariances) -> np.ndarray:
    """Return the noise that samples are made of: L_k z_n = x_n - μ_k for label k (modulo K).

    Returns
    -------
    ndarray of shape (n_samples, n_features)
    """
    labels = np.asarray(labels).astype(int) % len(means)
    inverses = np.linalg.inv(np.linalg.cholesky(np.asarray(covariances, dtype=float)))
    return np.einsum("nij,nj->ni", inverses[labels], X - means[labels])


def is_repeated(z) -> bool:
    """Whether samples share their noise, or its mirror image, with others."""
    z = np.abs(z)
    ordered = z[np.argsort(z[:, 0], kind="stable")]
    near = (np.abs(np.diff(ordered, axis=0)) < SAME).all(axis=1)
    return bool(near.sum() >= max(N_ACCIDENTS, len(z) / 200))


def n_shared(first, second) -> int:
    """How many rows of one noise occur in another."""
    return int((np.abs(first[:, None] - second) < SAME).all(axis=2).any(axis=1).sum())


def find_reused_noise(draws: Draws, z, means, covariances) -> Problem | None:
    """Look for noise that is used for several samples, or for several draws."""
    if is_repeated(z):
        return Problem(
            ProblemKind.REPEATED,
            "samples are repeated: each must be made from noise drawn for it alone.",
        )
    first, *others = (
        whiten(X, labels, means, covariances)
        for X, labels in (draws.pair[0], draws.elsewhere, draws.later)
    )
    if any(n_shared(first, other) >= N_ACCIDENTS for other in others):
        return Problem(
            ProblemKind.REUSED_NOISE,
            "different draws are made from the same noise: take all randomness from rng.",
        )
    return None


def find_non_normal(z) -> Problem | None:
    """Look at how much of the noise is small, large and negative."""
    counts = (np.abs(z.ravel())[:, None] < MAGNITUDES).sum(axis=0)
    negative = (z < 0).sum()
    if unlikely_count(counts, z.size, BELOW).any() or unlikely_count(negative, z.size, 0.5):
        sentence = "mean and covariance are right, but the samples are not normally distributed."
        return Problem(ProblemKind.NOT_NORMAL, sentence)
    return None


def find_dependence(z) -> Problem | None:
    """Look for correlations between the noise of consecutive samples."""
    for start in (0, 1):
        first, second = z[start::2], z[start + 1 :: 2]
        pairs = [(first[: len(second)].ravel(), second.ravel())]
        features = range(z.shape[1])
        pairs += [(first[: len(second), i], second[:, j]) for i in features for j in features]
        if any(unlikely_product(*pair) for pair in pairs):
            return Problem(ProblemKind.DEPENDENT, "consecutive samples are not independent.")
    return None
