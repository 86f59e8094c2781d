"""How data are cut: portions for threads, blocks for the cache."""

from __future__ import annotations

from itertools import pairwise

__all__ = ["Layout"]

# What a block may take, and samples in it. Found by measurement: larger blocks leave the cache,
# in smaller ones threads wait for each other at every call.
CACHE = 2**20  # bytes
SMALLEST, LARGEST = 256, 2**14
MOST_PORTIONS = 16  # whatever the number of threads, so that it does not change a sum


class Layout:
    """Portions and blocks of the rows of a table.

    Parameters
    ----------
    n_samples : int
    n_numbers : int
        How many floats are kept for each sample while its block is worked on.

    Attributes
    ----------
    block : int
        Samples in a block, at most.
    portions : list of list of (int, int)
        First and last sample (exclusive) of each block, of nearly the same size; the blocks of
        a portion are summed up on their own.

    Examples
    --------
    >>> layout = Layout(300_000, 16)
    >>> layout.block, len(layout.portions), layout.portions[0]
    (8192, 16, [(0, 6250), (6250, 12500), (12500, 18750)])
    """

    def __init__(self, n_samples: int, n_numbers: int):
        fitting = max(SMALLEST, min(CACHE // (8 * n_numbers), LARGEST))
        self.block = min(fitting, n_samples)
        self.one_block = n_samples <= fitting
        n_portions = max(1, min(n_samples // fitting, MOST_PORTIONS))
        self.portions = [
            _cut(first, last, -(-(last - first) // self.block))
            for first, last in _cut(0, n_samples, n_portions)
        ]


def _cut(first: int, last: int, n_parts: int) -> list[tuple[int, int]]:
    ends = [first + (last - first) * i // n_parts for i in range(n_parts + 1)]
    return list(pairwise(ends))
