"""Why a cell or a call did not end as it should: kinds with fields, and the sentence for each."""

from __future__ import annotations

import signal as signals
from enum import Enum, unique
from typing import NamedTuple

from ...exercises.running.exceptions import CodeLine, RaisedException
from ...exercises.statuses import RunStatus

__all__ = ["CELL_KINDS", "OUT_OF_TIME", "Reason", "ReasonKind"]

TIMEOUT, MEMORY, CRASHED = RunStatus.TIMEOUT, RunStatus.MEMORY, RunStatus.CRASHED


@unique
class ReasonKind(Enum):
    """What happened: the status of an exercise to which it happens, and what is said of it.

    First what is said of a cell or a call, which is the subject; then what is said of a whole
    exercise, where no cell and no case is named.
    """

    RAISED = CRASHED, "raised {exception}{line}"
    EXITED = CRASHED, "was ended by sys.exit()"  # which ends a cell only
    LEFT_OUT = CRASHED, "was left out: the cells before it took too long"
    INTERRUPTED = TIMEOUT, "was stopped after {seconds} seconds"  # from inside: definitions stay
    TIMED_OUT = TIMEOUT, "had not finished after {seconds} seconds"  # killed from outside
    PROCESSOR_TIME = TIMEOUT, "used more processor time than is allowed"
    EXERCISE_OUT_OF_TIME = (
        TIMEOUT,
        "",
        "all its calls took more than {seconds} seconds, so the rest was not tried",
    )
    NOTEBOOK_OUT_OF_TIME = (
        TIMEOUT,
        "was stopped, because the time for its notebook was up",
        "its notebook took more than {seconds} seconds, so the rest was not tried",
    )
    SLOWEST = CRASHED, "was the slowest, at {seconds} seconds"
    OUT_OF_MEMORY = MEMORY, "raised {exception}{line}"  # a MemoryError
    MEMORY_LIMIT = MEMORY, "took more memory than one submission may use"
    KILLED = MEMORY, "was killed by the system, probably for lack of memory"
    RETURNED_TOO_MUCH = MEMORY, "returned more data than is allowed"
    ENDED_PROCESS = CRASHED, "ended the whole process"
    CRASHED_BY_SIGNAL = CRASHED, "crashed the whole process ({signal})"
    WROTE_INTO_REPORTS = CRASHED, "left a report that the grader cannot read"
    UNDEFINED = RunStatus.UNDEFINED, "", "no cell defines {exercise}"
    NOT_A_FUNCTION = RunStatus.NOT_A_FUNCTION, "", "{exercise} is not a function"
    WORKER_LOST = CRASHED, "", "the worker stopped while this was running"
    NO_RESULT = CRASHED, "", "there is no result for it"

    def __init__(self, status: RunStatus, of_part: str, of_whole: str = ""):
        self.status, self.of_part, self.of_whole = status, of_part, of_whole


# What a worker may report of a cell; everything else is seen from outside.
CELL_KINDS = frozenset(
    ReasonKind[name] for name in ("RAISED", "EXITED", "LEFT_OUT", "INTERRUPTED", "OUT_OF_MEMORY")
)
# There was no time to try everything, which need not be the fault of the function.
OUT_OF_TIME = frozenset({ReasonKind.EXERCISE_OUT_OF_TIME, ReasonKind.NOTEBOOK_OUT_OF_TIME})


class Reason(NamedTuple):
    """What happened, and where."""

    kind: ReasonKind
    cell: int = 0  # its number, from 1; 0 if it happened in none
    case: int = 0  # the same for a case
    seconds: float = 0.0  # the limit that was exceeded, or the time taken
    exception: RaisedException | None = None  # in the words of the student's process
    line: CodeLine | None = None  # the student's own line that raised
    signal: int = 0  # by which the process was ended
    exercise: str = ""  # the function that is missing

    def __str__(self) -> str:
        where, template = f"code cell {self.cell}" if self.cell else "", self.kind.of_whole
        if self.case and not self.cell:
            where = f"case {self.case}: the function"
        if where or not template:
            template = f"{where or 'a cell or another function'} {self.kind.of_part}"
        return template.format(
            exception=self.exception or "an exception",
            line=f" ({self.line})" if self.line else "",
            seconds=f"{self.seconds:.3g}",
            signal=_name_signal(self.signal),
            exercise=self.exercise,
        )

    @property
    def sentence(self) -> str:
        """The same with a capital and a full stop; the name of a function keeps its case."""
        text = str(self)
        if self.kind is not ReasonKind.NOT_A_FUNCTION:
            text = text[:1].upper() + text[1:]
        return text if self.line or text.endswith((".", "…")) else f"{text}."


def _name_signal(number: int) -> str:
    try:
        return signals.Signals(number).name
    except ValueError:
        return "an unknown signal"
