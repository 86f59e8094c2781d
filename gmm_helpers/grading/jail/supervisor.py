"""See one notebook through: start workers for it until everything is tried or given up.

A worker that hangs, dies or talks nonsense is replaced, and the new one goes on behind what the
old one stumbled over. So nothing that goes wrong in one place costs points in another.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...exercises import Case, Outcome
from .exercise_progress import REST, Progress
from .limits import Limits, soft
from .result_forms import Forms
from .runs import CRASHED, MEMORY, NO_FUNCTION, TIMEOUT, UNDEFINED, ExerciseRun, JailError, Program
from .values import MalformedError, clean
from .worker_reports import Reports, StoppedError, Worker, outcome_of

__all__ = ["ProgramRun"]

_OUT_OF_MEMORY = re.compile(r"(?:raised )?\w*MemoryError\b")


class ProgramRun:
    """One notebook.

    Parameters
    ----------
    program : Program
    cases : mapping of str to sequence of Case
    forms : Forms
    limits : Limits
    start : callable
        ``start(plan) -> Worker``.
    until : float
        When the time of the notebook is over, by `time.monotonic`.

    Attributes
    ----------
    notes : dict
        What went wrong in cells, by their number, from 1.
    """

    def __init__(
        self,
        program: Program,
        cases: Mapping[str, Sequence[Case]],
        forms: Forms,
        limits: Limits,
        start: Callable[[Mapping[str, Any]], Worker],
        until: float,
    ):
        self._cases, self._forms, self._limits = cases, forms, limits
        self._start, self._until = start, until
        self._cells = {i: text for i, text in enumerate(program.cells, start=1) if text.strip()}
        self._sources = dict(self._cells)
        self._optional = program.optional
        self._stopped: set[int] = set()  # cells that were interrupted
        self._took: dict[int, float] = {}  # seconds of each cell
        self._exercises = [Progress(name) for name in program.exercises]
        self.notes: dict[int, str] = {}

    def run(self) -> list[ExerciseRun]:
        """Run the cells and call the functions."""
        while left := [exercise for exercise in self._exercises if not exercise.done]:
            if time.monotonic() >= self._until:
                self._give_up(left)
                break
            worker = self._start(self._plan(left))
            try:
                self._follow(left, Reports(worker, self._limits.result, self._until))
            finally:
                worker.finish()
        return [exercise.result() for exercise in self._exercises]

    def _plan(self, left: Sequence[Progress]) -> dict[str, Any]:
        return {
            "cells": [
                (i, text, soft(self._cell_seconds(i)), i in self._optional)
                for i, text in self._cells.items()
            ],
            "cells_seconds": self._limits.cells_seconds,
            "exercises": [(e.name, len(e.outcomes), soft(self._seconds(e))) for e in left],
            "result": self._limits.result,
        }

    def _cell_seconds(self, number: int) -> float:
        """One that had to be stopped is run again for what it defines, but not for so long."""
        again = number in self._stopped
        return self._limits.later_case_seconds if again else self._limits.cell_seconds

    def _seconds(self, exercise: Progress) -> float:
        later = exercise.n_stopped > 0
        return self._limits.later_case_seconds if later else self._limits.case_seconds

    def _give_up(self, left: Sequence[Progress]) -> None:
        seconds = self._limits.notebook_seconds
        for exercise in left:
            exercise.went_wrong(TIMEOUT, f"its notebook took more than {seconds:g} seconds{REST}")
        if self._took:
            slowest = max(self._took, key=self._took.get)
            took = f"was the slowest, with {self._took[slowest]:.0f} seconds"
            self.notes.setdefault(slowest, f"cell {slowest} {took}")

    def _follow(self, left: Sequence[Progress], reports: Reports) -> None:
        """Go with a worker as far as it gets."""
        try:
            reports.begin()
        except StoppedError as stopped:
            raise JailError(f"a worker did not begin: it {stopped}") from None
        for number in list(self._cells):
            if not self._followed_cell(number, reports):
                return
        for exercise in left:
            if not self._followed_exercise(exercise, reports):
                return

    def _followed_cell(self, number: int, reports: Reports) -> bool:
        begun = time.monotonic()
        try:
            header, _ = reports.next(self._cell_seconds(number))
            self._took[number] = time.monotonic() - begun
            if header.keys() != {"cell", "problem", "stopped"} or header["cell"] != number:
                raise StoppedError(CRASHED, "wrote into what the grader reads")
            problem = clean(header["problem"])
        except (StoppedError, MalformedError) as stopped:
            del self._cells[number]  # the next worker does without it
            self.notes[number] = f"cell {number} {stopped}"
            return False
        if header["stopped"]:
            self._stopped.add(number)
        if problem:
            self.notes.setdefault(number, f"cell {number} {problem}")
        if number in self._optional and _OUT_OF_MEMORY.match(problem):
            del self._cells[number]  # what it has filled would be missing for the functions
            return False
        return True

    def _followed_exercise(self, exercise: Progress, reports: Reports) -> bool:
        """Whether the worker can go on with the next one."""
        try:
            header, _ = reports.next(self._limits.case_seconds)
            if header.keys() != {"exercise", "found"} or header["exercise"] != exercise.name:
                raise StoppedError(CRASHED, "wrote into what the grader reads")
        except StoppedError as stopped:
            exercise.went_wrong(stopped.status, f"a cell or another function {stopped}")
            exercise.done = exercise.n_stopped >= self._limits.most_stopped
            return False
        if header["found"] in (UNDEFINED, NO_FUNCTION):
            exercise.is_not_there(header["found"], self._sources, self.notes)
            return True
        n_cases = len(self._cases[exercise.name])
        for i in range(len(exercise.outcomes), n_cases):
            begun = time.monotonic()
            going_on = self._followed_case(exercise, i, reports)
            exercise.seconds += time.monotonic() - begun
            if i + 1 < n_cases and exercise.seconds > self._limits.exercise_seconds:
                exercise.is_out_of_time(self._limits.exercise_seconds)
                return False
            if not going_on:
                return False
            if i == 0 and exercise.outcomes[0].unwritten:
                break
        exercise.done = True
        return True

    def _followed_case(self, exercise: Progress, i: int, reports: Reports) -> bool:
        n_stopped = exercise.n_stopped
        try:
            outcome = self._outcome(exercise, i, *reports.next(self._seconds(exercise)))
        except StoppedError as stopped:
            late = stopped.status == TIMEOUT
            error = f"it {stopped}" if late else f"an error that cannot be caught: it {stopped}"
            outcome = Outcome(error=error, timed_out=late)
            exercise.went_wrong(stopped.status, f"case {i + 1}: the function {stopped}")
        else:
            if outcome.timed_out:
                exercise.went_wrong(TIMEOUT, f"case {i + 1}: {outcome.error}")
            elif _OUT_OF_MEMORY.match(outcome.error):
                exercise.went_wrong(MEMORY, f"case {i + 1}: {outcome.error}")
        exercise.outcomes.append(outcome)
        if exercise.n_stopped == n_stopped:
            return True
        no_more_cases = i + 1 == len(self._cases[exercise.name])
        exercise.done = no_more_cases or exercise.n_stopped >= self._limits.most_stopped
        return False

    def _outcome(self, exercise: Progress, i: int, header, payload: bytes) -> Outcome:
        exercise.n_bytes += len(payload)
        try:
            outcome = outcome_of(exercise.name, i, header, payload)
            if not outcome.error and not self._forms.fit(exercise.name, i, outcome.value):
                raise MalformedError("no call returns this")
        except MalformedError:
            raise StoppedError(CRASHED, "wrote into what the grader reads") from None
        exercise.calls_helper |= header["helper"]
        if exercise.n_bytes > 4 * self._limits.result:
            raise StoppedError(MEMORY, "returned more than there is room for")
        return outcome
