"""Run a function on a case and write down what came of it; nothing here judges."""

from __future__ import annotations

import inspect
import io
import warnings
from collections.abc import Callable
from contextlib import nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..definition import Case, Exercise, fresh_arguments
from .exceptions import in_words, line_of
from .time_limits import TookTooLongError, time_limit

__all__ = ["Outcome", "attempt"]


@dataclass(frozen=True)
class Outcome:
    """What came of one call.

    Parameters
    ----------
    value : object
        Plain numbers, as `Exercise.call` returns them; None if there was an error.
    error : str
        The exception in a sentence, or "".
    line : str
        The student's own line that raised, or "".
    changed : tuple of str
        Names of the arguments that the call has changed.
    unwritten : bool
        It raised NotImplementedError: there is no answer yet.
    timed_out : bool
    untried : bool
        There was no call, as earlier ones did not return.
    """

    value: Any = None
    error: str = ""
    line: str = ""
    changed: tuple[str, ...] = ()
    unwritten: bool = False
    timed_out: bool = False
    untried: bool = False


class _Nowhere(io.TextIOBase):
    """Takes what is printed and keeps nothing of it, however much it is."""

    def write(self, text: str) -> int:
        return len(text)


def attempt(
    exercise: Exercise, function: Callable, case: Case, seconds: float | None = None
) -> Outcome:
    """Call a function on fresh copies of a case's arguments.

    Parameters
    ----------
    exercise : Exercise
    function : callable
    case : Case
    seconds : float, optional
        The call is interrupted after this time, where the platform allows it.

    Returns
    -------
    Outcome
        Whatever the function raises is in it; only an interruption by the user passes.
    """
    given = fresh_arguments(case)
    error = line = ""
    value, unwritten, timed_out = None, False, False
    try:
        with (
            np.errstate(all="ignore"),  # what comes of it is judged, and said once
            warnings.catch_warnings(),
            redirect_stdout(_Nowhere()),  # it is called many times: once is enough to print
            redirect_stderr(_Nowhere()),
            time_limit(seconds) if seconds else nullcontext(),
        ):
            warnings.simplefilter("ignore")
            value = exercise.call(function, given)
    except TookTooLongError as stopped:
        error, line, timed_out = str(stopped), line_of(function, stopped), True
    except KeyboardInterrupt:
        raise
    except BaseException as raised:  # a student may raise anything
        unwritten = isinstance(raised, NotImplementedError)
        error, line = in_words(raised), line_of(function, raised)
    return Outcome(
        value, error, line, _changed(exercise, case.arguments, given), unwritten, timed_out
    )


def _changed(exercise: Exercise, before: tuple, after: tuple) -> tuple[str, ...]:
    places = [i for i, pair in enumerate(zip(before, after, strict=True)) if not _same(*pair)]
    names = list(inspect.signature(exercise.reference).parameters) if places else []
    return tuple(names[i] for i in places)


def _same(old, new) -> bool:
    """Whether an argument is what it was; what else than numbers it may be does not change."""
    if isinstance(old, (list, tuple)):
        return type(old) is type(new) and len(old) == len(new) and all(map(_same, old, new))
    if isinstance(old, (np.ndarray, int, float)):
        if not isinstance(new, type(old)):
            return False
        # Nearly always there is no NaN, and the first comparison is by far the quicker one.
        return np.array_equal(old, new) or np.array_equal(old, new, equal_nan=True)
    return True
