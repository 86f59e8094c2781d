"""Try each wall from the inside, with the same means by which a submission is run."""

from __future__ import annotations

import os
import platform
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ...exercises import EXERCISES, Outcome
from .limits import Limits
from .probes import EXERCISE, HOLDS, PROBES, cell_of
from .runner import Runner
from .runs import Program

__all__ = ["Finding", "doctor"]

LIMITS = replace(Limits(), cell_seconds=10.0, case_seconds=2.0, most_stopped=1)


class Finding(NamedTuple):
    """What was found about one wall.

    Parameters
    ----------
    wall : str
    holds : bool
    tried : str
        What student code was made to try.
    message : str
        A sentence with what came of it.
    """

    wall: str
    holds: bool
    tried: str
    message: str


def doctor(isolation: str = "auto") -> list[Finding]:
    """Say what is in force here, and try each wall.

    Parameters
    ----------
    isolation : str, default="auto"
        As for `Runner`.

    Returns
    -------
    list of Finding
        The first says what is used; it holds if there is a jail at all.

    Raises
    ------
    JailError
        If "bubblewrap" was asked for and does not work here.
    """
    exercise = EXERCISES[EXERCISE]
    cases = {EXERCISE: exercise.cases(np.random.default_rng(0))[:1]}
    with _bait() as (folder, name), Runner(cases, LIMITS, isolation) as runner:
        given = folder, name, os.getpid(), asdict(LIMITS)
        findings = [
            _found(probe.wall, probe.tried, _tried(runner, cell_of(probe, *given)))
            for probe in PROBES
        ]
        return [_in_use(runner.isolation, isolation), *findings, _time(runner), _next_one(runner)]


@contextmanager
def _bait() -> Iterator[tuple[str, str]]:
    """A file, a socket and a variable of the grader, which nobody in the jail should see."""
    name = f"GMM_GRADE_{secrets.token_hex(4)}"
    with tempfile.TemporaryDirectory() as folder, _listening(f"{folder}/socket"):
        Path(folder, "secret").write_text("a secret")
        os.environ[name] = "a secret"
        try:
            yield folder, name
        finally:
            del os.environ[name]


@contextmanager
def _listening(path: str) -> Iterator[None]:
    if not hasattr(socket, "AF_UNIX"):
        yield
        return
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        yield


def _tried(runner: Runner, *cells: str) -> Outcome:
    (run,) = runner.run([Program(cells, (EXERCISE,))]).exercises
    return run.outcomes[0] if run.outcomes else Outcome(error=run.message or run.status)


def _found(wall: str, tried: str, outcome: Outcome) -> Finding:
    said = outcome.error.removeprefix("RuntimeError: ")
    if said.startswith(HOLDS):
        why = said.removeprefix(HOLDS).removeprefix("AssertionError: ")
        return Finding(wall, True, tried, f"Student code cannot: {why}.")
    return Finding(wall, False, tried, f"Nothing stopped it: {said or 'it returned'}.")


def _time(runner: Runner) -> Finding:
    loop = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])\n"
    loop = loop if hasattr(signal, "pthread_sigmask") else ""
    cell = f"{loop}def {EXERCISE}(*arguments):\n    while True:\n        pass"
    outcome = _tried(runner, cell)
    return Finding("time", outcome.timed_out, "never returning", f"{outcome.error}.")


def _next_one(runner: Runner) -> Finding:
    """Leave a file and a process that writes, and look for both in the next submission."""
    leave = "open('left', 'w').close()\nimport os\nif os.fork() == 0:\n"
    leave += "    while True:\n        open('left', 'w').close()"
    runner.run([Program((leave,), (EXERCISE,))])
    look = "import os\nhere = 'left' in os.listdir()\n"
    look += f"def {EXERCISE}(*a):\n    raise RuntimeError({HOLDS!r} + 'nothing there' if not here "
    look += "else str(here))"
    return _found("the next one", "leaving something behind", _tried(runner, look))


def _in_use(isolation: str, asked: str) -> Finding:
    python = f"Python {platform.python_version()} at {sys.executable}"
    bwrap = shutil.which("bwrap")
    if asked == "none":
        return Finding("jail", False, "", f"Not isolated, as was asked for. {python}.")
    if bwrap is None:
        return Finding("jail", False, "", f"Not isolated: bubblewrap is not installed. {python}.")
    version = subprocess.run([bwrap, "--version"], capture_output=True, text=True).stdout.strip()
    if isolation != "bubblewrap":
        return Finding("jail", False, "", f"Not isolated: {version} does not work here. {python}.")
    return Finding("jail", True, "", f"{version} at {bwrap}. {python}.")
