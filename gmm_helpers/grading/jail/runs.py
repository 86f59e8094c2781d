"""What goes into the jail and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...exercises import Case, Outcome
from ...exercises.statuses import Isolation, RunStatus
from .reasons import Reason

__all__ = ["CellNote", "ExerciseRun", "JailError", "Program", "SubmissionRun", "inputs_of"]


class JailError(RuntimeError):
    """The jail itself does not work; no submission is to blame."""


def inputs_of(cases: Mapping[str, Sequence[Case]]) -> dict[str, list[tuple]]:
    """What enters the jail of cases: arguments and layouts, nothing else."""
    return {
        name: [(case.arguments, case.layout) for case in of_one] for name, of_one in cases.items()
    }


class Program(NamedTuple):
    """One notebook as it is to be run.

    The cells are code, in order, as the student wrote it. An empty one costs nothing, so cells
    that are left out may keep their place: messages count from 1. Cells whose numbers are
    `optional` define no function and import nothing: they are left out when time or memory is
    short. Cells that only check are among `checks`: what they raise is not noted. The exercises
    are the functions to be called after the cells; `homes` are the last cells that define them.
    Under the names that are `replaced`, our own functions stand when they are called.
    """

    cells: tuple[str, ...]
    exercises: tuple[str, ...]
    optional: frozenset[int] = frozenset()
    name: str = ""  # what notes call it
    checks: frozenset[int] = frozenset()
    homes: Mapping[str, int] = {}
    replaced: tuple[str, ...] = ()


class ExerciseRun(NamedTuple):
    """What came of one exercise.

    There is an outcome for each case that was tried, in order. After a stopped case come some
    more; a function that is not written yet is only tried on the first.
    """

    exercise: str
    status: RunStatus  # the first thing that went wrong, or that nothing did
    outcomes: tuple[Outcome, ...] = ()
    reason: Reason | None = None  # why the status is not "ran"
    calls_helper: bool = False  # that answers the exercise: a claim, like all the rest
    # The same of the function as a check saw it, where it is another one after the last cell.
    earlier: tuple[ExerciseRun, ...] = ()

    @property
    def ever_called_helper(self) -> bool:
        """Whether any of these states did."""
        return any(each.calls_helper for each in (self, *self.earlier))


class CellNote(NamedTuple):
    """Something that happened in a cell."""

    notebook: str  # what to call it; "" if there is only one, without a name
    reason: Reason

    def __str__(self) -> str:
        return f"{self.notebook}, {self.reason}" if self.notebook else str(self.reason)


class SubmissionRun(NamedTuple):
    """What came of one submission, with exercises in the order in which the programs name them."""

    exercises: tuple[ExerciseRun, ...]
    notes: tuple[CellNote, ...]  # what else happened
    isolation: Isolation
