"""Which exercises a submitted notebook holds, and which of several notebooks is graded.

A file's name says nothing. The marks of nbgrader do; where they were stripped, the ids of the
cells, the calls of `check` and at last the functions that are defined.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ...exercises import EXERCISES
from .cells import Cell
from .release import Chapter, Release
from .syntax import names_of, parsed, written

__all__ = ["Candidate", "checked_as", "choose", "exercise_of", "held_by"]


class Candidate(NamedTuple):
    """A notebook that could be read, and the exercises it holds: True for those it marks."""

    path: str
    modified: float
    cells: tuple[Cell, ...]
    held: Mapping[str, bool]


def exercise_of(cell: Cell) -> str:
    """The exercise a cell was handed out for, or whose check it is; "" if it is neither.

    Examples
    --------
    >>> exercise_of(Cell("code", "check(e_step)", "check_e_step"))
    'e_step'
    """
    for mark in (cell.grade_id, cell.cell_id):
        if mark.removeprefix("check_") in EXERCISES:
            return mark.removeprefix("check_")
    return ""


def held_by(cells: Iterable[Cell], release: Release) -> dict[str, bool]:
    """Exercises a notebook holds, and whether it marks any as its own.

    Where it does, definitions of other chapters' functions do not count: the E-step that
    somebody copied into the notebook of chapter 4 is not handed in a second time.
    """
    cells = list(cells)
    marked = {name for cell in cells for name in (exercise_of(cell), *_checked(cell)) if name}
    bound = {name for cell in cells for name in names_of(cell.source).binds if cell.kind == "code"}
    near = {name for c in release.chapters if marked & {*c.exercises} for name in c.exercises}
    names = [name for chapter in release.chapters for name in chapter.exercises]
    held = marked | (bound & near if marked else bound)
    return {name: bool(marked) for name in names if name in held}


def checked_as(cell: Cell, exercise: str) -> list[str]:
    """Names of functions that a cell checks as an exercise.

    Examples
    --------
    >>> checked_as(Cell("code", 'check(mine, "e_step")'), "e_step")
    ['mine']
    """
    pairs = [call.args for call in _checks(cell) if len(call.args) == 2]
    meant = [mine for mine, name in pairs if getattr(name, "value", None) == exercise]
    return [mine.id for mine in meant if isinstance(mine, ast.Name)]


def _checks(cell: Cell) -> list[ast.Call]:
    tree = parsed(cell.source) if cell.kind == "code" and "check" in cell.source else None
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree else []
    return [call for call in calls if written(call.func) == "check"]


def _checked(cell: Cell) -> list[str]:
    """Names of exercises that a cell checks: ``check(e_step)`` or ``check(mine, "e_step")``."""
    named = [call.args[-1] for call in _checks(cell) if call.args]
    names = [getattr(part, "id", getattr(part, "value", "")) for part in named]
    return [name for name in names if isinstance(name, str) and name in EXERCISES]


def choose(candidates: Sequence[Candidate], chapter: Chapter) -> dict[str, Candidate]:
    """For each exercise of a chapter the notebook that is graded.

    That is the newest of those which mark their exercises, or else of those which define it; of
    several that are equally new the last by path.
    """
    chosen = {}
    for name in chapter.exercises:
        holding = [candidate for candidate in candidates if name in candidate.held]
        if holding:
            chosen[name] = max(holding, key=lambda c: (c.held[name], c.modified, c.path))
    return chosen
