"""Texts of exceptions, and of why an exercise did not run, in words that quote no hidden input."""

from __future__ import annotations

import builtins
import re

from .student_source import OwnSource
from .templates import ENDINGS, ERRORS, TOLD, Known, filled

__all__ = ["NOT_SHOWN", "masked_sentence", "masked_text"]

NOT_SHOWN = (
    "its message is not shown, as it could quote a hidden input; check() in the notebook shows it"
)
MOST_SHOWN = 200  # characters of a sentence of the student's own
_ERRORS = {
    name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
} | {
    "AxisError",
    "LinAlgError",
    "DegenerateComponentError",
    "CustomStepError",
    "UFuncTypeError",
    "_ArrayMemoryError",
}
_WHERE = re.compile(r"(.*) \(<[\w-]+>, line ([0-9]{1,5})\)")  # at the end of a SyntaxError
_CELL = re.compile(r"(cell [0-9]{1,4}) (raised )?(.*)")
_CASE = re.compile(r"(case [0-9]{1,4}: )(the function )?(.*)")
_CELL_LINE = re.compile(r"(.*) \((line [0-9]{1,5} of the cell: .*)\)")
NOBODYS = OwnSource()
NOTHING = Known()


def masked_text(error: str, own: OwnSource = NOBODYS, known: Known = NOTHING) -> str:
    """An exception in words that quote nothing.

    Parameters
    ----------
    error : str
        Type and message, or how the call ended in the words of the grader.
    own : OwnSource
        The student's.
    known : Known

    Returns
    -------
    str

    Examples
    --------
    >>> masked_text("IndexError: index 7 is out of bounds for axis 1 with size 2")
    'IndexError: index … is out of bounds for axis 1 with size 2'
    >>> own = OwnSource(["raise ValueError(f'expected 2 columns: {X}')"])
    >>> masked_text("ValueError: expected 2 columns: [0.25 -1.5]", own)
    'ValueError: expected 2 columns: …'
    >>> masked_text("ValueError: a quarter")[:43]
    'ValueError (its message is not shown, as it'
    """
    ended = _ended(error, known)
    if ended:
        return ended
    kind, _, message = error.partition(": ")
    message = message.strip()
    shown = _message(kind, message, own, known) if message else ""
    kind = kind if kind in _ERRORS or kind in own.classes else "an exception"
    if shown is None:
        return f"{kind} ({NOT_SHOWN})"
    return f"{kind}: {shown}" if shown else kind


def _ended(text: str, known: Known) -> str | None:
    """How a call ended, if that is what a text says."""
    for start in ("it ", "an error that cannot be caught: it "):
        said = filled(text.removeprefix(start), ENDINGS, known) if text.startswith(start) else None
        if said:
            return start + said
    return None


def _message(kind: str, message: str, own: OwnSource, known: Known) -> str | None:
    where = _WHERE.fullmatch(message)
    if where and (where[1], int(where[2])) in own.syntax_errors:
        return f"{where[1]} (line {int(where[2])})"
    if kind == "KeyError":
        key = message[1:-1]
        return message if message == f"'{key}'" and key in own.constants | own.names else None
    said = filled(where[1] if where else message, ERRORS, known)
    if said is None:
        said = own.sentence(message)
        said = said if said is None or len(said) <= MOST_SHOWN else f"{said[:MOST_SHOWN]} …"
    return said


def masked_sentence(text: str, own: OwnSource = NOBODYS, known: Known = NOTHING) -> str:
    """Why an exercise did not run, in words that quote nothing, or "".

    Parameters
    ----------
    text : str
        The message of an `ExerciseRun`. How it begins is written outside of the student's
        process; an exception that it holds was not.
    own, known
        As for `masked_text`.

    Returns
    -------
    str

    Examples
    --------
    >>> masked_sentence("cell 3 raised ZeroDivisionError: division by zero")
    'cell 3 raised ZeroDivisionError: division by zero'
    >>> masked_sentence("a quarter")
    ''
    """
    told = filled(text, TOLD, known)
    if told:
        return told
    where, what = "a cell or another function", text.removeprefix("a cell or another function ")
    if what != text:
        ended = filled(what, ENDINGS, known)
        return f"{where} {ended}" if ended else ""
    cell, case = _CELL.fullmatch(text), _CASE.fullmatch(text)
    if cell:
        return _of_cell(*cell.groups(), own, known)
    if case:
        start, function, rest = case.groups()
        ended = filled(rest, ENDINGS, known) if function else masked_text(rest, own, known)
        return f"{start}{function or ''}{ended}" if ended else ""
    return ""


def _of_cell(cell: str, raised: str | None, what: str, own: OwnSource, known: Known) -> str:
    if not raised:
        stopped = "was stopped: it " if what.startswith("was stopped: it ") else ""
        ended = filled(what.removeprefix(stopped), ENDINGS, known)
        return f"{cell} {stopped}{ended}" if ended else ""
    at = _CELL_LINE.fullmatch(what)
    line = own.line(at[2]) if at else ""
    error = masked_text(at[1] if at else what, own, known)
    return f"{cell} raised {error}" + (f" ({line})" if line else "")
