"""How a known mistake in `fit_em` begins: enough to see that most are others.

The NLL of the start, the parameters after one iteration, as soon as each is known, and the NLL
after it take a fraction of the time of a whole run.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..definition import Case
from ..mistakes.recipes.em_run import KnownFit
from ..runs import problem_in, right_run_on
from .comparison import ATOL, RTOL, agree

__all__ = ["Beginning", "begin_history", "begins_otherwise", "course_of"]


class _Reading(NamedTuple):
    """What stands somewhere in a result: a parameter, or (3, i) for an entry of the history."""

    place: tuple[int, ...]
    value: float | np.ndarray
    is_wrong: bool


class Beginning:
    """How a run begins, computed as far as it is asked for.

    It ends at an entry of the history that is wrong, at what can't be read, or after an iteration.
    """

    def __init__(self, case: Case, mistake: KnownFit):
        self._found: list[_Reading] = []
        self._others = _read(case, mistake)

    def readings(self) -> Iterator[_Reading]:
        """Entries of the history, and parameters after one iteration if that is the last."""
        yield from self._found
        for reading in self._others:
            self._found.append(reading)
            yield reading

    @cached_property
    def is_wrong(self) -> bool:
        """Whether it is certain that no right function begins so."""
        return any(reading.is_wrong for reading in self.readings())


def begin_history(case: Case, mistake: Callable) -> Beginning | None:
    """Look at the beginning of a run; None if it does not say what the mistake returns.

    Examples
    --------
    >>> from gmm_helpers.exercises import EXERCISES
    >>> from gmm_helpers.exercises.mistakes.recipes.em_run import em
    >>> import numpy as np
    >>> case = EXERCISES["fit_em"].cases(np.random.default_rng(0))[0]
    >>> begin_history(case, em(nll=lambda *given: 0.0)).is_wrong
    True
    """
    if not isinstance(mistake, KnownFit) or mistake.begin is None:
        return None
    if not mistake.returns_history and case.arguments[-1] != 1:
        return None
    return Beginning(case, mistake)


def course_of(case: Case, mistake: Callable) -> Hashable:
    """What a mistake does on a case: the same for all that return the same, as far as is known.

    Examples
    --------
    >>> from gmm_helpers.exercises import EXERCISES
    >>> from gmm_helpers.exercises.mistakes.recipes.em_run import em
    >>> import numpy as np
    >>> case = EXERCISES["fit_em"].cases(np.random.default_rng(0))[2]
    >>> case.name
    'one iteration at most (max_iter = 1)'
    >>> early, late = em(stop=lambda *_: True), em(stop=lambda *_: False)
    >>> course_of(case, early) == course_of(case, late)
    True
    """
    if not isinstance(mistake, KnownFit) or mistake.course is None:
        return mistake
    try:
        return mistake.course(problem_in(case.arguments), *case.arguments[4:])
    except Exception:  # and so will a call
        return mistake


def _read(case: Case, mistake: KnownFit) -> Iterator[_Reading]:
    problem, max_iter = problem_in(case.arguments), case.arguments[-1]
    try:
        run, right = mistake.begin(problem), right_run_on(problem)
        for i in range(min(max_iter, 1) + 1):
            if i == max_iter == 1 and mistake.returns_last:
                for j, array in run.first_updates():
                    if not isinstance(array, np.ndarray):
                        return
                    yield _Reading((j,), array, _is_another(array, right.state(1)[j]))
            if not mistake.returns_history:
                continue
            value = run.nll(i)
            if np.ndim(value):
                return
            is_wrong = _differ(float(value), right.nll(i), abs(right.nll(0)))
            yield _Reading((3, i), float(value), is_wrong)
            if is_wrong:
                return
    except Exception:  # and so will the whole run
        yield _Reading((), np.nan, True)


def begins_otherwise(result, seen: Beginning | None) -> bool:
    """Whether it is certain that what begins so does not return that result."""
    return seen is not None and any(_is_other(result, each) for each in seen.readings())


def _is_other(result, reading: _Reading) -> bool:
    if not reading.place:
        return True
    if not isinstance(result, tuple) or len(result) != 4:
        return False
    part, *entry = reading.place
    got = result[part]
    if not isinstance(got, np.ndarray):
        return False
    if not entry:
        return not agree(got, np.asarray(reading.value))
    if got.ndim != 1 or entry[0] >= len(got) or not np.isfinite(got).all():
        return False
    return _differ(got.item(*entry), float(reading.value), np.abs(got).max())


def _differ(one: float, other: float, largest: float) -> bool:
    """Whether no comparison calls two entries the same, in histories up to that size."""
    return abs(one - other) > 2 * (RTOL * max(abs(one), abs(other)) + ATOL * largest)


def _is_another(array: np.ndarray, right: np.ndarray) -> bool:
    """Whether no comparison calls a parameter right."""
    if array.size != right.size or (array.shape != right.shape and right.size > 1):
        return True
    tolerance = RTOL * np.abs(right) + ATOL * np.abs(right).max()
    return not (np.abs(array.reshape(right.shape) - right) <= 2 * tolerance).all()
