"""How far an exercise has got, and why it is not there if it is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...exercises import Outcome
from .runs import NO_FUNCTION, RAN, TIMEOUT, ExerciseRun
from .values import clean

__all__ = ["REST", "Progress"]

REST = ", so the rest was not tried"


@dataclass
class Progress:
    """How far an exercise has got.

    Parameters
    ----------
    name : str
    status, message : str
        As in `ExerciseRun`: the first thing that went wrong.
    outcomes : list of Outcome
    n_stopped : int
        How many calls had to be stopped, or ended the process.
    n_bytes : int
        What its results take.
    seconds : float
        What its calls took.
    done : bool
        There is nothing more to try.
    calls_helper : bool
        As in `ExerciseRun`.
    """

    name: str
    status: str = RAN
    message: str = ""
    outcomes: list[Outcome] = field(default_factory=list)
    n_stopped: int = 0
    n_bytes: int = 0
    seconds: float = 0.0
    done: bool = False
    calls_helper: bool = False

    def went_wrong(self, status: str, message: str) -> None:
        """Note that a call was stopped, and keep the first reason."""
        if self.status == RAN:
            self.status, self.message = status, clean(message)
        self.n_stopped += 1

    def is_out_of_time(self, seconds: float) -> None:
        """Note that its calls took too long in all; no more are made."""
        self.went_wrong(TIMEOUT, f"all its calls took more than {seconds:g} seconds{REST}")
        self.done = True

    def is_not_there(self, status: str, sources: Mapping[int, str], notes: Mapping[int, str]):
        """Note that there is no such function, and which cell should have defined it."""
        name = re.escape(self.name)
        defines = re.compile(rf"\bdef\s+{name}\b|^{name}\s*=", re.MULTILINE)
        found = [note for i, note in notes.items() if defines.search(sources[i])]
        why = found[-1] if found else ""  # one: where it ends must not be the student's to say
        if status == NO_FUNCTION:
            why = f"{self.name} is something else than a function"
        self.status, self.message = status, why or f"no cell defines {self.name}"
        self.done = True

    def result(self) -> ExerciseRun:
        """What is handed on."""
        outcomes = tuple(self.outcomes)
        return ExerciseRun(self.name, self.status, outcomes, self.message, self.calls_helper)
