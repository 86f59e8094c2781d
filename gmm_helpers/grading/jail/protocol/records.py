"""Reports of cells, exercises and calls as JSON, and back from what student code may have forged.

The worker uses the functions that write, the grader those that read. What is read has only kinds
and statuses that are known, numbers within bounds and texts of bounded length.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ....exercises import EXERCISES, CallStatus, Outcome
from ....exercises.running.exceptions import CodeLine, RaisedException
from ....exercises.statuses import RunStatus
from ..reasons import CELL_KINDS, Reason, ReasonKind
from .values import MalformedError, clean, from_tree, to_tree

__all__ = [
    "MAX_MOMENTS",
    "read_cell",
    "read_exercise",
    "read_outcome",
    "write_cell",
    "write_exercise",
    "write_outcome",
]

MAX_TYPE = 200  # characters of the name of a class
MAX_LINE = 99_999
MAX_MOMENTS = 3  # at which a function is tried besides the end
_FOUND = (RunStatus.RAN, RunStatus.UNDEFINED, RunStatus.NOT_A_FUNCTION)
_RAISED = (CallStatus.RAISED, CallStatus.UNWRITTEN, CallStatus.OUT_OF_MEMORY)


def write_cell(number: int, reason: Reason | None) -> dict[str, Any]:
    """Report how a cell ended."""
    kind, exception, line = None, None, None
    if reason is not None:
        kind, exception = reason.kind.name, _write_exception(reason.exception)
        line = _write_line(reason.line)
    return {"cell": number, "kind": kind, "exception": exception, "line": line}


def read_cell(header: dict[str, Any], number: int) -> Reason | None:
    """Read how a cell ended; None if nothing was wrong with it.

    Raises
    ------
    MalformedError
        If the report is not about this cell, or not of the form a worker writes.
    """
    if header.keys() != {"cell", "kind", "exception", "line"} or header["cell"] != number:
        raise MalformedError("not the report of this cell")
    exception, line = _read_exception(header["exception"]), _read_line(header["line"])
    if header["kind"] is None and exception is None and line is None:
        return None
    kind = _member(header["kind"], {kind.name: kind for kind in CELL_KINDS})
    if (exception is not None) != (kind in (ReasonKind.RAISED, ReasonKind.OUT_OF_MEMORY)):
        raise MalformedError("an exception without an error, or an error without one")
    return Reason(kind, cell=number, exception=exception, line=line)


def write_exercise(name: str, status: RunStatus, moments: Sequence[int] = ()) -> dict[str, Any]:
    """Report whether there is a function of this name, and when it was another one."""
    return {"exercise": name, "status": status.name, "moments": list(moments)}


def read_exercise(header: dict[str, Any], name: str) -> tuple[RunStatus, list[int]]:
    """Read whether there is a function of this name; if so, the reports of its calls follow.

    Also the moments at which it was another one. Raises as `read_cell` does.
    """
    if header.keys() != {"exercise", "status", "moments"} or header["exercise"] != name:
        raise MalformedError("not the report of this exercise")
    moments = header["moments"]
    if not isinstance(moments, list) or len(moments) > MAX_MOMENTS:
        raise MalformedError("no such moments")
    if not all(type(moment) is int and 0 <= moment <= MAX_LINE for moment in moments):
        raise MalformedError("no such moment")
    return _member(header["status"], {status.name: status for status in _FOUND}), moments


def write_outcome(
    i: int, outcome: Outcome, calls_helper: bool = False
) -> tuple[dict[str, Any], list[bytes]]:
    """Report what came of case i: a header, and the numbers of its value."""
    buffers: list[bytes] = []
    header = {
        "case": i,
        "status": outcome.status.name,
        "value": to_tree(outcome.value, buffers),
        "exception": _write_exception(outcome.exception),
        "line": _write_line(outcome.line),
        "changed": outcome.changed,
        "helper": calls_helper,
    }
    return header, buffers


def read_outcome(name: str, i: int, header: dict[str, Any], payload: bytes) -> Outcome:
    """Read what came of case i of an exercise; raises as `read_cell` does."""
    keys = {"case", "status", "value", "exception", "line", "changed", "helper"}
    if header.keys() != keys or header["case"] != i or type(header["helper"]) is not bool:
        raise MalformedError("not the report of this case")
    allowed = (CallStatus.RETURNED, CallStatus.SPARED, CallStatus.TIMED_OUT, *_RAISED)
    status = _member(header["status"], {status.name: status for status in allowed})
    changed = header["changed"]
    if not isinstance(changed, list) or not all(
        isinstance(word, str) and word in _arguments(name) for word in changed
    ):
        raise MalformedError("an argument is changed that there is not")
    exception, line = _read_exception(header["exception"]), _read_line(header["line"])
    value = from_tree(header["value"], payload)
    if (value is not None) != (status is CallStatus.RETURNED):
        raise MalformedError("a value without a return, or a return without one")
    if (exception is not None) != (status in _RAISED):
        raise MalformedError("an exception without an error, or an error without one")
    return Outcome(value, status, exception, line, tuple(dict.fromkeys(changed)))


@lru_cache
def _arguments(exercise: str) -> frozenset[str]:
    return frozenset(inspect.signature(EXERCISES[exercise].reference).parameters)


def _member(name: Any, members: dict[str, Any]) -> Any:
    if not isinstance(name, str) or name not in members:
        raise MalformedError("no such kind")
    return members[name]


def _write_exception(exception: RaisedException | None) -> list[str] | None:
    return exception and [clean(exception.type, MAX_TYPE), clean(exception.message)]


def _read_exception(pair: Any) -> RaisedException | None:
    if pair is None:
        return None
    kind, message = _pair(pair)
    return RaisedException(clean(kind, MAX_TYPE), clean(message))


def _write_line(line: CodeLine | None) -> list | None:
    return [line.number, clean(line.text)] if line and line.number <= MAX_LINE else None


def _read_line(pair: Any) -> CodeLine | None:
    if pair is None:
        return None
    number, text = _pair(pair)
    if type(number) is not int or not 0 < number <= MAX_LINE:
        raise MalformedError("a line has no number")
    return CodeLine(number, clean(text))


def _pair(pair: Any) -> list:
    if not isinstance(pair, list) or len(pair) != 2:
        raise MalformedError("not a pair")
    return pair
