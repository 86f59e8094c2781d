"""Which cells of a notebook have to run before its exercises can be called.

When in doubt a cell runs: that costs time, not points. What need not run is known exactly: text,
checks, and cells as they were handed out whose names no other cell uses (pictures, sliders).
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import lru_cache

from ..jail import Program
from .candidates import checked_as, exercise_of
from .cells import Cell
from .release import Chapter
from .syntax import (
    defines,
    functions_of,
    names_of,
    parsed,
    sources_of,
    stubs_of,
    written,
    written_in,
)

__all__ = ["own_sources", "program_of", "renamed", "retyped"]

_CHECKS = {"check", "hint", "progress", "check_moments"}


def program_of(cells: Sequence[Cell], chapter: Chapter, exercises: Sequence[str]) -> Program:
    """Choose the cells that run, in order.

    Parameters
    ----------
    cells : sequence of Cell
        Of the submitted notebook.
    chapter : Chapter
        The same as it was handed out.
    exercises : sequence of str
        Names of the functions to be called.

    Returns
    -------
    Program
        With three additions: a function that stands under another name in the cell of its
        exercise is given the name it should have; a cell that was removed, and whose names
        are used, is put back at the start; and a function of theirs whose name a cell that was
        handed out takes for something else, further down, is defined once more at the end.
    """
    cells = [cell for cell in cells if cell.kind == "code" or retyped(cell)]
    own = _own(cells, chapter)
    given = _given(chapter)
    back = _needed([c for c in chapter.cells if _is_removed(c, cells)], own, bound=_bound(cells))
    running = _needed([cell for cell in cells if _as_handed_out(cell, given)], own + back)
    kept = {id(cell) for cell in own + running}
    # What is left out keeps its place, so that cells are numbered as in the notebook.
    sources = [cell.source if id(cell) in kept else "" for cell in cells]
    front = [cell.source for cell in back]
    other_names = [f"{name} = {other}" for name, other in renamed(cells, exercises).items()]
    end = [*_kept_functions(cells, own, running), *other_names]
    optional = (i for i, text in enumerate(sources, len(front) + 1) if text and not defines(text))
    return Program((*front, *sources, *end), tuple(exercises), frozenset(optional))


def own_sources(cells: Sequence[Cell], chapter: Chapter) -> list[str]:
    """Source of what a student wrote or may have written, in order."""
    code = [cell for cell in cells if cell.kind == "code" or retyped(cell)]
    return [cell.source for cell in _own(code, chapter)]


def _own(cells: Sequence[Cell], chapter: Chapter) -> list[Cell]:
    given = _given(chapter)
    own = [
        cell for cell in cells if not _as_handed_out(cell, given) and not _only_checks(cell.source)
    ]
    # A stub that was left as it is, while another cell holds the function, is none of theirs.
    real = _written(own)
    return [cell for cell in own if not stubs_of(cell.source) & real]


def _given(chapter: Chapter) -> set[str]:
    return {cell.source.strip() for cell in chapter.cells if cell.kind == "code"}


def _as_handed_out(cell: Cell, given: set[str]) -> bool:
    """Whether a cell is one of those that were given, without a change; no exercise is."""
    return cell.source.strip() in given and not exercise_of(cell) and not _only_checks(cell.source)


def retyped(cell: Cell) -> bool:
    """Whether a cell is no code any more, but was handed out as the code of an exercise."""
    name = exercise_of(cell)
    solution = name in (cell.grade_id, cell.cell_id) and cell.kind != "code"
    return bool(name) and solution and name in names_of(cell.source).binds


@lru_cache(maxsize=512)
def _only_checks(source: str) -> bool:
    """Whether there is nothing in a cell but calls of `check` and the like."""
    tree = parsed(source)
    if tree is None:
        return False
    calls = [getattr(line, "value", None) for line in tree.body]
    return all(
        isinstance(call, ast.Call)
        and written(call.func) in _CHECKS
        and all(isinstance(part, (ast.Name, ast.Constant)) for part in call.args)
        for call in calls
    )


def _kept_functions(
    cells: Sequence[Cell], own: Sequence[Cell], running: Sequence[Cell]
) -> list[str]:
    """Source of own functions whose names are taken by cells that were handed out.

    When its check is run in the notebook, a function still sees its helper by that name.
    """
    place = {id(cell): i for i, cell in enumerate(cells)}
    last: dict[str, tuple[int, str]] = {}
    for cell in own:
        last |= dict.fromkeys(names_of(cell.source).binds, (-1, ""))
        last |= {n: (place[id(cell)], text) for n, text in sources_of(cell.source).items()}
    taken = {
        name
        for cell in running
        for name in names_of(cell.source).binds & last.keys()
        if place[id(cell)] > last[name][0] >= 0
    }
    return [last[name][1] for name in last if name in taken]


def _bound(cells: Sequence[Cell]) -> set[str]:
    return {name for cell in cells for name in names_of(cell.source).binds}


def _written(cells: Sequence[Cell]) -> set[str]:
    return {name for cell in cells for name in written_in(cell.source)}


def _is_removed(cell: Cell, cells: Sequence[Cell]) -> bool:
    if cell.kind != "code" or exercise_of(cell):
        return False
    source = cell.source.strip()
    return all(c.cell_id != cell.cell_id and c.source.strip() != source for c in cells)


def _needed(offered: Sequence[Cell], users: Sequence[Cell], bound: set[str] = frozenset()):
    """Those of the offered cells that bind a name which the users, or they themselves, use.

    Names that are `bound` elsewhere need no further cell.
    """
    taken: list[Cell] = []
    used = {name for cell in users for name in names_of(cell.source).uses} - bound
    left = list(offered)
    while found := [cell for cell in left if names_of(cell.source).binds & used]:
        taken += found
        left = [cell for cell in left if cell not in found]
        used |= {name for cell in found for name in names_of(cell.source).uses} - bound
    return [cell for cell in offered if cell in taken]


def renamed(cells: Sequence[Cell], exercises: Sequence[str]) -> dict[str, str]:
    """Functions that are meant for exercises under other names, by exercise.

    They stand in the cell of the exercise, or are checked as it: ``check(mine, "e_step")``.
    """
    bound, real, found = _bound(cells), _written(cells), {}
    for name in exercises:
        if name in real:
            continue
        homes = [cell for cell in cells if name in (cell.grade_id, cell.cell_id)]
        functions = [] if name in bound else [f for c in homes for f in functions_of(c.source)]
        checked = [other for cell in cells for other in checked_as(cell, name) if other in bound]
        if functions or checked:
            found[name] = (functions + checked)[-1]
    return found
