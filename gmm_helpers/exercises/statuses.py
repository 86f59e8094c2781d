"""What became of a call, an exercise, a notebook, a student: all statuses there are.

A value is what people read; tables and JSON hold the `code`, which never changes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = ["CallStatus", "FileStatus", "Isolation", "RunStatus", "Status"]


class _Coded(StrEnum):
    """A status that stands in tables and JSON as its `code`."""

    @property
    def code(self) -> str:
        """What stands in `grades.csv` and in JSON."""
        return self.name.lower()

    @classmethod
    def of_code(cls, code: str) -> Self:
        """The status that a table or JSON names.

        Examples
        --------
        >>> Status.of_code("partial").value
        'partly correct'
        """
        return cls[code.upper()]


class CallStatus(StrEnum):
    """How one call of a function ended."""

    RETURNED = "returned"
    RAISED = "raised"
    UNWRITTEN = "not written yet"  # it raised NotImplementedError
    TIMED_OUT = "timed out"
    OUT_OF_MEMORY = "out of memory"
    CRASHED = "crashed"  # the process ended with it
    SPARED = "not needed"  # there was no call, because earlier ones leave no doubt
    UNTRIED = "not tried"  # there was no call, because earlier ones did not return


class RunStatus(StrEnum):
    """What came of running a notebook's cells and then calling the function of an exercise."""

    RAN = "ran"
    UNDEFINED = "undefined"  # there is no such name after the cells
    NOT_A_FUNCTION = "not a function"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"


class Status(_Coded):
    """What became of an exercise, or of everything a student handed in.

    In the order in which they stand for a whole submission: what needs review comes first.
    """

    UNREADABLE = "unreadable"
    CRASHED = "crashed"
    MEMORY = "memory"
    TIMEOUT = "timeout"
    ERROR = "error"
    NEEDS_REVIEW = "needs review"  # a row that was not judged; a student of whom there is more
    TO_BE_GRADED = "to be graded"  # an answer in prose, which a person reads
    PARTIAL = "partly correct"
    INCORRECT = "incorrect"
    UNFINISHED = "unfinished"  # it returns a placeholder, or a stub's last line still stands
    NOT_ATTEMPTED = "not attempted"
    MISSING = "missing"
    CORRECT = "correct"
    NOT_CHECKED = "not checked"  # a student has not called `check` yet; never in a submission


class FileStatus(_Coded):
    """What became of a file that was handed in."""

    READ = "read"
    GRADED = "graded"
    NOT_GRADED = "not graded"
    BESIDE = "no notebook"  # of interest only if a notebook is missing
    UNREADABLE = "unreadable"
    CRASHED = "crashed"


class Isolation(StrEnum):
    """What kept student code in; the value stands in JSON, too."""

    BUBBLEWRAP = "bubblewrap"
    USER = "a user of its own"
    NONE = "not isolated"
    NOTHING_RAN = "nothing ran"
