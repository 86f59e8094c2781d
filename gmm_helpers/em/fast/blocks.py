"""How data are divided: portions for threads, blocks for the cache."""

from __future__ import annotations

from itertools import pairwise

from .buffers import LINE

__all__ = ["Layout", "divide"]

# Found by measurement: larger blocks do not fit in the cache; with smaller ones threads wait for
# each other at every call.
MAX_BYTES = 3 * 2**19
MIN_SAMPLES, MAX_SAMPLES = 384, 2**14
# With many features no block fits in the cache, and products are so much work that it does not
# matter; then memory counts.
MAX_NUMBERS, FEWEST_SAMPLES = 2**21, 32
FEWEST_QUICK = 128  # with fewer, the overhead of calls is what takes the time
# Whatever the number of threads, which must not change a sum. Where blocks are few, more portions
# make threads wait for each other more often.
MAX_PORTIONS, FEW_PORTIONS = 16, 8


class Layout:
    """Portions and blocks of the rows of a table.

    Parameters
    ----------
    n_samples : int
    n_numbers : int
        How many floats are kept for each sample while its block is worked on.
    quick : int, optional
        Up to how many samples in a block are quickest, where there are several blocks.

    Attributes
    ----------
    block : int
        Samples in a block, at most.
    portions : list of list of (int, int)
        First and last sample (exclusive) of each block; blocks are of nearly the same size, and
        each portion is summed on its own. Their sizes are multiples of a line of the cache, but for
        the last one of a portion.
    """

    def __init__(self, n_samples: int, n_numbers: int, quick: int = MAX_SAMPLES):
        fewest = max(FEWEST_SAMPLES, min(MIN_SAMPLES, MAX_NUMBERS // n_numbers))
        block = max(fewest, min(MAX_BYTES // (8 * n_numbers), MAX_SAMPLES)) // LINE * LINE
        self.one_block = n_samples <= block
        if not self.one_block and quick >= FEWEST_QUICK:
            block = min(block, quick // LINE * LINE)
        self.block = min(block, n_samples)
        n_blocks = n_samples // block
        most_portions = MAX_PORTIONS if n_blocks >= 2 * MAX_PORTIONS else FEW_PORTIONS
        n_portions = max(1, min(n_blocks, most_portions))
        self.portions = [
            divide(first, last, -(-(last - first) // self.block), LINE)
            for first, last in divide(0, n_samples, n_portions)
        ]


def divide(first: int, last: int, n_parts: int, unit: int = 1) -> list[tuple[int, int]]:
    """Parts of nearly the same size, in whole units but for the last one."""
    n_units = -(-(last - first) // unit)
    ends = [first + n_units * i // n_parts * unit for i in range(n_parts)]
    return list(pairwise([*ends, last]))
