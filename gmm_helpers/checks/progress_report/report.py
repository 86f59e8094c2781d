"""The report that ``progress()`` returns."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...drawing import svg
from ...exercises import CHAPTERS, EXERCISES, Status
from ...questions import progress_file
from ..cards import SIGNS
from ..checking import latest
from ..naming import exercise_of, unknown_names
from .chapters import ChapterProgress, Done, Step, chapters_beside

__all__ = ["ProgressReport", "ProgressRow", "progress"]

_SIGNS = {
    Done.RIGHT: "✓",
    Done.WRITTEN: "✓",
    Done.WRONG: "✗",
    Done.SURPRISED: "○",
    Done.OPEN: "-",
    Done.UNWRITTEN: "-",
}
_KEPT = f"Kept in {progress_file.FILE}, beside this notebook."


class ProgressRow(NamedTuple):
    """One exercise: its status at the last check, points earned and points to be earned."""

    exercise: str
    status: Status
    score: float
    points: float


@dataclass(frozen=True, repr=False)
class ProgressReport:
    """Exercises with points and status, questions and written answers; a bar and tables.

    Parameters
    ----------
    rows : tuple of ProgressRow
        One row per exercise.
    note : str, default=""
        What there is to say about names that no exercise has.
    chapter : ChapterProgress, optional
        This chapter, where it is known; its questions and written answers are shown.
    before : ChapterProgress, optional
        The chapter before, shown in grey.
    """

    rows: tuple[ProgressRow, ...]
    note: str = ""
    chapter: ChapterProgress | None = None
    before: ChapterProgress | None = None

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
            f"{SIGNS[status]} {name}: {status}, {_earned(score, points)}"
            for name, status, score, points in self.rows
        ]
        lines += [
            f"{_SIGNS[step.done]} {_readable(step.name)}: {step.done}"
            for _, steps in self._steps()
            for step in steps
        ]
        return "\n".join([*lines, self._total(), *self._more()])

    def _repr_html_(self) -> str:
        exercises = [
            (
                f"<code>{html.escape(name)}</code>",
                SIGNS[status],
                status,
                _earned(score, points).removesuffix(" points"),
            )
            for name, status, score, points in self.rows
        ]
        tables = _table(("exercise", "status", "points"), exercises)
        for heading, steps in self._steps():
            rows = [(html.escape(_readable(s.name)), _SIGNS[s.done], s.done) for s in steps]
            tables += _table((heading, "status"), rows)
        bar = svg.bar(self.score, self.points, alt=f"{self.score:g} of {self.points:g} points")
        more = "".join(f'<p style="opacity: 0.75">{html.escape(line)}</p>' for line in self._more())
        return f"<p>{bar}<br>{html.escape(self._total())}</p>{tables}{more}"

    def _steps(self) -> Iterator[tuple[str, tuple[Step, ...]]]:
        if self.chapter and self.chapter.questions:
            yield "question", self.chapter.questions
        if self.chapter and self.chapter.written:
            yield "written answer, as saved", self.chapter.written

    def _total(self) -> str:
        total = f"Total at your last check: {self.score:g} of {self.points:g} points."
        return " ".join(filter(None, [self.note, total if self.rows else ""]))

    def _more(self) -> list[str]:
        lines = []
        if self.before:
            rows = _rows_of(self.before.exercises)
            earned, attainable = sum(r.score for r in rows), sum(r.points for r in rows)
            steps = [*self.before.questions, *self.before.written]
            open_ = sum(step.done in (Done.OPEN, Done.UNWRITTEN) for step in steps)
            left = f"; {open_} of {len(steps)} questions are open" if open_ else ""
            lines.append(f"{self.before.name}: {earned:g} of {attainable:g} points{left}.")
        return [*lines, _KEPT] if progress_file.is_kept() else lines


def _earned(score: float, points: float) -> str:
    """Points of an exercise; one that a course has left out is there to be practised."""
    return f"{score:g} of {points:g} points" if points else "not graded"


def _table(headings: tuple[str, ...], rows: list[tuple]) -> str:
    """A table whose second column has a sign and a status."""
    left = 'style="text-align: left"'
    head = "".join(f'<th scope="col" {left}>{heading}</th>' for heading in headings)
    body = "".join(
        f'<tr><td {left}>{name}</td><td {left}><span aria-hidden="true">{sign}</span> {status}</td>'
        + "".join(f"<td {left}>{cell}</td>" for cell in rest)
        + "</tr>"
        for name, sign, status, *rest in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _readable(name: str) -> str:
    return name.removeprefix("question_").replace("_", " ")


def progress(*exercises: str | Callable) -> ProgressReport:
    """Show how far you are: exercises at your last check, questions and written answers.

    Parameters
    ----------
    *exercises : str or callable
        Names, or your functions; by default those of this chapter, with its questions and written
        answers. Where it is not known which chapter this is, the exercises of the chapters of
        which you have checked any, or of all chapters.

    Returns
    -------
    ProgressReport
        Checks and answers are kept in a file beside the notebook. Written answers are read from
        the notebook as it was saved last; people grade them.

    Examples
    --------
    >>> progress("e_step").points
    5
    """
    if not exercises:
        this, before = chapters_beside(set(EXERCISES))
        names = this.exercises if this else _begun_chapters() or tuple(EXERCISES)
        return ProgressReport(_rows_of(names), "", this, before)
    caller = sys._getframe(1)
    asked = [exercise_of(each, caller) for each in exercises]
    known = [name for name in asked if isinstance(name, str) and name in EXERCISES]
    others = [name for name in asked if not (isinstance(name, str) and name in EXERCISES)]
    return ProgressReport(_rows_of(known), unknown_names(others))


def _rows_of(names) -> tuple[ProgressRow, ...]:
    """Of this kernel's checks, or of those that were kept."""
    kept = progress_file.kept("check")
    rows = []
    for name in names:
        result, earlier = latest.get(name), kept.get(name, {})
        points = EXERCISES[name].points
        if result:
            status, score = result.status, result.score
        else:
            status, score = _earlier(earlier, points)
        rows.append(ProgressRow(name, status, score, points))
    return tuple(rows)


def _earlier(event: dict, points: float) -> tuple[Status, float]:
    """Status and score of a check that was kept."""
    status = next((each for each in Status if each.code == event.get("status")), None)
    score = event.get("score")
    if status is None or not isinstance(score, int | float) or not 0 <= score <= points:
        return Status.NOT_CHECKED, 0.0
    return status, float(score)


def _begun_chapters() -> tuple[str, ...]:
    """The exercises of the chapters of which any was checked."""
    done = {*latest, *progress_file.kept("check")}
    return tuple(name for names in CHAPTERS.values() if done & set(names) for name in names)
