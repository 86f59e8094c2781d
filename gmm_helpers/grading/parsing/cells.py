"""A cell of a notebook, and which exercise it was handed out for or checks."""

from __future__ import annotations

import ast
from dataclasses import dataclass, fields

from ...exercises import EXERCISES
from .question_answers import QuestionAnswers
from .syntax import CellSource

__all__ = [
    "Cell",
    "checked_as",
    "checked_exercises",
    "checks_anything",
    "exercise_of",
    "is_first_cell",
    "is_retyped",
    "only_checks",
]

_OF_FIRST_CELL = {"gmm_helpers", "glob", "package", "sys"}
_CHECKS = {"check", "hint", "progress", "check_moments"}


@dataclass(frozen=True)
class Cell:
    """What grading needs to know of a cell; a release alone is believed about locks and points."""

    kind: str  # "code", "markdown", "raw" or whatever else it says of itself
    source: CellSource  # a plain text becomes one, so that it is parsed once
    grade_id: str = ""  # from nbgrader's metadata, whatever their version
    cell_id: str = ""
    locked: bool = False
    points: float = 0.0
    question: str = ""  # name of the prediction or self-test that was handed out in it
    answers: tuple[QuestionAnswers, ...] = ()

    def __post_init__(self):
        if not isinstance(self.source, CellSource):
            object.__setattr__(self, "source", CellSource(self.source))

    def __reduce__(self):
        return Cell, tuple(getattr(self, field.name) for field in fields(self))


def exercise_of(cell: Cell) -> str:
    """The exercise a cell was handed out for, or whose check it is; "" if it is neither."""
    for mark in (cell.grade_id, cell.cell_id):
        if mark.removeprefix("check_") in EXERCISES:
            return mark.removeprefix("check_")
    return ""


def is_retyped(cell: Cell) -> bool:
    """Whether a cell is not code any more, but was handed out as the code of an exercise."""
    name = exercise_of(cell)
    solution = name in (cell.grade_id, cell.cell_id) and cell.kind != "code"
    return bool(name) and solution and name in cell.source.names.binds


def is_first_cell(cell: Cell) -> bool:
    """Whether a cell only installs the package, as it was handed out, in whatever version."""
    return "gmm_helpers-*.whl" in cell.source and cell.source.names.binds <= _OF_FIRST_CELL


def checked_as(cell: Cell, exercise: str) -> list[str]:
    """Names of functions that a cell checks as an exercise: ``check(mine, "e_step")``."""
    pairs = [call.args for call in _check_calls(cell) if len(call.args) == 2]
    meant = [mine for mine, name in pairs if getattr(name, "value", None) == exercise]
    return [mine.id for mine in meant if isinstance(mine, ast.Name)]


def checked_exercises(cell: Cell) -> list[str]:
    """Names of exercises that a cell checks: ``check(e_step)`` or ``check(mine, "e_step")``."""
    last = [call.args[-1] for call in _check_calls(cell) if call.args]
    names = [getattr(part, "id", getattr(part, "value", "")) for part in last]
    return [name for name in names if isinstance(name, str) and name in EXERCISES]


def _check_calls(cell: Cell) -> list[ast.Call]:
    tree = cell.source.tree if cell.kind == "code" and "check" in cell.source else None
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree else []
    return [call for call in calls if getattr(call.func, "id", "") == "check"]


def checks_anything(cell: Cell) -> bool:
    """Whether a cell calls `check`."""
    return bool(_check_calls(cell))


def only_checks(cell: Cell) -> bool:
    """Whether there is nothing in a cell but calls of `check` and the like.

    Examples
    --------
    >>> [only_checks(Cell("code", text)) for text in ("check(e_step)", "check(f(1))", "x = 1")]
    [True, False, False]
    """
    tree = cell.source.tree
    return tree is not None and all(_is_check(line) for line in tree.body)


def _is_check(line: ast.stmt) -> bool:
    call = getattr(line, "value", None)
    return (
        isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in _CHECKS
        and all(isinstance(part, (ast.Name, ast.Constant)) for part in call.args)
    )
