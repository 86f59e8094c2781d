"""Canvas: the gradebook, as it exports and imports it.

Its importer (canvas-lms: lib/gradebook_importer.rb) finds a student by ID, or else by SIS User ID
or SIS Login ID, or else by name. It needs "Student", "ID" and "Section", in this order, before the
first assignment, and finds an assignment by the number in brackets. A byte order mark does not
matter: the first head need only hold "Student", and Canvas itself can export one.
"""

from __future__ import annotations

from .class_list import Writer, is_numbered
from .students import Student
from .tables import Class, Lacking, Table, as_key, as_text, cell_of, n_of, unknown_column

__all__ = ["canvas_table"]

FILE = "canvas.csv"
HEADS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_OWN = {*HEADS, "LastName", "FirstName", "Integration ID", "Root Account"}
_NAMES = {"Student", "LastName", "FirstName"}
ADVICE = "Canvas: Grades, Import, choose this file, and compare what Canvas shows before you save."


def canvas_table(class_: Class) -> Table | Lacking:
    """A row per student: the lines of Canvas's own export where that was the list of the class."""
    class_list, students = class_.class_list, class_.students
    is_export = class_list.writer is Writer.CANVAS
    if not is_export and not any(student.canvas_id for student in students):
        ids = "Canvas's ids: pass Canvas's gradebook export as --roster"
        return Lacking(FILE, f"{FILE} needs {ids}.")
    heads = [head for head in class_list.heads if head in _OWN] if is_export else [*HEADS]
    heads += ["Section"] * ("Section" not in heads)
    column = class_list.column(Writer.CANVAS, class_.column)
    maximum = cell_of(class_.max_score)
    possible = class_list.points_possible(column).replace(",", ".") or maximum
    warnings, remarks = unknown_column(FILE, class_list, Writer.CANVAS, column), []
    if possible.removesuffix(".00").removesuffix(".0") != maximum:
        warnings.append(
            f"{FILE}: {column!r} has {possible} points in Canvas, and the notebooks have {maximum}."
        )
    if not is_export and not is_numbered(Writer.CANVAS, column):
        remarks.append(
            f"Canvas will ask what {column!r} is: choose your assignment. With Canvas's gradebook "
            "export as --roster, and --assignment-column, it knows."
        )
    if unknown := sum(not _is_known(student) for student in students):
        remarks.append(f"Without an id or a login, to be found by name: {n_of(unknown)}.")
    rows = [["    Points Possible", *[""] * (len(heads) - 1), possible]]
    for student in class_.by_line():
        cells = _cells(student)
        own = {**cells, **student.line} if student.line and is_export else cells
        row = [(as_text if head in _NAMES else as_key)(own[head]) for head in heads]
        rows.append([*row, class_.points(student, column)])
    return Table(FILE, [*heads, column], rows, ADVICE, remarks, warnings)


def _cells(student: Student) -> dict[str, str]:
    cells = {
        **dict.fromkeys(_OWN, ""),
        **{"Student": student.sorted_name, "ID": student.canvas_id},
        **{"SIS User ID": student.number, "SIS Login ID": student.login},
    }
    return {**cells, "LastName": student.last or student.name, "FirstName": student.first}


def _is_known(student: Student) -> bool:
    return bool(student.canvas_id or student.number or student.login)
