"""Interrupt a function that never returns, where the platform allows it."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import contextmanager

__all__ = ["TookTooLongError", "time_limit"]

AGAIN = 0.2  # seconds between interruptions, for a loop that catches every exception


class TookTooLongError(BaseException):
    """Not an Exception: a student's `except Exception` must not keep the loop alive.

    Parameters
    ----------
    seconds : float
        The limit that was exceeded.
    """

    def __init__(self, seconds: float):
        super().__init__(f"it had not returned after {seconds:g} seconds")
        self.seconds = seconds


@contextmanager
def time_limit(seconds: float):
    """Raise `TookTooLongError` in the block if it takes longer than this.

    Only the main thread of a process can be interrupted: by an alarm where there is one
    (Linux, macOS), elsewhere as by the stop button. In other threads there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    limit = _by_alarm if hasattr(signal, "setitimer") else _by_interrupt
    with limit(seconds):
        yield


@contextmanager
def _by_alarm(seconds: float):
    def stop(_number, _frame):
        raise TookTooLongError(seconds)

    begun = time.monotonic()
    old = signal.signal(signal.SIGALRM, stop)
    others, interval = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
        if others:  # an alarm had been set before
            left = max(others - (time.monotonic() - begun), 1e-3)
            signal.setitimer(signal.ITIMER_REAL, left, interval)


@contextmanager
def _by_interrupt(seconds: float):
    import _thread  # without alarms, this is the only way to interrupt the main thread

    late = threading.Event()

    def stop():
        late.set()
        _thread.interrupt_main()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if late.is_set():
            raise TookTooLongError(seconds) from None
        raise
    finally:
        timer.cancel()
