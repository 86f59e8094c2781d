"""Which exercises a submitted notebook holds, and which of several notebooks is graded.

A file's name says nothing. The marks of nbgrader do; where they were stripped, the ids of the
cells, the calls of `check` and at last the functions that are defined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from ...exercises import CHAPTERS
from ...exercises.statuses import FileStatus
from ..intake.file_names import chapters_named, copy_of, natural
from ..intake.file_types import (
    CHECKPOINTS,
    is_handed_out,
    is_placeholder,
    is_typed_online,
    may_be_work,
)
from ..intake.submission import Submission
from ..notices import Notice, NoticeKind, UnreadableError
from .authorship import authorship_of
from .cells import Cell, checked_exercises, exercise_of
from .notebook import (
    MAX_CODE,
    NOTHING_GIVEN,
    SubmittedNotebook,
    is_of_colab,
    n_characters,
    python_of,
    read_cells,
    version_of,
)
from .release import Chapter, Release
from .syntax import CellSource

__all__ = [
    "FileReport",
    "choose",
    "exercises_held",
    "guess_chapters",
    "is_checkpoint",
    "read_notebooks",
]

MAX_OTHER_FILES = 10  # that are named where a notebook is missing
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
    submission: Submission,
    release: Release,
    also: Release,
    given: Mapping[str, CellSource] = NOTHING_GIVEN,
) -> tuple[list[SubmittedNotebook], list[FileReport]]:
    """Read what was handed in: the notebooks that can be read, and a report on every file.

    Where there is no notebook at all, the first other files are reported. What was handed out
    `also` is not unusual. Cells as they were `given` to all are not parsed again.
    """
    notebooks, files, left = [], [], MAX_CODE
    for path, modified, content, problem in submission.files:
        if problem:
            files.append(FileReport(path, FileStatus.UNREADABLE, (), problem))
            continue
        try:
            cells = read_cells(content, left, given)
        except UnreadableError as error:
            files.append(FileReport(path, FileStatus.UNREADABLE, (), error.problem))
            continue
        left -= n_characters(cells)
        held = exercises_held(cells, release)
        is_known = held or exercises_held(cells, also) or _is_demo(path, cells, also)
        problem = None if is_known else NoticeKind.NO_EXERCISES()
        files.append(FileReport(path, FileStatus.READ, tuple(held), problem))
        by = authorship_of(cells, held, release)
        about = python_of(content), is_of_colab(content), version_of(content)
        notebooks.append(SubmittedNotebook(path, modified, cells, held, by, *about))
    kept, files = _set_aside(notebooks, files, submission.other_files)
    # Beside nothing but our own solutions, other files may be all that the student has made.
    beside = kept or (files and not notebooks)
    status = FileStatus.BESIDE if beside else FileStatus.UNREADABLE
    return kept, files + _others(submission.other_files, status)


def _others(paths: Sequence[str], status: FileStatus) -> list[FileReport]:
    """What may have been handed in as work, the likeliest first; without notebooks, any file."""
    if status == FileStatus.BESIDE:  # a text typed online stands for no notebook
        paths = [path for path in paths if not is_typed_online(path)]
    rank = {path: (not chapters_named(path), path) for path in paths if may_be_work(path)}
    likely = sorted(rank, key=rank.__getitem__)
    if status == FileStatus.UNREADABLE:
        likely += sorted(path for path in paths if path not in rank)
    reports = []
    for path in likely[:MAX_OTHER_FILES]:
        kind = NoticeKind.PLACEHOLDER if is_placeholder(path) else NoticeKind.NOT_IPYNB
        kind = NoticeKind.ONLINE_TEXT if is_typed_online(path) else kind
        reports.append(FileReport(path, status, (), kind()))
    return reports


def _is_demo(path: str, cells: Sequence[Cell], also: Release) -> bool:
    """Whether a notebook is one that was handed out without exercises, by its cells or its name."""
    own = {cell.source.strip() for cell in cells}
    given = ({cell.source.strip() for cell in demo} for demo in also.demos)
    return any(own <= demo for demo in given) or is_handed_out(path)


def _set_aside(
    notebooks: list[SubmittedNotebook], files: list[FileReport], others: Sequence[str]
) -> tuple[list[SubmittedNotebook], list[FileReport]]:
    """Name our own solved notebooks where the student has not written all that they hold.

    They do not take the place of another file, which may be the student's: of no file that is not
    a notebook, and of no notebook that can't be read, unless it is named like another chapter.
    """
    solved = {each.path: each for each in notebooks if each.by.is_solved_notebook}
    theirs = [each for each in notebooks if each.path not in solved]
    written = {name for each in theirs for name in each.by.written}
    broken = [chapters_named(f.path) for f in files if f.status == FileStatus.UNREADABLE]

    def may_be(notebook: SubmittedNotebook) -> bool:
        near = {stem for stem, names in CHAPTERS.items() if {*names} & {*notebook.held}}
        return any(not named or named & near for named in broken)

    for i, file in enumerate(files):
        if file.path in solved and not written.issuperset(file.holds):
            mostly = solved[file.path].by.has_own_cells
            kind = NoticeKind.MOSTLY_SOLVED if mostly else NoticeKind.SOLVED_NOTEBOOK
            files[i] = file._replace(problem=kind())
    kept = [each for each in notebooks if each.path not in solved or not (others or may_be(each))]
    return kept, files


def is_checkpoint(path: str) -> bool:
    """Whether JupyterLab has made a notebook, when its original was saved."""
    return CHECKPOINTS in PurePosixPath(path).parts


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

    That is the newest of those in which it is more than a stub, and of which a function can be
    made. Of several that are equally new
    the name decides: the highest copy of one name, then the one that marks its exercises, then the
    last by name. Our own solved notebooks count only if a student has handed in nothing else: then
    they are tried by somebody, or a person should look.
    """
    theirs = [notebook for notebook in notebooks if not notebook.by.is_solved_notebook]
    is_work = any(notebook.by.written for notebook in theirs)
    chosen = {}
    for name in chapter.exercises:
        holding = [notebook for notebook in theirs if name in notebook.held]
        if not holding and not is_work:
            holding = [notebook for notebook in notebooks if name in notebook.held]
        if holding:
            chosen[name] = _latest(holding, name)
    return chosen


def _latest(holding: Sequence[SubmittedNotebook], name: str) -> SubmittedNotebook:
    best = max(_standing(notebook, name) for notebook in holding)
    latest: dict[str, SubmittedNotebook] = {}
    for notebook in sorted(holding, key=_copy):
        if _standing(notebook, name) == best:
            latest[copy_of(notebook.path)[0]] = notebook
    return max(latest.values(), key=lambda each: (each.held[name], _copy(each)))


def _standing(notebook: SubmittedNotebook, name: str) -> tuple[bool, bool, bool, float]:
    by = notebook.by
    is_original = not is_checkpoint(notebook.path)
    return name in by.written - by.lost, name in by.written, is_original, notebook.modified


def _copy(notebook: SubmittedNotebook) -> tuple[tuple[int, ...], list[tuple[int, str]]]:
    return copy_of(notebook.path)[1], natural(notebook.path)
