"""Other exercises' functions of a student's that a function calls, and what their checks said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import CodeType, FunctionType

from ..exercises import EXERCISES, Status
from .result import CheckResult

__all__ = ["called_mistakes"]

_WRONG = Status.INCORRECT, Status.PARTIAL


def called_mistakes(function: Callable, checked: Mapping[str, CheckResult]) -> list[str]:
    """Say which functions that are called were wrong when they were checked last.

    What a function calls is followed through the notebook's own functions, by their names.

    Parameters
    ----------
    checked : mapping of str to CheckResult
        The last answer to each exercise.
    """
    names = [name for name in _called(function) if name in checked]
    wrong = [name for name in names if checked[name].status in _WRONG]
    return [
        f"It calls your {name}, which was {checked[name].status} in its last check: look there "
        "first."
        for name in wrong
    ]


def _called(function: Callable) -> list[str]:
    """Names of other exercises under which functions of the same notebook are called."""
    found: list[str] = []
    waiting: list[Callable] = [function]
    seen = {id(function)}
    while waiting:
        caller = waiting.pop()
        if not isinstance(caller, FunctionType):
            continue
        for name in _names_in(caller.__code__):
            called = caller.__globals__.get(name)
            if not isinstance(called, FunctionType) or id(called) in seen:
                continue
            if called.__globals__ is caller.__globals__:  # of the same notebook
                seen.add(id(called))
                waiting.append(called)
                found += [name] if name in EXERCISES else []
    return found


def _names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _names_in(part)
