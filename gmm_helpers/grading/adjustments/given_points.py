"""Points by hand: lines of `points.csv`, each for one row of one student."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..rows import Row
from .nearest_name import Names
from .problems import Problem, ProblemKind
from .tables import Line, plain, read_table

__all__ = ["COLUMNS", "Key", "PointsByHand", "key_of", "match_points", "read_points"]

COLUMNS = ("student", "exercise")
Key = tuple[str, str, str]  # student, notebook, exercise


class PointsByHand(NamedTuple):
    """What a person gave for a row, and where that stands."""

    points: float
    comment: str
    line: Line


def key_of(student: str, row: Row) -> Key:
    """What names a row of a class."""
    return student, row.notebook, row.exercise


def read_points(path: Path) -> tuple[list[Line], list[Problem]]:
    """Read `points.csv`; see `tables.read_table`."""
    return read_table(path, COLUMNS)


def match_points(
    lines: Sequence[Line],
    rows: Mapping[str, Sequence[Row]],
    names: Mapping[str, Sequence[str]] | None = None,
) -> tuple[dict[Key, PointsByHand], list[Problem]]:
    """Find the row of each line; of several lines for one row the last counts.

    `rows` are those of each student of the class, and `names` what else the student is called.
    """
    others = _by_name(names or {})
    students = {plain(student): student for student in rows} | {name: name for name in rows}
    exercises = {row.exercise for own in rows.values() for row in own}
    near_students, near_exercises = Names([*rows, *others]), Names(exercises)
    found: dict[Key, PointsByHand] = {}
    problems: list[Problem] = []
    for line in lines:
        called = line.cells["student"]
        meant_by_name = others.get(plain(called), [])
        student = students.get(called) or students.get(plain(called))
        if student is None and len(meant_by_name) == 1:
            (student,) = meant_by_name
        name, notebook = plain(line.cells["exercise"]), plain(line.cells.get("notebook", ""))
        if student is None:
            near = "" if meant_by_name else near_students.nearest(called)
            kind = ProblemKind.SEVERAL_STUDENTS if meant_by_name else ProblemKind.UNKNOWN_STUDENT
            problems.append(line.problem(kind, name=called, near=near))
            continue
        meant = [row for row in rows[student] if row.exercise == name]
        meant = [row for row in meant if notebook.removesuffix(".ipynb") in ("", row.notebook)]
        if len(meant) != 1:
            kind = ProblemKind.SEVERAL_NOTEBOOKS if meant else ProblemKind.UNKNOWN_EXERCISE
            near = "" if name in exercises else near_exercises.nearest(name)
            problems.append(line.problem(kind, name=name, near=near))
            continue
        (row,) = meant
        if line.points > row.max_score:
            most = row.max_score
            kind = ProblemKind.TOO_MANY
            problems.append(line.problem(kind, name=name, points=line.points, max_score=most))
            continue
        given = PointsByHand(line.points, line.cells.get("comment", ""), line)
        before = found.get(key_of(student, row))
        if before and before[:2] != given[:2]:
            problems.append(line.problem(ProblemKind.REPEATED, earlier=before.line.number))
        found[key_of(student, row)] = given
    return found, problems


def _by_name(names: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Who is called so, by each name that is not empty."""
    found: dict[str, list[str]] = {}
    for student, own in names.items():
        for name in {plain(name) for name in own} - {""}:
            found.setdefault(name, []).append(student)
    return found
