"""Run a function on a case and record what came of it; nothing here judges."""

from __future__ import annotations

import inspect
import io
import warnings
from collections.abc import Callable, Sequence
from contextlib import nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..definition import Case, Exercise, fresh_arguments
from ..statuses import CallStatus
from .exceptions import CodeLine, RaisedException, is_stub, line_of, record
from .exits import no_exit
from .time_limits import TookTooLongError, time_limit

__all__ = ["Outcome", "attempt", "attempt_known", "attempt_next", "is_spared"]


@dataclass(frozen=True)
class Outcome:
    """What came of one call.

    Parameters
    ----------
    value : object
        Plain numbers, as `Exercise.call` returns them; None unless the call returned.
    status : CallStatus
    exception : RaisedException, optional
        What it raised.
    line : CodeLine, optional
        The student's own line at which it raised or was stopped.
    changed : tuple of str
        Names of the arguments that the call has changed.
    seconds : float, optional
        The limit after which it was stopped.
    """

    value: Any = None
    status: CallStatus = CallStatus.RETURNED
    exception: RaisedException | None = None
    line: CodeLine | None = None
    changed: tuple[str, ...] = ()
    seconds: float | None = None

    @property
    def returned(self) -> bool:
        """Whether there is a value to be judged."""
        return self.status is CallStatus.RETURNED

    @property
    def stopped(self) -> bool:
        """Whether it took too long, or was not even tried because others had."""
        return self.status in (CallStatus.TIMED_OUT, CallStatus.UNTRIED)


def attempt_next(
    exercise: Exercise,
    function: Callable,
    cases: Sequence[Case],
    outcomes: Sequence[Outcome],
    seconds: float | None = None,
    patience: float = 1.0,
) -> Outcome:
    """Try the case after those that were tried, unless their outcomes leave no doubt.

    Takes the same `seconds` and `patience` as `attempt`.
    """
    case = cases[len(outcomes)]
    if is_spared(exercise, cases, outcomes):
        return Outcome(status=CallStatus.SPARED)
    return attempt(exercise, function, case, seconds, patience)


def is_spared(exercise: Exercise, cases: Sequence[Case], outcomes: Sequence[Outcome]) -> bool:
    """Whether the case after those that were tried need not be tried, as its exercise says."""
    if not all(outcome.returned and not outcome.changed for outcome in outcomes):
        return False
    asked = cases[: len(outcomes) + 1]
    return bool(exercise.is_spared(asked, [outcome.value for outcome in outcomes]))


class _Nowhere(io.TextIOBase):
    """Discards what is printed, however much it is."""

    def write(self, text: str) -> int:
        return len(text)


def attempt(
    exercise: Exercise,
    function: Callable,
    case: Case,
    seconds: float | None = None,
    patience: float = 1.0,
) -> Outcome:
    """Call a function on fresh copies of a case's arguments.

    Parameters
    ----------
    seconds : float, optional
        The call is interrupted after this time, where the platform allows it.
    patience : float, default=1.0
        See `time_limit`.

    Returns
    -------
    Outcome
        Whatever the function raises is recorded; only an interruption by the user passes.
    """
    given = fresh_arguments(case)
    value = exception = line = limit = None
    status = CallStatus.RETURNED
    try:
        with (
            np.errstate(all="ignore"),  # the result is judged instead
            warnings.catch_warnings(),
            redirect_stdout(_Nowhere()),  # it is called many times: printing once is enough
            redirect_stderr(_Nowhere()),
            no_exit(),
            time_limit(seconds, patience) if seconds else nullcontext(),
        ):
            warnings.simplefilter("ignore")
            value = exercise.call(function, given)
    except TookTooLongError as stopped:
        status, line, limit = CallStatus.TIMED_OUT, line_of(function, stopped), stopped.seconds
    except KeyboardInterrupt:
        raise
    except BaseException as raised:  # a student may raise anything
        status, exception, line = _status_of(raised), record(raised), line_of(function, raised)
    changed = _find_changes(exercise, case.arguments, given)
    return Outcome(value, status, exception, line, changed, limit)


def attempt_known(exercise: Exercise, function: Callable, case: Case) -> Outcome:
    """The same for a function of ours, which ends, prints nothing and is called very often."""
    value = exception = line = None
    status = CallStatus.RETURNED
    try:
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = exercise.call(function, fresh_arguments(case))
    except Exception as raised:
        status, exception, line = _status_of(raised), record(raised), line_of(function, raised)
    return Outcome(value, status, exception, line)


def _status_of(raised: BaseException) -> CallStatus:
    if is_stub(raised):
        return CallStatus.UNWRITTEN
    return CallStatus.OUT_OF_MEMORY if isinstance(raised, MemoryError) else CallStatus.RAISED


def _find_changes(exercise: Exercise, before: tuple, after: tuple) -> tuple[str, ...]:
    places = [i for i, pair in enumerate(zip(before, after, strict=True)) if not _same(*pair)]
    names = list(inspect.signature(exercise.reference).parameters) if places else []
    return tuple(names[i] for i in places)


def _same(old, new) -> bool:
    """Whether an argument is what it was; anything that is not numbers cannot change."""
    if isinstance(old, (list, tuple)):
        return type(old) is type(new) and len(old) == len(new) and all(map(_same, old, new))
    if isinstance(old, (np.ndarray, int, float)):
        if not isinstance(new, type(old)):
            return False
        # There is hardly ever a NaN, and the first comparison is by far the quicker one.
        return np.array_equal(old, new) or np.array_equal(old, new, equal_nan=True)
    return True
