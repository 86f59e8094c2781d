"""Try each wall from the inside, by running a submission that attacks it."""

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

from ...exercises import EXERCISES, CallStatus
from ...exercises.running.endings import describe_ending
from ...exercises.statuses import Isolation
from .limits import Limits
from .probes import DEFINE_HOLDS, EXERCISE, HOLDS, PROBES, cell_of
from .runner import Runner
from .runs import ExerciseRun, Program

__all__ = ["Finding", "examine_walls"]

LIMITS = replace(Limits(), cell_seconds=10.0, case_seconds=2.0, max_stopped=1)


class Finding(NamedTuple):
    """Whether one wall holds."""

    wall: str
    holds: bool
    tried: str  # what student code was made to try
    message: str  # a sentence with what came of it


def examine_walls(isolation: str = "auto") -> list[Finding]:
    """Report what is in force here, and try each wall; the first finding is on the jail itself.

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
            _judge_wall(probe.wall, probe.tried, _try(runner, cell_of(probe, *given)))
            for probe in PROBES
        ]
        jail = _describe_jail(runner.isolation, isolation)
        return [jail, *findings, _try_time(runner), _try_next_one(runner)]


@contextmanager
def _bait() -> Iterator[tuple[str, str]]:
    """A file, a socket and a variable of the grader that the jail must hide."""
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


def _try(runner: Runner, cell: str) -> ExerciseRun:
    (run,) = runner.run([Program((cell,), (EXERCISE,))]).exercises
    return run


def _judge_wall(wall: str, tried: str, run: ExerciseRun) -> Finding:
    outcome = run.outcomes[0] if run.outcomes else None
    raised = outcome.exception if outcome else None
    if raised and raised.type == HOLDS:
        return Finding(wall, True, tried, f"Student code cannot: {raised.message}.")
    what = f"it {describe_ending(outcome)}" if outcome else str(run.reason)
    return Finding(wall, False, tried, f"Nothing stopped it: {what}.")


def _try_time(runner: Runner) -> Finding:
    loop = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])\n"
    loop = loop if hasattr(signal, "pthread_sigmask") else ""
    cell = f"{loop}def {EXERCISE}(*arguments):\n    while True:\n        pass"
    (outcome,) = _try(runner, cell).outcomes
    holds = outcome.status is CallStatus.TIMED_OUT
    return Finding("time", holds, "never returning", f"It {describe_ending(outcome)}.")


def _try_next_one(runner: Runner) -> Finding:
    """Leave a file and a process that writes it, and look for the file in the next submission."""
    leave = "open('left', 'w').close()\nimport os\nif os.fork() == 0:\n"
    leave += "    while True:\n        open('left', 'w').close()"
    runner.run([Program((leave,), (EXERCISE,))])
    find = f"{DEFINE_HOLDS}import os\nhere = 'left' in os.listdir()\n"
    find += f"def {EXERCISE}(*a):\n    if not here:\n        raise {HOLDS}('nothing is left')"
    return _judge_wall("the next one", "leaving something behind", _try(runner, find))


def _describe_jail(isolation: Isolation, asked: str) -> Finding:
    python = f"Python {platform.python_version()} at {sys.executable}"
    bwrap = shutil.which("bwrap")
    if asked == "none":
        what = "Not isolated, as was asked for"
    elif isolation is Isolation.USER:
        what = "bubblewrap does not work here: a user of its own, without rights, instead"
    elif bwrap is None:
        what = "Not isolated: bubblewrap is not installed"
    else:
        run = subprocess.run([bwrap, "--version"], capture_output=True, text=True)
        what = f"{run.stdout.strip()} at {bwrap}"
        if isolation is Isolation.NONE:
            what = f"Not isolated: {run.stdout.strip()} does not work here"
    return Finding("jail", isolation is Isolation.BUBBLEWRAP, "", f"{what}. {python}.")
