"""Memory that a thread works in, allocated once: allocation would take as long as the work."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

__all__ = ["Views", "Workspace"]


class Views(NamedTuple):
    """Arrays for a block of n samples.

    Parameters
    ----------
    features : ndarray of shape (n_products, n)
    responsibilities : ndarray of shape (n_components, n)
    transposed : ndarray of shape (n, n_products)
        The features again.
    """

    features: np.ndarray
    responsibilities: np.ndarray
    transposed: np.ndarray


class Workspace:
    """Memory for the blocks of a portion, and for one number per sample of it.

    Parameters
    ----------
    block, portion : int
        Samples in the largest block and in the largest portion.
    """

    def __init__(self, n_products: int, n_components: int, block: int, portion: int):
        self.norms = np.empty(portion)
        self._shape = n_products, n_components
        self._features = np.empty(n_products * block)
        self._responsibilities = np.empty(n_components * block)
        self._views: dict[int, Views] = {}

    def views(self, n: int) -> Views:
        """Arrays for n samples, without gaps, as BLAS writes to no others."""
        if n not in self._views:
            n_products, n_components = self._shape
            features = self._features[: n_products * n].reshape(n_products, n)
            responsibilities = self._responsibilities[: n_components * n].reshape(n_components, n)
            self._views[n] = Views(features, responsibilities, features.T)
        return self._views[n]
