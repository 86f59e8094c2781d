"""``progress()``: the exercises of the chapter with points and state."""

from __future__ import annotations

import html
from dataclasses import dataclass

from ..drawing import svg
from ..exercises import CHAPTERS, EXERCISES, Status
from .checking import latest

__all__ = ["Progress", "progress"]

NOT_CHECKED = "not checked"
_SIGNS = {
    Status.CORRECT: "✓",
    Status.PARTIAL: "½",
    Status.INCORRECT: "✗",
    Status.NOT_ATTEMPTED: "…",
    NOT_CHECKED: "-",
}


@dataclass(frozen=True, repr=False)
class Progress:
    """Exercises with points and state; a notebook shows a small picture and a table.

    Parameters
    ----------
    rows : tuple
        Name, state, score and points of each exercise.
    """

    rows: tuple[tuple[str, str, float, float], ...]

    @property
    def score(self) -> float:
        """Points earned."""
        return round(sum(score for _, _, score, _ in self.rows), 2)

    @property
    def points(self) -> float:
        """Points to be earned."""
        return sum(points for *_, points in self.rows)

    def __repr__(self) -> str:
        lines = [
            f"{_SIGNS[state]} {name}: {state}, {score:g} of {points:g} points"
            for name, state, score, points in self.rows
        ]
        return "\n".join([*lines, self._total()])

    def _repr_html_(self) -> str:
        cells = "".join(
            f'<tr><td style="text-align: left"><code>{html.escape(name)}</code></td>'
            '<td style="text-align: left">'
            f'<span aria-hidden="true">{_SIGNS[state]}</span> {state}</td>'
            f'<td style="text-align: left">{score:g} of {points:g}</td></tr>'
            for name, state, score, points in self.rows
        )
        headings = "".join(
            f'<th scope="col" style="text-align: left">{name}</th>'
            for name in ("exercise", "state", "points")
        )
        return (
            f"<p>{svg.bar(self.score, self.points, alt='')}<br>{self._total()}</p>"
            f"<table><thead><tr>{headings}</tr></thead><tbody>{cells}</tbody></table>"
        )

    def _total(self) -> str:
        return f"Together {self.score:g} of {self.points:g} points, as last checked."


def progress(*exercises: str) -> Progress:
    """Show how far you are: the exercises with points and state, as last checked.

    Parameters
    ----------
    *exercises : str
        Names; by default all exercises of the chapters of which you have checked any, or of
        all chapters. Written questions are graded by people and are not counted.

    Returns
    -------
    Progress

    Raises
    ------
    ValueError
        If there is no exercise of such a name.

    Examples
    --------
    >>> progress("e_step").points
    5
    """
    unknown = [name for name in exercises if name not in EXERCISES]
    if unknown:
        raise ValueError(
            f"no exercise is called {unknown[0]!r}: choose from {', '.join(EXERCISES)}."
        )
    names = exercises or _begun() or tuple(EXERCISES)
    rows = []
    for name in names:
        result = latest.get(name)
        state, score = (result.status, result.score) if result else (NOT_CHECKED, 0.0)
        rows.append((name, state, score, EXERCISES[name].points))
    return Progress(tuple(rows))


def _begun() -> tuple[str, ...]:
    chapters = [names for names in CHAPTERS.values() if any(name in latest for name in names)]
    return tuple(name for names in chapters for name in names)
