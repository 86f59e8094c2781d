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
        The first one is 1.
    responsibilities : ndarray of shape (n_runs * n_components, n)
    transposed : ndarray of shape (n, n_products)
        The features again.
    padded : ndarray of shape (n_rows, n)
        The features again, and as many rows more as panels of the same size take.
    of_runs : ndarray of shape (n_runs, n_components, n)
        The responsibilities again.
    """

    features: np.ndarray
    responsibilities: np.ndarray
    transposed: np.ndarray
    padded: np.ndarray
    of_runs: np.ndarray


class Workspace:
    """Memory for the blocks of a portion, and for one number per sample of it and run.

    Parameters
    ----------
    n_products, n_rows : int
        Rows of features, and with those that are padded.
    block, portion : int
        Samples in the largest block and in the largest portion.
    n_runs : int, default=1
        How many runs are worked on at the same time, at most.
    """

    def __init__(
        self,
        n_products: int,
        n_rows: int,
        n_components: int,
        block: int,
        portion: int,
        n_runs: int = 1,
    ):
        self.norms = np.empty((n_runs, portion))
        self._shape = n_products, n_rows, n_components
        self._features = _aligned(n_rows * block)
        self._features[:block] = 1.0  # the first feature, before all others: never overwritten
        self._block = block
        self._responsibilities = _aligned(n_runs * n_components * block)
        self._views: dict[tuple[int, int], Views] = {}

    def views(self, n: int, n_runs: int = 1) -> Views:
        """Arrays for n samples, without gaps, as BLAS writes to no others."""
        if (n, n_runs) not in self._views:
            n_products, n_rows, n_components = self._shape
            rows = n_runs * n_components
            before = self._block - n
            padded = self._features[before : before + n_rows * n].reshape(n_rows, n)
            features = padded[:n_products]
            responsibilities = self._responsibilities[: rows * n].reshape(rows, n)
            self._views[n, n_runs] = Views(
                features,
                responsibilities,
                features.T,
                padded,
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
