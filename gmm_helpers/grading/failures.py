"""What there is where grading fails: an error for all, or a result that names the submission."""

from __future__ import annotations

from typing import Any

from .intake.submission import Submission, digest_of

__all__ = ["BadArgumentError", "BrokenWorkerError", "lost"]


class BadArgumentError(ValueError):
    """An argument that can't be followed; the message is one line."""


class BrokenWorkerError(RuntimeError):
    """Nothing can be graded here; the message says why."""


def lost(submission: Submission, why: str) -> dict[str, Any]:
    """What takes the place of a job's result; every exercise of it will be "crashed".

    Parameters
    ----------
    submission : Submission
    why : str
        The end of a sentence.

    Returns
    -------
    dict

    Examples
    --------
    >>> lost(Submission("a", ()), "the process died.")["notes"]
    ['It could not be graded: the process died.']
    """
    files = [
        {"path": file.path, "status": "crashed", "holds": [], "problem": why}
        for file in submission.files
    ]
    return {
        "student": submission.student,
        "digest": digest_of(submission),
        "modified": submission.modified,
        "assignment": submission.assignment,
        "rows": [],
        "files": files,
        "notes": [*submission.notes, f"It could not be graded: {why}"],
        "look": [],
        "helpers": {},
        "fingerprints": {},
        "isolation": "",
        "seconds": 0.0,
        "lost": True,
    }
