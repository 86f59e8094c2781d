"""Everything that the output folder receives at the end: tables, feedback, reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..rows import Row
from .adjusted import ADJUSTED, adjusted_cells
from .beside import files_beside, rules_beside
from .class_page import report_page
from .files import table, write_json, write_text
from .pages import feedback_page
from .results import About, Result
from .summary import summary_of

__all__ = ["write_outputs", "write_report"]

GRADES = ("student", "notebook", "exercise", "score", "max_score", "status", "message", *ADJUSTED)
SUMMARY = ("student", "score", "max_score", "status")
PERSON = ("name", "id", "email", "login", "late", "time")
CHANGED = ("adjusted",)  # how many rows a person changed


def write_outputs(
    out: Path, results: Sequence[Result], names: Mapping[str, str], about: About
) -> None:
    """Write all tables and the pages of feedback, each of them whole or not at all.

    `names` are those of the students' files, without a suffix.
    """
    grades = (_grade(result, row) for result in results for row in result.rows)
    write_text(out / "grades.csv", table(GRADES, grades))
    write_text(out / "summary.csv", table(SUMMARY + PERSON + CHANGED, map(_total, results)))
    for result in results:
        page = feedback_page(result, about.chapters, about.public_seed)
        write_text(out / "feedback" / f"{names[result.student]}.html", page)
    current = {f"{name}.html" for name in names.values()}
    for path in (out / "feedback").glob("*.html"):
        if path.name not in current:  # of a student whose folder was there when the run began
            path.unlink()


def write_report(
    out: Path, results: Sequence[Result], names: Mapping[str, str], about: About
) -> None:
    """Write the report of the class, which links to all that is in the folder by now."""
    summary = summary_of(results, about, names)
    write_json(out / "report.json", summary)
    page = report_page(summary, files_beside(out), rules_beside(out))
    write_text(out / "report.html", page)


def _grade(result: Result, row: Row) -> tuple:
    about = result.student, row.notebook, row.exercise, row.score, row.max_score
    return *about, row.status.code, row.message, *adjusted_cells(row)


def _total(result: Result) -> tuple:
    n_changed = sum(row.is_changed for row in result.rows)
    return result.student, *result.total[:2], result.total.status.code, *_person(result), n_changed


def _person(result: Result) -> tuple[str, ...]:
    person = result.person
    late = "late" if person.is_late else ""
    return person.name, person.id, person.email, person.login, late, person.time
