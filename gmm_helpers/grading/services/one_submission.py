"""Grade what one student has handed in, in a folder of whatever layout."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

from ..intake.listing import list_folder
from ..intake.people.person import Person
from ..intake.student_folder import StudentFolder, load
from ..jail import Limits
from ..parsing.release import Chapter, Release, read_release
from ..processes import grade_all
from ..reports.results import Result, complete
from ..settings import Settings
from ..workers import MakeRunner, jailed

__all__ = ["Assignment", "Graded", "choose_chapters", "grade_one"]


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
    BrokenWorkerError
        If student code can't be run at all.
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
    (json,) = grade_all([submission], settings, 1, make_runner)
    result = complete(json, chapters)._replace(known=person)
    return Graded(result, chapters, time.perf_counter() - begun)


def _limits(assignment: Assignment, n_notebooks: int) -> Limits:
    """Limits with which everything is done in time: each notebook may be run twice."""
    default = Limits()
    each = max(60.0, assignment.seconds / (2 * n_notebooks))
    return Limits(notebook_seconds=min(each, default.notebook_seconds))
