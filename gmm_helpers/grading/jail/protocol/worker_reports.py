"""Read what a worker reports, each report within its time, and say why there are no more."""

from __future__ import annotations

import signal
import time
from typing import Any, Protocol

from ..limits import Limits
from ..reasons import Reason, ReasonKind
from .frames import FrameReader
from .values import MalformedError

__all__ = ["Reports", "StoppedError", "Worker"]

SECONDS_TO_BEGIN = 90.0  # a new interpreter on a busy machine with a cold disk


class Worker(Protocol):
    """A process that reports: one in a jail, or a plain one."""

    exceeded_memory: bool

    def read(self, seconds: float) -> bytes | None: ...

    def finish(self) -> int | None: ...


class StoppedError(Exception):
    """There will be no further report; the reason is without the cell or case it happened in."""

    def __init__(self, reason: Reason):
        super().__init__(str(reason))
        self.reason = reason


class Reports:
    """The reports of a worker, one after the other.

    The time of the whole notebook is over at `until`, by `time.monotonic`.
    """

    def __init__(self, worker: Worker, limits: Limits, until: float):
        self._worker, self._until = worker, until
        self._notebook_seconds = limits.notebook_seconds
        self._frames = FrameReader(limits.result)

    def begin(self) -> None:
        """Wait for the first report, before which only our own code runs."""
        self._take(SECONDS_TO_BEGIN, Reason(ReasonKind.TIMED_OUT, seconds=SECONDS_TO_BEGIN))

    def next(self, seconds: float) -> tuple[dict[str, Any], bytes]:
        """Wait for a report.

        Raises
        ------
        StoppedError
            If it does not come in time, or cannot come any more, or is no report.
        """
        left = self._until - time.monotonic()
        if left < seconds:
            late = Reason(ReasonKind.NOTEBOOK_OUT_OF_TIME, seconds=self._notebook_seconds)
            return self._take(max(0.0, left), late)
        return self._take(seconds, Reason(ReasonKind.TIMED_OUT, seconds=seconds))

    def _take(self, seconds: float, late: Reason) -> tuple[dict[str, Any], bytes]:
        end = time.monotonic() + seconds
        try:
            while (taken := self._frames.take()) is None:
                data = self._worker.read(max(0.0, end - time.monotonic()))
                if data is None:
                    raise StoppedError(late)
                if not data:
                    raise StoppedError(self._explain_end())
                self._frames.add(data)
        except MalformedError:
            raise StoppedError(Reason(ReasonKind.WROTE_INTO_REPORTS)) from None
        return taken

    def _explain_end(self) -> Reason:
        status = self._worker.finish()
        if self._worker.exceeded_memory:
            return Reason(ReasonKind.MEMORY_LIMIT)
        if status is None or status >= 0:
            return Reason(ReasonKind.ENDED_PROCESS)
        kind = _KINDS.get(-status, ReasonKind.CRASHED_BY_SIGNAL)
        return Reason(kind, signal=-status)


_KINDS = {
    getattr(signal, "SIGKILL", 9): ReasonKind.KILLED,  # not by itself: the first process cannot
    getattr(signal, "SIGXCPU", 24): ReasonKind.PROCESSOR_TIME,
}
