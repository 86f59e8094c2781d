"""A table for an LMS, and why there is none."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..reports.files import harmless
from .class_list import ClassList, Writer
from .students import Student

__all__ = ["Class", "Lacking", "Table", "as_key", "as_text", "cell_of", "n_of", "unknown_column"]

_LMS = {
    Writer.CANVAS: "Canvas",
    Writer.BRIGHTSPACE: "Brightspace",
    Writer.BLACKBOARD: "Blackboard",
    Writer.MOODLE: "Moodle",
}
_BOM = "\ufeff"
_PLAIN = re.compile(r"[\w.@#+-]+")  # an address, an account or a number: nothing to compute
_NUMBER = re.compile(r"[+-]?[\d.,]*")


class Class(NamedTuple):
    """What all tables are made of."""

    students: Sequence[Student]
    max_score: float
    column: str  # what the column for the points is to be called
    missing: str  # what stands for who handed in nothing: "" or "0"
    class_list: ClassList = ClassList()

    @property
    def lms(self) -> str:
        """Whose the class is, by its list or by the names of the download; "" if nothing tells."""
        if self.class_list.writer in _LMS:
            return _LMS[self.class_list.writer]
        named = Counter(student.result.person.lms for student in self.students)
        return next((lms for lms, _ in named.most_common() if lms), "")

    def by_line(self) -> list[Student]:
        """Those on the list in its order, and then the others."""
        n_lines = len(self.students)
        return sorted(self.students, key=lambda s: n_lines if s.place is None else s.place)

    def points(self, student: Student, column: str = "") -> str:
        """What is to be uploaded for a student.

        Who handed in nothing keeps what the list has in this column: an empty cell may erase it,
        and 0 points a grade given by hand, or that somebody is excused.
        """
        if student.result.is_handed_in:
            return cell_of(student.result.total.score)
        known = student.line.get(column, "")
        return as_text(known) if known.strip() not in ("", "-") else self.missing

    def is_told(self, student: Student) -> bool:
        """Whether a student gets points, or feedback."""
        return student.result.is_handed_in or bool(self.missing)


class Table(NamedTuple):
    """A file of comma-separated values."""

    file: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    advice: str  # where to upload it
    remarks: Sequence[str] = ()
    warnings: Sequence[str] = ()  # worth a line on the terminal
    has_bom: bool = True  # without it, a spreadsheet takes umlauts for something else

    def text(self) -> str:
        """What is in the file."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerows([self.heads, *self.rows])
        return _BOM * self.has_bom + text.getvalue()


class Lacking(NamedTuple):
    """A table that could not be made."""

    file: str
    reason: str


def unknown_column(file: str, class_list: ClassList, writer: Writer, column: str) -> list[str]:
    """A warning if the list is a gradebook that has other columns; [] otherwise."""
    if class_list.writer is not writer or column in class_list.heads:
        return []
    known = ", ".join(class_list.columns(writer)) or "none"
    return [
        f"{file}: the gradebook has no column {column!r}, so that an upload would make a new one; "
        f"name one with --assignment-column: {known}."
    ]


def n_of(students: int) -> str:
    """How many, in words.

    Examples
    --------
    >>> n_of(1), n_of(3)
    ('1 student', '3 students')
    """
    return f"{students} student{'s' * (students != 1)}"


def cell_of(points: float) -> str:
    """Points as all tables have them.

    Examples
    --------
    >>> cell_of(5.0), cell_of(31.25)
    ('5', '31.25')
    """
    return f"{round(points, 2):.2f}".rstrip("0").rstrip(".")


def as_key(text: str) -> str:
    """What an LMS finds a student by: as it stands, unless it could be computed.

    Examples
    --------
    >>> as_key("-ann@x.edu"), as_key("=HYPERLINK(1)")
    ('-ann@x.edu', "'=HYPERLINK(1)")
    """
    return text if _PLAIN.fullmatch(text) else as_text(text)


def as_text(text: str) -> str:
    """What people read; numbers and a lone sign are no formulas.

    Examples
    --------
    >>> as_text("=1+1"), as_text("-"), as_text("-3")
    ("'=1+1", '-', '-3')
    """
    return text if _NUMBER.fullmatch(text) else harmless(text)
