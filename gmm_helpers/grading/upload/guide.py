"""What `upload/README.txt` says: which file goes where, what is missing, what is not graded yet."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ...exercises import Status
from .feedback import Archive
from .tables import Class, Lacking, Table, cell_of, n_of

__all__ = ["open_answers", "readme"]


def open_answers(class_: Class) -> str:
    """A sentence on written answers that nobody has graded; "" if there are none."""
    rows = [row for student in class_.students for row in student.result.rows]
    n_open = sum(row.status == Status.TO_BE_GRADED for row in rows)
    if not n_open:
        return ""
    what = "1 written answer is" if n_open == 1 else f"{n_open} written answers are"
    return f"{what} not graded yet: the totals are without {'it' if n_open == 1 else 'them'}."


def readme(
    class_: Class, tables: Sequence[Table], archives: Sequence[Archive], lacking: Sequence[Lacking]
) -> str:
    """The whole text."""
    parts = [_wrap(sentence) for sentence in _first(class_)]
    lms = class_.lms
    tables = sorted(tables, key=lambda table: not (lms and table.advice.startswith(lms)))
    parts += [_file(t.file, [t.advice, *t.remarks, *t.warnings]) for t in tables]
    parts += [_file(archive.file, [archive.advice, *archive.remarks]) for archive in archives]
    if lacking:
        parts.append(_file("Not written:", [each.reason for each in lacking]))
    return "\n\n".join(parts) + "\n"


def _first(class_: Class) -> Iterator[str]:
    n_students, most = n_of(len(class_.students)), cell_of(class_.max_score)
    yield f"Points of {n_students}, at most {most} each, and their feedback, for an LMS."
    if sentence := open_answers(class_):
        yield sentence
    statuses = [student.result.total.status for student in class_.students]
    if n_review := statuses.count(Status.NEEDS_REVIEW):
        yield f"To be reviewed first: {n_of(n_review)}, see report.html."
    if n_missing := sum(not student.result.is_handed_in for student in class_.students):
        kept = "keep what the LMS has; --missing 0 gives them 0 points"
        get = "get 0 points where the LMS has none" if class_.missing else kept
        yield f"Handed in nothing: {n_missing}. They {get}."


def _file(name: str, lines: Sequence[str]) -> str:
    return "\n".join([name, *(_wrap(line, "  ") for line in lines)])


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, 88, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
