"""A small table that a person has written, or a page or a spreadsheet has saved."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..intake.people.roster import delimiter_of, text_of
from .problems import Problem, ProblemKind

__all__ = ["Line", "plain", "read_table"]

MAX_BYTES = 32 * 2**20
_APOSTROPHE = re.compile(r"^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")  # as our own tables write it
_NUMBER = re.compile(r"([+-]?)([0-9]+[.,]?[0-9]*|[.,][0-9]+)")
_REST = re.compile(r"[0-9]{1,3}")  # of a number that was cut at its comma


class Line(NamedTuple):
    """A line that has points."""

    file: str
    number: int
    cells: dict[str, str]  # by column
    points: float

    def problem(self, kind: ProblemKind, **fields) -> Problem:
        """What is wrong with it."""
        return Problem(self.file, self.number, kind, fields)


def read_table(
    path: Path, required: Sequence[str], optional: Sequence[str] = ("comment",)
) -> tuple[list[Line], list[Problem]]:
    """Read the lines that have points, and what is wrong with the others.

    The first line holds the names of the columns, in any order; other columns are ignored. Commas
    or semicolons are between them. A line without points and comment says nothing.

    Raises
    ------
    ValueError
        If the file can't be read, or lacks a column; the message is one sentence.
    """
    try:
        with path.open("rb") as file:
            text = text_of(file.read(MAX_BYTES))
    except OSError as error:
        raise ValueError(f"{path} can't be read: {error.strerror}.") from None
    begun = text.partition("\n")
    if begun[0].strip().casefold() in ("sep=;", "sep=,"):  # for Excel
        text = "\n" + begun[2]
    separator = delimiter_of(text.lstrip("\n"))
    lines = [*_numbered(path, text, separator)]
    heads = [plain(head).casefold() for head in lines[0][1]] if lines else []
    lacking = [name for name in (*required, "points") if name not in heads]
    if lacking:
        names = ",".join((*required, "points", *optional))
        raise ValueError(f"{path} has no column {lacking[0]}: its first line should be {names}.")
    found: list[Line] = []
    problems: list[Problem] = []
    for number, cells in lines[1:]:
        try:
            line = _line(path.name, number, heads, cells, separator, required)
        except _BadLineError as error:
            problems.append(error.problem)
        else:
            found += [line] if line else []
    return found, problems


class _BadLineError(ValueError):
    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


def plain(text: str) -> str:
    """A name without what spreadsheets and our own tables do to it."""
    return _APOSTROPHE.sub("", " ".join(unicodedata.normalize("NFC", text).split()), count=1)


def _numbered(path: Path, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, and where each begins."""
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise ValueError(
            f"{path}, line {begins}, can't be read ({error}): look at its quotes."
        ) from None


def _line(
    file: str,
    number: int,
    heads: Sequence[str],
    cells: Sequence[str],
    separator: str,
    required: Sequence[str],
) -> Line | None:
    def bad(kind: ProblemKind, **fields) -> _BadLineError:
        return _BadLineError(Problem(file, number, kind, fields))

    if any(cell.strip() for cell in cells[len(heads) :]):
        raise bad(ProblemKind.MANY_CELLS, count=len(cells), expected=len(heads))
    values = dict(zip(heads, (cell.strip() for cell in cells), strict=False))
    text, comment = values.get("points", ""), values.get("comment", "")
    if not text and not comment:
        return None
    if not text:
        raise bad(ProblemKind.WITHOUT_POINTS)
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise bad(ProblemKind.NOT_A_NUMBER, text=text)
    points = round(float(match[2].replace(",", ".")), 2)
    if match[1] == "-" and points:
        raise bad(ProblemKind.NEGATIVE, text=text)
    if separator == "," and text.isdecimal() and _REST.fullmatch(comment):
        raise bad(ProblemKind.DECIMAL_COMMA, text=f"{text},{comment}")
    for column in required:
        if not values.get(column):
            raise bad(ProblemKind.EMPTY, column=column)
    values["comment"] = _APOSTROPHE.sub("", comment)
    return Line(file, number, values, points)
