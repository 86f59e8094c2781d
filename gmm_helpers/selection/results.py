"""The table of criteria that ``select_components()`` returns."""

from __future__ import annotations

import html
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple

import numpy as np

from ..model.params import GMMParams

__all__ = ["CRITERIA", "Selection", "SelectionRow", "as_criterion"]

CRITERIA = {
    "aic": "AIC",
    "bic": "BIC",
    "icl": "ICL",
    "held_out_nll": "held-out NLL",
}
MARK = "*"


class SelectionRow(NamedTuple):
    """The best fit with one number of components; NaN stands where there is none.

    Parameters
    ----------
    n_components : int
    nll : float
        Negative log-likelihood of the data it was fitted to, the total, in nats.
    n_parameters : int
    aic, bic, icl : float
        Criteria: smaller is better.
    held_out_nll : float
        Of samples that were left out, the total over all folds, in nats.
    """

    n_components: int
    nll: float
    n_parameters: int
    aic: float
    bic: float
    icl: float
    held_out_nll: float


@dataclass(frozen=True, eq=False, repr=False)
class Selection:
    """Criteria for several numbers of components: prints itself, and plots itself.

    Parameters
    ----------
    rows : tuple of SelectionRow
        One row per number of components, in the order asked for.
    criterion : str
        Which one decides about `best`.
    params : dict of int to GMMParams
        The mixture of each row, by its number of components; those without a fit are missing.
    folds : ndarray of int, shape (n_samples,), or None
        The fold in which each sample was left out; None if there was no cross-validation.
    """

    rows: tuple[SelectionRow, ...]
    criterion: str
    params: dict[int, GMMParams]
    folds: np.ndarray | None

    @property
    def best(self) -> int:
        """The number of components of which `criterion` is smallest."""
        return self.best_by(self.criterion)

    def best_by(self, criterion: str) -> int:
        """Return the number of components of which a criterion is smallest.

        Parameters
        ----------
        criterion : str
            "aic", "bic", "icl" or "held_out_nll".

        Raises
        ------
        ValueError
            If there is no such criterion, or no value of it.
        """
        best = self._best_row(as_criterion(criterion))
        if best is None:
            raise ValueError(
                f"{criterion} has no value in this table"
                + (": select with folds=5." if self.folds is None else ": try fewer components.")
            )
        return best.n_components

    def column(self, name: str) -> np.ndarray:
        """Return one column of the table, such as "bic", as an array."""
        if name not in SelectionRow._fields:
            raise ValueError(f"no column is called {name!r}: choose one of {SelectionRow._fields}.")
        return np.array([getattr(row, name) for row in self.rows])

    def plot(self, ax=None, criteria=("bic", "icl", "held_out_nll")) -> Any:
        """Plot criteria against the number of components.

        Parameters
        ----------
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default into a figure of its own.
        criteria : iterable of str
            Some of "aic", "bic", "icl" and "held_out_nll".

        Returns
        -------
        Picture or matplotlib.axes.Axes
            A picture with alt text, or `ax` if it was given.
        """
        names = [criteria] if isinstance(criteria, str) else list(criteria)
        chosen = [as_criterion(name) for name in names]
        # Drawing lies to the right of the maths, which must not need it to be imported.
        drawing = import_module("gmm_helpers.drawing")
        if ax is not None:
            return drawing.plot_criteria(ax, self, chosen)
        fig, ax = drawing.new_figure(height=3.6)
        drawing.plot_criteria(ax, self, chosen)
        return drawing.show(fig, alt=self._alt(chosen))

    def __repr__(self) -> str:
        cells = [list(SelectionRow._fields), *(self._cells(row) for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = [
            "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in cells
        ]
        return "\n".join([*lines, self._note()])

    def _repr_html_(self) -> str:
        style = "text-align: right; padding: 2px 5px; font-variant-numeric: tabular-nums"
        unmarked = f'<span style="visibility: hidden">{MARK}</span>'  # as wide as a mark
        head = "".join(f'<th style="{style}">{name}</th>' for name in SelectionRow._fields)
        body = []
        for row in self.rows:
            cells = (
                f'<td style="{style}">'
                + (f"<strong>{cell}</strong>" if cell.endswith(MARK) else cell.rstrip())
                + (unmarked if cell.endswith(" ") else "")
                + "</td>"
                for cell in self._cells(row)
            )
            body.append(f"<tr>{''.join(cells)}</tr>")
        return (
            f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
            f"<p>{html.escape(self._note())}</p>"
        )

    def _best_row(self, criterion: str) -> SelectionRow | None:
        rows = [row for row in self.rows if np.isfinite(getattr(row, criterion))]
        return min(rows, key=lambda row: (getattr(row, criterion), row.n_components), default=None)

    def _cells(self, row: SelectionRow) -> list[str]:
        """A row as text; the smallest value of a criterion is marked."""
        best = {name for name in CRITERIA if self._best_row(name) is row}
        cells = []
        for name, value in row._asdict().items():
            text = f"{value}" if isinstance(value, int) else f"{value:.1f}"
            text = "-" if text == "nan" else text
            room = "" if name not in CRITERIA else " "  # marks stand in a column of their own
            cells.append(text + (MARK if name in best else room))
        return cells

    def _note(self) -> str:
        name, best = CRITERIA[self.criterion], self._best_row(self.criterion)
        if best is None:
            return f"No fit has a value of {name}."
        plural = "" if best.n_components == 1 else "s"
        return (
            f"{MARK} smallest of its column. "
            f"By {name}, the best number is {best.n_components} component{plural}."
        )

    def _alt(self, criteria: list[str]) -> str:
        bests = {name: self._best_row(name) for name in criteria}
        smallest = [
            f"{CRITERIA[name]} at {best.n_components}" for name, best in bests.items() if best
        ]
        counts = self.column("n_components")
        return (
            f"Criteria against the number of components, {counts.min()} to {counts.max()}. "
            f"Smallest: {', '.join(smallest) or 'none, as there was no fit'}."
        )


def as_criterion(name) -> str:
    """Return the name of a criterion, or say which there are."""
    if not isinstance(name, str) or name not in CRITERIA:
        raise ValueError(f"no criterion is called {name!r}: choose one of {[*CRITERIA]}.")
    return name
