"""What a known mistake is: a row with a name, and ways to make it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

__all__ = ["Mistake", "SmallNumber"]


@dataclass(frozen=True, eq=False)
class Mistake:
    """A typical mistake, as a row: its name, and ways to make it.

    What is said about it stands in `mistakes/messages.toml`, under the exercise and this name.

    Parameters
    ----------
    name : str
        What was done, in a few words: "normalised over samples".
    ways : tuple of callable or mapping
        Functions with the signature of the exercise, or slots of the recipe that makes one.
    recipe : callable, optional
        ``recipe(**slots) -> function``; a slot is one term of the formula, so that two mistakes
        in different slots can be made at once.
    parts : tuple of str
        Names of the two mistakes it combines; empty if it is a single one.
    part, bank : str, default=""
        The part of a composed exercise that is wrong, and the exercise that knows this mistake.
    """

    name: str
    ways: tuple[Callable | Mapping[str, Any], ...]
    recipe: Callable[..., Callable] | None = None
    parts: tuple[str, ...] = ()
    part: str = ""
    bank: str = ""

    @property
    def slots(self) -> list[Mapping[str, Any]]:
        """The ways that are slots of the recipe."""
        return [way for way in self.ways if isinstance(way, Mapping)]

    @cached_property
    def functions(self) -> tuple[Callable, ...]:
        """Wrong functions, one per way."""
        return tuple(self._make(way) for way in self.ways)

    def _make(self, way: Callable | Mapping[str, Any]) -> Callable:
        if not isinstance(way, Mapping):
            return way
        assert self.recipe, f"{self.name}: slots need a recipe"
        return self.recipe(**way)


@dataclass(frozen=True)
class SmallNumber:
    """A small number somewhere, whatever its size: named, and worth less than a mistake.

    Parameters
    ----------
    name : str
        What was done; `mistakes/messages.toml` says more about it.
    ways : tuple of callable
        ``way(number)`` is a function with that number somewhere.
    bank : str
        The exercise in whose words it is told.
    matters : float
        A smaller number costs nothing.
    is_floor : bool
        Whether it is added to densities, or values are cut off at it: what it does is not in
        proportion to it.
    is_underflow : bool
        Whether it hides underflow, and costs what that costs: the samples far away.
    """

    name: str
    ways: tuple[Callable[[float], Callable], ...]
    bank: str
    matters: float
    is_floor: bool
    is_underflow: bool
