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


class MonitoredLimit:
    """Raise `TookTooLongError` in a block, at the next call or turn of a loop after a deadline.

    The interpreter asks at each of them, at some 1 us per turn. It goes on asking, so that what
    catches the error meets the next one in the clause that has caught it, or behind it.

    Parameters
    ----------
    seconds : float
        On the clock.
    block : FrameType
        Frame that holds the block.
    """

    def __init__(self, seconds: float, block: FrameType):
        self._seconds = seconds
        self._block: FrameType | None = block

    def __enter__(self) -> None:
        self._is_first = _monitoring.get_tool(TOOL) is None
        if self._is_first:
            _monitoring.use_tool_id(TOOL, "time limit")
        self._before = _monitoring.get_events(TOOL)  # those of a limit around this one
        _monitoring.set_events(TOOL, 0)
        self._deadline = time.monotonic() + self._seconds
        events = _monitoring.events
        watched = (events.JUMP, events.PY_START, events.PY_RESUME)
        self._callbacks = {
            event: _monitoring.register_callback(TOOL, event, self._look) for event in watched
        }
        _monitoring.set_events(TOOL, sum(watched))

    def __exit__(self, *_raised: object) -> None:
        _monitoring.set_events(TOOL, 0)
        for event, callback in self._callbacks.items():
            _monitoring.register_callback(TOOL, event, callback)
        _monitoring.set_events(TOOL, self._before)
        if self._is_first:
            _monitoring.free_tool_id(TOOL)

    def _look(self, *_where: object) -> None:
        if self._block is None or time.monotonic() < self._deadline:
            return
        frame: FrameType | None = sys._getframe(1)
        if frame is not self._block:
            while frame and frame.f_back is not self._block:
                frame = frame.f_back
            if not frame or frame.f_code.co_name in ("__enter__", "__exit__"):
                self._block = None  # it is on its way out
                return
        raise TookTooLongError(self._seconds)
