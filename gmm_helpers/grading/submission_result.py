"""The result of one submission as plain JSON: what processes send and `results/` holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..exercises.statuses import FileStatus
from .intake.submission import Submission, digest_of
from .notices import Notice
from .parsing.candidates import FileReport
from .rows import Row

__all__ = ["graded_result", "ungraded_result"]


def graded_result(
    submission: Submission,
    rows: Sequence[Row],
    files: Sequence[FileReport],
    notes: Sequence[Notice],
    review: Sequence[Notice] = (),
    **more: Any,
) -> dict[str, Any]:
    """What a job returns, for `reports.results.complete` to read.

    A person should `review` what is listed, besides rows and files with a problem. There may be
    more: "helpers", exercises whose helper was called; "fingerprints"; "examples", the code of
    mistakes; "answers", to questions; "written", the texts of written answers by question;
    "isolation"; "seconds".
    """
    nothing: dict[str, Any] = {"helpers": [], "fingerprints": {}, "examples": {}}
    nothing |= {"answers": [], "written": {}}
    nothing |= {"isolation": "", "seconds": 0.0}
    return {
        "student": submission.student,
        "digest": digest_of(submission),
        "modified": submission.modified,
        "assignment": submission.assignment,
        "rows": [row.as_json() for row in rows],
        "files": [file.as_json() for file in files],
        "notes": [note.as_json() for note in notes],
        "review": [notice.as_json() for notice in review],
        "ungraded": False,
        **nothing,
        **more,
    }


def ungraded_result(submission: Submission, reason: Notice) -> dict[str, Any]:
    """What takes the place of a job's result; every exercise of it will be "crashed"."""
    files = [FileReport(f.path, FileStatus.CRASHED, (), reason) for f in submission.files]
    return graded_result(submission, (), files, [*submission.notes, reason], ungraded=True)
