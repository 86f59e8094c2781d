"""The exercise a function is meant for."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from difflib import SequenceMatcher
from types import FrameType
from typing import Any

import gmm_helpers

from ..exercises import EXERCISES
from ..exercises.symptoms.names import closest

__all__ = [
    "exercise_of",
    "is_typo",
    "name_of",
    "not_for_an_exercise",
    "unknown_name",
    "unknown_names",
    "value_of",
    "variable_of",
]

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


def variable_of(function: Any, caller: FrameType) -> str:
    """The name under which the caller can call a function again; "" if it has none there."""
    own = getattr(function, "__name__", "")
    known = {**caller.f_globals, **caller.f_locals}
    bound = [name for name, value in known.items() if value is function and name[:1] != "_"]
    return own if own in bound else bound[0] if bound else ""


def exercise_of(given: Any, caller: FrameType) -> Any:
    """The name of the exercise that is meant by a name or a function, or what was given."""
    if isinstance(given, str):
        return given
    name = name_of(given, caller)
    return name if name in EXERCISES or callable(given) else given


def unknown_name(name: Any) -> str:
    """Say in a sentence that no exercise has a name, and which one may be meant.

    Examples
    --------
    >>> unknown_name("e_stpe")
    "No exercise is called 'e_stpe': did you mean 'e_step'?"
    """
    choices = f"choose one of {', '.join(EXERCISES)}."
    if not isinstance(name, str):
        kind = type(name).__name__
        return f"Expected the name of an exercise or your function, got {kind}: {choices}"
    bare = re.sub(r"\W+", "_", name.strip().removesuffix("()").split(".")[-1]).strip("_")
    if not bare or bare == "lambda":
        return f"It is not clear which exercise is meant: {choices}"
    meant = bare if bare in EXERCISES else closest(bare, EXERCISES)
    if meant:
        return f"No exercise is called {name!r}: did you mean {meant!r}?"
    return f"No exercise is called {name!r}: {choices}"


def not_for_an_exercise(function: Any, own: str, name: Any) -> str:
    """Say why `check` cannot tell which exercise a function is for, and how to say it."""
    if not (callable(function) or (isinstance(name, str) and name)):
        kind = "None" if function is None else type(function).__name__
        return (
            f"Expected a function or its name, got {kind}: pass the function itself, not its "
            "result, as in check(update_weights)."
        )
    within = max((each for each in EXERCISES if each in own), key=len, default=None)
    if within and name == own and own.isidentifier() and callable(function):
        return f'No exercise is called {own!r}: if it is for {within}, check({own}, "{within}").'
    return unknown_name(name)


def unknown_names(names: Sequence[Any]) -> str:
    """Say the same of several names; the exercises are listed once."""
    sentences = [unknown_name(name) for name in names]
    listed = [i for i, sentence in enumerate(sentences) if "choose" in sentence]
    return " ".join(
        sentence.partition(": choose")[0] + "." if i in listed[:-1] else sentence
        for i, sentence in enumerate(sentences)
    )


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
