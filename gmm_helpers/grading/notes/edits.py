"""What was done to the cells that were handed out: told to the instructor, at no cost of points."""

from __future__ import annotations

from collections.abc import Sequence

from ..parsing.cells import Cell
from ..parsing.programs import retyped
from ..parsing.release import Chapter

__all__ = ["edits_of"]


def edits_of(cells: Sequence[Cell], chapter: Chapter) -> tuple[str, ...]:
    """Say in a sentence each what is odd about the marked cells of a notebook.

    Parameters
    ----------
    cells : sequence of Cell
    chapter : Chapter
        The notebook as it was handed out.

    Returns
    -------
    tuple of str
    """
    marked = [cell for cell in chapter.cells if cell.grade_id]
    if not any(cell.grade_id for cell in cells):
        return ("All marks of nbgrader are gone; exercises were found by what is defined.",)
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.grade_id, []).append(cell)
    said = []
    for given in marked:
        mine = found.get(given.grade_id, [])
        said += _of_one(given, mine)
    order = [cell.grade_id for cell in cells if cell.grade_id]
    order = [name for name in dict.fromkeys(order) if name in {c.grade_id for c in marked}]
    if order != [cell.grade_id for cell in marked if cell.grade_id in found]:
        said.append("Marked cells stand in another order.")
    unknown = set(found) - {*(cell.grade_id for cell in marked), ""}
    if unknown:
        said.append(f"Marks that were not handed out: {_listed(unknown)}.")
    return tuple(said)


def _of_one(given: Cell, mine: Sequence[Cell]) -> list[str]:
    name = given.grade_id
    if not mine:
        return [f"The cell {name} was removed, or its mark."]
    said = []
    if len(mine) > 1:
        said.append(f"The cell {name} is there {len(mine)} times.")
    if given.locked and any(cell.source.strip() != given.source.strip() for cell in mine):
        said.append(f"The locked cell {name} was edited.")
    if any(cell.points != given.points for cell in mine):
        said.append(f"The points in the cell {name} were changed; the released ones count.")
    for cell in mine:
        if cell.kind != given.kind:
            run = " and was run as code" if retyped(cell) else ""
            said.append(f"The cell {name} is {cell.kind[:20] or 'untyped'}, not {given.kind}{run}.")
    return said


def _listed(names) -> str:
    shown = [name[:40] for name in sorted(names)[:5]]
    return ", ".join(shown) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
