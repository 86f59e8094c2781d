"""What came of one submission, as services want it: tests with a name, points and a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...exercises import Status
from ..parsing.candidates import FileReport
from ..parsing.release import Chapter
from ..reports.summary import is_graded
from ..rows import Row
from ..settings import PUBLIC_SEED
from .markdown import escape, paragraphs
from .one_submission import Graded

__all__ = ["NamedTest", "make_tests", "outline", "sum_up"]

_NO_NOTEBOOK = (Status.MISSING, Status.UNREADABLE)
_BEGINS_WITH_NUMBER = re.compile(r"0*(\d+)_")


class NamedTest(NamedTuple):
    """One exercise, or one written question, which people grade and which has no points here."""

    number: str  # "2.1": the first of notebook 2
    name: str
    score: float
    max_score: float
    is_passed: bool
    status: Status
    message: str  # plain text, of public cases only
    text: str  # the same as Markdown
    by_hand: float = 0.0  # points that a person gives for it


def make_tests(graded: Graded) -> list[NamedTest]:
    """A test for every exercise and written question of the notebooks that count, in their order.

    Whatever is shown was computed on public cases, as in the feedback pages.
    """
    tests: list[NamedTest] = []
    for position, chapter in enumerate(graded.chapters, start=1):
        rows = [row for row in graded.result.rows if row.notebook == chapter.name]
        first = _number_of(chapter, position)
        tests += [_test(row, f"{first}.{i}") for i, row in enumerate(rows, start=1)]
    return tests


def sum_up(tests: list[NamedTest]) -> tuple[float, float]:
    """The points that were earned, and those that could be, without written answers."""
    return round(sum(test.score for test in tests), 2), sum(test.max_score for test in tests)


def outline(graded: Graded) -> str:
    """What stands above the tests: the points, what they leave out, and the files that were read.

    Where there is nothing to grade, it is one sentence that says why.
    """
    result, tests = graded.result, make_tests(graded)
    score, max_score = sum_up(tests)
    by_hand = sum(test.by_hand for test in tests)
    if all(row.status in _NO_NOTEBOOK for row in result.rows):
        return _nothing_found(graded)
    lines = [f"**{score:g} of {max_score:g} points.**"]
    if by_hand:
        lines[0] += f" Written answers, worth up to {by_hand:g} points, are graded by hand."
    lines.append(
        "The points come from hidden cases. What is shown comes from other cases, which you can "
        f"draw as well: add `seed={PUBLIC_SEED}` to a check."
    )
    lines += [
        f"- `{_path(file.path)}`: {escape(file.status)}"
        + (f" ({escape(str(file.problem))})" if file.problem else "")
        for file in _of_interest(graded)
    ]
    return "\n\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:])


def _of_interest(graded: Graded) -> list[FileReport]:
    """Files that hold exercises that count, or that have a problem."""
    counted = {name for chapter in graded.chapters for name in chapter.exercises}
    found = [file for file in graded.result.files if file.problem or counted & {*file.holds}]
    return sorted(found, key=lambda file: file.path)


def _nothing_found(graded: Graded) -> str:
    for file in graded.result.files:
        if file.problem:
            return f"`{_path(file.path)}` could not be graded: {escape(str(file.problem))}"
    names = [f"`{chapter.name}.ipynb`" for chapter in graded.chapters]
    wanted = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"No notebook of this assignment was handed in: upload {wanted}."


def _path(path: str) -> str:
    """A path between backticks, which it can't close."""
    return " ".join(path.replace("`", "'").split())


def _number_of(chapter: Chapter, position: int) -> str:
    found = _BEGINS_WITH_NUMBER.match(chapter.name)
    return found.group(1) if found else str(position)


def _test(row: Row, number: str) -> NamedTest:
    text = paragraphs(row.message)
    if is_graded(row.exercise):
        passed = row.score >= row.max_score
        numbers = row.score, row.max_score, passed
        return NamedTest(number, row.exercise, *numbers, row.status, row.message, text)
    answered = row.status in (Status.TO_BE_GRADED, Status.CORRECT, Status.PARTIAL)
    if answered:
        text = f"Your answer was found. It is graded by hand, up to {row.max_score:g} points."
    name = f"{row.exercise} (written, graded by hand)"
    numbers = 0.0, 0.0, answered
    return NamedTest(number, name, *numbers, row.status, row.message, text, row.max_score)
