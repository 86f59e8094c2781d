"""Whether a student's function calls the helper that it should replace.

It is seen where the code runs, however the helper is reached. Code that wants to hide it can: it
runs in the same process. So this is a claim like every other report, and no points hang on it.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable

import gmm_helpers

__all__ = ["HelperCalls"]

_ALSO = {"fit_em": ("fit", "fit_restarts")}
_HELPERS = ("gmm_helpers.model", "gmm_helpers.em")  # which call each other


class HelperCalls:
    """Counts calls of the helpers that answer some exercises, from now on.

    Each helper is replaced in all modules of the package, so that whoever imports it later has
    the one that counts.
    """

    def __init__(self, exercises: Iterable[str]):
        self._called: set[str] = set()
        self._replaced: list[tuple[Callable, Callable]] = []
        for exercise in exercises:
            for name in (exercise, *_ALSO.get(exercise, ())):
                helper = getattr(gmm_helpers, name, None)
                if helper is not None:
                    counting = self._counting(helper, exercise)
                    _put(helper, counting)
                    self._replaced.append((helper, counting))

    def take(self, exercise: str) -> bool:
        """Whether its helper has been called since this was asked last."""
        was_called = exercise in self._called
        self._called.discard(exercise)
        return was_called

    def close(self) -> None:
        """Put the helpers back."""
        for helper, counting in reversed(self._replaced):
            _put(counting, helper)
        self._replaced.clear()

    def _counting(self, helper: Callable, exercise: str) -> Callable:
        called, frame_of = self._called, sys._getframe

        @functools.wraps(helper)
        def counting(*args, **kwargs):
            caller = frame_of(1).f_globals.get("__name__", "")
            if not str(caller).startswith(_HELPERS):
                called.add(exercise)
            return helper(*args, **kwargs)

        return counting


def _put(old: Callable, new: Callable) -> None:
    """Put a function in the place of another in every module of the package."""
    for path, module in list(sys.modules.items()):
        if path.partition(".")[0] == "gmm_helpers":
            for name in [name for name, value in vars(module).items() if value is old]:
                setattr(module, name, new)
