"""The cases of an exercise, hidden and public, with their answers; rows without a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from zlib import crc32

import numpy as np

from ...checks.cards import framed
from ...exercises import EXERCISES, AnswerKey, Case, Status
from ..rows import Row

__all__ = ["build_key", "build_row", "draw_cases", "prepare_keys"]

# Nothing is wrong yet.
_NEUTRAL = (Status.MISSING, Status.NEEDS_REVIEW, Status.TO_BE_GRADED, Status.NOT_ATTEMPTED)


@lru_cache(maxsize=64)
def build_key(
    exercise: str, seed: int, public: bool = False, points: float | None = None
) -> AnswerKey:
    """The answers to an exercise's cases of one seed: one key for a whole class.

    The exercise is worth its `points` in the release.
    """
    asked = EXERCISES[exercise]
    worth = asked.points if points is None else points
    return AnswerKey(replace(asked, points=worth), draw_cases(exercise, seed, public))


def prepare_keys(exercises: Mapping[str, float], seed: int, public_seed: int) -> None:
    """Compute the answers that a class needs ahead of time, and what known mistakes return.

    In `exercises` stands what each is worth; the keys are those that `build_key` then returns.
    """
    for name, worth in exercises.items():
        keys = (
            build_key(name, seed, points=worth),
            build_key(name, public_seed, public=True, points=worth),
        )
        for key in keys:
            key.prepare()


def draw_cases(exercise: str, seed: int, public: bool = False) -> list[Case]:
    """The cases that everybody in a class is tried on; other exercises do not change them.

    The public ones are those that ``check(..., seed=seed)`` draws in a notebook.
    """
    rng = np.random.default_rng(seed if public else [seed, crc32(exercise.encode())])
    return EXERCISES[exercise].cases(rng)


def build_row(notebook: str, name: str, points: float, status: Status, message: str, *named) -> Row:
    """A row without points for what has no verdict, with a card that says why."""
    color = Status.NOT_ATTEMPTED if status in _NEUTRAL else Status.INCORRECT
    headline = f"{name}: {status}, 0 of {points:g} points."
    if status in _NEUTRAL:
        headline = f"{name}: {status}."
    card = framed(headline, color, [message])
    return Row(notebook, name, 0.0, points, status, message, card, named)
