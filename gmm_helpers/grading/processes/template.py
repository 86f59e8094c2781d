"""The process from which the others are forked, with all that they share computed beforehand.

What is in memory before a fork is there once, for all of them, as long as nobody changes it: the
libraries, the released notebooks, the answers, and what the known mistakes return on the cases.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from multiprocessing import reduction
from multiprocessing.connection import Connection

from ..judging.exercises import prepare_keys
from ..settings import Settings
from ..workers import MakeRunner
from .grading_process import serve

__all__ = ["Starter"]

SECONDS_TO_END = 10.0
_ANEW = multiprocessing.get_context("spawn")


class Starter:
    """Starts processes that grade: forked from a template where that is possible, else anew.

    The template has never run anything of a student's. If it dies, there is another. On macOS,
    libraries do not outlive a fork.

    Parameters
    ----------
    settings : Settings
    make_runner : callable
        As for `Grader`, and a function of a module, as it is sent to other processes.
    ahead : bool
        Whether known mistakes are tried on the cases before the first fork.
    """

    def __init__(self, settings: Settings, make_runner: MakeRunner, ahead: bool):
        self._arguments = settings, make_runner
        self._ahead = ahead
        self._template: _Template | None = None

    def start(self, connection: Connection) -> None:
        """Start a process that grades what comes through a connection; see `serve`."""
        if sys.platform != "linux":
            arguments = connection, *self._arguments
            _ANEW.Process(target=serve, args=arguments, daemon=False).start()
            return
        if self._template is not None:
            try:
                return self._template.fork(connection)
            except OSError:  # it is gone
                self.kill()
        self._template = _Template(*self._arguments, self._ahead)
        self._template.fork(connection)

    def close(self) -> None:
        """End the template, and all that it has forked."""
        if self._template is not None:
            self._template.close()
            self._template = None

    def kill(self) -> None:
        """The same, at once."""
        if self._template is not None:
            self._template.kill()
            self._template = None


class _Template:
    """A process that forks others when it is told to."""

    def __init__(self, *arguments):
        self._control, theirs = _ANEW.Pipe()
        with theirs:
            self._process = _ANEW.Process(target=_serve, args=(theirs, *arguments))
            self._process.start()

    def fork(self, connection: Connection) -> None:
        """Fork a process; an OSError if this one is gone."""
        reduction.send_handle(self._control, connection.fileno(), self._process.pid)

    def close(self) -> None:
        """End it when all that it has forked have ended."""
        self._control.close()
        self._process.join(SECONDS_TO_END)
        self.kill()

    def kill(self) -> None:
        """End it at once; those that it has forked follow."""
        self._control.close()
        self._process.kill()
        self._process.join()


def _serve(control: Connection, settings: Settings, make_runner: MakeRunner, ahead: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if ahead:
        worth = {name: settings.release.worth(name) for name in settings.exercises}
        prepare_keys(worth, settings.seed, settings.public_seed)
    gc.collect()
    gc.freeze()  # a collection in a process that is forked then leaves these pages shared
    context = multiprocessing.get_context("fork")
    children = []
    while True:
        try:
            number = reduction.recv_handle(control)
        except (EOFError, OSError, RuntimeError):  # the first process has ended, or needs no more
            break
        arguments = number, control, settings, make_runner
        children.append(context.Process(target=_begin, args=arguments))
        children[-1].start()
        os.close(number)
    for child in children:
        child.kill()
        child.join()


def _begin(number: int, control: Connection, settings: Settings, make_runner: MakeRunner) -> None:
    control.close()
    with Connection(number) as connection:
        serve(connection, settings, make_runner)
