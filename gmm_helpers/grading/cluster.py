"""A class graded on a dask.distributed cluster: bytes are sent, JSON comes back."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable
from itertools import islice
from typing import Any

from distributed import Client, as_completed

from .errors import BrokenWorkerError
from .grader import Grader
from .intake.submission import Submission, digest_of
from .notices import NoticeKind
from .session import mark_of
from .settings import Settings
from .submission_result import ungraded_result
from .workers import MakeRunner, jailed

__all__ = ["grade_on"]

SECONDS = 20.0  # to reach the scheduler
N_AHEAD = 3  # submissions sent for each thread of the cluster, so that none has to wait


def grade_on(
    submissions: Iterable[Submission],
    settings: Settings,
    address: str,
    make_runner: MakeRunner = jailed,
) -> Generator[dict[str, Any], None, None]:
    """Grade submissions on a cluster; otherwise as `processes.grade_all`.

    Only a few submissions for each worker are on their way at a time. If a worker is lost, what
    it was grading is sent to another.

    Raises
    ------
    BrokenWorkerError
        If there is no scheduler at the address ("tcp://host:8786"), or it has no workers.
    """
    with _connect(address) as client:
        shared = client.scatter(settings, broadcast=True)
        mark, waiting, sent = mark_of(settings), iter(submissions), {}

        def send(submission: Submission):
            key = f"gmm-grade-{mark}-{digest_of(submission)}"
            future = client.submit(_grade, submission, shared, mark, make_runner, key=key)
            sent[future.key] = submission
            return future

        n_threads = sum(client.nthreads().values())
        done = as_completed(
            [send(each) for each in islice(waiting, N_AHEAD * n_threads)], loop=client.loop
        )
        for future in done:
            submission = sent.pop(future.key)
            yield _result(future, submission)
            future.release()  # or the cluster keeps it
            for submission in islice(waiting, 1):
                done.add(send(submission))


def _connect(address: str) -> Client:
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise BrokenWorkerError(f"no scheduler answers at {address}: {error}") from None
    if not client.nthreads():
        client.close()
        raise BrokenWorkerError(f"the scheduler at {address} has no workers: start some.")
    return client


def _result(future, submission: Submission) -> dict[str, Any]:
    try:
        return future.result()
    except Exception as error:  # the submission killed several workers, or ours is the mistake
        return ungraded_result(submission, NoticeKind.NO_WORKER(error=type(error).__name__))


_here: dict[str, Grader] = {}
_one_at_a_time = threading.Lock()  # output is redirected for a whole process


def _grade(submission: Submission, settings: Settings, mark: str, make_runner) -> dict[str, Any]:
    """Runs in a worker, which keeps the grader of the class it works for."""
    with _one_at_a_time:
        if mark not in _here:
            while _here:
                _here.popitem()[1].__exit__()
            _here[mark] = Grader(settings, make_runner)
        return _here[mark].grade(submission)
