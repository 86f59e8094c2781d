"""The features 1, x_i and x_i x_j for i <= j of a sample, and where they are in matrices."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

__all__ = ["Features", "features_of"]


class Features:
    """Where the features of samples with this many numbers are.

    Attributes
    ----------
    count : int
    first, second : ndarray of shape (n_pairs,)
        i and j of each product x_i x_j, in their order.
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
        self.first, self.second, self.entries = _places(n_features)
        first, second, self.moments = _places(1 + n_features)
        self.count = len(first)
        self.pairs = self.first * n_features + self.second
        self.precision_factors = np.where(self.first == self.second, -0.5, -1.0)
        self.inverted = first * (1 + n_features) + second
        self.inverted_factors = np.where(first == second, -0.5, -1.0)

    @staticmethod
    def write(X: np.ndarray, centre: np.ndarray, out: np.ndarray) -> None:
        """Write the features of centred samples, one row per feature."""
        n_features = len(centre)
        linear = out[1 : 1 + n_features]
        out[0] = 1.0
        np.subtract(X.T, centre[:, None], out=linear)
        row = 1 + n_features
        for i in range(n_features):
            np.multiply(linear[i:], linear[i], out=out[row : row + n_features - i])
            row += n_features - i


@lru_cache(maxsize=8)  # a short run would take a tenth longer to make them
def features_of(n_features: int) -> Features:
    """The features of samples with this many numbers."""
    return Features(n_features)


def _places(n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows and columns of the upper triangle, and which of them is at an entry of a matrix."""
    first, second = np.triu_indices(n)
    entries = np.empty((n, n), dtype=int)
    entries[first, second] = entries[second, first] = np.arange(len(first))
    return first, second, entries
