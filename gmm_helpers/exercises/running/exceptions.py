"""What a student's code raised, in words and with the student's own line."""

from __future__ import annotations

import traceback
from collections.abc import Callable

__all__ = ["in_words", "line_of"]


def in_words(error: BaseException) -> str:
    """Type and message of an exception, in one line.

    Parameters
    ----------
    error : BaseException

    Returns
    -------
    str

    Examples
    --------
    >>> in_words(ValueError("too long"))
    'ValueError: too long'
    """
    name = type(error).__name__
    try:
        message = " ".join(str(error).split())
    except (Exception, SystemExit):  # its __str__ is the student's, too
        message = ""
    return f"{name}: {message}" if message else name


def line_of(function: Callable, error: BaseException) -> str:
    """Where in the file or cell of a function an error came up, with the line itself.

    Parameters
    ----------
    function : callable
    error : BaseException

    Returns
    -------
    str
        "" if it did not come up there, or the source is not to be had.
    """
    code = getattr(function, "__code__", None)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == getattr(code, "co_filename", None)]
    # It may have called functions of other cells: what counts is where it came up.
    own = [frame for frame in frames if _is_cell(frame.filename)] or own
    return f"line {own[-1].lineno} of the cell: {own[-1].line}" if own and own[-1].line else ""


def _is_cell(filename: str) -> bool:
    """Whether IPython compiled a cell under this name."""
    return "ipykernel_" in filename or filename.startswith("<ipython-input")
