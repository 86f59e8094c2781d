"""``progress()``: the exercises of the chapter with their points and statuses."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from ..drawing import svg
from ..exercises import CHAPTERS, EXERCISES, Status
from .cards import SIGNS
from .checking import latest
from .naming import exercise_of, unknown_names

__all__ = ["ProgressReport", "ProgressRow", "progress"]


class ProgressRow(NamedTuple):
    """One exercise: its status at the last check, points earned and points to be earned."""

    exercise: str
    status: Status
    score: float
    points: float


@dataclass(frozen=True, repr=False)
class ProgressReport:
    """Exercises with points and status; a notebook shows a bar and a table.

    Parameters
    ----------
    rows : tuple of ProgressRow
        One row per exercise.
    note : str, default=""
        What there is to say about names that no exercise has.
    """

    rows: tuple[ProgressRow, ...]
    note: str = ""

    @property
    def score(self) -> float:
        """Points earned."""
        return round(sum(row.score for row in self.rows), 2)

    @property
    def points(self) -> float:
        """Points to be earned."""
        return sum(row.points for row in self.rows)

    def __repr__(self) -> str:
        lines = [
            f"{SIGNS[status]} {name}: {status}, {score:g} of {points:g} points"
            for name, status, score, points in self.rows
        ]
        return "\n".join([*lines, self._total()])

    def _repr_html_(self) -> str:
        cells = "".join(
            f'<tr><td style="text-align: left"><code>{html.escape(name)}</code></td>'
            '<td style="text-align: left">'
            f'<span aria-hidden="true">{SIGNS[status]}</span> {status}</td>'
            f'<td style="text-align: left">{score:g} of {points:g}</td></tr>'
            for name, status, score, points in self.rows
        )
        headings = "".join(
            f'<th scope="col" style="text-align: left">{name}</th>'
            for name in ("exercise", "status", "points")
        )
        return (
            f"<p>{svg.bar(self.score, self.points, alt='')}<br>{html.escape(self._total())}</p>"
            f"<table><thead><tr>{headings}</tr></thead><tbody>{cells}</tbody></table>"
        )

    def _total(self) -> str:
        total = f"Total at your last check: {self.score:g} of {self.points:g} points."
        return " ".join(filter(None, [self.note, total if self.rows else ""]))


def progress(*exercises: str | Callable) -> ProgressReport:
    """Show how far you are: points and status of the exercises at your last check.

    Parameters
    ----------
    *exercises : str or callable
        Names, or your functions; by default all exercises of the chapters of which you have
        checked any, or of all chapters. Written questions are graded by people and are not counted.

    Returns
    -------
    ProgressReport

    Examples
    --------
    >>> progress("e_step").points
    5
    """
    caller = sys._getframe(1)
    names = [exercise_of(each, caller) for each in exercises]
    known = [name for name in names if isinstance(name, str) and name in EXERCISES]
    others = [name for name in names if not (isinstance(name, str) and name in EXERCISES)]
    note = unknown_names(others)
    rows = []
    for name in known if exercises else _begun_chapters() or EXERCISES:
        result = latest.get(name)
        status, score = (result.status, result.score) if result else (Status.NOT_CHECKED, 0.0)
        rows.append(ProgressRow(name, status, score, EXERCISES[name].points))
    return ProgressReport(tuple(rows), note)


def _begun_chapters() -> tuple[str, ...]:
    """The exercises of the chapters of which any was checked."""
    chapters = [names for names in CHAPTERS.values() if any(name in latest for name in names)]
    return tuple(name for names in chapters for name in names)
