"""Who has written the functions of a notebook: nobody yet, the student, or we.

A function as it was handed out is a stub. A function of ours is told by its syntax tree, so that
outputs, metadata, marks, comments and the layout of a notebook may be any. Short ones are often
written alike; that a whole notebook is ours is told by the model answers, or by the comments that
stand around our solutions.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from .cells import Cell, checked_as, is_first_cell, is_retyped
from .notebook import Authorship
from .release import Chapter, Release
from .syntax import is_text

__all__ = ["authorship_of", "code_in", "home_of", "other_names_in"]

_MARK = re.compile(r"### BEGIN\s+SOLUTION")  # of nbgrader, in solved notebooks alone
_TOO_HARD = ValueError, RecursionError, MemoryError


def code_in(cells: Iterable[Cell]) -> list[Cell]:
    """Cells of code, and of what was handed out as code."""
    return [cell for cell in cells if cell.kind == "code" or is_retyped(cell)]


def other_names_in(code: Sequence[Cell], exercises: Iterable[str]) -> dict[str, str]:
    """Functions that are meant for exercises under other names, by exercise.

    They stand in the cell of the exercise, or are checked as it: ``check(mine, "e_step")``.
    """
    bound = {name for cell in code for name in cell.source.names.binds}
    written = {name for cell in code for name in cell.source.written_names}
    others = {}
    for name in exercises:
        if name in written:
            continue
        homes = [cell for cell in code if name in (cell.grade_id, cell.cell_id)]
        if any(name == inner for c in homes for _, inner in c.source.inner_functions):
            continue
        functions = [] if name in bound else [f for c in homes for f in c.source.functions]
        checked = [f for cell in code for f in checked_as(cell, name) if f in bound]
        if functions or checked:
            others[name] = (functions + checked)[-1]
    return others


def authorship_of(cells: Sequence[Cell], held: Collection[str], release: Release) -> Authorship:
    """Look at the functions of the exercises that a notebook holds."""
    code = code_in(cells)
    written = {name for cell in code for name in cell.source.written_names} & {*held}
    others = other_names_in(code, held)
    kept = {name for cell in code for name in cell.source.written_names - cell.source.lost_names}
    lost = frozenset(written - kept - others.keys())
    written |= others.keys()
    near = [chapter for chapter in release.chapters if written & {*chapter.exercises}]
    solutions = {name: key for each in near for name, key in _solutions(each).items()}
    found = {name: _home(code, name) for name in written & solutions.keys()}
    homes = {name: cell for name, cell in found.items() if cell}
    ours = {name for name, cell in homes.items() if _key(cell, name) == solutions[name]}
    if not ours:
        return Authorship(frozenset(written), lost=lost)
    texts = {cell.source.strip() for cell in cells if cell.kind != "code"}
    answers = {answer for chapter in near for answer in chapter.model_answers}
    n_marked = sum(bool(_MARK.search(homes[name].source)) for name in ours)
    is_certain = bool(texts & answers) or n_marked > 1
    whole = any(len(c.exercises) > 1 and ours.issuperset(c.exercises) for c in near)
    given = {cell.source.strip() for chapter in release.chapters for cell in chapter.cells}
    unusual = [cell for cell in code if cell.source.strip() and not is_first_cell(cell)]
    unknown = [cell for cell in unusual if cell.source.strip() not in given]
    return Authorship(
        frozenset(written),
        frozenset(ours),
        is_certain and ours == written,
        any(not cell.source.names.binds & ours for cell in unknown),
        is_certain or whole,
        lost,
    )


@lru_cache(maxsize=64)
def _solutions(chapter: Chapter) -> Mapping[str, str]:
    keys = {name: _key(cell, name) for name, cell in chapter.solutions}
    return {name: key for name, key in keys.items() if key}


def home_of(cells: Sequence[Cell], name: str) -> str:
    """Source of the last cell that holds more than a stub of a function; "" if there is none."""
    found = _home(code_in(cells), name)
    return found.source.strip() if found else ""


def _home(code: Sequence[Cell], name: str) -> Cell | None:
    return next((cell for cell in reversed(code) if name in cell.source.written_names), None)


def _key(cell: Cell, name: str) -> str:
    """The tree of a function, as text; "" if there is none at the top level, or it is too deep."""
    body = cell.source.tree.body if cell.source.tree else []
    found = [n for n in body if isinstance(n, ast.FunctionDef) and n.name == name]
    if not found:
        return ""
    try:
        lines = [ast.dump(line) for line in found[-1].body if not is_text(line)]
        return "\n".join([ast.dump(found[-1].args), *lines])
    except _TOO_HARD:
        return ""
