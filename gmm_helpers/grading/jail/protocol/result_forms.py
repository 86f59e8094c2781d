"""Which forms the results of an exercise can have: nothing else is handed to the judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from ....exercises import EXERCISES, Case, Exercise
from ....exercises.definition import fresh_arguments
from ....exercises.judging.returned_values import Unusable

__all__ = ["ResultForms", "matches"]


class ResultForms:
    """The forms of results, found by calling the reference, and functions that return nothing."""

    def __init__(self, cases: Mapping[str, Sequence[Case]]):
        self._cases = cases
        self._models: dict[tuple[str, int], list[Any]] = {}

    def match(self, name: str, i: int, value: Any) -> bool:
        """Whether a call on case i of an exercise can have returned this."""
        if (name, i) not in self._models:
            self._models[name, i] = _models(EXERCISES[name], self._cases[name][i])
        return matches(value, self._models[name, i])


def _models(exercise: Exercise, case: Case) -> list[Any]:
    functions = (exercise.reference, lambda *args: None, _only_once(exercise.reference))
    return [_skeleton(exercise.call(f, fresh_arguments(case))) for f in functions]


def _only_once(function: Callable) -> Callable:
    """A function that gives up after the first call: some exercises call it several times."""
    left = [function]
    return lambda *args: left.pop()(*args) if left else None


def _skeleton(value: Any) -> Any:
    """The result without its numbers, which are many."""
    if isinstance(value, Unusable) or not isinstance(value, tuple):
        return np.empty(0) if isinstance(value, np.ndarray) else value
    items = [_skeleton(item) for item in value]
    return tuple(items) if type(value) is tuple else type(value)(*items)


def matches(value: Any, models: Sequence[Any]) -> bool:
    """Whether a value is built like one of the models; any array may be `Unusable` instead."""
    if isinstance(value, Unusable):
        return any(isinstance(model, (Unusable, np.ndarray)) for model in models)
    if isinstance(value, np.ndarray):
        return any(isinstance(model, np.ndarray) for model in models)
    if not isinstance(value, tuple):
        return False
    alike = [model for model in models if type(model) is type(value) and len(model) == len(value)]
    if not alike:
        return False
    return all(matches(item, places) for item, *places in zip(value, *alike, strict=True))
