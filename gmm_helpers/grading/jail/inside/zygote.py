"""The first process of a jail: imports everything once, and forks a worker when told to.

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
from ..confinement.control import KILL, READY, READY_SHARED, RUN
from ..confinement.mounts import SCRATCH
from . import syscalls, walls
from .interpreter import quiet
from .shell import remember_ipython
from .stubs import leave_out_answers, leave_out_displays, leave_out_pictures
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

    `control_fd` is the other end of `confinement.control.Control`. With `RUN` come the plan and
    the pipe for the reports. `setup_fd` is a file with the cases and the user to become, written
    by the trusted side.
    """
    walls.hide_memory()
    with os.fdopen(setup_fd, "rb") as file:
        inputs, uid, disk = pickle.load(file)
    cases = cases_of(inputs)
    warm_up()
    control = socket.socket(fileno=control_fd)
    nested = _can_nest_namespaces()
    own_disk = disk if nested else None
    control.send(READY if nested else READY_SHARED)
    while True:
        message, fds, *_ = socket.recv_fds(control, 16, 2)
        if not message:
            return
        if message == RUN:
            pid = _fork(lambda fds=fds: _work(fds, cases, uid, own_disk), nested)
            for fd in fds:
                os.close(fd)
            control.send(b"%d" % _wait(control, pid))


def warm_up() -> None:
    """Import what students do, and leave out what displays."""
    leave_out_displays()
    for name in WARM:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    leave_out_pictures()
    leave_out_answers()
    remember_ipython()
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    gc.collect()
    gc.freeze()  # a collection in a worker then leaves these pages shared


def _can_nest_namespaces() -> bool:
    """Whether workers can have namespaces of their own; in some containers they cannot."""
    try:
        pid = _fork(lambda: _cover(2**20), nested=True)
    except OSError:
        return False
    return os.waitpid(pid, 0)[1] == 0


def _fork(run: Callable[[], None], nested: bool) -> int:
    """Fork a process that runs a function and ends."""
    pid = walls.fork_into_namespaces() if nested else os.fork()
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
            ready = select.select([control.fileno(), end], [], [])[0]
            if end in ready:
                return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            if control.recv(16) != KILL:
                os._exit(0)  # the outside has hung up, and all that is left here goes too
            os.kill(pid, signal.SIGKILL)
    finally:
        os.close(end)


def _cover(disk: int) -> None:
    """Cover what the first process has written with an empty folder."""
    walls.keep_mounts_private()
    walls.private_folder(SCRATCH, disk)


def _work(
    fds: Sequence[int], cases: Mapping[str, Sequence[Case]], uid: int | None, disk: int | None
) -> None:
    plan_fd, report_fd = fds
    _close_all_but(*sorted(fds))
    plan = read_plan(plan_fd)
    if disk is not None:
        _cover(disk)
    quiet(SCRATCH)
    walls.limit_resources(plan["limits"])
    if uid is not None:
        walls.become(uid)
    walls.drop_capabilities()
    if walls.is_known_machine():
        syscalls.filter_system_calls()
    work(plan, cases, report_fd, alone=disk is not None)


def _close_all_but(low: int, high: int) -> None:
    os.closerange(3, low)
    os.closerange(low + 1, high)
    os.closerange(high + 1, os.sysconf("SC_OPEN_MAX"))
