"""One submission, graded: bytes in, JSON out, and nothing else is read or changed."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ..exercises import Status
from ..exercises.statuses import FileStatus
from ..exercises.symptoms.source import source_in
from .intake.submission import File, Submission
from .jail import ExerciseRun, Program
from .judging.carried_forward import Tried, carry_forward, programs_with, tell_carried
from .judging.examples import examples_of
from .judging.exercises import build_key, build_row
from .judging.feedback import Shown, row_of, run_that_counts
from .judging.marks import Mark, best_mark
from .judging.question_outcomes import Outcome, answers_given, outcomes_of
from .judging.self_tests import self_test_rows
from .judging.written_answers import answer_rows, answers_of
from .notes.colab import told_together
from .notes.copies import doubts_of, other_notebooks
from .notes.definitions import misplaced, newer_python, unusual_kinds, unusual_syntax
from .notes.dependencies import (
    call_mistakes,
    calls_by_exercise,
    calls_in,
    carried_notice,
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
from .notes.versions import other_versions
from .notices import Notice, NoticeKind
from .parsing.candidates import FileReport, read_notebooks
from .parsing.notebook import SubmittedNotebook, sources_of
from .parsing.progress_files import kept_answers
from .parsing.release import Chapter
from .parsing.selection import ChosenNotebook, choose_notebooks, program_of
from .parsing.syntax import parse_cell
from .rows import Row
from .settings import Settings
from .submission_result import graded_result
from .workers import MakeRunner, Workers, jailed

__all__ = ["Grader"]

_WRITTEN = (NoticeKind.METHOD, NoticeKind.INNER_FUNCTION)


class Grader:
    """Grades one submission after the other, with warm workers for student code.

    ``make_runner(cases, settings)`` returns a context manager with ``run(programs)``.
    """

    def __init__(self, settings: Settings, make_runner: MakeRunner = jailed):
        self.settings = settings
        given = sources_of((*settings.release.cells, *settings.also.cells))
        self._read = partial(read_notebooks, also=settings.also, given=given)
        self._workers = Workers(settings, make_runner)

    def __enter__(self) -> Grader:
        return self

    def __exit__(self, *_raised) -> None:
        self._workers.close()

    def grade(self, submission: Submission) -> dict[str, Any]:
        """Grade everything of one student; `reports.results.complete` reads the result."""
        begun = time.perf_counter()
        release, paths = self.settings.release, submission.other_files
        notebooks, files = self._read(submission, release)
        chosen = choose_notebooks(notebooks, release)
        programs = [program_of(each) for each in chosen]
        runs, isolation, run_notes = self._workers.run(programs)
        tried = self._judge(programs, runs)
        carried = carry_forward(programs, tried, partial(self._calls, chosen), self._try)
        tried |= {name: each.tried for name, each in carried.items()}
        marks = {name: each.mark for name, each in tried.items()}
        shown = self._show(programs_with(programs, carried), tried)
        public_runs = {name: each.run for name, each in shown.items()}
        instead = {
            **substitutes(chosen, {*self.settings.exercises} - runs.keys()),
            **misplaced(chosen),
        }
        chapters = dict.fromkeys(each.chapter for each in chosen)
        written = {k: v for c in chapters for k, v in answers_of(c, notebooks).items()}
        rows, changes = self._rows(written, chosen, programs, marks, shown, instead)
        questions, outcomes = _questions([*chapters], notebooks, submission.progress)
        graded = {each.path for each in chosen}
        notes = [
            *submission.notes,
            *side_files_of(notebooks, paths),
            *other_notebooks(notebooks, chosen),
            *other_versions(chosen),
            *run_notes,
            *changes,
            *(note for each in chosen for note in edits_of(each)),
        ]
        review = [
            *needs_of(notebooks, paths),
            *doubts_of(notebooks, chosen),
            *reaches_inside(chosen),
            *newer_python(chosen),
            *newer_libraries(chosen, public_runs),
            *instead.values(),
        ]
        return graded_result(
            submission,
            [*rows, *questions],
            [_with_status(file, graded) for file in files],
            told_together(notes, notebooks, programs),
            review,
            helpers=[name for name, run in runs.items() if run.ever_called_helper],
            fingerprints=fingerprints_of(chosen),
            examples=examples_of(rows, {name: each.source for name, each in tried.items()}),
            answers=[each.as_json() for each in outcomes],
            written=written,
            isolation=isolation,
            seconds=round(time.perf_counter() - begun, 3),
        )

    def _judge(
        self, programs: Sequence[Program], runs: Mapping[str, ExerciseRun]
    ) -> dict[str, Tried]:
        """What came of functions on the hidden cases, with a mark."""
        tried: dict[str, Tried] = {}
        for program in programs:
            for name in {*program.exercises} & runs.keys():
                source = source_in(program.cells, name, parse_cell)  # read and not run
                if source and program.replaced:
                    written = (each for each in source.unwritten if each not in program.replaced)
                    source = replace(source, unwritten=tuple(written))
                worth = self.settings.release.worth(name)
                key = build_key(name, self.settings.seed, points=worth)
                mark = best_mark(runs[name], key, source, self.settings.helper_counts)
                tried[name] = Tried(runs[name], mark, source, key.cases)
        return {name: tried[name] for name in runs}

    def _try(self, program: Program) -> dict[str, Tried]:
        return self._judge([program], self._workers.run([program])[0])

    def _calls(self, chosen: Sequence[ChosenNotebook]) -> list[dict[str, tuple[str, ...]]]:
        """Which functions of exercises each one uses, also of other chapters, by notebook."""
        names = self.settings.exercises
        return [calls_in(each.own_sources, names, names, each.exercises) for each in chosen]

    def _show(self, programs: Sequence[Program], tried: Mapping[str, Tried]) -> dict[str, Shown]:
        """What public cases show of the functions that are not fully right."""
        asked = {name for name, each in tried.items() if not each.mark.is_settled}
        seed, shown = self.settings.public_seed, {}
        for name, run in self._workers.run_publicly(programs, asked).items():
            counts = run_that_counts(run, tried[name].mark)
            if counts:
                worth = self.settings.release.worth(name)
                key = build_key(name, seed, public=True, points=worth)
                shown[name] = Shown(counts, key, seed, tried[name].source)
        return shown

    def _rows(
        self,
        written: Mapping[str, Sequence[str]],
        chosen: Sequence[ChosenNotebook],
        programs: Sequence[Program],
        marks: Mapping[str, Mark],
        shown: Mapping[str, Shown],
        instead: Mapping[str, Notice],
    ) -> tuple[list[Row], list[Notice]]:
        """A row for everything in the chapters of which anything was handed in.

        Also what is to be told of functions that count as they were before later cells.
        """
        calls, redefined = calls_by_exercise(chosen), redefinitions(programs)
        kinds, syntax = unusual_kinds(chosen, marks), unusual_syntax(chosen)
        missing = missing_here(chosen, {name: each.run for name, each in shown.items()})
        program_with = {name: program for program in programs for name in program.exercises}
        rows: list[Row] = []
        changes: list[Notice] = []
        for chapter in dict.fromkeys(each.chapter for each in chosen):
            for name in chapter.exercises:
                if name not in marks:
                    rows.append(_undefined(chapter, name, instead))
                    continue
                wrong = {row.exercise for row in rows if row.score < row.max_score}
                wrong -= {each.name for each in marks[name].replaced}
                causes = [
                    *redefined.get(name, ()),
                    *missing.get(name, ()),
                    *syntax.get(name, ()),
                    *kinds.get(name, ()),
                    *call_mistakes(calls.get(name, ()), wrong),
                ]
                mark, program, change = marks[name], program_with[name], []
                if mark.state is not None:
                    cell, names = changes_below(program, name)
                    change = [tell_change(name, cell, names)]
                told = [*change, *tell_carried(mark, chapter.exercises)]
                row = row_of(chapter.name, mark, shown.get(name), causes, told)
                if row.status is Status.NOT_ATTEMPTED and name in instead:
                    row = _undefined(chapter, name, instead)
                rows.append(row)
                if row.end_score is not None:
                    changes.append(change_notice(row, program.name, cell, names))
                if row.replaced:
                    changes.append(carried_notice(row, program.name, mark.own_score))
            rows += answer_rows(chapter, written)
        return rows, changes


def _questions(
    chapters: Sequence[Chapter],
    notebooks: Sequence[SubmittedNotebook],
    progress: Sequence[File],
) -> tuple[list[Row], list[Outcome]]:
    """What became of predictions and self-tests, and a row for each chapter in which they count."""
    kept = kept_answers(progress)
    rows: list[Row] = []
    outcomes: list[Outcome] = []
    for chapter in chapters:
        given = answers_given(chapter, notebooks, kept)
        own = outcomes_of(chapter, given)
        rows += self_test_rows(chapter, bool(given), own)
        outcomes += own
    return rows, outcomes


def _with_status(file: FileReport, graded: set[str]) -> FileReport:
    if file.status != FileStatus.READ:
        return file
    used = file.path in graded
    return file._replace(status=FileStatus.GRADED if used else FileStatus.NOT_GRADED)


def _undefined(chapter: Chapter, name: str, instead: Mapping[str, Notice]) -> Row:
    message = f"No cell defines {name}: {instead.get(name, NoticeKind.NOTHING_DEFINED())}"
    points = chapter.worth[name]
    written = name in instead and instead[name].kind in _WRITTEN
    status = Status.ERROR if written else Status.NOT_ATTEMPTED
    return build_row(chapter.name, name, points, status, message)
