"""Blackboard: what one downloads of the Grade Center to work offline, and uploads again.

Blackboard's help (Uploading external items) names a student by Username and a column by the number
behind it, "HW [Total Pts: 88 Score] |12345"; without a number a new column is made. A file of
comma-separated values may be UTF-8 with a byte order mark, as its own downloads are.
"""

from __future__ import annotations

from .class_list import Writer, is_numbered
from .tables import Class, Lacking, Table, as_key, as_text, n_of, unknown_column

__all__ = ["blackboard_table"]

FILE = "blackboard.csv"
HEADS = ("Last Name", "First Name", "Username", "Student ID")
ADVICE = "Blackboard: Grade Center (Ultra: Gradebook), Work Offline, Upload, delimiter Auto."


def blackboard_table(class_: Class) -> Table | Lacking:
    """A row per student of whom the login is known."""
    if not any(student.login for student in class_.students):
        advice = "pass what Blackboard lets you download of the Grade Center as --roster"
        return Lacking(FILE, f"{FILE} needs the logins of your school: {advice}.")
    column = class_.class_list.column(Writer.BLACKBOARD, class_.column)
    known = [student for student in class_.by_line() if student.login]
    rows = [
        [
            *(as_text(student.last or student.name), as_text(student.first)),
            *(as_key(student.login), as_key(student.number)),
            class_.points(student, column),
        ]
        for student in known
    ]
    remarks = []
    warnings = unknown_column(FILE, class_.class_list, Writer.BLACKBOARD, column)
    if not warnings and not is_numbered(Writer.BLACKBOARD, column):
        remarks.append(
            f"Blackboard will make a new column {column!r}. To fill one that is there, pass "
            "its download of the Grade Center as --roster, and --assignment-column."
        )
    if n_unknown := len(class_.students) - len(known):
        remarks.append(f"Left out, without a login: {n_of(n_unknown)}.")
    return Table(FILE, [*HEADS, column], rows, ADVICE, remarks, warnings)
