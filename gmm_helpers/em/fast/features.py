"""The features 1, x_i and x_i x_j for i <= j of a sample, and where they are in matrices."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

__all__ = ["Features", "features_of", "n_products"]


class Features:
    """Where the features of samples with this many numbers are.

    Attributes
    ----------
    count : int
    first, second : ndarray of shape (n_pairs,)
        i and j of each product x_i x_j, in their order: by j - i, where j goes on from the first
        feature after the last. So they are two products of arrays, whatever the number of features.
    entries : ndarray of shape (n_features, n_features)
        Which product belongs to an entry of a matrix.
    pairs, precision_factors : ndarray of shape (n_pairs,)
        Where the precision of a product is in a flat matrix, and its factor in a log-density:
        x_i x_j stands for x_j x_i, too.
    moments : ndarray of shape (1 + n_features, 1 + n_features)
        Which feature belongs to an entry of the moments of (1, x).
    inverted, inverted_factors : ndarray of shape (count,)
        As `pairs` and `precision_factors`, for the inverse of these moments.
    """

    def __init__(self, n_features: int):
        self.first, self.second = _pairs(n_features)
        self.entries = _entries(self.first, self.second)
        # Of (1, x): 1 and x_i come before the products x_i x_j.
        first = np.concatenate([np.zeros(1 + n_features, dtype=int), 1 + self.first])
        second = np.concatenate([np.arange(1 + n_features), 1 + self.second])
        self.moments = _entries(first, second)
        self.count = n_products(n_features)
        self.pairs = self.first * n_features + self.second
        self.precision_factors = np.where(self.first == self.second, -0.5, -1.0)
        self.inverted = first * (1 + n_features) + second
        self.inverted_factors = np.where(first == second, -0.5, -1.0)

    @staticmethod
    def write(X: np.ndarray, centre: np.ndarray, out: np.ndarray) -> None:
        """Write the features of centred samples, one row per feature; the 1 is there already.

        Few calls matter: in several threads each of them costs a change of hands.
        """
        n_features, n_samples = len(centre), len(X)
        half, products = n_features // 2, out[1 + n_features :]
        linear = out[1 : 1 + n_features]
        if n_features > 2:
            linear = np.empty((n_features + half, n_samples))  # again from the first feature on
        np.subtract(X.T, centre[:, None], out=linear[:n_features])
        if n_features > 2:
            linear[n_features:] = linear[:half]
            out[1 : 1 + n_features] = linear[:n_features]
        n_whole = (n_features + 1) // 2  # distances with a product for each feature
        shape = n_whole, n_features, n_samples
        row, number = linear.strides
        shifted = np.ndarray(shape, buffer=linear.data, strides=(row, row, number))
        whole = products[: n_whole * n_features].reshape(shape)
        np.multiply(linear[:n_features], shifted, out=whole)
        if half == n_whole:  # an even number: half of them are as far apart the other way round
            rest = products[n_whole * n_features :]
            np.multiply(linear[:half], linear[half:n_features], out=rest)


@lru_cache(maxsize=8)  # a short run would take a tenth longer to make them
def features_of(n_features: int) -> Features:
    """The features of samples with this many numbers."""
    return Features(n_features)


def n_products(n_features: int) -> int:
    """How many features 1, x_i and x_i x_j a sample has."""
    return 1 + n_features + n_features * (n_features + 1) // 2


def _pairs(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns of the upper triangle, one distance after the other."""
    place = np.arange(n * (n + 1) // 2)
    first, apart = place % n, place // n
    second = (first + apart) % n
    return np.minimum(first, second), np.maximum(first, second)


def _entries(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Which pair is at an entry of a symmetric matrix."""
    n = 1 + second.max()
    entries = np.empty((n, n), dtype=int)
    entries[first, second] = entries[second, first] = np.arange(len(first))
    return entries
