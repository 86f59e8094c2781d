"""How far an exercise has got, and the first thing that went wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...exercises import Outcome
from ...exercises.statuses import RunStatus
from .reasons import Reason, ReasonKind
from .runs import ExerciseRun

__all__ = ["ExerciseProgress"]


@dataclass
class ExerciseProgress:
    """How far an exercise has got."""

    name: str
    status: RunStatus = RunStatus.RAN  # of this and the reason: the first thing that went wrong
    reason: Reason | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    n_stopped: int = 0  # calls that had to be stopped, or ended the process
    n_bytes: int = 0  # that its results take
    seconds: float = 0.0  # that its calls took
    done: bool = False  # there is nothing more to try
    calls_helper: bool = False
    moment: int | None = None  # at which it is tried; None for after the last cell
    moments: tuple[int, ...] = ()  # at which it was another function
    earlier: list[ExerciseProgress] = field(default_factory=list)  # the same at these

    def note_stop(self, reason: Reason) -> None:
        """Note that something was stopped, and keep the first reason."""
        if self.status is RunStatus.RAN:
            self.status, self.reason = reason.kind.status, reason
        self.n_stopped += 1

    def end_time(self, seconds: float) -> None:
        """Note that its calls took too long in all; no more are made."""
        self.note_stop(Reason(ReasonKind.EXERCISE_OUT_OF_TIME, seconds=seconds))
        self.done = True

    def note_missing(
        self, status: RunStatus, sources: Mapping[int, str], notes: Mapping[int, Reason]
    ) -> None:
        """Note that there is no such function, and what happened in the cell that defines it."""
        kind = ReasonKind.UNDEFINED
        found = [notes[i] for i in sorted(notes) if _defines(sources[i], self.name)]
        if status is RunStatus.NOT_A_FUNCTION:
            kind, found = ReasonKind.NOT_A_FUNCTION, []
        self.status = status
        self.reason = found[-1] if found else Reason(kind, exercise=self.name)
        self.done = True

    def result(self) -> ExerciseRun:
        """What is handed on."""
        outcomes = tuple(self.outcomes)
        earlier = tuple(one.result() for one in self.earlier)
        return ExerciseRun(
            self.name, self.status, outcomes, self.reason, self.calls_helper, earlier
        )


def _defines(source: str, name: str) -> bool:
    name = re.escape(name)
    return bool(re.search(rf"\bdef\s+{name}\b|^{name}\s*=", source, re.MULTILINE))
