"""What was done to notebooks and the cells that were handed out: for the instructor to know.

It costs no points.
"""

from __future__ import annotations

import ast

from ..notices import Notice, NoticeKind
from ..parsing.cells import Cell, is_retyped
from ..parsing.selection import ChosenNotebook
from .versions import is_other_version

__all__ = ["edits_of"]

# What is so in every notebook of another version.
_DIFFERENT = {
    NoticeKind.CELL_REMOVED,
    NoticeKind.LOCKED_CELL_EDITED,
    NoticeKind.POINTS_CHANGED,
    NoticeKind.CELLS_REORDERED,
    NoticeKind.UNKNOWN_MARKS,
}
MAX_NAME = 60  # characters of a name that a student chose


def edits_of(chosen: ChosenNotebook) -> list[Notice]:
    """What is unusual about the marked cells of a notebook, and functions under other names."""
    other_names = [
        NoticeKind.OTHER_NAME(notebook=chosen.path, name=name[:MAX_NAME], exercise=exercise)
        for exercise, name in chosen.other_names.items()
    ]
    notes = _marks(chosen)
    if is_other_version(chosen):  # which says why, once for the whole class
        notes = [note for note in notes if note.kind not in _DIFFERENT]
    return [*notes, *other_names]


def _marks(chosen: ChosenNotebook) -> list[Notice]:
    path, cells = chosen.path, chosen.notebook.cells
    released = [cell for cell in chosen.chapter.cells if cell.grade_id]
    if not any(cell.grade_id for cell in cells):
        return [NoticeKind.MARKS_GONE(notebook=path)]
    by_mark: dict[str, list[Cell]] = {}
    for cell in cells:
        by_mark.setdefault(cell.grade_id, []).append(cell)
    notes = [note for cell in released for note in _one_mark(path, cell, by_mark)]
    known = [cell.grade_id for cell in released]
    order = dict.fromkeys(cell.grade_id for cell in cells if cell.grade_id in known)
    if [*order] != [mark for mark in known if mark in by_mark]:
        notes.append(NoticeKind.CELLS_REORDERED(notebook=path))
    unknown = sorted(by_mark.keys() - {*known, ""})
    if unknown:
        marks = [mark[:MAX_NAME] for mark in unknown]
        notes.append(NoticeKind.UNKNOWN_MARKS(notebook=path, cells=marks))
    return notes


def _one_mark(path: str, released: Cell, by_mark: dict[str, list[Cell]]) -> list[Notice]:
    cells = by_mark.get(released.grade_id, [])
    where = {"notebook": path, "cell": released.grade_id}
    if not cells:
        return [NoticeKind.CELL_REMOVED(**where)]
    notes = []
    if len(cells) > 1:
        notes.append(NoticeKind.CELL_REPEATED(**where, count=len(cells)))
    edited = [cell for cell in cells if not _says_the_same(cell, released)]
    if released.locked and edited:
        notes.append(NoticeKind.LOCKED_CELL_EDITED(**where))
    if any(cell.points != released.points for cell in cells):
        notes.append(NoticeKind.POINTS_CHANGED(**where))
    for cell in cells:
        if cell.kind != released.kind:
            kind = NoticeKind.CELL_RETYPED_AND_RUN if is_retyped(cell) else NoticeKind.CELL_RETYPED
            found = cell.kind[:20] or "untyped"
            notes.append(kind(**where, found=found, released=released.kind))
    return notes


def _says_the_same(cell: Cell, released: Cell) -> bool:
    """Whether nothing was changed but comments and layout."""
    if cell.source.strip() == released.source.strip():
        return True
    if not cell.kind == released.kind == "code":
        return False
    here, there = cell.source.tree, released.source.tree
    return here is not None and there is not None and ast.dump(here) == ast.dump(there)
