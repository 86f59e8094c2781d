"""From the bytes of a notebook to its cells, without running or believing anything in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import shorten
from typing import Any, NamedTuple

__all__ = ["MOST_BYTES", "MOST_CODE", "Cell", "UnreadableError", "code_in", "read_cells"]

MOST_BYTES = 128 * 2**20  # of JSON, which takes some twenty times as much when it is read
MOST_CELLS = 5_000
MOST_CODE = 2**20  # characters in the cells of code of all notebooks of a student


class UnreadableError(ValueError):
    """The bytes are no notebook; the message is one sentence that says why."""


class Cell(NamedTuple):
    """What grading needs to know of a cell.

    Parameters
    ----------
    kind : str
        "code", "markdown", "raw" or whatever else it says of itself.
    source : str
    grade_id : str, default=""
        From nbgrader's metadata, whatever their version.
    cell_id : str, default=""
    locked : bool, default=False
        Whether it says that it may not be edited; believed of a release only, as are the points.
    points : float, default=0.0
    """

    kind: str
    source: str
    grade_id: str = ""
    cell_id: str = ""
    locked: bool = False
    points: float = 0.0


def read_cells(content: bytes, most_code: int = MOST_CODE) -> tuple[Cell, ...]:
    """Read the cells of a notebook of format 3 or later.

    Parameters
    ----------
    content : bytes
    most_code : int, default=MOST_CODE
        Characters there may be in cells of code.

    Returns
    -------
    tuple of Cell

    Raises
    ------
    UnreadableError
        If there is no list of cells in it, or too much.

    Examples
    --------
    >>> cell, = read_cells(b'{"cells": [{"cell_type": "code", "source": ["a = ", "1"]}]}')
    >>> cell.kind, cell.source
    ('code', 'a = 1')
    """
    notebook = _parsed(content)
    cells = notebook.get("cells")
    if cells is None and isinstance(notebook.get("worksheets"), list):  # format 3 and older
        sheets = [sheet for sheet in notebook["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets for cell in sheet.get("cells") or ()]
    if not isinstance(cells, list):
        raise UnreadableError("it is JSON, but not a notebook: there is no list of cells in it.")
    if len(cells) > MOST_CELLS:
        raise UnreadableError(f"it has {len(cells)} cells, {MOST_CELLS} at most are read.")
    found = tuple(_cell(cell) for cell in cells if isinstance(cell, dict))
    if code_in(found) > most_code:
        most = f"{MOST_CODE // 2**20} MB that are read of a student"
        raise UnreadableError(f"its code is longer than what is left of the {most}.")
    return found


def code_in(cells: Sequence[Cell]) -> int:
    """Characters in the cells of code, and in those that may be code of another kind."""
    return sum(len(cell.source) for cell in cells if cell.kind == "code" or "def " in cell.source)


def _parsed(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 2**20:.0f} MB"
        raise UnreadableError(f"it is {size} large, {MOST_BYTES // 2**20} MB at most are read.")
    if not content.strip():
        raise UnreadableError("the file is empty.")
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableError("it is not a text file (UTF-8).") from None
    except RecursionError:
        raise UnreadableError("its JSON is nested too deep to be read.") from None
    except ValueError as error:
        why = shorten(str(error).partition(";")[0], 100, placeholder=" …")
        raise UnreadableError(f"it is not valid JSON: {why}.") from None
    if not isinstance(notebook, dict):
        kind = {list: "a list", str: "text"}.get(type(notebook), "a single value")
        raise UnreadableError(f"it is JSON, but not a notebook: it holds {kind}.")
    return notebook


def _cell(cell: dict[str, Any]) -> Cell:
    metadata = cell.get("metadata")
    grading = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grading = grading if isinstance(grading, dict) else {}
    points = grading.get("points")
    return Cell(
        _text(cell.get("cell_type")),
        _text(cell.get("source", cell.get("input", ""))),  # format 3 says input
        _text(grading.get("grade_id")),
        _text(cell.get("id")),
        grading.get("locked") is True,
        float(points) if type(points) in (int, float) and abs(points) < 1e6 else 0.0,
    )


def _text(value: Any) -> str:
    """Text that can be encoded, whatever stood there: a lone surrogate can't be written."""
    if isinstance(value, list):
        value = "".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
