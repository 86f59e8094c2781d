"""Points by rule: lines of `rules.csv`, each for all who made a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...exercises import EXERCISES
from ...exercises.mistakes.combinations import mistakes_in
from ..rows import Row
from .nearest_name import Names
from .problems import Problem, ProblemKind
from .tables import Line, plain, read_table

__all__ = ["COLUMNS", "Rule", "match_rules", "read_rules", "rules_for"]

COLUMNS = ("exercise", "mistake")


class Rule(NamedTuple):
    """Whoever made a mistake keeps at least so many points."""

    exercise: str
    mistake: str
    points: float
    comment: str
    line: Line


def read_rules(path: Path) -> tuple[list[Line], list[Problem]]:
    """Read `rules.csv`; see `tables.read_table`."""
    return read_table(path, COLUMNS)


def match_rules(
    lines: Sequence[Line], rows: Mapping[str, Sequence[Row]]
) -> tuple[dict[tuple[str, str], Rule], list[Problem]]:
    """The rules by exercise and mistake; of several for the same the last counts.

    `rows` are those of each student of the class. A mistake that is known to the exercise, but that
    nobody made this time, is no problem: rules may be used for the next class again.
    """
    worth: dict[str, float] = {}
    made: dict[str, set[str]] = {}
    for row in (row for own in rows.values() for row in own):
        worth[row.exercise] = row.max_score
        made.setdefault(row.exercise, set()).update(row.named)
    near_exercises = Names(worth)
    near_mistakes = {name: Names(mistakes) for name, mistakes in made.items()}
    found: dict[tuple[str, str], Rule] = {}
    problems: list[Problem] = []
    for line in lines:
        name, mistake = plain(line.cells["exercise"]), plain(line.cells["mistake"])
        if name not in worth:
            fields = {"name": name, "near": near_exercises.nearest(name)}
            problems.append(line.problem(ProblemKind.UNKNOWN_EXERCISE, **fields))
        elif mistake not in made[name] | _known(name):
            fields = {"name": mistake, "near": near_mistakes[name].nearest(mistake)}
            problems.append(line.problem(ProblemKind.UNKNOWN_MISTAKE, exercise=name, **fields))
        elif line.points > worth[name]:
            most = worth[name]
            kind = ProblemKind.TOO_MANY
            problems.append(line.problem(kind, name=name, points=line.points, max_score=most))
        else:
            rule = Rule(name, mistake, line.points, line.cells.get("comment", ""), line)
            before = found.get((name, mistake))
            if before and before[:4] != rule[:4]:
                problems.append(line.problem(ProblemKind.REPEATED, earlier=before.line.number))
            found[name, mistake] = rule
    return found, problems


def rules_for(row: Row, rules: Mapping[tuple[str, str], Rule]) -> list[Rule]:
    """The rules for a row's mistakes, the one with the fewest points first."""
    names: Iterable[str] = dict.fromkeys(row.named)
    found = [rules[row.exercise, name] for name in names if (row.exercise, name) in rules]
    return sorted(found, key=lambda rule: rule.points)


def _known(name: str) -> set[str]:
    """The mistakes in the definition of an exercise."""
    exercise = EXERCISES.get(name)
    if exercise is None:
        return set()
    mistakes = {each.name for each in (*exercise.mistakes, *mistakes_in(exercise.parts))}
    return mistakes | {small.name for small in exercise.small_numbers}
