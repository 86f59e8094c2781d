"""A class graded on a dask.distributed cluster: bytes are sent, JSON comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from distributed import Client, as_completed

from .failures import BrokenWorkerError, lost
from .grader import Grader, Settings, jailed
from .intake.submission import Submission, digest_of
from .session import mark_of

__all__ = ["grade_on"]

SECONDS = 20.0  # to find the scheduler
IN_HAND = 3  # submissions sent for each thread of the cluster: enough that none waits


def grade_on(
    submissions: Iterable[Submission],
    settings: Settings,
    address: str,
    make_runner: Callable[[Settings], Any] = jailed,
) -> Iterator[dict[str, Any]]:
    """Grade submissions on a cluster, in whatever order they are done.

    A worker that is lost takes nothing with it: what it had in hand is sent to another.

    Parameters
    ----------
    submissions : iterable of Submission
        Taken one by one; only a few for each worker are on their way at a time.
    settings : Settings
    address : str
        Of the scheduler: "tcp://host:8786".
    make_runner : callable, default=jailed
        As for `job.Grader`; a function of a module that the workers can import.

    Yields
    ------
    dict
        What `job.Grader.grade` returns, exactly one for each submission.

    Raises
    ------
    BrokenWorkerError
        If there is no scheduler at the address, or nobody works for it.
    """
    with _connected(address) as client:
        shared = client.scatter(settings, broadcast=True)
        mark, waiting, in_hand = mark_of(settings), iter(submissions), {}

        def sent(submission: Submission):
            key = f"gmm-grade-{mark}-{digest_of(submission)}"
            future = client.submit(_grade, submission, shared, mark, make_runner, key=key)
            in_hand[future.key] = submission
            return future

        n_threads = sum(client.nthreads().values())
        done = as_completed(
            [sent(each) for each in islice(waiting, IN_HAND * n_threads)], loop=client.loop
        )
        for future in done:
            submission = in_hand.pop(future.key)
            yield _result(future, submission)
            future.release()  # or the cluster keeps it
            for following in islice(waiting, 1):
                done.add(sent(following))


def _connected(address: str) -> Client:
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
        return lost(submission, f"no worker could grade it ({type(error).__name__}).")


_here: dict[str, Grader] = {}
_one_at_a_time = threading.Lock()  # what is printed is caught for a whole process


def _grade(submission: Submission, settings: Settings, mark: str, make_runner) -> dict[str, Any]:
    """Runs in a worker, which keeps the grader of the class it works for."""
    with _one_at_a_time:
        if mark not in _here:
            while _here:
                _here.popitem()[1].__exit__()
            _here[mark] = Grader(settings, make_runner)
        return _here[mark].grade(submission)
