"""Where there is no jail: a plain process for each notebook, with the limits the platform has."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ....exercises import Case
from ....exercises.statuses import Isolation
from ..limits import Limits, of_process
from ..runs import inputs_of
from .mounts import PACKAGE

__all__ = ["PlainWorker", "Unconfined"]

POLL_INTERVAL = 0.005  # seconds
_BOOT = (
    "import sys; sys.path[:] = {path!r}; "
    "from gmm_helpers.grading.jail.inside import standalone; standalone.main({folder!r}, {uid!r})"
)


class Unconfined:
    """Starts workers that can do whatever the grader can."""

    isolation = Isolation.NONE
    broken = False

    def __init__(self, cases: Mapping[str, Sequence[Case]], limits: Limits):
        self.limits = limits
        self._inputs = inputs_of(cases)

    def start(self, plan: Mapping[str, Any]) -> PlainWorker:
        """Start a worker that does what the plan says."""
        limits = of_process(self.limits, 0)
        del limits["NPROC"]  # counts whatever else the user runs
        return PlainWorker(self._put(plan, limits))

    def _put(self, plan: Mapping[str, Any], limits: dict[str, int]) -> Path:
        """A new folder with all that a worker needs."""
        folder = Path(tempfile.mkdtemp(prefix="gmm-grade-"))
        (folder / "work").mkdir()
        limits["FSIZE"] += 8 * self.limits.result  # the reports are a file, too
        (folder / "plan").write_text(json.dumps({**plan, "limits": limits}))
        (folder / "cases").write_bytes(pickle.dumps(self._inputs))
        return folder

    def close(self) -> None:
        """Nothing is left to do: each worker has been ended already."""


class PlainWorker:
    """A worker that finds its plan in a folder, works in it and reports into a file there.

    The folder is removed at the end. With a `uid`, student code runs as that user.
    """

    exceeded_memory = False

    def __init__(self, folder: Path, uid: int | None = None):
        self._folder = folder
        reports = folder / "reports"
        reports.touch(mode=0o600)
        self._reports = reports.open("rb", buffering=0)
        path = [str(PACKAGE.parent), *(entry for entry in sys.path if entry)]
        boot = _BOOT.format(path=path, folder=str(folder), uid=uid)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", boot],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder / "work",
            env=_environment(folder),
            start_new_session=True,
        )
        self._finished = False
        self._status: int | None = None

    def read(self, seconds: float) -> bytes | None:
        """What it has written; b"" if it is at its end, None if there was nothing in time."""
        until = time.monotonic() + seconds
        while True:
            ended = self._process.poll() is not None
            if data := self._reports.read(2**16):
                return data
            if ended:
                return b""
            if time.monotonic() >= until:
                return None
            time.sleep(POLL_INTERVAL)

    def finish(self) -> int | None:
        """Kill it, and all of its group; otherwise as `JailedWorker.finish`."""
        if self._finished:
            return self._status
        self._finished = True
        self._status = self._process.poll()
        self._kill()
        self._process.wait()
        self._reports.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        return self._status

    def _kill(self) -> None:
        if not hasattr(os, "killpg"):
            self._process.kill()
            return
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except OSError:  # all have ended
            self._process.kill()


def _environment(folder: Path) -> dict[str, str]:
    """As little of the grader's environment as Python starts with."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    work = str(folder / "work")
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**kept, **threads, "HOME": work, "MPLBACKEND": "Agg", "MPLCONFIGDIR": work}
