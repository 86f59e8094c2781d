"""Why a cell or a call did not end as it should: kinds with fields, and the sentence for each."""

from __future__ import annotations

import signal as signals
from enum import Enum, auto
from typing import NamedTuple

from ...exercises.running.exceptions import CodeLine, RaisedException
from ...exercises.statuses import RunStatus

__all__ = ["CELL_KINDS", "OUT_OF_TIME", "Reason", "ReasonKind"]


class ReasonKind(Enum):
    """What happened."""

    RAISED = auto()
    EXITED = auto()  # by sys.exit(), which ends a cell only
    LEFT_OUT = auto()
    INTERRUPTED = auto()  # from inside the process: definitions stay
    TIMED_OUT = auto()  # killed from outside
    PROCESSOR_TIME = auto()
    EXERCISE_OUT_OF_TIME = auto()
    NOTEBOOK_OUT_OF_TIME = auto()
    SLOWEST = auto()
    OUT_OF_MEMORY = auto()  # it raised a MemoryError
    MEMORY_LIMIT = auto()
    KILLED = auto()
    RETURNED_TOO_MUCH = auto()
    ENDED_PROCESS = auto()
    CRASHED_BY_SIGNAL = auto()
    WROTE_INTO_REPORTS = auto()
    UNDEFINED = auto()
    NOT_A_FUNCTION = auto()
    WORKER_LOST = auto()
    NO_RESULT = auto()

    @property
    def status(self) -> RunStatus:
        """The status of an exercise to which this happens."""
        return _STATUSES.get(self, RunStatus.CRASHED)


# What a worker may report of a cell; everything else is seen from outside.
CELL_KINDS = frozenset(
    {
        ReasonKind.RAISED,
        ReasonKind.EXITED,
        ReasonKind.LEFT_OUT,
        ReasonKind.INTERRUPTED,
        ReasonKind.OUT_OF_MEMORY,
    }
)
# There was no time to try everything, which need not be the fault of the function.
OUT_OF_TIME = frozenset({ReasonKind.EXERCISE_OUT_OF_TIME, ReasonKind.NOTEBOOK_OUT_OF_TIME})

_STATUSES = {
    ReasonKind.INTERRUPTED: RunStatus.TIMEOUT,
    ReasonKind.TIMED_OUT: RunStatus.TIMEOUT,
    ReasonKind.PROCESSOR_TIME: RunStatus.TIMEOUT,
    ReasonKind.EXERCISE_OUT_OF_TIME: RunStatus.TIMEOUT,
    ReasonKind.NOTEBOOK_OUT_OF_TIME: RunStatus.TIMEOUT,
    ReasonKind.OUT_OF_MEMORY: RunStatus.MEMORY,
    ReasonKind.MEMORY_LIMIT: RunStatus.MEMORY,
    ReasonKind.KILLED: RunStatus.MEMORY,
    ReasonKind.RETURNED_TOO_MUCH: RunStatus.MEMORY,
    ReasonKind.UNDEFINED: RunStatus.UNDEFINED,
    ReasonKind.NOT_A_FUNCTION: RunStatus.NOT_A_FUNCTION,
}


class Reason(NamedTuple):
    """What happened, and where.

    Parameters
    ----------
    kind : ReasonKind
    cell, case : int, default=0
        Number of the cell or case it happened in, from 1; 0 if it was none.
    seconds : float, default=0.0
        The limit that was exceeded, or the time taken.
    exception : RaisedException, optional
        In the words of the student's process.
    line : CodeLine, optional
        The student's own line that raised.
    signal : int, default=0
        By which the process was ended.
    exercise : str, default=""
        The function that is missing.

    Examples
    --------
    >>> str(Reason(ReasonKind.TIMED_OUT, cell=3, seconds=10.0))
    'code cell 3 had not finished after 10 seconds'
    >>> Reason(ReasonKind.ENDED_PROCESS, case=2).sentence
    'Case 2: the function ended the whole process.'
    """

    kind: ReasonKind
    cell: int = 0
    case: int = 0
    seconds: float = 0.0
    exception: RaisedException | None = None
    line: CodeLine | None = None
    signal: int = 0
    exercise: str = ""

    def __str__(self) -> str:
        where, template = self._where(), _WHOLE.get(self.kind, "")
        if where or not template:
            template = f"{where or 'a cell or another function'} {_PARTS[self.kind]}"
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

    def _where(self) -> str:
        if self.cell:
            return f"code cell {self.cell}"
        return f"case {self.case}: the function" if self.case else ""


# Of a cell or a call, which is the subject.
_PARTS = {
    ReasonKind.RAISED: "raised {exception}{line}",
    ReasonKind.EXITED: "was ended by sys.exit()",
    ReasonKind.LEFT_OUT: "was left out: the cells before it took too long",
    ReasonKind.INTERRUPTED: "was stopped after {seconds} seconds",
    ReasonKind.TIMED_OUT: "had not finished after {seconds} seconds",
    ReasonKind.PROCESSOR_TIME: "used more processor time than is allowed",
    ReasonKind.NOTEBOOK_OUT_OF_TIME: "was stopped, because the time for its notebook was up",
    ReasonKind.SLOWEST: "was the slowest, at {seconds} seconds",
    ReasonKind.OUT_OF_MEMORY: "raised {exception}{line}",
    ReasonKind.MEMORY_LIMIT: "took more memory than one submission may use",
    ReasonKind.KILLED: "was killed by the system, probably for lack of memory",
    ReasonKind.RETURNED_TOO_MUCH: "returned more data than is allowed",
    ReasonKind.ENDED_PROCESS: "ended the whole process",
    ReasonKind.CRASHED_BY_SIGNAL: "crashed the whole process ({signal})",
    ReasonKind.WROTE_INTO_REPORTS: "wrote into the reports that the grader reads",
}
# Of a whole exercise, where no cell and no case is named.
_WHOLE = {
    ReasonKind.EXERCISE_OUT_OF_TIME: (
        "all its calls took more than {seconds} seconds, so the rest was not tried"
    ),
    ReasonKind.NOTEBOOK_OUT_OF_TIME: (
        "its notebook took more than {seconds} seconds, so the rest was not tried"
    ),
    ReasonKind.UNDEFINED: "no cell defines {exercise}",
    ReasonKind.NOT_A_FUNCTION: "{exercise} is not a function",
    ReasonKind.WORKER_LOST: "the worker stopped while this was running",
    ReasonKind.NO_RESULT: "there is no result for it",
}


def _name_signal(number: int) -> str:
    try:
        return signals.Signals(number).name
    except ValueError:
        return "an unknown signal"
