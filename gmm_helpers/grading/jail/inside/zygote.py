"""The first process of a jail: imports everything once, and forks a worker when it is told to.

No student code ever runs in it, and no worker holds anything through which it could be reached.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pickle
import select
import signal
import socket
import warnings
from collections.abc import Callable, Mapping, Sequence

from ....exercises import Case
from ..mounts import SCRATCH
from . import syscalls, walls
from .interpreter import quiet
from .limiting import limit_resources
from .machines import is_known_machine
from .stubs import leave_out_answers, leave_out_displays, leave_out_windows
from .worker import cases_of, read_plan, work

__all__ = ["main"]

# What students import, so that it need not be read again for every submission.
WARM = (
    "scipy.linalg",
    "scipy.optimize",
    "scipy.special",
    "scipy.stats",
    "matplotlib.pyplot",
    "mpl_toolkits.mplot3d",
    "IPython.core.inputtransformer2",
    "IPython.display",
    "gmm_helpers.drawing.contours",
    "gmm_helpers.drawing.curves",
    "gmm_helpers.drawing.figures",
    "gmm_helpers.drawing.scatter",
    "asyncio",
    "multiprocessing",
)


def main(control_fd: int, setup_fd: int) -> None:
    """Serve until the outside hangs up.

    Parameters
    ----------
    control_fd : int
        A socket on which it is told b"run", with the plan and the pipe for the reports, or
        b"kill"; and on which it says b"ready" and how a worker ended.
    setup_fd : int
        A file with the cases and the user to become, written by the trusted side.
    """
    walls.hide_memory()
    with os.fdopen(setup_fd, "rb") as file:
        inputs, uid, disk = pickle.load(file)
    cases = cases_of(inputs)
    warm_up()
    control = socket.socket(fileno=control_fd)
    apart = _can_be_apart()
    control.send(b"ready" if apart else b"ready, but not apart")
    while True:
        message, fds, *_ = socket.recv_fds(control, 16, 2)
        if not message:
            return
        if message == b"run":
            pid = _fork(lambda fds=fds: _worker(fds, cases, uid, disk if apart else None), apart)
            for fd in fds:
                os.close(fd)
            control.send(b"%d" % _wait(control, pid))


def warm_up() -> None:
    """Import what students do, and leave out what is for looking at."""
    leave_out_displays()
    for name in WARM:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    leave_out_windows()
    leave_out_answers()
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    gc.collect()
    gc.freeze()  # a collection in a worker then leaves these pages shared


def _can_be_apart() -> bool:
    """Whether workers can have namespaces of their own; in some containers they cannot."""
    try:
        pid = _fork(lambda: _cover(2**20), apart=True)
    except OSError:
        return False
    return os.waitpid(pid, 0)[1] == 0


def _fork(run: Callable[[], None], apart: bool) -> int:
    """Fork a process that runs a function and ends."""
    pid = walls.fork_apart() if apart else os.fork()
    if pid == 0:
        status = 1
        try:
            run()
            status = 0
        finally:
            os._exit(status)
    return pid


def _wait(control: socket.socket, pid: int) -> int:
    """Wait for the end of a worker and all it has started; kill it if that is asked for."""
    end = os.pidfd_open(pid)
    try:
        while True:
            ready, _, _ = select.select([control, end], [], [])
            if end in ready:
                return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            if not control.recv(16):
                os._exit(0)  # nobody waits any more, and whoever is left here goes too
            os.kill(pid, signal.SIGKILL)
    finally:
        os.close(end)


def _cover(disk: int) -> None:
    """Put an empty folder of its own before what the first process has written."""
    walls.keep_mounts_private()
    walls.private_folder(SCRATCH, disk)


def _worker(
    fds: Sequence[int], cases: Mapping[str, Sequence[Case]], uid: int | None, disk: int | None
) -> None:
    plan_fd, report_fd = fds
    _close_all_but(*sorted(fds))
    plan = read_plan(plan_fd)
    if disk is not None:
        _cover(disk)
    quiet(SCRATCH)
    limit_resources(plan["limits"])
    if uid is not None:
        walls.become(uid)
    walls.drop_capabilities()
    if is_known_machine():
        syscalls.filter_system_calls()
    work(plan, cases, report_fd)


def _close_all_but(low: int, high: int) -> None:
    os.closerange(3, low)
    os.closerange(low + 1, high)
    os.closerange(high + 1, os.sysconf("SC_OPEN_MAX"))
