"""Memory that a thread works in, allocated once: allocation would take as long as the work."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

__all__ = ["LINE", "Views", "Workspace"]

LINE = 8  # floats in a line of the cache


class Views(NamedTuple):
    """Arrays for a block of n samples.

    Parameters
    ----------
    features : ndarray of shape (n_products, n)
    responsibilities : ndarray of shape (n_runs * n_components, n)
    transposed : ndarray of shape (n, n_products)
        The features again.
    of_runs : ndarray of shape (n_runs, n_components, n)
        The responsibilities again.
    """

    features: np.ndarray
    responsibilities: np.ndarray
    transposed: np.ndarray
    of_runs: np.ndarray


class Workspace:
    """Memory for the blocks of a portion, and for one number per sample of it and run.

    Parameters
    ----------
    block, portion : int
        Samples in the largest block and in the largest portion.
    n_runs : int, default=1
        How many runs are worked on at the same time, at most.
    """

    def __init__(
        self, n_products: int, n_components: int, block: int, portion: int, n_runs: int = 1
    ):
        self.norms = np.empty((n_runs, portion))
        self._shape = n_products, n_components
        self._features = _aligned(n_products * block)
        self._responsibilities = _aligned(n_runs * n_components * block)
        self._views: dict[tuple[int, int], Views] = {}

    def views(self, n: int, n_runs: int = 1) -> Views:
        """Arrays for n samples, without gaps, as BLAS writes to no others."""
        if (n, n_runs) not in self._views:
            n_products, n_components = self._shape
            rows = n_runs * n_components
            features = self._features[: n_products * n].reshape(n_products, n)
            responsibilities = self._responsibilities[: rows * n].reshape(rows, n)
            self._views[n, n_runs] = Views(
                features,
                responsibilities,
                features.T,
                responsibilities.reshape(n_runs, n_components, n),
            )
        return self._views[n, n_runs]


def _aligned(n: int) -> np.ndarray:
    """Memory for n floats that begins with a line of the cache.

    Where rows begin with one, too, as their lengths are multiples of it, products take up to half
    the time.
    """
    memory = np.empty(n + LINE)
    skipped = -memory.ctypes.data // memory.itemsize % LINE
    return memory[skipped : skipped + n]
