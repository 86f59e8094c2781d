"""Mean, variance and range of each feature, as a fit needs them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

__all__ = ["Columns", "are_constant", "describe_columns"]

ABREAST, BLOCK = 32, 2**16  # samples side by side, and numbers in a block
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
    """Mean, variance and range of each feature, without a temporary array as large as X.

    NumPy takes ten times as long to reduce a long, narrow table over its rows as a wide one, so
    many samples are laid side by side. Each block is centred by its own mean while it is in the
    cache; the means of blocks and the squares around them add up to those of the whole.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    """
    parts = [_describe_block(X[first:last]) for first, last in pairwise(_cuts(*X.shape))]
    if len(parts) == 1:
        (_, mean, squares, low, high) = parts[0]
        variances = squares / len(X)
    else:
        sizes, means, squares, lows, highs = (np.array(part) for part in zip(*parts, strict=True))
        shares = sizes[:, None] / len(X)
        mean = (shares * means).sum(axis=0)
        variances = squares.sum(axis=0) / len(X) + (shares * (means - mean) ** 2).sum(axis=0)
        low, high = lows.min(axis=0), highs.max(axis=0)
    return Columns(mean, np.where(are_constant(low, high), 0.0, variances), low, high)


def _cuts(n_samples: int, n_features: int) -> list[int]:
    """Where blocks begin and end: all but the last can be laid side by side."""
    step = ABREAST * max(1, BLOCK // (ABREAST * n_features))
    if n_samples <= step:
        return [0, n_samples]
    whole = n_samples - n_samples % ABREAST
    cuts = [*range(0, whole, step), whole, n_samples]
    return cuts if whole < n_samples else cuts[:-1]


def _describe_block(X: np.ndarray) -> tuple:
    """Number of samples, and mean, squares around it, minimum and maximum of each feature."""
    n_samples, n_features = X.shape
    if n_samples % ABREAST:
        features = np.ascontiguousarray(X.T)
        mean = features.sum(axis=1) / n_samples
        centred = features - mean[:, None]
        squares = np.vecdot(centred, centred)
        return n_samples, mean, squares, features.min(axis=1), features.max(axis=1)
    wide = X.reshape(-1, ABREAST * n_features)
    mean = _fold(np.add, wide, n_features) / n_samples
    low, high = _fold(np.minimum, wide, n_features), _fold(np.maximum, wide, n_features)
    centred = wide - np.tile(mean, ABREAST)
    np.multiply(centred, centred, out=centred)
    return n_samples, mean, _fold(np.add, centred, n_features), low, high


def _fold(ufunc, wide: np.ndarray, n_features: int) -> np.ndarray:
    return ufunc.reduce(ufunc.reduce(wide, axis=0).reshape(-1, n_features), axis=0)


def are_constant(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Whether features of this range are constant, but for rounding.

    Not whether their variance is 0: that depends on how the mean is rounded.

    Examples
    --------
    >>> are_constant(np.array([0.3, 0.3]), np.array([0.1 + 0.2, 0.4]))
    array([ True, False])
    """
    return high - low <= ROUNDING * np.maximum(np.abs(low), np.abs(high))
