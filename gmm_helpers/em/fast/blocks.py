"""How data are divided: portions for threads, blocks for the cache."""

from __future__ import annotations

from itertools import pairwise

__all__ = ["Layout"]

# Found by measurement: larger blocks do not fit in the cache; with smaller ones threads wait for
# each other at every call.
MAX_BYTES = 2**20
MIN_SAMPLES, MAX_SAMPLES = 256, 2**14
# With many features no block fits in the cache, and products are so much work that it does not
# matter; then memory counts.
MAX_NUMBERS, FEWEST_SAMPLES = 2**21, 32
# Whatever the number of threads, which must not change a sum. Where blocks are few, more portions
# make threads wait for each other more often.
MAX_PORTIONS, FEW_PORTIONS = 16, 8


class Layout:
    """Portions and blocks of the rows of a table.

    Parameters
    ----------
    n_numbers : int
        How many floats are kept for each sample while its block is worked on.

    Attributes
    ----------
    block : int
        Samples in a block, at most.
    portions : list of list of (int, int)
        First and last sample (exclusive) of each block; blocks are of nearly the same size, and
        each portion is summed on its own.
    """

    def __init__(self, n_samples: int, n_numbers: int):
        fewest = max(FEWEST_SAMPLES, min(MIN_SAMPLES, MAX_NUMBERS // n_numbers))
        block = max(fewest, min(MAX_BYTES // (8 * n_numbers), MAX_SAMPLES))
        self.block = min(block, n_samples)
        self.one_block = n_samples <= block
        n_blocks = n_samples // block
        most = MAX_PORTIONS if n_blocks >= 2 * MAX_PORTIONS else FEW_PORTIONS
        n_portions = max(1, min(n_blocks, most))
        self.portions = [
            _divide(first, last, -(-(last - first) // self.block))
            for first, last in _divide(0, n_samples, n_portions)
        ]


def _divide(first: int, last: int, n_parts: int) -> list[tuple[int, int]]:
    ends = [first + (last - first) * i // n_parts for i in range(n_parts + 1)]
    return list(pairwise(ends))
