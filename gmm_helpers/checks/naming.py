"""The exercise a function is meant for."""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from types import FrameType
from typing import Any

import gmm_helpers

from ..exercises import EXERCISES
from ..exercises.symptoms.names import closest

__all__ = ["is_typo", "name_of", "unknown_name", "value_of"]

MIN_ALIKE = 0.85


def name_of(function: Any, caller: FrameType) -> str:
    """Return the function's own name, or the name of the caller's variable that holds it.

    A lambda, a partial or a decorated function has another name than its variable, and an
    object that is not a function has none.

    Returns
    -------
    str
        Not the name of an exercise, and perhaps "", if it is unclear which one is meant.
    """
    own = getattr(function, "__name__", "")
    if own in EXERCISES:
        return own
    known = {**caller.f_globals, **caller.f_locals}
    bound = [name for name in EXERCISES if name in known and known[name] is function]
    return bound[0] if len(bound) == 1 else own


def value_of(name: str, caller: FrameType) -> Any:
    """What a name means where the caller stands, or in the notebook; None if nothing."""
    known = {**caller.f_globals, **caller.f_locals}
    if name in known or "IPython" not in sys.modules:
        return known.get(name)
    shell = sys.modules["IPython"].get_ipython()
    return getattr(shell, "user_ns", {}).get(name)


def unknown_name(name: str) -> str:
    """Say in a sentence that no exercise has a name, and which one may be meant.

    Examples
    --------
    >>> unknown_name("e_stpe")
    "No exercise is called 'e_stpe': did you mean 'e_step'?"
    """
    if not name.isidentifier():
        return f"It is not clear which exercise is meant: choose one of {', '.join(EXERCISES)}."
    meant = closest(name, EXERCISES)
    if meant:
        return f"No exercise is called {name!r}: did you mean {meant!r}?"
    return f"No exercise is called {name!r}: choose one of {', '.join(EXERCISES)}."


def is_typo(written: str, name: str) -> bool:
    """Whether a name is another one with a slip, and not a variation such as ``e_step2``.

    Examples
    --------
    >>> is_typo("e_stpe", "e_step"), is_typo("e_step2", "e_step"), is_typo("em_step", "e_step")
    (True, False, False)
    """
    if name in written or written in EXERCISES or written in gmm_helpers.__all__:
        return False
    alike = SequenceMatcher(None, written, name).ratio() >= MIN_ALIKE
    return alike or sorted(written) == sorted(name)
