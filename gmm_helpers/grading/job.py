"""One submission, graded: bytes in, JSON out, and nothing else is read or changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from ..exercises import EXERCISES
from .answers import answer_rows
from .edits import edits_of
from .jail import ExerciseRun, JailError, Limits, Program
from .judging import card_of, cases_of, judged, key_of
from .names import names_of
from .notebook import UnreadableError, read_cells
from .programs import own_sources, program_of
from .recognise import Candidate, choose, held_by
from .release import Chapter, Release
from .rows import Row
from .submission import Submission, digest_of
from .suspicion import fingerprint, helper_uses

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
    """

    seed: int
    release: Release
    limits: Limits = field(default_factory=Limits)
    isolation: str = "auto"

    @property
    def exercises(self) -> tuple[str, ...]:
        """Names of all exercises there are."""
        return tuple(name for chapter in self.release.chapters for name in chapter.exercises)


def jailed(settings: Settings) -> Any:
    """A worker in which student code runs, isolated as well as this machine can."""
    from .jail import Runner

    cases = {name: cases_of(name, settings.seed) for name in settings.exercises}
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
        candidates, files = _read(submission, self.settings.release)
        chosen = {c: choose(candidates, c) for c in self.settings.release.chapters}
        chosen = {chapter: found for chapter, found in chosen.items() if found}
        runs, isolation, notes = self._run(chosen)
        rows: list[Row] = []
        for chapter, found in chosen.items():
            rows += [self._row(chapter, name, found.get(name), runs) for name in chapter.exercises]
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
            "rows": [row._asdict() for row in rows],
            "files": files,
            "notes": [*submission.notes, *_older(candidates, used), *notes, *_edits(chosen)],
            "helpers": _helpers(chosen),
            "fingerprints": _fingerprints(chosen),
            "isolation": isolation,
            "seconds": round(time.perf_counter() - begun, 3),
        }

    def _run(self, chosen) -> tuple[dict[str, ExerciseRun], str, list[str]]:
        """Run the notebooks; a worker that breaks says so in place of every exercise."""
        programs = [
            program
            for chapter, found in chosen.items()
            for program in _programs(chapter, found)
            if program.exercises
        ]
        if not programs:
            return {}, "", []
        try:
            done = self._runner.run(programs)
        except JailError:
            raise
        except Exception as error:
            names = [name for program in programs for name in program.exercises]
            note = f"{LOST} ({type(error).__name__}): please grade it again or by hand."
            return {name: ExerciseRun(name, "crashed", (), LOST) for name in names}, "", [note]
        runs = {run.exercise: run for run in done.exercises}
        return runs, str(done.isolation), [str(note)[:500] for note in done.notes]

    def _row(self, chapter: Chapter, name: str, candidate: Candidate | None, runs) -> Row:
        if candidate is None or not _is_written(name, candidate, chapter):
            message = f"No cell defines {name}: nothing was handed in for it."
            points = float(EXERCISES[name].points)
            card = card_of(name, message)
            return Row(chapter.name, name, 0.0, points, "not_attempted", message, card)
        run = runs.get(name) or ExerciseRun(name, "crashed", (), "There is no result of it.")
        lines = {line.strip() for cell in candidate.cells for line in cell.source.splitlines()}
        return judged(run, key_of(name, self.settings.seed), chapter.name, lines)


def _read(submission: Submission, release: Release) -> tuple[list[Candidate], list[dict]]:
    candidates, files = [], []
    for path, modified, content, problem in submission.files:
        status, held = "unreadable", {}
        if not problem:
            try:
                cells = read_cells(content)
                held = held_by(cells, release)
                status, problem = "read", "" if held else "It holds none of the exercises."
                candidates.append(Candidate(path, modified, cells, held))
            except UnreadableError as error:
                problem = str(error)
        files.append({"path": path, "status": status, "holds": list(held), "problem": problem})
    return candidates, files


def _programs(chapter: Chapter, found: Mapping[str, Candidate]) -> list[Program]:
    by_path: dict[str, list[str]] = {}
    for name, candidate in found.items():
        if _is_written(name, candidate, chapter):
            by_path.setdefault(candidate.path, []).append(name)
    cells = {candidate.path: candidate.cells for candidate in found.values()}
    return [program_of(cells[path], chapter, names) for path, names in by_path.items()]


def _is_written(name: str, candidate: Candidate, chapter: Chapter) -> bool:
    """Whether some cell that runs may define it; if not, nothing is worth being run."""
    program = program_of(candidate.cells, chapter, [name])
    return any(name in names_of(source).binds for source in program.cells)


def _older(candidates: Sequence[Candidate], used: set[str]) -> list[str]:
    return [
        f"{c.path} holds {', '.join(c.held)} as well, but is older or less clearly marked: "
        "another notebook was graded for them."
        for c in candidates
        if c.held and c.path not in used
    ]


def _edits(chosen) -> list[str]:
    notes = []
    for chapter, found in chosen.items():
        for candidate in {c.path: c for c in found.values()}.values():
            notes += [f"{candidate.path}: {note}" for note in edits_of(candidate.cells, chapter)]
    return notes


def _helpers(chosen) -> dict[str, list[str]]:
    uses = {
        name: list(helper_uses(own_sources(candidate.cells, chapter), name))
        for chapter, found in chosen.items()
        for name, candidate in found.items()
    }
    return {name: found for name, found in uses.items() if found}


def _fingerprints(chosen) -> dict[str, str]:
    marks = {
        name: fingerprint(own_sources(candidate.cells, chapter), name)
        for chapter, found in chosen.items()
        for name, candidate in found.items()
    }
    return {name: mark for name, mark in marks.items() if mark}
