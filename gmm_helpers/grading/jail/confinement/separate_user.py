"""Where bubblewrap does not work, but the grader is root: processes of a user with no rights.

So it is in most containers. Student code can then neither write what the grader writes nor read
what root alone may read, has no network, and nothing it has left is there for the next run. It
sees the disk of the container, though, and the names of other processes.
"""

from __future__ import annotations

import contextlib
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ....exercises import Case
from ....exercises.statuses import Isolation
from ..limits import Limits, of_process
from ..runs import JailError
from .command import free_uid
from .mounts import PACKAGE
from .unconfined import PlainWorker, Unconfined

__all__ = ["SeparateUser", "remove_files_of"]

SECONDS = 60.0  # for imports from a cold disk
_SHARED = ("/tmp", "/var/tmp", "/dev/shm", "/run/lock")  # where anybody may write
_TRY = "import sys; sys.path[:] = {path!r}; import numpy, gmm_helpers.model"
_KILL_ALL = "import os, signal; os.kill(-1, signal.SIGKILL)"


class SeparateUser(Unconfined):
    """Starts workers that become a user of their own, a new one for each.

    Raises
    ------
    JailError
        If this process is not root, or another user can't run this Python.
    """

    isolation = Isolation.USER

    def __init__(self, cases: Mapping[str, Sequence[Case]], limits: Limits):
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            raise JailError("only root can run student code as another user")
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o711)
            path = [str(PACKAGE.parent), *(entry for entry in sys.path if entry)]
            problem = _run_as(free_uid(), _TRY.format(path=path), folder)
        if problem:
            raise JailError(f"another user can't run this Python: {problem}")
        super().__init__(cases, limits)

    def start(self, plan: Mapping[str, Any]) -> PlainWorker:
        """Start a worker that does what the plan says."""
        uid = free_uid()
        folder = self._put(plan, of_process(self.limits, 0))
        folder.chmod(0o711)
        for name in ("plan", "cases"):
            (folder / name).chmod(0o600)  # read before it becomes another user
        os.chown(folder / "work", uid, uid)
        return _Worker(folder, uid)


class _Worker(PlainWorker):
    """A worker of which nothing is left: no process, and no file."""

    def __init__(self, folder: Path, uid: int):
        self._uid = uid
        super().__init__(folder, uid)

    def _kill(self) -> None:
        super()._kill()
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            _run_as(self._uid, _KILL_ALL, "/")
        remove_files_of(self._uid)


def _run_as(uid: int, code: str, folder: str) -> str:
    """Run a line of Python as another user; the last line of its error, if there is one."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-c", code],
            user=uid,
            group=uid,
            extra_groups=(),
            cwd=folder,
            env={"PATH": os.defpath, "HOME": folder},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    lines = done.stderr.strip().splitlines() or [f"it ended with status {done.returncode}"]
    return lines[-1] if done.returncode else ""


def remove_files_of(uid: int, folders: Sequence[str] = _SHARED) -> None:
    """Remove what a user has left where anybody may write: another run could read it."""
    left = list({*folders, tempfile.gettempdir()})
    while left:
        with contextlib.suppress(OSError), os.scandir(left.pop()) as entries:
            for entry in entries:
                about = entry.stat(follow_symlinks=False)
                if about.st_uid == uid:
                    subprocess.run(["rm", "-rf", "--", entry.path], capture_output=True)
                elif stat.S_ISDIR(about.st_mode) and about.st_mode & stat.S_IWOTH:
                    left.append(entry.path)
