"""One submission, graded: bytes in, JSON out, and nothing else is read or changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from ..exercises import EXERCISES, Status
from ..exercises.statuses import FileStatus, RunStatus
from .intake.submission import Submission
from .jail import CellNote, ExerciseRun, JailError, Limits, Program, Reason, ReasonKind
from .judging.exercises import build_key, build_row, draw_cases, judge_best
from .judging.quoting.student_source import OwnSource
from .judging.written_answers import answer_rows
from .notes.copies import doubts_of, other_notebooks
from .notes.definitions import misplaced, newer_python, unusual_kinds, unusual_syntax
from .notes.dependencies import (
    call_mistakes,
    calls_by_exercise,
    change_notice,
    changes_below,
    redefinitions,
    tell_change,
)
from .notes.edits import edits_of
from .notes.fingerprints import fingerprints_of
from .notes.internals import reaches_inside
from .notes.machine import missing_here, newer_libraries
from .notes.missing_functions import substitutes
from .notes.side_files import needs_of, side_files_of
from .notices import Notice, NoticeKind
from .parsing.candidates import FileReport, read_notebooks
from .parsing.notebook import SubmittedNotebook
from .parsing.release import Chapter, Release
from .parsing.selection import ChosenNotebook, choose_notebooks, program_of
from .rows import Row
from .submission_result import graded_result

__all__ = ["Grader", "Settings", "jailed"]

MAX_NOTE = 500  # characters of a note on a run
_WRITTEN = (NoticeKind.METHOD, NoticeKind.INNER_FUNCTION)


@dataclass(frozen=True)
class Settings:
    """What a grade depends on, besides the submission."""

    seed: int  # of the cases
    release: Release  # what is graded
    limits: Limits = field(default_factory=Limits)
    isolation: str = "auto"  # as for `Runner`
    also: Release = field(default_factory=lambda: Release(()))  # all that students were handed
    helper_counts: bool = False  # whether a call of the helper that solves an exercise earns points

    @property
    def exercises(self) -> tuple[str, ...]:
        """Names of all exercises there are."""
        return tuple(name for chapter in self.release.chapters for name in chapter.exercises)


def jailed(settings: Settings) -> Any:
    """A worker in which student code runs, isolated as well as this machine can."""
    from .jail import Runner

    cases = {name: draw_cases(name, settings.seed) for name in settings.exercises}
    return Runner(cases, settings.limits, settings.isolation)


class Grader:
    """Grades one submission after the other, with one warm worker for student code.

    ``make_runner(settings)`` returns a context manager with ``run(programs)``.
    """

    def __init__(self, settings: Settings, make_runner: Callable[[Settings], Any] = jailed):
        self.settings = settings
        self._stack = ExitStack()
        self._runner = self._stack.enter_context(make_runner(settings))

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_raised) -> None:
        self._stack.close()

    def grade(self, submission: Submission) -> dict[str, Any]:
        """Grade everything of one student; `reports.results.complete` reads the result."""
        begun = time.perf_counter()
        release, paths = self.settings.release, submission.other_files
        notebooks, files = read_notebooks(submission, release, self.settings.also)
        chosen = choose_notebooks(notebooks, release)
        programs = [program_of(each) for each in chosen]
        runs, isolation, run_notes = self._run([p for p in programs if p.exercises])
        instead = {
            **substitutes(chosen, {*self.settings.exercises} - runs.keys()),
            **misplaced(chosen),
        }
        rows, changes = self._rows(notebooks, chosen, programs, runs, instead)
        graded = {each.path for each in chosen}
        notes = [
            *submission.notes,
            *side_files_of(notebooks, paths),
            *other_notebooks(notebooks, chosen),
            *run_notes,
            *changes,
            *(note for each in chosen for note in edits_of(each)),
        ]
        review = [
            *needs_of(notebooks, paths),
            *doubts_of(notebooks, chosen),
            *reaches_inside(chosen),
            *newer_python(chosen),
            *newer_libraries(chosen, runs),
            *instead.values(),
        ]
        return graded_result(
            submission,
            rows,
            [_with_status(file, graded) for file in files],
            notes,
            review,
            helpers=[n for n, run in runs.items() for r in (run, *run.earlier) if r.calls_helper],
            fingerprints=fingerprints_of(chosen),
            isolation=isolation,
            seconds=round(time.perf_counter() - begun, 3),
        )

    def _run(self, programs: Sequence[Program]) -> tuple[dict[str, ExerciseRun], str, list[Notice]]:
        """Run the notebooks; a worker that breaks says so in place of every exercise."""
        asked = [name for program in programs for name in program.exercises]
        if not asked:
            return {}, "", []
        try:
            result = self._runner.run(programs)
        except JailError:
            raise
        except Exception as error:
            note = NoticeKind.WORKER_STOPPED(error=type(error).__name__)
            return {name: _crashed(name, ReasonKind.WORKER_LOST) for name in asked}, "", [note]
        runs = {name: _crashed(name, ReasonKind.NO_RESULT) for name in asked}
        runs |= {run.exercise: run for run in result.exercises if run.exercise in runs}
        notes = [_run_note(note) for note in result.notes]
        return runs, result.isolation.value, notes

    def _rows(
        self,
        notebooks: Sequence[SubmittedNotebook],
        chosen: Sequence[ChosenNotebook],
        programs: Sequence[Program],
        runs: Mapping[str, ExerciseRun],
        instead: Mapping[str, Notice],
    ) -> tuple[list[Row], list[Notice]]:
        """A row for everything in the chapters of which anything was handed in.

        Also what is to be told of functions that count as they were before later cells.
        """
        sources = [(program.exercises, OwnSource(program.cells)) for program in programs]
        own = {name: source for exercises, source in sources for name in exercises}
        calls, redefined = calls_by_exercise(chosen), redefinitions(programs)
        kinds, syntax = unusual_kinds(chosen, runs), unusual_syntax(chosen)
        missing = missing_here(chosen, runs)
        program_with = {name: program for program in programs for name in program.exercises}
        rows: list[Row] = []
        changes: list[Notice] = []
        for chapter in dict.fromkeys(each.chapter for each in chosen):
            for name in chapter.exercises:
                if name not in runs:
                    rows.append(_undefined(chapter, name, instead))
                    continue
                wrong = {row.exercise for row in rows if row.score < row.max_score}
                called = call_mistakes(calls.get(name, ()), wrong)
                causes = [
                    *missing.get(name, ()),
                    *syntax.get(name, ()),
                    *kinds.get(name, ()),
                    *called,
                ]
                causes = [*redefined.get(name, ()), *causes]
                key = build_key(name, self.settings.seed)
                program, run = program_with[name], runs[name]
                cell, names = changes_below(program, name) if run.earlier else (0, [])
                change = tell_change(name, cell, names)
                counts = self.settings.helper_counts
                row = judge_best(run, key, chapter.name, own[name], causes, change, counts)
                if row.status is Status.NOT_ATTEMPTED and name in instead:
                    row = _undefined(chapter, name, instead)
                rows.append(row)
                if row.end_score is not None:
                    changes.append(change_notice(row, program.name, cell, names))
            rows += answer_rows(chapter, notebooks)
        return rows, changes


def _run_note(note: CellNote) -> Notice:
    reason = note.reason
    fields = {"event": reason.kind.name.lower(), "cell": reason.cell, "notebook": note.notebook}
    return NoticeKind.RUN(text=str(note)[:MAX_NOTE], **fields)


def _crashed(exercise: str, why: ReasonKind) -> ExerciseRun:
    return ExerciseRun(exercise, RunStatus.CRASHED, (), Reason(why))


def _with_status(file: FileReport, graded: set[str]) -> FileReport:
    if file.status != FileStatus.READ:
        return file
    used = file.path in graded
    return file._replace(status=FileStatus.GRADED if used else FileStatus.NOT_GRADED)


def _undefined(chapter: Chapter, name: str, instead: Mapping[str, Notice]) -> Row:
    message = f"No cell defines {name}: {instead.get(name, NoticeKind.NOTHING_DEFINED())}"
    points = float(EXERCISES[name].points)
    written = name in instead and instead[name].kind in _WRITTEN
    status = Status.ERROR if written else Status.NOT_ATTEMPTED
    return build_row(chapter.name, name, points, status, message)
