"""A jail made by bubblewrap, seen from outside: start it, have a worker forked in it, kill it."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ....exercises import Case
from ....exercises.statuses import Isolation
from ..limits import Limits, of_process
from ..runs import JailError, inputs_of
from .command import command_line, free_uid
from .control import READY, READY_SHARED, RUN, Control
from .jailed_worker import JailedWorker
from .memory import address_space, held_by_children

__all__ = ["Jail"]

SECONDS_TO_START = 90.0  # imports on a busy machine with a cold disk


class Jail:
    """A jail with its first process, which has everything imported and forks workers.

    Raises
    ------
    JailError
        If it cannot be started, and why.
    """

    isolation = Isolation.BUBBLEWRAP

    def __init__(self, cases: Mapping[str, Sequence[Case]], limits: Limits):
        bwrap = _find_program()
        self.limits = limits
        uid = free_uid() if os.geteuid() == 0 else None
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the jail
        self._control = Control()
        info, info_end = os.pipe()
        theirs = self._control.other_end
        with tempfile.TemporaryFile() as setup, theirs, os.fdopen(info) as report:
            pickle.dump((inputs_of(cases), uid, limits.disk), setup)
            setup.seek(0)
            fds = (theirs.fileno(), setup.fileno(), info_end)
            self._process = subprocess.Popen(
                command_line(bwrap, limits, *fds),
                pass_fds=fds,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                env={},
                start_new_session=True,
            )
            os.close(info_end)
            self._first = _read_first_process(report.read())
        self._has_own_processes = self._wait_until_ready() == READY
        self._space = address_space(self._first)

    @property
    def broken(self) -> bool:
        """Whether no further worker can be started in it."""
        return self._control.broken

    def _wait_until_ready(self) -> bytes:
        message = self._control.receive(SECONDS_TO_START)
        if message not in (READY, READY_SHARED):
            self._process.kill()
            self._errors.seek(0)
            lines = self._errors.read(10_000).decode(errors="replace").strip().splitlines()
            self.close()
            why = lines[-1] if lines else "it did not say why"
            raise JailError(f"the jail of bubblewrap did not start: {why}")
        return message

    def start(self, plan: Mapping[str, Any]) -> JailedWorker:
        """Have a worker forked that does what the plan says."""
        limits = of_process(self.limits, self._space)
        reading, writing = os.pipe()
        try:
            with tempfile.TemporaryFile() as file:
                file.write(json.dumps({**plan, "limits": limits}).encode())
                file.seek(0)
                self._control.send(RUN, [file.fileno(), writing])
        except JailError:
            os.close(reading)
            raise
        finally:
            os.close(writing)
        measure = partial(held_by_children, self._first)
        most = self.limits.total_memory
        return JailedWorker(reading, self._control, measure, most, self._end_worker)

    def _end_worker(self, answered: bool) -> None:
        """A worker is gone; where it would share anything with the next, there is no next."""
        if not (answered and self._has_own_processes):
            self.close()

    def close(self) -> None:
        """Kill everything in it."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._errors.close()


def _find_program() -> str:
    found = shutil.which("bwrap")
    if found is None:
        raise JailError("bubblewrap is not installed (Debian, Ubuntu: apt install bubblewrap).")
    return found


def _read_first_process(info: str) -> int:
    """The process number that bubblewrap reports; 0 if it did not get so far."""
    try:
        return int(json.loads(info)["child-pid"])
    except (ValueError, KeyError):
        return 0
