"""What a student's code raised: type, message and the student's own line."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import NamedTuple

__all__ = [
    "STUB_MESSAGE",
    "CodeLine",
    "RaisedException",
    "in_words",
    "is_cell",
    "is_stub",
    "line_of",
    "record",
]

# What the stub of an exercise raises in a student copy; `tools/transform.py` writes it there.
STUB_MESSAGE = "write {name} here"


class RaisedException(NamedTuple):
    """An exception as data: nothing of the object itself is kept.

    Parameters
    ----------
    type : str
        Name of its class.
    message : str, default=""
        In one line.
    """

    type: str
    message: str = ""

    def __str__(self) -> str:
        return f"{self.type}: {self.message}" if self.message else self.type


class CodeLine(NamedTuple):
    """A line of a cell, counted from 1."""

    number: int
    text: str

    def __str__(self) -> str:
        return f"line {self.number} of the cell: {self.text}"


def record(error: BaseException) -> RaisedException:
    """Type and message of an exception."""
    try:
        message = " ".join(str(error).split())
    except (Exception, SystemExit):  # its __str__ is the student's, too
        message = ""
    return RaisedException(type(error).__name__, message)


def in_words(error: BaseException) -> str:
    """Type and message of an exception, in one line."""
    return str(record(error))


def line_of(function: Callable | None, error: BaseException) -> CodeLine | None:
    """The line in the file or cell of a function at which an error came up.

    None if it did not come up there, or the source is not available.
    """
    code = getattr(function, "__code__", None)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == getattr(code, "co_filename", None)]
    # It may have called functions of other cells: what counts is where it came up.
    own = [frame for frame in frames if is_cell(frame.filename)] or own
    return CodeLine(own[-1].lineno or 1, own[-1].line) if own and own[-1].line else None


def is_stub(error: BaseException) -> bool:
    """Whether an exception says that something is still to be written.

    IPython's answer to `input()` where nobody can type is of a derived class, and says no such
    thing.
    """
    return type(error) is NotImplementedError


def is_cell(filename: str) -> bool:
    """Whether IPython compiled a cell under this name."""
    return "ipykernel_" in filename or filename.startswith("<ipython-input")
