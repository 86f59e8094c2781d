"""Mean, variance and range of each feature, as a fit needs them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

__all__ = ["Columns", "are_constant", "describe_columns"]

WIDTH, BLOCK = 1024, 2**16  # numbers side by side, and in a block, which stays in the cache
REDUCED_BY = np.add, np.add, np.minimum, np.maximum
ROUNDING = 4 * np.finfo(float).eps  # of values that are meant to be equal, relative to them


class Columns(NamedTuple):
    """Mean, variance and range of each feature; all ndarray of shape (n_features,).

    The variance of a constant feature is exactly 0.
    """

    means: np.ndarray
    variances: np.ndarray
    low: np.ndarray
    high: np.ndarray


def describe_columns(X: np.ndarray) -> Columns:
    """Mean, variance and range of each feature, in one pass over the data.

    NumPy takes ten times as long to reduce a long, narrow table over its rows as a wide one, so
    many samples are laid side by side. Each block is looked at while it is in the cache, from the
    mean of the first one: sums of x - c and (x - c)^2 give mean and variance, and little cancels
    where c is the mean of a part of the data.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    """
    n_samples, n_features = X.shape
    abreast = max(1, WIDTH // n_features)
    wide = X[: n_samples - n_samples % abreast].reshape(-1, abreast * n_features)
    n_rows = max(1, BLOCK // wide.shape[1])
    if len(wide) <= n_rows:
        return _describe_few(X)
    centre = _fold(np.add, np.add.reduce(wide[:n_rows], axis=0), n_features) / (n_rows * abreast)
    sums = _look_at_blocks(wide, np.tile(centre, abreast), n_rows)
    total, squares, low, high = (
        _fold(ufunc, values, n_features) for ufunc, values in zip(REDUCED_BY, sums, strict=True)
    )
    rest = X[n_samples - n_samples % abreast :]
    if len(rest):
        apart = rest - centre
        total, squares = total + apart.sum(axis=0), squares + (apart**2).sum(axis=0)
        low, high = np.minimum(low, rest.min(axis=0)), np.maximum(high, rest.max(axis=0))
    shift = total / n_samples
    return _columns(centre + shift, squares / n_samples - shift**2, low, high)


def _describe_few(X: np.ndarray) -> Columns:
    features = np.ascontiguousarray(X.T)
    means = features.sum(axis=1) / len(X)
    centred = features - means[:, None]
    variances = np.vecdot(centred, centred) / len(X)
    return _columns(means, variances, features.min(axis=1), features.max(axis=1))


def _look_at_blocks(wide: np.ndarray, centre: np.ndarray, n_rows: int) -> list[np.ndarray]:
    """Sums of x - c and (x - c)^2, minimum and maximum of each column of a wide table."""
    memory = np.empty((n_rows, wide.shape[1]))
    reduced: list[np.ndarray] = []
    for first in range(0, len(wide), n_rows):
        block = wide[first : first + n_rows]
        low, high = np.minimum.reduce(block, axis=0), np.maximum.reduce(block, axis=0)
        apart = np.subtract(block, centre, out=memory[: len(block)])
        total = np.add.reduce(apart, axis=0)
        squares = np.add.reduce(np.multiply(apart, apart, out=apart), axis=0)
        parts = [total, squares, low, high]
        for ufunc, so_far, part in zip(REDUCED_BY, reduced, parts, strict=False):
            ufunc(so_far, part, out=so_far)
        reduced = reduced or parts
    return reduced


def _fold(ufunc, values: np.ndarray, n_features: int) -> np.ndarray:
    return ufunc.reduce(values.reshape(-1, n_features), axis=0)


def _columns(means, variances, low, high) -> Columns:
    return Columns(means, np.where(are_constant(low, high), 0.0, variances), low, high)


def are_constant(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Whether features of this range are constant, but for rounding.

    Not whether their variance is 0: that depends on how the mean is rounded.

    Examples
    --------
    >>> are_constant(np.array([0.3, 0.3]), np.array([0.1 + 0.2, 0.4]))
    array([ True, False])
    """
    return high - low <= ROUNDING * np.maximum(np.abs(low), np.abs(high))
