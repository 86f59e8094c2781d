"""What mistakes make of responsibilities, wherever samples are counted by them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

__all__ = ["MISUSED", "hard", "hard_ways"]


def hard(responsibilities):
    """All of a sample to its most probable component."""
    return np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]


def _more_than_half(responsibilities):
    return (responsibilities > 0.5).astype(float)


def _more_than_an_equal_share(responsibilities):
    return (responsibilities >= 1 / responsibilities.shape[1]).astype(float)


def _of_sample_and_next(responsibilities):
    return np.roll(responsibilities, 1, axis=0)


def _softmax_over(axis):
    def softened(responsibilities):
        shares = np.exp(responsibilities)
        return shares / shares.sum(axis=axis, keepdims=True)

    return softened


hard_ways: tuple[Callable, ...] = (hard, np.round, _more_than_half, _more_than_an_equal_share)

# Name -> ways to spoil the responsibilities before they are used.
MISUSED: dict[str, tuple[Callable, ...]] = {
    "hard labels": hard_ways,
    "responsibilities squared": (np.square,),
    "root of the responsibilities": (np.sqrt,),
    "responsibilities of another component": (
        lambda r: np.roll(r, 1, axis=1),
        lambda r: np.roll(r, -1, axis=1),
        lambda r: r[:, ::-1],
        lambda r: np.tile(r[:, :1], r.shape[1]),
        lambda r: np.tile(r[:, -1:], r.shape[1]),
        lambda r: 1 - r,
    ),
    "responsibilities of another sample": (
        _of_sample_and_next,
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
