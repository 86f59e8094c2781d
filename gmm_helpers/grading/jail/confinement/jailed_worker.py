"""A worker in a jail: what it reports, how much memory it holds, how it ends."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable

from .control import KILL, Control

__all__ = ["JailedWorker"]

SECONDS_TO_END = 10.0
SLICE = 0.1  # seconds between two measurements of the memory


class JailedWorker:
    """A worker in a jail, as something that reports and can be ended.

    Its reports are read from `fd`. `control` tells the first process to kill it, and hears from
    it how it ended. ``measure_memory()`` are the bytes that it and all it has started hold, which
    may be `max_memory`. When it has ended, ``on_end(answered)`` is called; `answered` is False if
    the first process does not say so.
    """

    def __init__(
        self,
        fd: int,
        control: Control,
        measure_memory: Callable[[], int],
        max_memory: int,
        on_end: Callable[[bool], None],
    ):
        self._fd, self._control, self._on_end = fd, control, on_end
        self._measure_memory, self._max_memory = measure_memory, max_memory
        self._status: int | None = None
        self._finished = False
        self.exceeded_memory = False
        self._measured = time.monotonic()

    def read(self, seconds: float) -> bytes | None:
        """What it has written; b"" if it is at its end, None if there was nothing in time."""
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            ready, _, _ = select.select([self._fd], [], [], max(0.0, min(left, SLICE)))
            if self._holds_too_much():
                self.exceeded_memory = True
                return b""
            if ready:
                return os.read(self._fd, 2**16)
            if left <= 0:
                return None

    def _holds_too_much(self) -> bool:
        """Measure the memory from time to time, also while there is something to read."""
        now = time.monotonic()
        if now - self._measured < SLICE:
            return False
        self._measured = now
        return self._measure_memory() > self._max_memory

    def finish(self) -> int | None:
        """Kill it, and all it has started, unless it has ended by itself.

        The result is its exit status, or minus the signal; None if it had to be killed.
        """
        if self._finished:
            return self._status
        self._finished = True
        os.close(self._fd)
        answered = True
        message = b"" if self.exceeded_memory else self._control.receive(SLICE)
        if message:
            self._status = int(message)
        else:
            self._control.send(KILL)
            answered = bool(self._control.receive(SECONDS_TO_END))
        self._on_end(answered)
        return self._status
