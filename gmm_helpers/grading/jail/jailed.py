"""A worker in a jail: what it says, how much memory it holds, how it ends."""

from __future__ import annotations

import os
import select
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .bubblewrap import Jail

__all__ = ["JailedWorker"]

SECONDS_TO_END = 10.0
SLICE = 0.1  # seconds between two looks at the memory


class JailedWorker:
    """A worker in a jail, as something that reports and can be ended.

    Parameters
    ----------
    jail : Jail
    fd : int
        Where its reports are read.
    """

    def __init__(self, jail: Jail, fd: int):
        self._jail, self._fd = jail, fd
        self._status: int | None = None
        self._finished = False
        self.took_too_much = False
        self._looked = time.monotonic()

    def read(self, seconds: float) -> bytes | None:
        """What it has written; b"" if it is at its end, None if there was nothing in time."""
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            ready, _, _ = select.select([self._fd], [], [], max(0.0, min(left, SLICE)))
            if self._holds_too_much():
                self.took_too_much = True
                return b""
            if ready:
                return os.read(self._fd, 2**16)
            if left <= 0:
                return None

    def _holds_too_much(self) -> bool:
        """Look at the memory from time to time, also while there is something to read."""
        now = time.monotonic()
        if now - self._looked < SLICE:
            return False
        self._looked = now
        return self._jail.memory() > self._jail.limits.total_memory

    def finish(self) -> int | None:
        """Kill it, and all it has started, unless it has ended by itself.

        Returns
        -------
        int or None
            Its exit status, or minus the signal; None if it had to be killed.
        """
        if self._finished:
            return self._status
        self._finished = True
        os.close(self._fd)
        message = b"" if self.took_too_much else self._jail.receive(SLICE)
        if not message:
            self._jail.send(b"kill")
            if not self._jail.receive(SECONDS_TO_END):
                self._jail.close()
        else:
            self._status = int(message)
        self._jail.ended()
        return self._status
