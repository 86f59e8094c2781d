"""Which exercises a submitted notebook holds, and which of several notebooks is graded.

A file's name says nothing. The marks of nbgrader do; where they were stripped, the ids of the
cells, the calls of `check` and at last the functions that are defined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ...exercises.statuses import FileStatus
from ..intake.submission import Submission
from ..notices import Notice, NoticeKind, UnreadableError
from .cells import Cell, checked_exercises, exercise_of
from .notebook import MAX_CODE, SubmittedNotebook, n_characters, python_of, read_cells
from .release import Chapter, Release

__all__ = ["FileReport", "choose", "exercises_held", "guess_chapters", "read_notebooks"]

MAX_OTHER_FILES = 5  # that are named where there is no notebook
_BINDS = re.compile(r"^(?:def[ \t]+(\w+)[ \t]*[\[(]|(\w+)[ \t]*=)", re.MULTILINE)
_CHECK = re.compile(r"\bcheck\(([^()\n]{0,80})\)")


class FileReport(NamedTuple):
    """What became of a file that was handed in, and the exercises it holds."""

    path: str
    status: FileStatus
    holds: tuple[str, ...] = ()
    problem: Notice | None = None

    def as_json(self) -> dict[str, Any]:
        """What a job returns of it."""
        fields = {**self._asdict(), "status": self.status.code, "holds": list(self.holds)}
        return {**fields, "problem": self.problem and self.problem.as_json()}

    @classmethod
    def of_json(cls, json: dict[str, Any]) -> FileReport:
        """Back from what `as_json` gave."""
        problem = json["problem"] and Notice.of_json(json["problem"])
        return cls(json["path"], FileStatus.of_code(json["status"]), tuple(json["holds"]), problem)


def read_notebooks(
    submission: Submission, release: Release, also: Release
) -> tuple[list[SubmittedNotebook], list[FileReport]]:
    """Read what was handed in: the notebooks that can be read, and a report on every file.

    Where there is no notebook at all, the first other files are reported. What was handed out
    `also` is not unusual.
    """
    notebooks, files, left = [], [], MAX_CODE
    for path, modified, content, problem in submission.files:
        if problem:
            files.append(FileReport(path, FileStatus.UNREADABLE, (), problem))
            continue
        try:
            cells = read_cells(content, left)
        except UnreadableError as error:
            files.append(FileReport(path, FileStatus.UNREADABLE, (), error.problem))
            continue
        left -= n_characters(cells)
        held = exercises_held(cells, release)
        problem = None if held or exercises_held(cells, also) else NoticeKind.NO_EXERCISES()
        files.append(FileReport(path, FileStatus.READ, tuple(held), problem))
        notebooks.append(SubmittedNotebook(path, modified, cells, held, python_of(content)))
    others = sorted(submission.other_files)[:MAX_OTHER_FILES]
    unreadable = FileStatus.UNREADABLE, (), NoticeKind.NOT_IPYNB()
    return notebooks, files or [FileReport(path, *unreadable) for path in others]


def exercises_held(cells: Sequence[Cell], release: Release) -> dict[str, bool]:
    """Exercises a notebook holds, and whether it marks any as its own.

    Where it does, definitions of other chapters' functions do not count: the E-step that
    somebody copied into the notebook of chapter 4 is not handed in a second time.
    """
    marked = {name for cell in cells for name in (exercise_of(cell), *checked_exercises(cell))}
    marked -= {""}
    bound = {name for cell in cells if cell.kind == "code" for name in cell.source.names.binds}
    near = {name for c in release.chapters if marked & {*c.exercises} for name in c.exercises}
    names = [name for chapter in release.chapters for name in chapter.exercises]
    held = marked | (bound & near if marked else bound)
    return {name: bool(marked) for name in names if name in held}


def guess_chapters(cells: Sequence[Cell], release: Release) -> set[str]:
    """Names of the chapters whose exercises a notebook seems to hold; nothing is parsed for it."""
    code = [cell.source for cell in cells if cell.kind == "code"]
    checks = [arguments for source in code for arguments in _CHECK.findall(source)]
    marked = {exercise_of(cell) for cell in cells}
    marked |= {name for arguments in checks for name in re.findall(r"\w+", arguments)}
    bound = {name for source in code for pair in _BINDS.findall(source) for name in pair}
    by_marks, by_names = (
        {chapter.name for chapter in release.chapters if names & {*chapter.exercises}}
        for names in (marked, bound)
    )
    return by_marks or by_names


def choose(
    notebooks: Sequence[SubmittedNotebook], chapter: Chapter
) -> dict[str, SubmittedNotebook]:
    """For each exercise of a chapter the notebook that is graded.

    That is the newest of those which mark their exercises, or else of those which define it; of
    several that are equally new the last by path.
    """
    chosen = {}
    for name in chapter.exercises:
        holding = [notebook for notebook in notebooks if name in notebook.held]
        if holding:
            chosen[name] = max(holding, key=lambda n: (n.held[name], n.modified, n.path))
    return chosen
