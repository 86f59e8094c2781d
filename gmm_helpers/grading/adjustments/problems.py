"""What there is to tell of lines of `points.csv` and `rules.csv`: kinds with fields, and sentences.

A line with a problem has no effect, unless its kind says that the line is applied.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from ..notices import join

__all__ = ["NOT_APPLIED", "Problem", "ProblemKind", "sentences_of", "tell"]

NOT_APPLIED = 4  # the status where a line was not applied
_MAX_TOLD = 10  # on the terminal and in report.html; report.json has them all


class ProblemKind(Enum):
    """What was wrong with a line, and what to do; or what is worth knowing of one that counts."""

    UNKNOWN_STUDENT = (
        "no student is called {name!r}",
        "copy the name from the column student of grades.csv",
    )
    SEVERAL_STUDENTS = (
        "several students are called {name!r}",
        "copy the name from the column student of grades.csv",
    )
    UNKNOWN_EXERCISE = (
        "no exercise and no written question that counts is called {name!r}",
        "copy the name from the column exercise of grades.csv",
    )
    UNKNOWN_MISTAKE = (
        "nobody made the mistake {name!r} in {exercise}",
        "copy it from the column mistakes of grades.csv",
    )
    SEVERAL_NOTEBOOKS = (
        "several notebooks have a row called {name!r}",
        "add a column notebook that says which one is meant",
    )
    EMPTY = ("the column {column} is empty", "fill it in")
    NOT_A_NUMBER = ("{text!r} is not a number", "write points such as 4 or 4.5")
    NEGATIVE = ("{text} points are less than nothing", "write 0 or more")
    TOO_MANY = (
        "{points:g} points are more than the {max_score:g} that {name} is worth",
        "write at most {max_score:g}; extra credit is for Formgrader",
    )
    WITHOUT_POINTS = (
        "there is a comment without points",
        "write the points as well, if need be those that the row has already",
    )
    MANY_CELLS = (
        "there are {count} values for {expected} columns",
        "put quotes around a value with a comma in it, and write 4.5, not 4,5",
    )
    DECIMAL_COMMA = (
        "{text} may be meant as one number",
        "write it with a point, or begin the comment with a word",
    )
    # What is told of lines that are applied.
    REPEATED = ("line {earlier} says something else of the same, and this line counts", "")
    BEFORE_FORMGRADER = (
        "what was given in Formgrader for {name} of {student} ({other:g} of {max_score:g} points) "
        "does not count",
        "",
    )
    TWO_RULES = (
        "{where}: the same function makes this mistake and that of line {other}, and the fewer "
        "points count",
        "",
    )
    NOT_READ = ("this file was not read, because another one was named", "")

    def __init__(self, what: str, advice: str):
        self.what, self.advice = what, advice

    @property
    def code(self) -> str:
        """What stands in JSON."""
        return self.name.lower()

    @property
    def is_applied(self) -> bool:
        """Whether there is nothing to correct."""
        return not self.advice


class Problem(NamedTuple):
    """One thing to tell of a file; `line` is 0 if it is about none in particular.

    Examples
    --------
    >>> fields = {"name": "Ann", "near": "Anna"}
    >>> print(Problem("points.csv", 3, ProblemKind.UNKNOWN_STUDENT, fields))
    points.csv, line 3: no student is called 'Ann': did you mean 'Anna'?
    """

    file: str
    line: int
    kind: ProblemKind
    fields: Mapping[str, Any]

    def __str__(self) -> str:
        fields = {k: join(v) if isinstance(v, (list, tuple)) else v for k, v in self.fields.items()}
        place = f"{self.file}, line {self.line}" if self.line else self.file
        said = f"{place}: {self.kind.what.format(**fields)}"
        if self.fields.get("near"):
            return f"{said}: did you mean {self.fields['near']!r}?"
        advice = self.kind.advice.format(**fields)
        return f"{said}: {advice}." if advice else f"{said}."

    def as_json(self) -> dict[str, Any]:
        """What stands in `report.json`."""
        about = {"file": self.file, "line": self.line, "kind": self.kind.code, **self.fields}
        return {**about, "applied": self.kind.is_applied, "why": str(self)}


def sentences_of(problems: Sequence[Problem]) -> list[str]:
    """What is told of them: what was not applied comes first, and not everything if it is much."""
    first = sorted(problems, key=lambda problem: problem.kind.is_applied)
    told = [str(problem) for problem in first[:_MAX_TOLD]]
    if len(first) > _MAX_TOLD:
        told.append(f"{len(first) - _MAX_TOLD} more of these are in report.json.")
    return told


def tell(problems: Sequence[Problem]) -> int:
    """Print what there is to tell; the result is the status of the process."""
    for sentence in sentences_of(problems):
        print(f"gmm-grade: {sentence}", file=sys.stderr)
    wrong = sum(not problem.kind.is_applied for problem in problems)
    if not wrong:
        return 0
    lines = "1 line was" if wrong == 1 else f"{wrong} lines were"
    advice = "everything else counts; correct the file, then use --resume"
    print(f"gmm-grade: {lines} not applied, {advice}.", file=sys.stderr)
    return NOT_APPLIED
