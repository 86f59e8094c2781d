"""The two products of an iteration, in panels for which BLAS has quick kernels.

With AVX-512, OpenBLAS multiplies small matrices in registers, without packing them first: twice as
fast. Elsewhere products are left whole. All panels of a product are one call of NumPy, as threads
wait for each other at every call; so they are of the same size, with features that are 0 at the
end.
"""

from __future__ import annotations

from functools import cache

import numpy as np

__all__ = ["MAX_MULTIPLICATIONS", "Panels", "has_small_kernels"]

MAX_MULTIPLICATIONS = 10**6  # of a small product A B
MAX_ENTRIES = 1200  # of a small product A B^T
FEWEST_ROWS = 32  # of features; with fewer at a time there are too many calls


@cache
def has_small_kernels() -> bool:
    """Whether the BLAS of NumPy multiplies small matrices in another way than large ones."""
    found = np.show_config(mode="dicts")
    blas = found["Build Dependencies"]["blas"]["name"]
    extensions = {"X86_V4", "AVX512_SKX"}  # two names of NumPy's for the same
    return "openblas" in blas and not extensions.isdisjoint(found["SIMD Extensions"]["found"])


class Panels:
    """Both products of so many components with the features of blocks of samples.

    Parameters
    ----------
    n_products : int
        Features of a sample.
    n_components : int
    block : int
        Samples in a block, at most.

    Attributes
    ----------
    n_rows : int
        Features, with those that are 0.
    """

    def __init__(self, n_products: int, n_components: int, block: int):
        self._n_products = n_products
        self._of_features = _shape(n_products, MAX_MULTIPLICATIONS // (n_components * block))
        self._of_sums = _shape(n_products, MAX_ENTRIES // n_components)
        self.n_rows = max(n * rows for n, rows in (self._of_features, self._of_sums))

    @property
    def are_many(self) -> bool:
        """Whether anything is divided."""
        return self._of_features[0] > 1 or self._of_sums[0] > 1

    def divide(self, table: np.ndarray) -> np.ndarray:
        """Panels of a table, as `log_densities` needs them."""
        n, rows = self._of_features
        padded = np.zeros((len(table), n * rows))
        padded[:, : self._n_products] = table
        return padded.reshape(-1, n, rows).swapaxes(0, 1)

    def log_densities(self, divided: np.ndarray, features: np.ndarray, out: np.ndarray) -> None:
        """Write ``table @ features``, and what is padded."""
        features[self._n_products :] = 0.0
        parts = divided @ _stacked(features, *self._of_features)
        np.add.reduce(parts, axis=0, out=out)

    def sums(self, responsibilities: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Return ``responsibilities @ features.T``."""
        parts = responsibilities @ _stacked(features, *self._of_sums).swapaxes(1, 2)
        return parts.swapaxes(0, 1).reshape(len(responsibilities), -1)[:, : self._n_products]


def _shape(n: int, most: int) -> tuple[int, int]:
    """How many panels of how many features; one of all where they would be too small."""
    if most >= n or most < FEWEST_ROWS or not has_small_kernels():
        return 1, n
    n_panels = -(-n // most)
    return n_panels, -(-n // n_panels)


def _stacked(features: np.ndarray, n: int, rows: int) -> np.ndarray:
    return features[: n * rows].reshape(n, rows, -1)
