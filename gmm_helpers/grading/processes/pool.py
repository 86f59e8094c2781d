"""Submissions handed to processes, whose results come back in whatever order they are done.

A process that dies is replaced, and the submission that it was grading is tried once more.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any

from ..intake.submission import Submission
from ..jail import JailError
from ..notices import NoticeKind
from ..settings import Settings
from ..submission_result import ungraded_result
from ..workers import MakeRunner, jailed
from .grading_process import Answer
from .template import Starter

__all__ = ["grade_all"]

N_TRIES = 2
N_RUNS = 2  # of a notebook: on hidden cases and on public ones
CLOCK_SECONDS = 1.0  # between two looks at the clock
# A grader that takes longer than the limits of student code allow, by this factor, hangs itself.
SLACK = 1.25
START_SECONDS = 180.0
SECONDS_TO_END = 10.0
MANY = 12  # submissions, from which on known mistakes are tried before the first one is graded


def grade_all(
    submissions: Iterable[Submission],
    settings: Settings,
    n_workers: int,
    make_runner: MakeRunner = jailed,
) -> Generator[dict[str, Any], None, None]:
    """Grade submissions, in whatever order they are done.

    After the first few they are drawn one by one, as workers have time; for each there is exactly
    one result, which is what `Grader.grade` returns. `make_runner` is as for `Grader`, and a
    function of a module, as it is sent to other processes.

    Raises
    ------
    BrokenWorkerError
        If a worker can't be started at all.
    """
    waiting = iter(submissions)
    first = [*islice(waiting, MANY if n_workers > 1 else 1)]
    if not first:
        return
    starter = Starter(settings, make_runner, ahead=len(first) == MANY)
    workers = [_Worker(settings, starter) for _ in range(n_workers)]
    idle, busy = list(workers), dict[Any, _Worker]()
    try:
        with _one_thread_each():
            for worker in workers[: len(first)]:
                worker.start()
            waiting = chain(first, waiting)
            del first  # which would keep them all
            while True:
                while idle and (submission := next(waiting, None)) is not None:
                    worker = idle.pop(0)
                    busy[worker.begin(submission)] = worker
                if not busy:
                    break
                for connection in wait(busy, CLOCK_SECONDS):
                    worker = busy[connection]
                    answer = worker.receive()
                    if answer is None:
                        continue
                    del busy[connection]
                    result = worker.result(answer)
                    if result is None:
                        busy[worker.begin(worker.submission, worker.tries + 1)] = worker
                    else:
                        idle.append(worker)
                        yield result
                for worker in busy.values():
                    worker.watch()
        for worker in workers:
            worker.close()
        starter.close()
    finally:
        for worker in workers:
            worker.kill()
        starter.kill()


class _Worker:
    """One process at a time, and the submission that it is grading."""

    def __init__(self, settings: Settings, starter: Starter):
        self._settings, self._starter = settings, starter
        self._connection: Connection | None = None
        self._pid: int | None = None

    def start(self) -> Connection:
        """A connection to its process, which is started if there is none."""
        if self._connection is None:
            self._connection, theirs = Pipe()
            with theirs:
                self._starter.start(theirs)
        return self._connection

    def begin(self, submission: Submission, tries: int = 1) -> Connection:
        """Grade a submission; the answer comes through the connection."""
        self.submission, self.tries, self._begun = submission, tries, monotonic()
        connection = self.start()
        with contextlib.suppress(OSError):  # it has died, which is seen when it does not answer
            connection.send(submission)
        return connection

    def receive(self) -> Answer | None:
        """What it has sent; None if that is not an answer yet."""
        try:
            message = self._connection.recv()  # type: ignore[union-attr]
        except (EOFError, OSError):
            return Answer(None, has_died=True)
        if isinstance(message, int):
            self._pid = message
            return None
        return message

    def result(self, answer: Answer) -> dict[str, Any] | None:
        """The result, or None if the process died and there is another try."""
        error = answer.error
        if answer.has_died:
            reason = NoticeKind.PROCESS_DIED()
        elif isinstance(error, JailError):
            reason = NoticeKind.JAIL_FAILED(error=str(error))
        elif error is not None:
            raise error
        elif answer.failed:  # a mistake of ours must not stop a class
            failed = NoticeKind.GRADER_FAILED(error=answer.failed)
            return ungraded_result(self.submission, failed)
        else:
            return answer.result
        self.kill()
        return None if self.tries < N_TRIES else ungraded_result(self.submission, reason)

    def watch(self) -> None:
        """Kill the process if it takes longer than its submission possibly can."""
        settings = self._settings
        n_notebooks = max(len(settings.release.chapters), len(self.submission.files))
        n_run = min(n_notebooks, len(settings.exercises))  # each that is run holds one at least
        allowed = N_RUNS * settings.limits.notebook_seconds * n_run
        if monotonic() - self._begun > START_SECONDS + SLACK * allowed:
            self._signal()

    def close(self) -> None:
        """Let the process end by itself."""
        if self._connection is not None:
            with contextlib.suppress(OSError, EOFError):
                self._connection.send(None)
                while self._connection.poll(SECONDS_TO_END):
                    self._connection.recv()
            self._end()

    def kill(self) -> None:
        """End the process at once."""
        if self._connection is not None:
            self._signal()
            self._end()

    def _end(self) -> None:
        self._connection.close()  # type: ignore[union-attr]
        self._connection = self._pid = None

    def _signal(self) -> None:
        if self._pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, getattr(signal, "SIGKILL", signal.SIGTERM))


@contextlib.contextmanager
def _one_thread_each() -> Iterator[None]:
    """On arrays this small, and with one process per core, threads of BLAS only wait."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    missing = [name for name in names if name not in os.environ]
    os.environ.update(dict.fromkeys(missing, "1"))
    try:
        yield
    finally:
        for name in missing:
            os.environ.pop(name, None)
