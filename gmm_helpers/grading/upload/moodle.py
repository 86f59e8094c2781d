"""Moodle: the grading worksheet of an assignment, which the gradebook can import, too.

Its importer (moodle: mod/assign/feedback/offline/importgradeslib.php) needs "Identifier", "Grade"
and "Last modified (grade)", each in the language of the site, finds a student by the number at the
end of the first, and leaves out a row without a grade. A byte order mark is taken off
(lib/csvlib.class.php), and a point is a decimal point in every language (`unformat_float`).
"""

from __future__ import annotations

import re

from .class_list import Writer
from .students import Student
from .tables import Class, Lacking, Table, as_key, as_text, cell_of, n_of

__all__ = ["moodle_table"]

FILE = "moodle.csv"
HEADS = (
    *("Identifier", "Full name", "ID number", "Email address", "Grade", "Maximum grade"),
    *("Last modified (grade)", "Feedback comments"),
)
BY_ID = (
    "Moodle: open the assignment, view all submissions, choose 'Upload grading worksheet'; if you "
    "graded before, tick the box that allows updates. The assignment needs the feedback type "
    "'Offline grading worksheet'."
)
BY_ADDRESS = (
    "Moodle: Grades, Import, CSV file; identify users by e-mail address or id number, and map "
    "Grade to your assignment."
)


def moodle_table(class_: Class) -> Table | Lacking:
    """A row per student: the lines of the worksheet itself where that was the list of the class."""
    students = class_.students
    is_worksheet = class_.class_list.writer is Writer.MOODLE
    by_id = any(student.moodle_id for student in students)
    if not by_id and not any(student.email or student.number for student in students):
        what = "Moodle's numbers of participants, or addresses"
        advice = "pass the grading worksheet, or the list of participants, as --roster"
        return Lacking(FILE, f"{FILE} needs {what}: {advice}.")
    remarks, warnings = _about_maximum(class_)
    without = sum(not student.moodle_id for student in students) if by_id else 0
    if without:
        remarks.append(
            f"Without a number of a participant, which Moodle skips: {n_of(without)}. They have "
            "one with the grading worksheet as --roster."
        )
    heads = class_.class_list.heads if is_worksheet else [*HEADS]
    rows = [_row(class_, student, heads) for student in class_.by_line()]
    return Table(FILE, heads, rows, BY_ID if by_id else BY_ADDRESS, remarks, warnings)


def _about_maximum(class_: Class) -> tuple[list[str], list[str]]:
    """What the maximum grade should be, and a warning if the worksheet says something else."""
    most, names = cell_of(class_.max_score), class_.class_list
    should = f"The maximum grade of the assignment should be {most}: Moodle skips higher grades."
    if names.writer is not Writer.MOODLE:
        return [should], []
    known = {line.get(names.maximum_head, "").strip() for line in map(names.as_line, names.lines)}
    other = sorted(
        text for text in known if _number(text) not in (None, round(class_.max_score, 2))
    )
    if not other:
        return ([] if {_number(text) for text in known} - {None} else [should]), []
    return [], [
        f"{FILE}: the worksheet has the maximum grade {other[0]}, but there are {most} points: set "
        f"the assignment's maximum grade to {most} before the upload, as Moodle skips higher "
        "grades and does not rescale the others."
    ]


def _number(text: str) -> float | None:
    """A number as Moodle writes it in the language of the site; None for other text."""
    try:
        return round(float(text.replace(",", ".")), 2)
    except ValueError:
        return None


def _row(class_: Class, student: Student, heads: list[str]) -> list[str]:
    names = class_.class_list
    is_worksheet = names.writer is Writer.MOODLE
    grade = (names.grade_head if is_worksheet else "") or "Grade"
    comment = (names.comment_head if is_worksheet else "") or "Feedback comments"
    points, most = class_.points(student), cell_of(class_.max_score)
    cells = {
        **{heads[0]: f"{_word(class_)}{student.moodle_id}" if student.moodle_id else ""},
        **{heads[1]: student.name, "ID number": student.number},
        **{"Email address": student.email, "Maximum grade": most, "Last modified (grade)": "-"},
        **(student.line if is_worksheet else {}),
    }
    if points or not is_worksheet:
        cells[grade] = points
    if points and not cells.get(comment):
        cells[comment] = f"{points} of {most} points."
    written = {
        **{head: as_text(text) for head, text in cells.items()},
        **{head: as_key(cells[head]) for head in (heads[0], "ID number", "Email address")},
        comment: cells.get(comment, ""),  # another text would replace what is there
    }
    return [written.get(head, "") for head in heads]


def _word(class_: Class) -> str:
    """What stands before the number of a participant, in the language of the site."""
    names = class_.class_list
    if names.writer is not Writer.MOODLE:
        return "Participant "
    first = next(line[0] for line in names.lines[1:] if line and line[0].strip())
    return re.sub(r"\d+$", "", first)
