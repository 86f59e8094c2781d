"""Interrupt a function that never returns, in whatever thread it runs."""

from __future__ import annotations

import contextvars
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from .exits import no_exit
from .interruptions import Interruptions, TookTooLongError, send
from .monitored_limits import MonitoredLimit

__all__ = ["TookTooLongError", "call_within", "time_limit"]

AGAIN = 0.2  # seconds between interruptions, for a loop that catches every exception
MOMENT = 0.01  # seconds between two looks at least, while a limit is near
T = TypeVar("T")
GRACE = 1.0  # seconds for a function to end once it is interrupted


def time_limit(seconds: float, patience: float = 1.0):
    """Raise `TookTooLongError` in the block if it takes longer than this.

    With `patience` above 1 the limit is on the CPU time of the thread, so that a busy machine stops
    nothing that is quick; so many times the limit may then pass on the clock, as in a sleep.

    The main thread is interrupted by an alarm where there is one (Linux, macOS), which also ends
    a sleep. Other threads (JupyterLab moves sliders in one) and other platforms are interrupted
    between two steps of Python: a sleep or a long call into a library ends first. In a browser,
    where there is no clock of CPU time, the limit is on the time on the clock.
    """
    block = sys._getframe(1)
    if sys.platform == "emscripten":
        return MonitoredLimit(seconds, block)
    alarmed = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
    spent = _Spent(seconds, patience, here=alarmed)
    return _by_alarm(spent, block) if alarmed else _by_another_thread(spent, block)


def call_within(seconds: float, function: Callable[[], T]) -> T:
    """Call a function under a time limit that holds in every thread, whatever the function does.

    `exit()` in it raises SystemExit.

    Outside the main thread, what is interrupted and does not end (a sleep, a call into a library)
    is left to itself: what it works on must not be used again.
    """
    if threading.current_thread() is threading.main_thread():
        with no_exit(), time_limit(seconds):
            return function()
    result: Future = Future()

    def work():
        try:
            with no_exit(), time_limit(seconds):
                value = function()
        except BaseException as error:
            result.set_exception(error)
        else:
            result.set_result(value)

    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(work,), daemon=True).start()
    try:
        return result.result(seconds + GRACE)
    except TimeoutError:
        if result.done():  # the function's own
            raise
        raise TookTooLongError(seconds) from None


class _Spent:
    """What a thread has spent since this was made in it.

    Parameters
    ----------
    here : bool
        Whether it is asked in the same thread.
    """

    def __init__(self, seconds: float, patience: float, here: bool):
        self.seconds, self._longest = seconds, seconds * patience
        self._cpu = time.thread_time if here else _clock_of_this_thread()
        self._begun = time.monotonic(), self._cpu()

    def left(self) -> float:
        """How long it takes at least until the limit is reached."""
        cpu, wall = self._spent()
        return min(self.seconds - cpu, self._longest - wall)

    def error(self) -> TookTooLongError:
        """Says which of the two limits was reached."""
        return TookTooLongError(self.seconds if self._spent()[0] >= self.seconds else self._longest)

    def _spent(self) -> tuple[float, float]:
        wall = time.monotonic() - self._begun[0]
        # The clock of a whole process runs faster than that of one of its threads.
        return min(self._cpu() - self._begun[1], wall), wall


def _clock_of_this_thread() -> Callable[[], float]:
    """A clock of its CPU time that other threads can read; of the process where there is none."""
    if not hasattr(time, "pthread_getcpuclockid"):  # macOS, Windows
        return time.process_time
    clock = time.pthread_getcpuclockid(threading.get_ident())

    def read() -> float:
        try:
            return time.clock_gettime(clock)
        except OSError:  # the thread has ended
            return 0.0

    return read


@contextmanager
def _by_alarm(spent: _Spent, block: FrameType):
    over = False

    def stop(_number, _frame):
        left = spent.left()
        if over:
            return
        if left <= 0:
            raise late.next()
        signal.setitimer(signal.ITIMER_REAL, max(left, MOMENT), AGAIN)

    def end():
        nonlocal over
        if over:
            return
        over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
        if others:  # an alarm had been set before
            left = max(others - (time.monotonic() - begun), 1e-3)
            signal.setitimer(signal.ITIMER_REAL, left, interval)

    late = Interruptions(block, lambda: spent.error().seconds, end)
    begun = time.monotonic()
    old = signal.signal(signal.SIGALRM, stop)
    others, interval = signal.setitimer(signal.ITIMER_REAL, spent.seconds, AGAIN)
    try:
        yield
    finally:
        _end_surely(late, end, is_sent=False)


@contextmanager
def _by_another_thread(spent: _Spent, block: FrameType):
    thread = threading.get_ident()
    over, guard = threading.Event(), threading.Lock()

    def watch():
        wait = spent.seconds
        while not over.wait(wait):
            wait = spent.left()
            if wait > 0:
                wait = max(wait, MOMENT)
                continue
            with guard:
                if not over.is_set():
                    send(thread, late.next())
            wait = AGAIN

    def end():
        with guard:
            over.set()

    late = Interruptions(block, lambda: spent.error().seconds, end)
    watching = threading.Thread(target=watch, daemon=True, name="time limit")
    try:
        watching.start()  # it may have to stop this very line
        yield
    finally:
        _end_surely(late, end, is_sent=True)


def _end_surely(late: Interruptions, end: Callable[[], None], is_sent: bool) -> None:
    """End a limit; what was sent may still be on its way, by another thread or by `late`."""
    while True:
        try:
            late.end()
            end()
            if is_sent or late.are_sent:
                _meet_what_is_on_its_way()
            break
        except late.type:  # it arrived in between
            pass


def _meet_what_is_on_its_way() -> None:
    """Give Python some steps between which it raises what another thread has sent.

    It may have overlooked that something was sent until it lets other threads run.

    To call it back by sending None would leave a mark in Python 3.11 that makes the interpreter
    spin for ever once somebody sets a profile function.
    """
    for _ in range(3):
        time.sleep(0)
