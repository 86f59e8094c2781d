"""Sums of the narrow components over a portion of the samples, block by block."""

from __future__ import annotations

import math

import numpy as np

from .components import Narrow
from .nearby import Nearby

__all__ = ["Portion"]

STRETCH = 2**12  # samples that are looked at together, to see which of them are near


class Portion:
    """Log-densities and scatters, of few samples where only these are near.

    Parameters
    ----------
    narrow : Narrow
    X : ndarray of shape (n_samples, n_features)
    blocks : list of (int, int)
        First and last sample (exclusive) of each block, in the order in which they come.

    Attributes
    ----------
    scatters : ndarray of shape (n_narrow, 1 + n_features, 1 + n_features)
        Sums of r (1, y)(1, y)'.
    is_everything : bool
        Whether every component of the mixture is narrow.
    """

    def __init__(self, narrow: Narrow, X: np.ndarray, blocks: list[tuple[int, int]]):
        self._narrow, self._X, self._blocks = narrow, X, blocks
        self.is_everything = narrow.is_everything
        self._memory = np.empty(0)
        self.begin()

    def begin(self) -> None:
        """Forget all blocks so far."""
        size = 1 + self._X.shape[1]
        self.scatters = np.zeros((len(self._narrow.components), size, size))
        self._nearby: Nearby | None = None

    def write_log_densities(
        self, first: int, last: int, table: np.ndarray, everywhere: bool = False
    ) -> None:
        """Write the weighted log-densities of a block into rows of a table.

        Unless they are asked for everywhere, logarithms of what is exactly 0 are replaced.
        """
        narrow = self._narrow
        self._dense = np.arange(len(narrow.components))
        if not everywhere:
            if self._nearby is None or first >= self._nearby.last:
                self._nearby = Nearby(narrow, self._X, first, self._end_of_stretch(first))
            self._nearby.write_log_densities(first, last, table)
            self._dense = np.flatnonzero(~self._nearby.are_sparse)
        if not len(self._dense):
            return
        X = np.ascontiguousarray(self._X[first:last].T)
        shape = len(self._dense), 1 + len(X), last - first
        if self._memory.size < math.prod(shape):
            self._memory = np.empty(math.prod(shape))
        self._block = self._memory[: math.prod(shape)].reshape(shape)
        apart = np.empty_like(X)
        for n, i in enumerate(self._dense):
            whitened = self._block[n, 1:]
            np.subtract(X, narrow.means[i][:, None], out=apart)
            np.dot(narrow.whiteners[i], apart, out=whitened)
            np.multiply(whitened, whitened, out=apart)
            squares = np.add.reduce(apart, axis=0)
            squares *= -0.5
            np.add(squares, narrow.constants[i], out=table[narrow.components[i]])

    def _end_of_stretch(self, first: int) -> int:
        ends = [last for _, last in self._blocks if first < last <= first + STRETCH]
        return ends[-1] if ends else next(last for _, last in self._blocks if last > first)

    def add(self, last: int, responsibilities: np.ndarray) -> None:
        """Add the sums over the block that was written last, which ends here."""
        for n, i in enumerate(self._dense):
            scaled = self._block[n]
            # A root in each factor makes the product symmetric. What counts as 0 may be below it.
            roots = np.sqrt(np.abs(responsibilities[self._narrow.components[i]]))
            scaled[1:] *= roots
            scaled[0] = roots
            self.scatters[i] += np.dot(scaled, scaled.T)
        if self._nearby is not None:
            self._nearby.add(responsibilities)
            if last == self._nearby.last:
                self._nearby.add_scatters(self.scatters)
