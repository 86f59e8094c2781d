"""Exceptions of a student's process, in words that quote no hidden input."""

from __future__ import annotations

import builtins
import re

from ....exercises.running.exceptions import RaisedException
from ...jail import Reason
from .student_source import OwnSource
from .templates import ERRORS, Known, filled

__all__ = ["NOT_SHOWN", "UNKNOWN", "mask_exception", "mask_reason"]

NOT_SHOWN = (
    "its message is not shown, as it could quote a hidden input; check() in the notebook shows it"
)
UNKNOWN = "an exception"  # of a type that neither Python nor the student defines
MAX_SHOWN = 200  # characters of a sentence of the student's own
_ERRORS = {"AxisError", "LinAlgError", "UFuncTypeError", "_ArrayMemoryError"}
_ERRORS |= {"DegenerateComponentError", "CustomStepError"}
_TYPES = {name: kind for name, kind in vars(builtins).items() if isinstance(kind, type)}
_ERRORS |= {name for name, kind in _TYPES.items() if issubclass(kind, BaseException)}
_WHERE = re.compile(r"(.*) \(<[\w-]+>, line ([0-9]{1,5})\)")  # at the end of a SyntaxError
NOBODYS = OwnSource()
NOTHING = Known()


def mask_exception(
    exception: RaisedException, own: OwnSource = NOBODYS, known: Known = NOTHING
) -> RaisedException:
    """An exception in words that quote nothing.

    Examples
    --------
    >>> message = "index 7 is out of bounds for axis 1 with size 2"
    >>> mask_exception(RaisedException("IndexError", message)).message
    'index … is out of bounds for axis 1 with size 2'
    >>> mask_exception(RaisedException("ValueError", "a quarter")).message == NOT_SHOWN
    True
    """
    kind, message = str(exception.type), str(exception.message).strip()
    shown = _mask_message(kind, message, own, known) if message else ""
    kind = kind if kind in _ERRORS or kind in own.classes else UNKNOWN
    return RaisedException(kind, NOT_SHOWN if shown is None else shown)


def _mask_message(kind: str, message: str, own: OwnSource, known: Known) -> str | None:
    where = _WHERE.fullmatch(message)
    if where and (where[1], int(where[2])) in own.syntax_errors:
        return f"{where[1]} (line {int(where[2])})"
    if kind == "KeyError":
        key = message[1:-1]
        return message if message == f"'{key}'" and key in own.constants | own.names else None
    said = filled(where[1] if where else message, ERRORS, known)
    if said is None:
        said = own.sentence(message)
        said = said if said is None or len(said) <= MAX_SHOWN else f"{said[:MAX_SHOWN]} …"
    return said


def mask_reason(reason: Reason, own: OwnSource = NOBODYS, known: Known = NOTHING) -> Reason:
    """Why an exercise did not run, with nothing in it that the student's process made up.

    Everything else in it was written outside of the student's process.
    """
    exception = reason.exception and mask_exception(reason.exception, own, known)
    return reason._replace(exception=exception, line=own.find_line(reason.line))
