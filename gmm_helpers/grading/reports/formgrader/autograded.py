"""The notebook that formgrader shows: the student's cells, the locked ones as they were released.

Nothing of a student's outputs is kept. Where a check stood, the card with its result stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from ....exercises.statuses import FileStatus
from ...adjustments.words import card_of, message_of
from ...intake.submission import Submission
from ...notices import UnreadableError
from ...parsing.cells import Cell
from ...parsing.notebook import read_cells
from ...rows import Row
from ..files import write_text
from ..results import Result

__all__ = ["write_autograded"]

_BEGINNING = 200  # characters by which an answer is known again
_MAKERS = {"code": new_code_cell, "raw": new_raw_cell}


def write_autograded(
    gradebook: Any, course: Path, names: Mapping[str, str], result: Result, submission: Submission
) -> None:
    """Write ``autograded/STUDENT/ASSIGNMENT/NOTEBOOK.ipynb`` if there is such a notebook.

    `names` are those of student, assignment and notebook.
    """
    rows = {row.exercise: row for row in result.rows if row.notebook == names["notebook"]}
    cells = _cells(result, submission, set(rows))
    student = names["student"]
    if cells is None or student in ("", ".", "..") or set(student) & set("/\\"):
        return
    stored = gradebook.find_notebook(names["notebook"], names["assignment"])
    notebook = _notebook(cells, _marks(stored), rows, result.written)
    path = course / "autograded" / student / names["assignment"] / f"{names['notebook']}.ipynb"
    write_text(path, nbformat.writes(notebook, version=4) + "\n")


def _cells(result: Result, submission: Submission, exercises: set[str]) -> tuple[Cell, ...] | None:
    """Of the notebook that was graded for these exercises."""
    graded = [
        file.path
        for file in result.files
        if file.status == FileStatus.GRADED and exercises & {*file.holds}
    ]
    for file in submission.files:
        if file.path in graded[-1:]:
            try:
                return read_cells(file.content)
            except UnreadableError:  # it has changed since
                return None
    return None


def _marks(stored: Any) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Kind, source and metadata of every marked cell, as the gradebook has them."""
    graded = {cell.name: cell for cell in stored.grade_cells}
    solutions = {cell.name for cell in stored.solution_cells}
    marks = {}
    for cell in stored.source_cells:
        metadata = {
            "schema_version": 3,
            "grade_id": cell.name,
            "grade": cell.name in graded,
            "solution": cell.name in solutions,
            "task": False,
            "locked": cell.locked,
            "checksum": cell.checksum,
            "cell_type": cell.cell_type,
        }
        if cell.name in graded:
            metadata["points"] = graded[cell.name].max_score
        marks[cell.name] = (cell.cell_type, cell.source, metadata)
    return marks


def _notebook(
    cells: tuple[Cell, ...],
    marks: dict,
    rows: Mapping[str, Row],
    written: Mapping[str, Sequence[str]],
):
    """Each mark is there once; marked cells that are gone come back at the end.

    An answer that stands elsewhere is shown in the marked cell, which comes to where it stands.
    """
    left, cells_made = dict(marks), []
    there = {cell.grade_id for cell in cells}
    own = {name: "\n\n".join(texts) for name, texts in written.items() if texts and name in marks}
    lost = {name: text for name, text in own.items() if name not in there}
    for cell in cells:
        kind, source, metadata = left.pop(cell.grade_id, (cell.kind, cell.source, None))
        source = source if metadata and metadata["locked"] else cell.source
        answer = own.get(cell.grade_id, "") if metadata else ""
        if answer[:_BEGINNING] not in cell.source:  # the stub was left, and the answer is below it
            source = answer
        elif name := next((name for name in lost if _stands_in(lost[name], cell, metadata)), ""):
            kind, _, metadata = left.pop(name)
            source = lost.pop(name)
        cells_made.append(_cell(kind, source, metadata, rows))
    for name, (kind, source, metadata) in left.items():
        cells_made.append(_cell(kind, own.get(name, source), metadata, rows))
    notebook = new_notebook(cells=cells_made)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    return notebook


def _stands_in(answer: str, cell: Cell, metadata: dict | None) -> bool:
    """Whether a cell without a mark is nothing but the beginning of an answer."""
    text = cell.source.strip()
    return not metadata and cell.kind != "code" and bool(text) and answer.startswith(text)


def _cell(kind: str, source: str, metadata: dict | None, rows: Mapping[str, Row]):
    cell = _MAKERS.get(kind, new_markdown_cell)(str(source))
    if metadata:
        cell.metadata["nbgrader"] = metadata
        row = rows.get(metadata["grade_id"].removeprefix("check_"))
        if row and kind == "code" and metadata["grade"]:
            data = {"text/html": card_of(row), "text/plain": message_of(row)}
            cell.outputs = [new_output("display_data", data)]
    return cell
