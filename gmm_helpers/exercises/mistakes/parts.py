"""Mistakes in the parts of a composed exercise: those of the exercise on each part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..definition import Part
from ..mistake import Mistake

__all__ = ["mistakes_in"]


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
