"""What goes into the jail and what comes out of it."""

from __future__ import annotations

from typing import NamedTuple

from ...exercises import Outcome
from ...exercises.statuses import RunStatus
from .reasons import Reason

__all__ = ["CellNote", "ExerciseRun", "JailError", "Program", "SubmissionRun"]


class JailError(RuntimeError):
    """The jail itself does not work; no submission is to blame."""


class Program(NamedTuple):
    """One notebook as it is to be run.

    Parameters
    ----------
    cells : tuple of str
        Source of the code cells, in order, as the student wrote it. An empty one costs
        nothing, so cells that are left out may keep their place: messages count from 1.
    exercises : tuple of str
        Names of the functions to be called after the cells.
    optional : frozenset of int, optional
        Numbers of cells, from 1, that define no function and import nothing: they are left out
        when time or memory is short.
    name : str, optional
        What notes call it.
    """

    cells: tuple[str, ...]
    exercises: tuple[str, ...]
    optional: frozenset[int] = frozenset()
    name: str = ""


class ExerciseRun(NamedTuple):
    """What came of one exercise.

    Parameters
    ----------
    exercise : str
    status : RunStatus
        The first thing that went wrong, or that nothing did.
    outcomes : tuple of Outcome
        One for each case that was tried, in order. After a stopped case come some more; a
        function that is not written yet is only tried on the first.
    reason : Reason, optional
        Why the status is not "ran".
    calls_helper : bool, default=False
        Whether the helper that answers the exercise was called: a claim, like all the rest.
    """

    exercise: str
    status: RunStatus
    outcomes: tuple[Outcome, ...] = ()
    reason: Reason | None = None
    calls_helper: bool = False


class CellNote(NamedTuple):
    """Something that happened in a cell."""

    notebook: str  # what to call it; "" if there is only one, without a name
    reason: Reason

    def __str__(self) -> str:
        return f"{self.notebook}, {self.reason}" if self.notebook else str(self.reason)


class SubmissionRun(NamedTuple):
    """What came of one submission.

    Parameters
    ----------
    exercises : tuple of ExerciseRun
        In the order in which the programs name them.
    notes : tuple of CellNote
        What else happened.
    isolation : str
        "bubblewrap" or "not isolated".
    """

    exercises: tuple[ExerciseRun, ...]
    notes: tuple[CellNote, ...]
    isolation: str
