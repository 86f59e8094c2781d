"""Everything that OUT receives at the end: tables, feedback, reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..parsing.release import Chapter
from ..rows import Row
from .files import table, write_json, write_text
from .pages import feedback_page, report_page
from .results import Result
from .summary import summary_of

__all__ = ["About", "write_outputs"]

GRADES = ("student", "notebook", "exercise", "score", "max_score", "status", "message")
SUMMARY = ("student", "score", "max_score", "status")


class About(NamedTuple):
    """What holds for a whole class.

    Parameters
    ----------
    seed : int
    versions : mapping
    isolation : str
    odd : tuple of str
        What lies outside of any student's folder.
    chapters : tuple of Chapter
        The notebooks that count.
    """

    seed: int
    versions: Mapping[str, str]
    isolation: str
    odd: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def write_outputs(
    out: Path, results: Sequence[Result], names: Mapping[str, str], about: About
) -> None:
    """Write all tables, pages and reports, each of them whole or not at all.

    Parameters
    ----------
    out : Path
    results : sequence of Result
    names : mapping
        Name of each student's file, without a suffix.
    about : About
    """
    write_text(
        out / "grades.csv", table(GRADES, (_grade(r, row) for r in results for row in r.rows))
    )
    write_text(
        out / "summary.csv",
        table(SUMMARY, ((r.student, *r.total[:2], r.total.status.code) for r in results)),
    )
    for result in results:
        write_text(out / "feedback" / f"{names[result.student]}.html", feedback_page(result, about))
    known = {f"{name}.html" for name in names.values()}
    for path in (out / "feedback").glob("*.html"):
        if path.name not in known:  # of a student who was there when it was begun
            path.unlink()
    summary = summary_of(results, about, names)
    write_json(out / "report.json", summary)
    write_text(out / "report.html", report_page(summary))


def _grade(result: Result, row: Row) -> tuple:
    numbers = row.score, row.max_score
    return result.student, row.notebook, row.exercise, *numbers, row.status.code, row.message
