"""One submission, graded: bytes in, JSON out, and nothing else is read or changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from ..exercises import EXERCISES, Status
from ..exercises.statuses import RunStatus
from .intake.submission import Submission, digest_of
from .jail import ExerciseRun, JailError, Limits, Program, Reason, ReasonKind
from .judging.exercises import build_key, build_row, draw_cases, judge_run
from .judging.written_answers import answer_rows
from .notes.gathering import (
    calls,
    edits,
    files_beside,
    fingerprints,
    helpers,
    machinery,
    missed,
    older,
    undefined,
)
from .notes.rebinding import bound_again, inherited
from .parsing.candidates import choose
from .parsing.release import Chapter, Release
from .parsing.submissions import programs_for, read, sources_by_exercise
from .rows import Row

__all__ = ["Grader", "Settings", "jailed"]

LOST = "The worker stopped while this was run"


@dataclass(frozen=True)
class Settings:
    """What a grade depends on, besides the submission.

    Parameters
    ----------
    seed : int
        Of the cases.
    release : Release
        What students were handed.
    limits : Limits
    isolation : str, default="auto"
        "bubblewrap" to insist on it, "none" for a plain process, "auto" for the best there is.
    also : Release, optional
        What else they were handed, and is not graded now: no notebook of that is strange.
    """

    seed: int
    release: Release
    limits: Limits = field(default_factory=Limits)
    isolation: str = "auto"
    also: Release = field(default_factory=lambda: Release(()))

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

    Parameters
    ----------
    settings : Settings
    make_runner : callable, default=jailed
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
        """Grade everything of one student.

        Parameters
        ----------
        submission : Submission

        Returns
        -------
        dict
            Plain JSON; `results.completed` reads it.
        """
        begun = time.perf_counter()
        candidates, files = read(submission, self.settings.release, self.settings.also)
        chosen = {c: choose(candidates, c) for c in self.settings.release.chapters}
        chosen = {chapter: found for chapter, found in chosen.items() if found}
        programs = [p for chapter, found in chosen.items() for p in programs_for(chapter, found)]
        runs, isolation, notes = self._run([program for program in programs if program.exercises])
        owns = sources_by_exercise(programs)
        unbound = [n for chapter in chosen for n in chapter.exercises if n not in runs]
        instead = undefined(chosen, unbound)
        called, again = calls(chosen), bound_again(programs)
        rows: list[Row] = []
        for chapter in chosen:
            for name in chapter.exercises:
                wrong = {row.exercise for row in rows if row.score < row.max_score}
                elsewhere = [*again.get(name, ()), *inherited(called.get(name, ()), wrong)]
                rows.append(self._row(chapter, name, runs, owns, instead, elsewhere))
            rows += answer_rows(chapter, candidates)
        used = {candidate.path for found in chosen.values() for candidate in found.values()}
        for file in files:
            if file["status"] == "read":
                file["status"] = "graded" if file["path"] in used else "not graded"
        return {
            "student": submission.student,
            "digest": digest_of(submission),
            "modified": submission.modified,
            "assignment": submission.assignment,
            "rows": [row.as_json() for row in rows],
            "files": files,
            "notes": [
                *submission.notes,
                *files_beside(candidates, submission.beside),
                *older(candidates, used),
                *notes,
                *edits(chosen),
            ],
            "look": [
                *missed(candidates, submission.beside),
                *machinery(chosen),
                *({"what": f"{n}: not defined", "why": f"{why}."} for n, why in instead.items()),
            ],
            "helpers": helpers(chosen),
            "fingerprints": fingerprints(chosen),
            "isolation": isolation,
            "seconds": round(time.perf_counter() - begun, 3),
        }

    def _run(self, programs: Sequence[Program]) -> tuple[dict[str, ExerciseRun], str, list[str]]:
        """Run the notebooks; a worker that breaks says so in place of every exercise."""
        asked = [name for program in programs for name in program.exercises]
        if not asked:
            return {}, "", []
        try:
            done = self._runner.run(programs)
        except JailError:
            raise
        except Exception as error:
            note = f"{LOST} ({type(error).__name__}): please grade it again or by hand."
            reason = Reason(ReasonKind.WORKER_LOST)
            return {n: ExerciseRun(n, RunStatus.CRASHED, (), reason) for n in asked}, "", [note]
        reason = Reason(ReasonKind.NO_RESULT)
        lost = {name: ExerciseRun(name, RunStatus.CRASHED, (), reason) for name in asked}
        runs = lost | {run.exercise: run for run in done.exercises if run.exercise in lost}
        return runs, str(done.isolation), [str(note)[:500] for note in done.notes]

    def _row(self, chapter: Chapter, name: str, runs, owns, instead, elsewhere) -> Row:
        if name not in runs:
            why = instead.get(name, "nothing was handed in for it")
            message = f"No cell defines {name}: {why}."
            points = float(EXERCISES[name].points)
            return build_row(chapter.name, name, points, Status.NOT_ATTEMPTED, message)
        key = build_key(name, self.settings.seed)
        return judge_run(runs[name], key, chapter.name, owns[name], elsewhere)
