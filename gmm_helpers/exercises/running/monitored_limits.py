"""Time limits where there are neither alarms nor threads: in a browser (Emscripten)."""

from __future__ import annotations

import sys
import time
from types import FrameType
from typing import Any

from .interruptions import TookTooLongError

__all__ = ["MonitoredLimit"]

# Python 3.12 or newer, as every Pyodide since 0.26. Debuggers and profilers have other numbers.
_monitoring: Any = getattr(sys, "monitoring", None)
TOOL = 4
GRACE = 1.0  # seconds in which a context manager may tidy up
_BORDERS = ("__enter__", "__exit__")


class MonitoredLimit:
    """Raise `TookTooLongError` in what a block calls, at a call or turn of a loop after a deadline.

    The interpreter asks at each of them, at some 1 us per turn. It goes on asking, so that what
    catches the error meets the next one in the clause that has caught it, or behind it. The block
    itself is not interrupted, so that its end is never missed.

    Parameters
    ----------
    seconds : float
        On the clock.
    block : FrameType
        Frame that holds the block.
    """

    def __init__(self, seconds: float, block: FrameType):
        self._seconds = seconds
        self._block = block
        self._turning: FrameType | None = None
        self._is_over = False

    def __enter__(self) -> None:
        self._is_first = _monitoring.get_tool(TOOL) is None
        if self._is_first:
            _monitoring.use_tool_id(TOOL, "time limit")
        self._before = _monitoring.get_events(TOOL)  # those of a limit around this one
        _monitoring.set_events(TOOL, 0)
        self._deadline = time.monotonic() + self._seconds
        events = _monitoring.events
        callbacks = {
            events.PY_START: self._at_call,
            events.PY_RESUME: self._at_call,
            events.JUMP: self._at_turn,
        }
        self._others = {
            event: _monitoring.register_callback(TOOL, event, callback)
            for event, callback in callbacks.items()
        }
        _monitoring.set_events(TOOL, sum(callbacks))

    def __exit__(self, *_raised: object) -> None:
        _monitoring.set_events(TOOL, 0)
        for event, callback in self._others.items():
            _monitoring.register_callback(TOOL, event, callback)
        _monitoring.set_events(TOOL, self._before)
        if self._is_first:
            _monitoring.free_tool_id(TOOL)
        del self._block, self._turning

    def _at_call(self, *_where: object) -> None:
        if time.monotonic() > self._deadline:
            self._stop(sys._getframe(1))

    def _at_turn(self, *_where: object) -> None:
        """At the second one in the same function: its own clauses will not see the error.

        That is so in Python 3.12 for whatever is raised here, and most loops make calls.
        """
        if time.monotonic() > self._deadline:
            frame = sys._getframe(1)
            if frame is self._turning:
                self._stop(frame)
            self._turning = frame

    def _stop(self, frame: FrameType) -> None:
        if self._is_over or frame is self._block:
            return
        below: FrameType | None = frame
        leaving = False
        while below and below.f_back is not self._block:
            leaving |= below.f_code.co_name in _BORDERS
            below = below.f_back
        if not below or below.f_code.co_name in _BORDERS:
            self._is_over = True  # the block is on its way out
        elif not leaving or time.monotonic() > self._deadline + GRACE:
            raise TookTooLongError(self._seconds)
