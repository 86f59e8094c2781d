"""The results of a class: what was not handed in is added, and each student summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from ...exercises import CHAPTERS, EXERCISES, Status
from ..judging.exercises import build_row
from ..parsing.release import Chapter, Release
from ..rows import Row, Total, total_of

__all__ = ["Result", "chapters_in", "completed"]


class Result(NamedTuple):
    """One student, as all reports see them.

    Parameters
    ----------
    student : str
    rows : tuple of Row
        Of every notebook that counts, in its order.
    total : Total
    files : tuple of dict
        Path, status, what it holds and what is wrong with it, of each notebook.
    notes : tuple of str
        For the instructor.
    helpers : mapping
        Uses of the helper that is asked for, by exercise.
    fingerprints : mapping
        By exercise; see `suspicion`.
    isolation : str
        What student code was kept in.
    modified : float
    assignment : str
    look : tuple of dict
        What somebody should look at besides rows and files that have a problem, and why.
    """

    student: str
    rows: tuple[Row, ...]
    total: Total
    files: tuple[Mapping[str, Any], ...]
    notes: tuple[str, ...]
    helpers: Mapping[str, Sequence[str]]
    fingerprints: Mapping[str, str]
    isolation: str
    modified: float = 0.0
    assignment: str = ""
    look: tuple[Mapping[str, str], ...] = ()


def chapters_in(jsons: Sequence[Mapping[str, Any]], release: Release) -> tuple[Chapter, ...]:
    """The notebooks that count: those which anybody handed in; all, if nobody did."""
    seen = {row["notebook"] for each in jsons for row in each["rows"]}
    found = tuple(chapter for chapter in release.chapters if chapter.name in seen)
    return found or release.chapters


def completed(json: Mapping[str, Any], chapters: Sequence[Chapter]) -> Result:
    """From a job's JSON to a result with a row for everything that counts.

    Parameters
    ----------
    json : mapping
        What `job.Grader.grade` returned.
    chapters : sequence of Chapter
        The notebooks that count.

    Returns
    -------
    Result
    """
    rows = [Row.of_json(row) for row in json["rows"]]
    own = {row.notebook for row in rows}
    bad = [file for file in json["files"] if file["status"] in ("crashed", "unreadable")]
    complete: list[Row] = []
    for chapter in chapters:
        if chapter.name in own:
            complete += [row for row in rows if row.notebook == chapter.name]
        else:
            complete += _absent(chapter, bad)
    return Result(
        json["student"],
        tuple(complete),
        total_of(complete),
        tuple(json["files"]),
        tuple(json["notes"]),
        json["helpers"],
        json["fingerprints"],
        json["isolation"],
        json["modified"],
        json["assignment"],
        tuple(json.get("look", ())),
    )


def _may_be(path: str, chapter: Chapter) -> bool:
    """Whether a file that can't be read may be a chapter: not if it is called like another one."""
    name = PurePosixPath(path).name.lower()
    called = [chapter for chapter in CHAPTERS if chapter in name]
    return not called or chapter.name in called


def _absent(chapter: Chapter, bad: Sequence[Mapping[str, Any]]) -> list[Row]:
    status, message = Status.MISSING, f"The notebook {chapter.name} was not handed in."
    bad = [file for file in bad if _may_be(file["path"], chapter)]
    if bad:
        status, path = Status.of_code(bad[0]["status"]), bad[0]["path"]
        message = f"The notebook {chapter.name} was not found. It may be {path}: "
        message += bad[0]["problem"] if status == Status.UNREADABLE else "it could not be graded."
    points = {name: float(EXERCISES[name].points) for name in chapter.exercises}
    points |= {question.grade_id: question.points for question in chapter.questions}
    return [build_row(chapter.name, name, most, status, message) for name, most in points.items()]
