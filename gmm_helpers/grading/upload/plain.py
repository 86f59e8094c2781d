"""One table for everything else: Google Classroom, Teams, a spreadsheet, a person."""

from __future__ import annotations

from .students import Student
from .tables import Class, Table, as_key, as_text, cell_of

__all__ = ["plain_table"]

FILE = "students.csv"
HEADS = ("student", "name", "id", "email", "login", "score", "max_score", "late", "status")
ADVICE = "Anything else: a row per student, with the points of each notebook behind the total."


def plain_table(class_: Class) -> Table:
    """A row per student."""
    notebooks = [*dict.fromkeys(row.notebook for s in class_.students for row in s.result.rows)]
    rows = [_row(class_, student, notebooks) for student in class_.students]
    return Table(FILE, [*HEADS, *notebooks], rows, ADVICE)


def _row(class_: Class, student: Student, notebooks: list[str]) -> list[str]:
    result = student.result
    by_notebook = dict.fromkeys(notebooks, 0.0)
    for row in result.rows:
        by_notebook[row.notebook] += row.score
    is_told = class_.is_told(student)
    return [
        *(as_text(result.student), as_text(student.name)),
        *map(as_key, (student.number or result.person.id, student.email)),
        as_key(student.login or result.person.login),
        *(class_.points(student), cell_of(class_.max_score)),
        *("late" if result.person.is_late else "", result.total.status.code),
        *(cell_of(points) if is_told else "" for points in by_notebook.values()),
    ]
