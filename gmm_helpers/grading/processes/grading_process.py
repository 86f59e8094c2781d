"""What runs in a process that grades: submissions come in through a pipe, results go out."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from ..errors import BrokenWorkerError
from ..grader import Grader
from ..intake.submission import Submission
from ..jail import JailError
from ..settings import Settings
from ..workers import MakeRunner

__all__ = ["Answer", "serve"]


class Answer(NamedTuple):
    """What comes back: a result, or what was raised in place of it."""

    result: dict[str, Any] | None
    error: JailError | BrokenWorkerError | None = None
    failed: str = ""  # the class of an error that is a mistake of ours
    has_died: bool = False  # nothing came back


def serve(connection: Connection, settings: Settings, make_runner: MakeRunner) -> None:
    """Grade what comes, until None does. If it can't work, every answer says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, who ends all
    threading.Thread(target=_end_with_parent, daemon=True).start()
    connection.send(os.getpid())
    submission, grader = connection.recv(), None  # before it starts: it may be a long one
    try:
        while submission is not None:
            try:
                grader = grader or Grader(settings, make_runner)
            except Exception as error:
                why = f"{type(error).__name__}: {error}"
                text = f"the worker for student code can't be started: {why}"
                connection.send(Answer(None, BrokenWorkerError(text)))
            else:
                connection.send(_grade(grader, submission))
            submission = connection.recv()
    except (EOFError, OSError):  # the first process has ended
        pass
    finally:
        if grader is not None:
            grader.__exit__()


def _grade(grader: Grader, submission: Submission) -> Answer:
    try:
        return Answer(grader.grade(submission))
    except JailError as error:
        return Answer(None, JailError(str(error)))
    except Exception as error:
        return Answer(None, failed=type(error).__name__)


def _end_with_parent() -> None:
    """A parent that is killed ends no child, which would wait for its next word for ever."""
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)
