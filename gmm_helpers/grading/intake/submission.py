"""What one student handed in, as bytes: the argument of a job."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from ..notices import Notice

__all__ = ["File", "Submission", "digest_of"]


class File(NamedTuple):
    """A notebook that was handed in, read or not.

    Parameters
    ----------
    path : str
        Below the student's folder, with forward slashes.
    modified : float
        Seconds since 1970.
    content : bytes
    problem : Notice, optional
        Why there is no content.
    """

    path: str
    modified: float
    content: bytes
    problem: Notice | None = None


class Submission(NamedTuple):
    """Everything of one student.

    Parameters
    ----------
    student : str
    files : tuple of File
    notes : tuple of Notice
        What was left out, for the instructor.
    assignment : str, default=""
        The name in nbgrader's layout, if it is one.
    timestamp : str, default=""
        What `timestamp.txt` says, if there is one: nbgrader notes there when it was handed in.
    other_files : tuple of str, optional
        Paths of files beside the notebooks.
    """

    student: str
    files: tuple[File, ...]
    notes: tuple[Notice, ...] = ()
    assignment: str = ""
    timestamp: str = ""
    other_files: tuple[str, ...] = ()

    @property
    def modified(self) -> float:
        """When the newest file was changed; 0 if there is none."""
        return max((file.modified for file in self.files), default=0.0)


def digest_of(submission: Submission) -> str:
    """A mark of everything that a grade depends on.

    Examples
    --------
    >>> digest_of(Submission("a", ())) == digest_of(Submission("b", ()))
    False
    """
    mark = hashlib.sha256(submission.student.encode("utf-8", "replace"))
    for file in submission.files:
        problem = file.problem and file.problem.as_json()
        head = f"{file.path}\0{file.modified}\0{problem}\0{len(file.content)}\0"
        mark.update(head.encode("utf-8", "replace"))
        mark.update(file.content)
    for line in (*(note.as_json() for note in submission.notes), *submission.other_files):
        mark.update(f"{line}\0".encode("utf-8", "replace"))
    return mark.hexdigest()
