"""Two mistakes at once: made of the slots of two rows, when no single mistake explains a result."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

from ..mistake import Mistake

__all__ = ["pairs_of"]

MAX_WAYS = 2  # of each of the two: the first ones


@lru_cache(maxsize=32)
def pairs_of(mistakes: tuple[Mistake, ...]) -> Sequence[Mistake]:
    """All pairs of mistakes of one recipe that turn different slots of it."""
    pairs = []
    for first, second in itertools.combinations(mistakes, 2):
        if first.recipe is None or first.recipe is not second.recipe:
            continue
        ways = tuple(
            {**one, **other}
            for one in first.slots[:MAX_WAYS]
            for other in second.slots[:MAX_WAYS]
            if not one.keys() & other.keys()
        )
        if ways:
            name = f"{first.name}, and {second.name}"
            pairs.append(Mistake(name, ways, first.recipe, (first.name, second.name)))
    return tuple(pairs)
