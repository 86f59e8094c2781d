"""Threads and processes that are left running, and how the functions get rid of them.

A loop in a thread would take the processor from all functions that are called later, and each
thread counts among the processes that are allowed. So the work goes on in a fork, which has none
of them; what is left of the old process only waits for it.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from time import sleep  # cells may put something else in its place

__all__ = ["are_left", "go_on_without"]

# Threads of a process end when it becomes another program: one that ends when its child does.
_WAIT = "import os; os.waitpid({pid}, 0); os._exit(1)"
_PYTHON = sys.executable
SECONDS_TO_END_THREADS = 3.0
TURNS = 3  # for threads that have just been begun: Python knows none that has had no turn


def are_left() -> bool:
    """Whether anything runs beside the main thread, in this process or in children of it."""
    if not hasattr(os, "fork"):
        return False
    for _ in range(TURNS):
        sleep(0)
    if len(sys._current_frames()) > 1:
        return True
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def go_on_without(alone: bool) -> bool:
    """Return in a fork of this process, after killing everything else if it is `alone`.

    It is alone if all processes that it can send signals to were started by the notebook, but
    for the first one, which no signal reaches. The result is False if no fork was possible.
    """
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)  # so that busy threads keep this one waiting less
    for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        signal.setitimer(timer, 0)
    if alone and os.getpid() == 1:
        _kill_others()
        _reap_all()
    _take_spare_process()
    reading, writing = os.pipe()  # it closes when the old process has become another program
    try:
        pid = os.fork()
    except OSError:
        return False
    if pid:
        with contextlib.suppress(OSError):
            os.execv(_PYTHON, [_PYTHON, "-I", "-S", "-c", _WAIT.format(pid=pid)])
        os.waitpid(pid, 0)
        os._exit(1)
    sys.setswitchinterval(interval)
    os.close(writing)
    select.select([reading], [], [], SECONDS_TO_END_THREADS)
    os.close(reading)
    if alone:
        _kill_others()
    return True


def _kill_others() -> None:
    with contextlib.suppress(OSError):  # there are none
        os.kill(-1, signal.SIGKILL)


def _reap_all() -> None:
    """Processes count among those that are allowed until somebody has asked how they ended."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def _take_spare_process() -> None:
    """The last process that is allowed was kept for this: see `walls.limit_resources`."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        most = resource.getrlimit(resource.RLIMIT_NPROC)[1]
        resource.setrlimit(resource.RLIMIT_NPROC, (most, most))
