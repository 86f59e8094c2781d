"""What one student handed in, as bytes: the argument of a job."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from ..notices import Notice

__all__ = ["File", "Submission", "digest_of"]


class File(NamedTuple):
    """A notebook, or a file of answers, that was handed in, read or not."""

    path: str  # below the student's folder, with forward slashes
    modified: float  # seconds since 1970
    content: bytes
    problem: Notice | None = None  # why there is no content


class Submission(NamedTuple):
    """Everything of one student."""

    student: str
    files: tuple[File, ...]
    notes: tuple[Notice, ...] = ()  # what was left out, for the instructor
    assignment: str = ""  # the name in nbgrader's layout, if it is one
    timestamp: str = ""  # in `timestamp.txt` nbgrader notes when it was handed in
    other_files: tuple[str, ...] = ()  # paths of files beside the notebooks
    progress: tuple[File, ...] = ()  # those of them that hold answers to questions

    @property
    def modified(self) -> float:
        """When the newest file was changed; 0 if there is none."""
        return max((file.modified for file in self.files), default=0.0)


def digest_of(submission: Submission) -> str:
    """A mark of everything that a grade depends on.

    Of the times of files it depends on the order alone: in the zips of most LMS every file has the
    time of the download.
    """
    times = sorted({file.modified for file in (*submission.files, *submission.progress)})
    rank = {modified: i for i, modified in enumerate(times)}
    mark = hashlib.sha256(submission.student.encode("utf-8", "replace"))
    for file in (*submission.files, *submission.progress):
        problem = file.problem and file.problem.as_json()
        head = f"{file.path}\0{rank[file.modified]}\0{problem}\0{len(file.content)}\0"
        mark.update(head.encode("utf-8", "replace"))
        mark.update(file.content)
    for line in (*(note.as_json() for note in submission.notes), *submission.other_files):
        mark.update(f"{line}\0".encode("utf-8", "replace"))
    return mark.hexdigest()
