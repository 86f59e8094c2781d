"""Run one notebook: start workers for it until everything is tried or given up.

A worker that hangs, dies or writes nonsense is replaced, and the new one continues after the place
where the old one stopped. So nothing that goes wrong in one place costs points in another.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...exercises import CallStatus, Case, Outcome
from ...exercises.statuses import RunStatus
from .exercise_progress import ExerciseProgress
from .limits import Limits, soft
from .protocol.records import read_cell, read_exercise, read_outcome
from .protocol.result_forms import ResultForms
from .protocol.values import MalformedError
from .protocol.worker_reports import Reports, StoppedError, Worker
from .reasons import Reason, ReasonKind
from .runs import ExerciseRun, JailError, Program

__all__ = ["NotebookSupervisor"]

_FORGED = Reason(ReasonKind.WROTE_INTO_REPORTS)
# The status of a call that took the worker with it.
_CALL_STATUSES = {
    RunStatus.TIMEOUT: CallStatus.TIMED_OUT,
    RunStatus.MEMORY: CallStatus.OUT_OF_MEMORY,
    RunStatus.CRASHED: CallStatus.CRASHED,
}


class NotebookSupervisor:
    """Runs one notebook, whose time is over at `until`, by `time.monotonic`.

    ``start(plan)`` starts a worker. In `notes` stands what went wrong in cells, by their
    number, from 1.
    """

    def __init__(
        self,
        program: Program,
        cases: Mapping[str, Sequence[Case]],
        forms: ResultForms,
        limits: Limits,
        start: Callable[[Mapping[str, Any]], Worker],
        until: float,
    ):
        self._cases, self._forms, self._limits = cases, forms, limits
        self._start, self._until = start, until
        self._cells = {i: text for i, text in enumerate(program.cells, start=1) if text.strip()}
        self._sources = dict(self._cells)
        self._optional, self._checks, self._homes = program.optional, program.checks, program.homes
        self._replaced = program.replaced
        self._interrupted: set[int] = set()  # numbers of cells
        self._took: dict[int, float] = {}  # seconds of each cell
        self._exercises = [ExerciseProgress(name) for name in program.exercises]
        self.notes: dict[int, Reason] = {}

    def run(self) -> list[ExerciseRun]:
        """Run the cells and call the functions; then again what was another one at its check."""
        self._try(self._exercises)
        for exercise in self._exercises:
            for moment in exercise.moments:
                exercise.earlier.append(ExerciseProgress(exercise.name, moment=moment))
                self._try(exercise.earlier[-1:])
        return [exercise.result() for exercise in self._exercises]

    def _try(self, exercises: Sequence[ExerciseProgress]) -> None:
        while left := [exercise for exercise in exercises if not exercise.done]:
            if time.monotonic() >= self._until:
                self._give_up(left)
                break
            worker = self._start(self._plan(left))
            try:
                self._follow(left, Reports(worker, self._limits, self._until))
            finally:
                worker.finish()

    def _plan(self, left: Sequence[ExerciseProgress]) -> dict[str, Any]:
        return {
            "cells": [
                (i, text, soft(self._cell_seconds(i)), i in self._optional)
                for i, text in self._cells.items()
            ],
            "cells_seconds": self._limits.cells_seconds,
            "exercises": [(e.name, len(e.outcomes), soft(self._case_seconds(e))) for e in left],
            "result": self._limits.result,
            "homes": dict(self._homes),
            "replaced": list(self._replaced),
            "until": None if left[0].moment is None else (left[0].name, left[0].moment),
        }

    def _cell_seconds(self, number: int) -> float:
        """A cell that was interrupted runs again for what it defines, but not for so long."""
        again = number in self._interrupted
        return self._limits.later_case_seconds if again else self._limits.cell_seconds

    def _case_seconds(self, exercise: ExerciseProgress) -> float:
        later = exercise.n_stopped > 0
        return self._limits.later_case_seconds if later else self._limits.case_seconds

    def _give_up(self, left: Sequence[ExerciseProgress]) -> None:
        seconds = self._limits.notebook_seconds
        for exercise in left:
            exercise.note_stop(Reason(ReasonKind.NOTEBOOK_OUT_OF_TIME, seconds=seconds))
        if self._took:
            slowest = max(self._took, key=self._took.__getitem__)
            took = Reason(ReasonKind.SLOWEST, cell=slowest, seconds=round(self._took[slowest]))
            self.notes.setdefault(slowest, took)

    def _follow(self, left: Sequence[ExerciseProgress], reports: Reports) -> None:
        """Read a worker's reports as far as it gets."""
        try:
            reports.begin()
        except StoppedError as stopped:
            raise JailError(f"a worker did not begin: {stopped}") from None
        for number in list(self._cells):
            if not self._follow_cell(number, reports):
                return
        for exercise in left:
            if not self._follow_exercise(exercise, reports):
                return

    def _follow_cell(self, number: int, reports: Reports) -> bool:
        """Whether the worker can go on with the next cell."""
        begun, seconds = time.monotonic(), self._cell_seconds(number)
        try:
            header, _ = reports.next(seconds)
            self._took[number] = time.monotonic() - begun
            reason = read_cell(header, number)
        except (StoppedError, MalformedError) as stopped:
            del self._cells[number]  # the next worker does without it
            self.notes[number] = getattr(stopped, "reason", _FORGED)._replace(cell=number)
            return False
        if reason is None:
            return True
        if reason.kind is ReasonKind.INTERRUPTED:
            self._interrupted.add(number)
            reason = reason._replace(seconds=soft(seconds))
        if number not in self._checks:
            self.notes.setdefault(number, reason)
        if number in self._optional and reason.kind is ReasonKind.OUT_OF_MEMORY:
            del self._cells[number]  # the functions need the memory that it has filled
            return False
        return True

    def _follow_exercise(self, exercise: ExerciseProgress, reports: Reports) -> bool:
        """Whether the worker can go on with the next exercise."""
        try:
            header, _ = reports.next(self._limits.case_seconds)
            status, moments = read_exercise(header, exercise.name)
        except (StoppedError, MalformedError) as stopped:
            exercise.note_stop(getattr(stopped, "reason", _FORGED))
            exercise.done = exercise.n_stopped >= self._limits.max_stopped
            return False
        if exercise.moment is None:
            exercise.moments = tuple(moments)
        if status is not RunStatus.RAN:
            exercise.note_missing(status, self._sources, self.notes)
            return True
        n_cases = len(self._cases[exercise.name])
        for i in range(len(exercise.outcomes), n_cases):
            begun = time.monotonic()
            goes_on = self._follow_case(exercise, i, reports)
            exercise.seconds += time.monotonic() - begun
            if i + 1 < n_cases and exercise.seconds > self._limits.exercise_seconds:
                exercise.end_time(self._limits.exercise_seconds)
                return False
            if not goes_on:
                return False
            if i == 0 and exercise.outcomes[0].status is CallStatus.UNWRITTEN:
                break
        exercise.done = True
        return True

    def _follow_case(self, exercise: ExerciseProgress, i: int, reports: Reports) -> bool:
        """Whether the worker can go on with the next case."""
        reason, seconds = None, self._case_seconds(exercise)
        try:
            outcome = self._read_outcome(exercise, i, *reports.next(seconds))
        except StoppedError as stopped:
            reason = stopped.reason
            status = _CALL_STATUSES[reason.kind.status]
            outcome = Outcome(status=status, seconds=reason.seconds or None)
        else:
            if outcome.status is CallStatus.TIMED_OUT:
                outcome = replace(outcome, seconds=soft(seconds))
                reason = Reason(ReasonKind.INTERRUPTED, seconds=soft(seconds))
            elif outcome.status is CallStatus.OUT_OF_MEMORY:
                reason = Reason(ReasonKind.OUT_OF_MEMORY, exception=outcome.exception)
        exercise.outcomes.append(outcome)
        if reason is None:
            return True
        exercise.note_stop(reason._replace(case=i + 1))
        no_more_cases = i + 1 == len(self._cases[exercise.name])
        exercise.done = no_more_cases or exercise.n_stopped >= self._limits.max_stopped
        return False

    def _read_outcome(self, exercise: ExerciseProgress, i: int, header, payload: bytes) -> Outcome:
        exercise.n_bytes += len(payload)
        try:
            outcome = read_outcome(exercise.name, i, header, payload)
            if outcome.returned and not self._forms.match(exercise.name, i, outcome.value):
                raise MalformedError("no call returns this")
        except MalformedError:
            raise StoppedError(_FORGED) from None
        exercise.calls_helper |= header["helper"]
        if exercise.n_bytes > 4 * self._limits.result:
            raise StoppedError(Reason(ReasonKind.RETURNED_TOO_MUCH))
        return outcome
