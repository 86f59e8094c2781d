"""Parts of the M-step, right and wrong: responsibilities and permutations."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .gaussians import by_rows

__all__ = ["HARD", "MISUSED", "PERMUTATIONS", "harden", "normalise", "repeat"]


def harden(scores):
    """Assign each sample entirely to its most probable component."""
    return np.eye(scores.shape[1])[scores.argmax(axis=1)]


def normalise(values):
    """Divide by the sum."""
    return values / values.sum()


def repeat(value, n_components):
    """Use the same value for every component."""
    return np.array([value] * n_components)


# Ways in which the values of the components get mixed up.
PERMUTATIONS: tuple[Callable, ...] = (
    *(lambda values: values[::-1], np.sort, lambda values: np.sort(values)[::-1]),
    *(lambda values, step=step: np.roll(values, step) for step in (1, -1)),
)

# Ways to make hard labels of responsibilities.
HARD: tuple[Callable, ...] = (harden, np.round, lambda r: (r >= 1 / r.shape[1]).astype(float))

# Name -> ways to spoil the responsibilities before they are used.
MISUSED: dict[str, tuple[Callable, ...]] = {
    "hard labels": HARD,
    "responsibilities squared": (np.square,),
    "square root of the responsibilities": (np.sqrt,),
    "responsibilities of another component": (
        *(lambda r, step=step: np.roll(r, step, axis=1) for step in (1, -1)),
        *(lambda r, k=k: np.repeat(r[:, [k]], r.shape[1], axis=1) for k in (0, -1)),
        *(lambda r: r[:, ::-1], lambda r: 1 - r),
    ),
    "responsibilities of another sample": (
        *(lambda r, step=step: np.roll(r, step, axis=0) for step in (1, -1)),
        *(lambda r: r[::-1], lambda r: np.sort(r, axis=0)),
        lambda r: r.reshape(r.shape[::-1]).T,
    ),
    "responsibilities exponentiated": (
        *(np.exp, by_rows, lambda r: by_rows(r, axis=0)),
        *(np.log, lambda r: -np.log(r)),
    ),
}
