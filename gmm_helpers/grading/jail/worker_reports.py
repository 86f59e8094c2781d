"""Read what a worker reports, each report within its time, and believe nothing of it unchecked."""

from __future__ import annotations

import inspect
import signal
import time
from functools import lru_cache
from typing import Any, Protocol

from ...exercises import EXERCISES, Outcome
from .frames import FrameReader
from .runs import CRASHED, MEMORY, TIMEOUT
from .values import MalformedError, clean, from_tree

__all__ = ["Reports", "StoppedError", "Worker", "outcome_of"]

SECONDS_TO_BEGIN = 90.0  # a new interpreter on a busy machine with a cold disk
_OUTCOME = {"case", "value", "error", "line", "changed", "unwritten", "timed_out", "helper"}


class Worker(Protocol):
    """A process that reports: one in a jail, or a plain one."""

    took_too_much: bool

    def read(self, seconds: float) -> bytes | None: ...

    def finish(self) -> int | None: ...


class StoppedError(Exception):
    """There will be no further report of this worker.

    Parameters
    ----------
    status : str
        "timeout", "memory" or "crashed".
    message : str
        Completes "it ...".
    """

    def __init__(self, status: str, message: str):
        super().__init__(message)
        self.status, self.message = status, message


class Reports:
    """The reports of a worker, one after the other.

    Parameters
    ----------
    worker : Worker
    largest : int
        Most bytes of numbers in one of them.
    until : float
        When the time of the whole notebook is over, by `time.monotonic`.
    """

    def __init__(self, worker: Worker, largest: int, until: float):
        self._worker, self._until = worker, until
        self._frames = FrameReader(largest)

    def begin(self) -> None:
        """Wait for the first report, before which only our own code runs."""
        self._taken(SECONDS_TO_BEGIN)

    def next(self, seconds: float) -> tuple[dict[str, Any], bytes]:
        """Wait for a report.

        Raises
        ------
        StoppedError
            If it does not come in time, or cannot come any more, or is no report.
        """
        left = self._until - time.monotonic()
        if left < seconds:
            return self._taken(max(0.0, left), "was stopped, as the time of its notebook was over")
        return self._taken(seconds)

    def _taken(self, seconds: float, late: str = "") -> tuple[dict[str, Any], bytes]:
        end = time.monotonic() + seconds
        late = late or f"had not ended after {seconds:.3g} seconds"
        try:
            while (taken := self._frames.take()) is None:
                data = self._worker.read(max(0.0, end - time.monotonic()))
                if data is None:
                    raise StoppedError(TIMEOUT, late)
                if not data:
                    raise self._why_it_ended()
                self._frames.add(data)
        except MalformedError:
            raise StoppedError(CRASHED, "wrote into what the grader reads") from None
        return taken

    def _why_it_ended(self) -> StoppedError:
        status = self._worker.finish()
        if self._worker.took_too_much:
            return StoppedError(MEMORY, "took more memory than there is for one submission")
        if status is None or status >= 0:
            return StoppedError(CRASHED, "ended the whole process")
        if -status == getattr(signal, "SIGKILL", 9):  # not by itself: the first process cannot
            return StoppedError(MEMORY, "was killed by the system, mostly for lack of memory")
        if -status == getattr(signal, "SIGXCPU", 24):
            return StoppedError(TIMEOUT, "took more time on the processor than there is")
        return StoppedError(CRASHED, f"crashed the whole process ({_signal_name(-status)})")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


@lru_cache
def _arguments(exercise: str) -> frozenset[str]:
    return frozenset(inspect.signature(EXERCISES[exercise].reference).parameters)


def outcome_of(name: str, i: int, header: dict[str, Any], payload: bytes) -> Outcome:
    """Rebuild the outcome of case i of an exercise from its report.

    Raises
    ------
    MalformedError
        If the report is not of this case, or not of the form a worker writes.
    """
    if header.keys() != _OUTCOME or header["case"] != i:
        raise MalformedError("not the report of this case")
    flags = header["unwritten"], header["timed_out"]
    if type(header["helper"]) is not bool:
        raise MalformedError("not the report of this case")
    names, changed = _arguments(name), header["changed"]
    if not all(type(flag) is bool for flag in flags) or not isinstance(changed, list):
        raise MalformedError("not the report of this case")
    if not all(isinstance(word, str) and word in names for word in changed):
        raise MalformedError("an argument is changed that there is not")
    error, line = clean(header["error"]), clean(header["line"])
    value = from_tree(header["value"], payload)
    if (value is None) != bool(error) or (any(flags) and not error):
        raise MalformedError("there is a value and an error, or neither")
    return Outcome(value, error, line, tuple(dict.fromkeys(changed)), *flags)
