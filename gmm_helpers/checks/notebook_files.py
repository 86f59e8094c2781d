"""The notebooks beside the one that runs, as they were saved last."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

__all__ = ["Cell", "cells_of", "code_cells", "notebooks_beside"]


class Cell(NamedTuple):
    """A cell as it was saved.

    Parameters
    ----------
    kind : str
        "code" or "markdown".
    source : str
    grade_id : str, default=""
        Of an exercise, its check, or a written question.
    is_solution : bool, default=False
        Whether a reader writes in it.
    question : str, default=""
        Of a prediction or self-test.
    """

    kind: str
    source: str
    grade_id: str = ""
    is_solution: bool = False
    question: str = ""


def notebooks_beside(folder: Path | None = None) -> list[Path]:
    """The notebooks in a folder, by default the one that the kernel runs in, by name."""
    return sorted((folder or Path()).glob("*.ipynb"))


def code_cells(path: Path) -> list[Cell]:
    """The cells with code."""
    return [cell for cell in cells_of(path) if cell.kind == "code"]


def cells_of(path: Path) -> list[Cell]:
    """All cells of a notebook; none if it can't be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [_cell(cell) for cell in cells]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return []


def _cell(cell: dict) -> Cell:
    source, metadata = cell.get("source", ""), cell.get("metadata", {})
    graded = metadata.get("nbgrader", {})
    return Cell(
        cell.get("cell_type", ""),
        source if isinstance(source, str) else "".join(source),
        graded.get("grade_id", ""),
        bool(graded.get("solution")),
        metadata.get("gmm", {}).get("question", ""),
    )
