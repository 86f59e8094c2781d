"""A class graded by several processes of this machine, each with a warm worker of its own.

A process that dies is replaced, and the submission that it was grading is tried once more.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from time import monotonic
from typing import Any

from .errors import BrokenWorkerError
from .grader import Grader
from .intake.submission import Submission
from .jail import JailError
from .notices import NoticeKind
from .settings import Settings
from .submission_result import ungraded_result
from .workers import MakeRunner, jailed

__all__ = ["grade_all"]

N_TRIES = 2
N_RUNS = 2  # of a notebook: on hidden cases and on public ones
CLOCK_SECONDS = 1.0  # between two looks at the clock
# A grader that takes longer than the limits of student code allow, by this factor, hangs itself.
SLACK = 1.25
START_SECONDS = 180.0

_grader: Grader | None = None


def grade_all(
    submissions: Iterable[Submission],
    settings: Settings,
    n_workers: int,
    make_runner: MakeRunner = jailed,
) -> Generator[dict[str, Any], None, None]:
    """Grade submissions, in whatever order they are done.

    They are drawn one by one, as workers have time; for each there is exactly one result, which
    is what `Grader.grade` returns. `make_runner` is as for `Grader`, and a function of a module,
    as it is sent to other processes.

    Raises
    ------
    BrokenWorkerError
        If a worker can't be started at all.
    """
    waiting = iter(submissions)
    workers = [_Worker(settings, make_runner) for _ in range(n_workers)]
    idle, busy = list(workers), {}
    try:
        with _one_thread_each():
            while True:
                while idle and (submission := next(waiting, None)) is not None:
                    worker = idle.pop()
                    busy[worker.begin(submission)] = worker
                if not busy:
                    break
                for future in wait(busy, CLOCK_SECONDS, FIRST_COMPLETED).done:
                    worker = busy.pop(future)
                    result = worker.result(future)
                    if result is None:
                        busy[worker.begin(worker.submission, worker.tries + 1)] = worker
                    else:
                        idle.append(worker)
                        yield result
                for worker in busy.values():
                    worker.watch()
        for worker in workers:
            worker.close()
    finally:
        for worker in workers:
            worker.kill()


class _Worker:
    """One process at a time, and the submission that it is grading."""

    def __init__(self, settings: Settings, make_runner: MakeRunner):
        self._arguments = settings, make_runner
        self._executor: ProcessPoolExecutor | None = None
        self._pid: Future | None = None

    def begin(self, submission: Submission, tries: int = 1) -> Future:
        """Grade a submission, in a new process if there is none."""
        self.submission, self.tries, self._begun = submission, tries, monotonic()
        if self._executor is None:
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(1, context, _begin, self._arguments)
            self._pid = self._executor.submit(os.getpid)
        return self._executor.submit(_grade, submission)

    def result(self, future: Future) -> dict[str, Any] | None:
        """The result, or None if the process died and there is another try."""
        try:
            return future.result()
        except BrokenWorkerError:
            raise
        except BrokenProcessPool:
            self.kill()
            reason = NoticeKind.PROCESS_DIED()
        except JailError as error:
            self.kill()
            reason = NoticeKind.JAIL_FAILED(error=str(error))
        except Exception as error:  # a mistake of ours must not stop a class
            failed = NoticeKind.GRADER_FAILED(error=type(error).__name__)
            return ungraded_result(self.submission, failed)
        return None if self.tries < N_TRIES else ungraded_result(self.submission, reason)

    def watch(self) -> None:
        """Kill the process if it takes longer than its submission possibly can."""
        settings, _ = self._arguments
        n_notebooks = max(len(settings.release.chapters), len(self.submission.files))
        n_run = min(n_notebooks, len(settings.exercises))  # each that is run holds one at least
        allowed = N_RUNS * settings.limits.notebook_seconds * n_run
        if monotonic() - self._begun > START_SECONDS + SLACK * allowed:
            self._signal()

    def close(self) -> None:
        """Let the process end by itself."""
        if self._executor is not None:
            self._executor.shutdown()
            self._executor = None

    def kill(self) -> None:
        """End the process at once."""
        if self._executor is not None:
            self._signal()
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def _signal(self) -> None:
        if self._pid is not None and self._pid.done() and not self._pid.exception():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid.result(), getattr(signal, "SIGKILL", signal.SIGTERM))


def _begin(settings: Settings, make_runner: MakeRunner) -> None:
    """Runs in a new process. If it can't work, the first submission says so."""
    global _grader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, who ends all
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _grader = Grader(settings, make_runner)
        Finalize(_grader, _grader.__exit__, exitpriority=10)
    except Exception as error:
        global _start_error
        _start_error = f"{type(error).__name__}: {error}"


_start_error = "it was never started"


def _end_with_parent() -> None:
    """A parent that is killed ends no child, which would wait for its next word for ever."""
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _grade(submission: Submission) -> dict[str, Any]:
    if _grader is None:
        raise BrokenWorkerError(f"the worker for student code can't be started: {_start_error}")
    return _grader.grade(submission)


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
