"""Grade what one student has handed in, in a folder of whatever layout."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ..grader import Grader
from ..intake.listing import list_folder
from ..intake.people.person import Person
from ..intake.student_folder import StudentFolder, load
from ..intake.submission import Submission
from ..jail import JailError, Limits
from ..parsing.release import Chapter, Release, read_release
from ..reports.results import Result, complete
from ..settings import Settings
from ..workers import MakeRunner, jailed

__all__ = ["Assignment", "Graded", "choose_chapters", "grade_one"]

_SLOW = 2.0  # a container has half a processor unless somebody asks for more


class Assignment(NamedTuple):
    """What a service grades, the same for everybody."""

    seed: int  # of the hidden cases
    notebooks: tuple[str, ...] = ()  # that count; all, if none is named
    release: Path | None = None  # the notebooks as they were handed out, if not the course's own
    isolation: str = "user"  # as for `jail.Runner`
    seconds: float = 480.0  # for all notebooks together


class Graded(NamedTuple):
    """What came of a submission."""

    result: Result
    chapters: tuple[Chapter, ...]
    seconds: float


def choose_chapters(release: Release, names: tuple[str, ...]) -> tuple[Chapter, ...]:
    """The notebooks of these names, numbers or files, as they were handed out; all, without names.

    Raises
    ------
    ValueError
        If there is none of that name.

    Examples
    --------
    >>> [chapter.name for chapter in choose_chapters(read_release(), ("2", "03_m_step"))]
    ['02_e_step', '03_m_step']
    """
    chosen = set()
    for name in names:
        stem = name.removesuffix(".ipynb")
        number = f"{int(stem):02d}_" if stem.isdecimal() else None
        found = [
            chapter
            for chapter in release.chapters
            if chapter.name == stem or (number and chapter.name.startswith(number))
        ]
        if not found:
            known = ", ".join(chapter.name for chapter in release.chapters)
            raise ValueError(f"no notebook is called {name}: choose from {known}.")
        chosen |= {chapter.name for chapter in found}
    return tuple(c for c in release.chapters if c.name in chosen or not names)


def grade_one(
    folder: Path, person: Person, assignment: Assignment, make_runner: MakeRunner = jailed
) -> Graded:
    """Grade the notebooks in a folder, at any depth, as the work of one student.

    Raises
    ------
    ValueError
        If no notebook of the assignment exists, or its release can't be read.
    JailError
        If the jail breaks, and a new one does, too.
    """
    begun = time.perf_counter()
    given = read_release(assignment.release)
    chapters = choose_chapters(given, assignment.notebooks)
    settings = Settings(
        *(assignment.seed, Release(chapters), _limits(assignment, len(chapters))),
        *(assignment.isolation, given),
    )
    listing = list_folder(folder)
    entries = [entry._replace(parts=(person.name, *entry.parts)) for entry in listing.entries]
    submission = load(StudentFolder(person.name, tuple(entries), known=person))
    submission = submission._replace(notes=(*listing.notes, *submission.notes))
    result = complete(_grade(submission, settings, make_runner), chapters)._replace(known=person)
    return Graded(result, chapters, time.perf_counter() - begun)


def _grade(
    submission: Submission, settings: Settings, make_runner: MakeRunner, tries: int = 2
) -> dict[str, Any]:
    try:
        with Grader(settings, make_runner) as grader:
            return grader.grade(submission)
    except JailError:  # the machine may have killed it to free memory
        if tries == 1:
            raise
    return _grade(submission, settings, make_runner, tries - 1)


def _limits(assignment: Assignment, n_notebooks: int) -> Limits:
    """Limits with which everything is done in time: each notebook may be run twice."""
    default = Limits()
    each = max(60.0, assignment.seconds / (2 * n_notebooks))
    return replace(
        default,
        cell_seconds=_SLOW * default.cell_seconds,
        case_seconds=_SLOW * default.case_seconds,
        later_case_seconds=_SLOW * default.later_case_seconds,
        notebook_seconds=min(each, default.notebook_seconds),
    )
