"""The results of a class: what was not handed in is added, and each student summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...exercises import EXERCISES, Status
from ...exercises.statuses import FileStatus, Isolation
from ..adjustments.problems import Problem
from ..intake.file_names import chapters_named
from ..intake.people.person import Person
from ..judging.exercises import build_row
from ..judging.question_outcomes import Outcome
from ..notices import Notice, NoticeKind
from ..parsing.candidates import FileReport
from ..parsing.release import SELF_TESTS, Chapter, Release
from ..rows import Row, Total, total_of
from ..settings import PUBLIC_SEED

__all__ = [
    "REVIEW",
    "About",
    "Result",
    "chapters_in",
    "complete",
    "review_of",
    "row_entry",
    "summed_up",
]

REVIEW = (Status.CRASHED, Status.MEMORY, Status.NEEDS_REVIEW)  # a file speaks for UNREADABLE

_OURS = NoticeKind.SOLVED_NOTEBOOK, NoticeKind.MOSTLY_SOLVED
_BROKEN = (FileStatus.UNREADABLE, FileStatus.CRASHED)


class About(NamedTuple):
    """What holds for a whole class."""

    seed: int
    versions: Mapping[str, str]
    isolation: Isolation
    notes: tuple[Notice, ...]  # what lies outside of any student's folder
    chapters: tuple[Chapter, ...]  # the notebooks that count
    helper_counts: bool = False  # this and the next: as in `Settings`
    public_seed: int = PUBLIC_SEED
    problems: tuple[Problem, ...] = ()  # of points and rules that a person wrote


class Result(NamedTuple):
    """One student, as all reports see them."""

    student: str
    rows: tuple[Row, ...]  # of every notebook that counts, in its order
    total: Total
    files: tuple[FileReport, ...]
    notes: tuple[Notice, ...]  # for the instructor
    review: tuple[Notice, ...]  # what a person should review besides rows and files with a problem
    helpers: tuple[str, ...]  # exercises whose helper was called
    fingerprints: Mapping[str, str]  # by exercise; see `notes.fingerprints`
    isolation: str  # what student code was kept in
    modified: float = 0.0
    assignment: str = ""
    answers: tuple[Outcome, ...] = ()  # to predictions and self-tests
    examples: Mapping[str, str] = {}  # the code of mistakes, without comments, by exercise
    written: Mapping[str, tuple[str, ...]] = {}  # texts of written answers, by question
    known: Person | None = None  # more than what the student is called in the tables

    @property
    def person(self) -> Person:
        """Who that is."""
        return self.known or Person(self.student)

    @property
    def is_handed_in(self) -> bool:
        """Whether there is anything of a notebook that counts."""
        return any(row.status != Status.MISSING for row in self.rows)


def chapters_in(jsons: Sequence[Mapping[str, Any]], release: Release) -> tuple[Chapter, ...]:
    """The notebooks that count: those which anybody handed in; all, if nobody did."""
    names = {row["notebook"] for json in jsons for row in json["rows"]}
    chapters = tuple(chapter for chapter in release.chapters if chapter.name in names)
    return chapters or release.chapters


def complete(json: Mapping[str, Any], chapters: Sequence[Chapter]) -> Result:
    """From a job's JSON to a result with a row for everything in the chapters that count."""
    graded = [Row.of_json(row) for row in json["rows"]]
    there = {row.notebook for row in graded}
    missing = [chapter for chapter in chapters if chapter.name not in there]
    files = _files([FileReport.of_json(file) for file in json["files"]], missing)
    rows: list[Row] = []
    for chapter in chapters:
        own = [row for row in graded if row.notebook == chapter.name]
        rows += own or _missing_rows(chapter, files)
    result = Result(
        json["student"],
        tuple(rows),
        total_of(rows),
        files,
        tuple(Notice.of_json(note) for note in json["notes"]),
        tuple(Notice.of_json(notice) for notice in json["review"]),
        tuple(json["helpers"]),
        json["fingerprints"],
        json["isolation"],
        json["modified"],
        json["assignment"],
        tuple(Outcome.of_json(answer) for answer in json["answers"]),
        json["examples"],
        {name: tuple(texts) for name, texts in json["written"].items()},
    )
    return summed_up(result)


def summed_up(result: Result) -> Result:
    """The same, with the total of its rows as they are now."""
    total = total_of(result.rows)
    status = Status.NEEDS_REVIEW if review_of(result) else total.status
    return result._replace(total=total._replace(status=status))


def review_of(result: Result) -> list[dict[str, Any]]:
    """What a person should review: what was not judged, and what is unusual about the files.

    Whoever has an entry here "needs review": in the report, in `summary.csv`, on the terminal.
    """
    rows = [row for row in result.rows if row.status in REVIEW or row.out_of_time]
    entries = [row_entry(row) for row in rows if row.exercise in EXERCISES]
    entries += [_file_entry(file, file.problem) for file in result.files if file.problem]
    for notice in result.review:
        words = {"what": notice.subject, "why": _sentence(notice)}
        entries.append({**notice.as_json(), **words})
    return [{"student": result.student, **entry} for entry in entries]


def row_entry(row: Row) -> dict[str, Any]:
    """A row in a list of what to look at."""
    what = f"{row.exercise}: {row.status}"
    return {"kind": row.status.code, "exercise": row.exercise, "what": what, "why": row.message}


def _file_entry(file: FileReport, problem: Notice) -> dict[str, Any]:
    what = f"{file.path}: {file.status}"
    return {"kind": problem.kind.code, "file": file.path, "what": what, "why": _sentence(problem)}


def _sentence(notice: Notice) -> str:
    """A notice by itself; elsewhere it stands behind a colon."""
    text = str(notice)
    return text[:1].upper() + text[1:]


def _files(files: Sequence[FileReport], missing: Sequence[Chapter]) -> tuple[FileReport, ...]:
    """What there is to tell of files: another kind of file matters where a notebook is missing."""
    told = []
    for file in files:
        if file.status != FileStatus.BESIDE:
            told.append(file)
        elif any(_may_be(file.path, chapter) for chapter in missing):
            told.append(file._replace(status=FileStatus.UNREADABLE))
    return tuple(told)


def _missing_rows(chapter: Chapter, files: Sequence[FileReport]) -> list[Row]:
    status, message = Status.MISSING, f"The notebook {chapter.name} was not handed in."
    broken = [file for file in files if file.status in _BROKEN and _may_be(file.path, chapter)]
    if broken:
        file = min(broken, key=lambda file: not chapters_named(file.path))
        status = Status[file.status.name]
        reason = file.problem if status == Status.UNREADABLE else "it could not be graded."
        message = f"The notebook {chapter.name} was not found. It may be {file.path}: {reason}"
    elif solved := [file.path for file in files if _is_solved(file, chapter)]:
        message = f"{message[:-1]}: {solved[0]} is the course's own solution."
    points = chapter.worth | {q.grade_id: q.points for q in chapter.questions}
    if chapter.self_test_points:
        points[SELF_TESTS] = chapter.self_test_points
    return [build_row(chapter.name, name, n, status, message) for name, n in points.items()]


def _is_solved(file: FileReport, chapter: Chapter) -> bool:
    is_ours = file.problem is not None and file.problem.kind in _OURS
    return is_ours and bool({*file.holds} & {*chapter.exercises})


def _may_be(path: str, chapter: Chapter) -> bool:
    """Whether a file that can't be read may be a chapter: not if it is named like another one."""
    named = chapters_named(path)
    return not named or chapter.name in named
