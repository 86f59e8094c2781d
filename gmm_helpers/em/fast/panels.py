"""The two products of an iteration, in panels for which BLAS has quick kernels.

With AVX-512, OpenBLAS multiplies small matrices in registers, without packing them first: twice as
fast. Elsewhere panels would only add calls, so products are left whole.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from .blocks import divide

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
    """

    def __init__(self, n_products: int, n_components: int, block: int):
        self._of_features = _panels(n_products, MAX_MULTIPLICATIONS // (n_components * block))
        self._of_sums = _panels(n_products, MAX_ENTRIES // n_components)

    @property
    def are_many(self) -> bool:
        """Whether anything is divided."""
        return len(self._of_features) > 1 or len(self._of_sums) > 1

    def log_densities(self, table: np.ndarray, features: np.ndarray, out: np.ndarray) -> None:
        """Write ``table @ features``."""
        first, *others = self._of_features
        np.dot(table[:, first], features[first], out=out)
        for some in others:
            np.add(out, np.dot(table[:, some], features[some]), out=out)

    def sums(self, responsibilities: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Return ``responsibilities @ features.T``."""
        parts = [np.dot(responsibilities, features[some].T) for some in self._of_sums]
        return np.concatenate(parts, axis=1)


def _panels(n: int, most: int) -> list[slice]:
    """Panels of at most so many, or one of all where they would be too small."""
    if most >= n or most < FEWEST_ROWS or not has_small_kernels():
        return [slice(0, n)]
    return [slice(*ends) for ends in divide(0, n, -(-n // most))]
