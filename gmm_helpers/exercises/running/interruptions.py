"""Exceptions that get a thread out of a block, whatever its code catches."""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType

__all__ = ["Interruptions", "TookTooLongError", "send"]

IN_VAIN = 3  # interruptions, until others follow them

# What is called in C alone gives Python no step at which it would raise what is sent.
send = ctypes.PYFUNCTYPE(None, ctypes.c_ulong, ctypes.py_object)(
    ("PyThreadState_SetAsyncExc", ctypes.pythonapi)
)


class TookTooLongError(BaseException):
    """Not an Exception: a student's `except Exception` must not keep the loop alive.

    Parameters
    ----------
    seconds : float
        The limit that was exceeded.
    """

    def __init__(self, seconds: float):
        super().__init__(_sentence(seconds))
        self.seconds = seconds


class Interruptions:
    """Exceptions for a block of this thread, each with one more that follows it.

    A loop that catches everything around a sleep is always in the sleep when it is interrupted.
    What follows is raised at the next step of Python, in the clause that has caught the first one
    or behind it, and so outside of the `try`; as many follow as are nested.

    Parameters
    ----------
    block : FrameType
        Frame that holds the block.
    seconds : callable
        Says which limit was exceeded.
    end : callable
        Ends the time limit; it may be called twice.
    """

    def __init__(self, block: FrameType, seconds: Callable[[], float], end: Callable[[], None]):
        self._thread = ctypes.c_ulong(threading.get_ident())
        self._block: FrameType | None = block
        self._seconds, self._end = seconds, end
        self.type = self._first()
        self._next, self._count = self.type, 0

    def next(self) -> type[TookTooLongError]:
        """The exception to raise now; Python calls it without arguments."""
        self._count += 1
        if self._count > IN_VAIN:
            begin = partial(send, self._thread, ctypes.py_object(self._next))
            self._next = type("Late", (self.type,), {"__init__": staticmethod(begin)})
        return self._next

    @property
    def are_sent(self) -> bool:
        """Whether one has sent another after it."""
        return self._count > IN_VAIN

    def end(self) -> None:
        """From now on nothing follows."""
        self._thread.value = 0
        self._block = None

    def _first(self) -> type[TookTooLongError]:
        def make(cls):
            self._look_at(sys._getframe(1))
            seconds = self._seconds()
            error = BaseException.__new__(cls, _sentence(seconds))
            error.seconds = seconds
            return error

        return type("Late", (TookTooLongError,), {"__new__": make, "__init__": _do_nothing})

    def _look_at(self, frame: FrameType | None) -> None:
        """See to it that nothing arrives where the block is left, and its end is never missed."""
        if frame is self._block:  # it is on its way out
            self._thread.value = 0
            return
        while frame and frame.f_back is not self._block:
            frame = frame.f_back
        if not frame or frame.f_code.co_name in ("__enter__", "__exit__"):
            self.end()
            self._end()


def _do_nothing(_error) -> None:
    pass


def _sentence(seconds: float) -> str:
    return f"it had not returned after {seconds:g} seconds"
