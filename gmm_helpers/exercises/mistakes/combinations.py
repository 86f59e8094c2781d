"""Mistakes made of others: two at once, and those in the parts of a composed exercise."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

from ..definition import Part
from ..mistake import Mistake

__all__ = ["mistakes_in", "pairs_of"]

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


@lru_cache(maxsize=8)
def mistakes_in(parts: tuple[Part, ...]) -> Sequence[Mistake]:
    """All known mistakes in the parts, each in its slot of the recipe of the whole."""
    return tuple(
        Mistake(
            mistake.name,
            tuple({part.slot: function} for function in mistake.functions),
            part.recipe,
            part=part.name,
            bank=part.exercise.name,
        )
        for part in parts
        for mistake in part.exercise.mistakes
    )
