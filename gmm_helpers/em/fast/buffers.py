"""Memory that a thread works in, made once: new arrays of this size cost as much as the work."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

__all__ = ["Space", "Views"]


class Views(NamedTuple):
    """Arrays for a block of n samples.

    Parameters
    ----------
    features : ndarray of shape (n_products, n)
    shares : ndarray of shape (n_components, n)
    transposed : ndarray of shape (n, n_products)
        The features again.
    """

    features: np.ndarray
    shares: np.ndarray
    transposed: np.ndarray


class Space:
    """Room for blocks of a portion, and for one number for each of its samples.

    Parameters
    ----------
    n_products, n_components : int
    block, portion : int
        Samples in the largest block and in the largest portion.
    """

    def __init__(self, n_products: int, n_components: int, block: int, portion: int):
        self.norms = np.empty(portion)
        self._shape = n_products, n_components
        self._features = np.empty(n_products * block)
        self._shares = np.empty(n_components * block)
        self._views: dict[int, Views] = {}

    def views(self, n: int) -> Views:
        """Arrays for n samples, without gaps, as BLAS writes into no others."""
        if n not in self._views:
            features, shares = (
                flat[: rows * n].reshape(rows, n)
                for flat, rows in zip((self._features, self._shares), self._shape, strict=True)
            )
            self._views[n] = Views(features, shares, features.T)
        return self._views[n]
