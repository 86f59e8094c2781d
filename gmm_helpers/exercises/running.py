"""Run a function on a case and write down what came of it; nothing here judges."""

from __future__ import annotations

import inspect
import traceback
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np

from .definition import Case, Exercise, fresh_arguments
from .time_limit import TookTooLongError, time_limit

__all__ = ["Outcome", "attempt", "in_words", "line_of"]


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
    """

    value: Any = None
    error: str = ""
    line: str = ""
    changed: tuple[str, ...] = ()
    unwritten: bool = False
    timed_out: bool = False


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
    before, given = fresh_arguments(case), fresh_arguments(case)
    error = line = ""
    value, unwritten, timed_out = None, False, False
    try:
        with (
            np.errstate(all="ignore"),  # what comes of it is judged, and said once
            warnings.catch_warnings(),
            time_limit(seconds) if seconds else nullcontext(),
        ):
            warnings.simplefilter("ignore")
            value = exercise.call(function, given)
    except TookTooLongError as stopped:
        error, line, timed_out = str(stopped), line_of(function, stopped), True
    except (Exception, SystemExit) as raised:
        unwritten = isinstance(raised, NotImplementedError)
        error, line = in_words(raised), line_of(function, raised)
    return Outcome(value, error, line, _changed(exercise, before, given), unwritten, timed_out)


def in_words(error: BaseException) -> str:
    """Type and message of an exception, in one line.

    Examples
    --------
    >>> in_words(ValueError("too long"))
    'ValueError: too long'
    """
    name = type(error).__name__
    try:
        message = " ".join(str(error).split())
    except Exception:  # its __str__ is the student's, too
        message = ""
    return f"{name}: {message}" if message else name


def line_of(function: Callable, error: BaseException) -> str:
    """Where in the file or cell of the function an error came up, with the line itself."""
    written_in = getattr(getattr(function, "__code__", None), "co_filename", None)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == written_in]
    return f"line {own[-1].lineno} of the cell: {own[-1].line}" if own and own[-1].line else ""


def _changed(exercise: Exercise, before: tuple, after: tuple) -> tuple[str, ...]:
    names = list(inspect.signature(exercise.reference).parameters)
    return tuple(
        name
        for name, old, new in zip(names, before, after, strict=False)
        if isinstance(old, np.ndarray) and not np.array_equal(old, new, equal_nan=True)
    )
