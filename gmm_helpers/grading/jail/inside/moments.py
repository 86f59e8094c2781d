"""The functions of the exercises as they were at their checks, and whether they still are so.

A check sees a function before the cells below it run, and these may change what it uses. Here
the calls of `check` are counted and what they were given is remembered; no answer is compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....exercises import EXERCISES
from ..protocol.records import MAX_MOMENTS
from .function_state import FunctionState, state_of
from .stubs import CheckStub

__all__ = ["MomentReachedError", "Moments"]

HOME = 0  # the moment after the cell that defines a function, where no check sees it


class MomentReachedError(BaseException):
    """The moment has come at which a function is to be tried: nothing below it runs."""


class Moments:
    """Watches the checks of a notebook; stops at one of them if that is asked for.

    Parameters
    ----------
    namespace : mapping
        Of the notebook.
    homes : mapping of str to int
        The last cell that defines each exercise.
    until : (str, int), optional
        An exercise and the number of its moment.
    """

    def __init__(
        self,
        namespace: Mapping[str, Any],
        homes: Mapping[str, int],
        until: tuple[str, int] | None = None,
    ):
        self._namespace, self._homes = namespace, homes
        self._until = until and tuple(until)  # a list, if it comes from JSON
        self._counts: dict[str, int] = {}
        self._states: dict[str, dict[int, FunctionState | None]] = {}
        self.found: Any = None  # the function at the moment that was asked for
        self.reached = False
        CheckStub.listener = self._note_check

    def end_cell(self, number: int) -> None:
        """Note the functions that a cell has defined."""
        for name, home in self._homes.items():
            if home == number:
                self._note(name, HOME, self._namespace.get(name))

    def others(self, name: str) -> list[int]:
        """Moments at which a function was another than it is now, the latest first."""
        states = self._states.get(name, {})
        moments = sorted(states, reverse=True)
        if len(states) > 1:  # a check has seen it
            moments.remove(HOME) if HOME in states else None
        now = state_of(self._namespace.get(name))
        seen, others = {now.digest if now else b""}, []
        for moment in moments:
            state = states[moment]
            if state is not None and state.digest not in seen:
                seen.add(state.digest)
                others.append(moment)
        return others[:MAX_MOMENTS]

    def _note_check(self, function: Any, name: Any, caller: Any) -> None:
        if isinstance(function, str):
            name, function = function, caller.f_globals.get(function)
        name = name or _name_of(function, {**caller.f_globals, **caller.f_locals})
        if isinstance(name, str) and name in EXERCISES:
            self._counts[name] = self._counts.get(name, HOME) + 1
            self._note(name, self._counts[name], function)

    def _note(self, name: str, moment: int, function: Any) -> None:
        if not callable(function):
            return
        if self._until is None:
            self._states.setdefault(name, {})[moment] = state_of(function)
        elif self._until == (name, moment) and not self.reached:
            self.reached, self.found = True, function
            raise MomentReachedError


def _name_of(function: Any, known: Mapping[str, Any]) -> str:
    """As `checks.naming.name_of`, which is not there where student code runs."""
    own = getattr(function, "__name__", "")
    if isinstance(own, str) and own in EXERCISES:
        return own
    bound = [name for name in EXERCISES if name in known and known[name] is function]
    return bound[0] if len(bound) == 1 else ""
