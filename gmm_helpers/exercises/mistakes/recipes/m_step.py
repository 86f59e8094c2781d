"""Parts of the M-step, right and wrong: responsibilities, counts, scatter and permutations."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

__all__ = [
    "HARD",
    "MISUSED",
    "PERMUTATIONS",
    "counts",
    "covariances_around",
    "harden",
    "keep_some",
    "normalise",
    "repeat",
    "scatter",
]


def harden(scores):
    """Assign each sample entirely to its most probable component."""
    return np.eye(scores.shape[1])[scores.argmax(axis=1)]


def normalise(values):
    """Divide by the sum."""
    return values / values.sum()


def counts(responsibilities):
    """Compute N_k, shaped to divide a (K, D, D) array."""
    return responsibilities.sum(axis=0)[:, None, None]


def scatter(X, responsibilities, centres):
    """Sum r_nk (x_n - c_k)(x_n - c_k)ᵀ over the samples: one matrix per component."""
    matrices = []
    for column, centre in zip(responsibilities.T, centres, strict=True):
        centred = X - centre
        matrices.append((column[:, None] * centred).T @ centred)
    return np.array(matrices)


def covariances_around(X, responsibilities, centres):
    """Compute the covariances of the M-step, right if the centres are the new means."""
    return scatter(X, responsibilities, centres) / counts(responsibilities)


def keep_some(values):
    """Make variants with the values of some components only, and zeros for the others."""
    variants = []
    for kept in (slice(0, 1), slice(-1, None), slice(None, -1), slice(1, None)):
        variants.append(np.zeros_like(values))
        variants[-1][kept] = values[kept]
    return variants


def repeat(value, n_components):
    """Use the same value for every component."""
    return np.array([value] * n_components)


def _more_than_half(responsibilities):
    return (responsibilities > 0.5).astype(float)


def _more_than_equal(responsibilities):
    return (responsibilities >= 1 / responsibilities.shape[1]).astype(float)


def _softmax_over(axis):
    def soften(responsibilities):
        exponentials = np.exp(responsibilities)
        return exponentials / exponentials.sum(axis=axis, keepdims=True)

    return soften


# Ways in which the values of the components get mixed up.
PERMUTATIONS: tuple[Callable, ...] = (
    lambda values: values[::-1],
    np.sort,
    lambda values: np.sort(values)[::-1],
    lambda values: np.roll(values, 1),
    lambda values: np.roll(values, -1),
)

# Ways to make hard labels of responsibilities.
HARD: tuple[Callable, ...] = (harden, np.round, _more_than_half, _more_than_equal)

# Name -> ways to spoil the responsibilities before they are used.
MISUSED: dict[str, tuple[Callable, ...]] = {
    "hard labels": HARD,
    "responsibilities squared": (np.square,),
    "square root of the responsibilities": (np.sqrt,),
    "responsibilities of another component": (
        lambda r: np.roll(r, 1, axis=1),
        lambda r: np.roll(r, -1, axis=1),
        lambda r: r[:, ::-1],
        lambda r: np.tile(r[:, :1], r.shape[1]),
        lambda r: np.tile(r[:, -1:], r.shape[1]),
        lambda r: 1 - r,
    ),
    "responsibilities of another sample": (
        lambda r: np.roll(r, 1, axis=0),
        lambda r: np.roll(r, -1, axis=0),
        lambda r: r[::-1],
        lambda r: np.sort(r, axis=0),
        lambda r: r.reshape(r.shape[::-1]).T,
        lambda r: np.sort(r, axis=1),
    ),
    "responsibilities exponentiated": (
        np.exp,
        _softmax_over(0),
        _softmax_over(1),
        np.log,
        lambda r: -np.log(r),
    ),
}
