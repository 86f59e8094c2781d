"""A jail made by bubblewrap, seen from outside: start it, have a worker forked in it, kill it."""

from __future__ import annotations

import json
import os
import pickle
import select
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any

from ...exercises import Case
from .command import command_line, free_uid
from .jailed import JailedWorker
from .limits import Limits, of_process
from .memory import address_space, held_by_children
from .runs import JailError

__all__ = ["Jail"]

SECONDS_TO_START = 90.0  # imports on a busy machine with a cold disk


class Jail:
    """A jail with its first process, which has everything imported and forks workers.

    Parameters
    ----------
    cases : mapping of str to sequence of Case
    limits : Limits

    Raises
    ------
    JailError
        If it cannot be started, and why.
    """

    isolation = "bubblewrap"

    def __init__(self, cases: Mapping[str, Sequence[Case]], limits: Limits):
        bwrap = _program()
        self.limits = limits
        self.broken = False  # no further worker can be started in it
        uid = free_uid() if os.geteuid() == 0 else None
        inputs = {
            name: [(case.arguments, case.layout) for case in of_one]
            for name, of_one in cases.items()
        }
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the jail
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        info, info_end = os.pipe()
        with tempfile.TemporaryFile() as setup, theirs, os.fdopen(info) as told:
            pickle.dump((inputs, uid, limits.disk), setup)
            setup.seek(0)
            fds = (theirs.fileno(), setup.fileno(), info_end)
            self._process = subprocess.Popen(
                command_line(bwrap, limits, *fds),
                pass_fds=fds,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
                env={},
                start_new_session=True,
            )
            os.close(info_end)
            self._first = _first_process(told.read())
        self._own_processes = self._wait_until_ready() == b"ready"
        self._space = address_space(self._first)

    def _wait_until_ready(self) -> bytes:
        message = self.receive(SECONDS_TO_START)
        if not message.startswith(b"ready"):
            self._process.kill()
            self._said.seek(0)
            lines = self._said.read(10_000).decode(errors="replace").strip().splitlines()
            self.close()
            why = lines[-1] if lines else "it did not say why"
            raise JailError(f"the jail of bubblewrap did not start: {why}")
        return message

    def receive(self, seconds: float) -> bytes:
        """What the first process says next; b"" if it is gone or says nothing in time."""
        try:
            ready, _, _ = select.select([self._control], [], [], seconds)
            return self._control.recv(256) if ready else b""
        except (OSError, ValueError):
            return b""

    def send(self, message: bytes, fds: Sequence[int] = ()) -> None:
        """Tell the first process something.

        Raises
        ------
        JailError
            If it is gone.
        """
        try:
            socket.send_fds(self._control, [message], list(fds))
        except OSError:
            self.broken = True
            raise JailError("the jail has ended") from None

    def start(self, plan: Mapping[str, Any]) -> JailedWorker:
        """Have a worker forked that does what the plan says."""
        limits = of_process(self.limits, self._space)
        reading, writing = os.pipe()
        try:
            with tempfile.TemporaryFile() as file:
                file.write(json.dumps({**plan, "limits": limits}).encode())
                file.seek(0)
                self.send(b"run", [file.fileno(), writing])
        except JailError:
            os.close(reading)
            raise
        finally:
            os.close(writing)
        return JailedWorker(self, reading)

    def ended(self) -> None:
        """A worker is gone; where it would share anything with the next, there is no next."""
        if not self._own_processes:
            self.close()

    def memory(self) -> int:
        """Bytes the worker and all it has started hold."""
        return held_by_children(self._first)

    def close(self) -> None:
        """Kill everything in it."""
        self.broken = True
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._said.close()


def _program() -> str:
    found = shutil.which("bwrap")
    if found is None:
        raise JailError("bubblewrap is not installed (Debian, Ubuntu: apt install bubblewrap).")
    return found


def _first_process(info: str) -> int:
    """The process number bubblewrap told of; 0 if it did not get so far."""
    try:
        return int(json.loads(info)["child-pid"])
    except (ValueError, KeyError):
        return 0
