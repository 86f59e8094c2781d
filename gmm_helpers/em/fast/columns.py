"""Mean, variance and range of each feature, as a fit needs them."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import numpy as np

from .blocks import Layout

__all__ = ["Columns", "are_constant", "describe_columns"]

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

    NumPy takes ten times as long to reduce a long, narrow table over its rows as over its
    columns, so each block is transposed first.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    """
    low, high = X[0].copy(), X[0].copy()
    totals, squares = np.zeros((2, X.shape[1]))
    blocks = list(chain.from_iterable(Layout(len(X), 2 * X.shape[1]).portions))
    for first, last in blocks:
        features = np.ascontiguousarray(X[first:last].T)
        np.minimum(low, features.min(axis=1), out=low)
        np.maximum(high, features.max(axis=1), out=high)
        totals += features.sum(axis=1)
    means = totals / len(X)
    for first, last in blocks:
        features = X[first:last].T - means[:, None]
        squares += np.einsum("dn,dn->d", features, features)
    variances = np.where(are_constant(low, high), 0.0, squares / len(X))
    return Columns(means, variances, low, high)


def are_constant(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Whether features of this range are constant, but for rounding.

    Not whether their variance is 0: that depends on how the mean is rounded.

    Examples
    --------
    >>> are_constant(np.array([0.3, 0.3]), np.array([0.1 + 0.2, 0.4]))
    array([ True, False])
    """
    return high - low <= ROUNDING * np.maximum(np.abs(low), np.abs(high))
