"""Samples that are near a narrow component: few, and all others have a density of exactly 0."""

from __future__ import annotations

import numpy as np

from .components import Narrow

__all__ = ["Nearby"]

FAR = -1e3  # for a logarithm whose exponential is 0
MAX_SHARE = 1 / 8  # of samples near a component, with more of which a table is faster


class Nearby:
    """The narrow components that are near few samples of a stretch, and these samples.

    Parameters
    ----------
    narrow : Narrow
    X : ndarray of shape (n_samples, n_features)
    first, last : int
        The stretch, a few blocks.

    Attributes
    ----------
    last : int
    are_sparse : ndarray of bool, shape (n_narrow,)
        Which of the components these are.
    """

    def __init__(self, narrow: Narrow, X: np.ndarray, first: int, last: int):
        self.last, self.are_sparse = last, np.isfinite(narrow.near)
        self._narrow = narrow
        self._owners = self._components = np.empty(0, dtype=int)
        if not self.are_sparse.any():
            return
        with np.errstate(all="ignore"):
            across = np.dot(narrow.directions, X[first:last].T)
            across -= narrow.offsets[:, None]
            np.abs(across, out=across)
            are_near = across < narrow.near[:, None]
        # As flat indices, which takes a fifth of the time of `np.nonzero`.
        owners, samples = np.divmod(np.flatnonzero(are_near), last - first)
        sizes = np.bincount(owners, minlength=len(are_near))
        self.are_sparse &= sizes <= MAX_SHARE * (last - first)
        if not self.are_sparse.all():
            chosen = self.are_sparse[owners]
            owners, samples = owners[chosen], samples[chosen]
        self._owners, self._samples = owners, first + samples
        self._components = narrow.components[self.are_sparse]
        self._ends = np.cumsum(np.where(self.are_sparse, sizes, 0)).tolist()
        self._log_densities, self._whitened = self._whiten(X)
        self._responsibilities = np.empty(len(samples))
        self._order = np.argsort(samples, kind="stable")
        self._in_order = self._samples[self._order]

    def _whiten(self, X: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Weighted log-density of each sample in its component, and (1, y)."""
        narrow, whitened = self._narrow, np.ones((len(self._samples), 1 + X.shape[1]))
        apart = X[self._samples]
        apart -= narrow.means[self._owners]
        for i, rows in self._parts():
            apart[rows] = np.dot(apart[rows], narrow.whiteners[i].T)
        whitened[:, 1:] = apart
        squares = np.vecdot(apart, apart)
        return narrow.constants[self._owners] - 0.5 * squares, whitened

    def _parts(self):
        """Number of each component that has samples, and where they are."""
        begin = 0
        for i, end in enumerate(self._ends):
            if end > begin:
                yield i, slice(begin, end)
            begin = end

    def write_log_densities(self, first: int, last: int, table: np.ndarray) -> None:
        """Write weighted log-densities of a block into rows of a table."""
        if not len(self._components):
            return
        table[self._components] = FAR
        begin, end = self._in_order.searchsorted((first, last))
        self._chosen = chosen = self._order[begin:end]
        rows = self._narrow.components[self._owners[chosen]]
        self._places = rows * (last - first) + (self._samples[chosen] - first)
        table.put(self._places, self._log_densities[chosen])

    def add(self, responsibilities: np.ndarray) -> None:
        """Keep the responsibilities of the block that was written last."""
        if len(self._components):
            self._responsibilities[self._chosen] = responsibilities.take(self._places)

    def add_scatters(self, scatters: np.ndarray) -> None:
        """Add the sums of r (1, y)(1, y)' over the stretch to those of each narrow component."""
        if not len(self._owners):
            return
        # A root in each factor makes the product symmetric.
        self._whitened *= np.sqrt(np.abs(self._responsibilities))[:, None]
        for i, rows in self._parts():
            scaled = self._whitened[rows]
            scatters[i] += np.dot(scaled.T, scaled)
