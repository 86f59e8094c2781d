"""Brightspace: its import of grades, which creates the item if there is none of that name.

The columns are those of D2L's help (Importing grades): OrgDefinedId or Username or both, then
"<name> Points Grade", and "End-of-Line Indicator" with a "#". Names and addresses are not to be
imported. So nothing needs a byte order mark, of which the help says nothing: there is none.
"""

from __future__ import annotations

from .class_list import Writer, is_numbered
from .tables import Class, Lacking, Table, as_key, n_of, unknown_column

__all__ = ["brightspace_table"]

FILE = "brightspace.csv"
END = "End-of-Line Indicator"
ADVICE = "Brightspace: Grades, Enter Grades, Import, choose this file."


def brightspace_table(class_: Class) -> Table | Lacking:
    """A row per student of whom the id or the login is known."""
    class_list, students = class_.class_list, class_.by_line()
    keys = {
        "OrgDefinedId": [student.number for student in students],
        "Username": [student.login for student in students],
    }
    if class_list.writer is Writer.BRIGHTSPACE:  # it may write "#" before both, and reads it back
        own = {head: [s.line.get(head, "") for s in students] for head in keys}
        keys = {head: [*map(_first, own[head], keys[head])] for head in keys}
    heads = [head for head in keys if any(keys[head])]
    if not heads:
        advice = "pass the export of Brightspace's grades as --roster"
        return Lacking(FILE, f"{FILE} needs the ids or logins of your school: {advice}.")
    column = class_list.column(Writer.BRIGHTSPACE, class_.column)
    if not is_numbered(Writer.BRIGHTSPACE, column):
        column += " Points Grade"
    rows, n_unknown = [], 0
    for student, *ids in zip(students, *[keys[head] for head in heads], strict=True):
        if any(ids):
            rows.append([*map(as_key, ids), class_.points(student, column), "#"])
        else:
            n_unknown += 1
    remarks = []
    warnings = unknown_column(FILE, class_list, Writer.BRIGHTSPACE, column)
    if column not in class_list.heads and not warnings:
        remarks.append(f"If Brightspace has no item {column!r}, it offers to create it.")
    if n_unknown:
        remarks.append(f"Left out, without an id and a login: {n_of(n_unknown)}.")
    heads = [*heads, column, END]
    return Table(FILE, heads, rows, ADVICE, remarks, warnings, has_bom=not column.isascii())


def _first(one: str, other: str) -> str:
    return one or other
