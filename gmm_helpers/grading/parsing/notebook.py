"""From the bytes of a notebook to its cells, without running or believing anything in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten
from types import MappingProxyType
from typing import Any, NamedTuple

from ..intake.contents import is_web_page
from ..notices import NoticeKind, UnreadableError
from .cells import Cell, CellSource
from .pictures import attachments_in
from .question_answers import answers_in, states_of

__all__ = [
    "MAX_BYTES",
    "MAX_CODE",
    "NOTHING_GIVEN",
    "Authorship",
    "SubmittedNotebook",
    "is_of_colab",
    "n_characters",
    "pictures_of",
    "python_of",
    "read_cells",
    "sources_of",
    "version_of",
]

MAX_BYTES = 128 * 2**20  # of JSON, which takes some twenty times as much when it is read
MAX_CELLS = 5_000
MAX_METADATA = 1_000  # characters that are searched for the version of Python
_VERSION = re.compile(rb'"version"\s*:\s*"(3)\.(\d{1,2})\b')
_RELEASE = re.compile(rb'"gmm_release"\s*:\s*"([\w.+]{1,60})"')
NOTHING_GIVEN: Mapping[str, CellSource] = MappingProxyType({})
MAX_CODE = 2**20  # characters in the cells of code of all notebooks of a student


class Authorship(NamedTuple):
    """Which exercises of a notebook are more than a stub, and which of these hold our solution."""

    written: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    is_solved_notebook: bool = False  # all that is written is ours, and can't be by chance
    has_own_cells: bool = False  # code that is neither ours nor as it was handed out
    is_copied: bool = False  # several functions are ours, and can hardly be by chance
    lost: frozenset[str] = frozenset()  # written, but no cell that can be read makes a function


class SubmittedNotebook(NamedTuple):
    """A notebook that could be read: everything later is told by its cells."""

    path: str  # below the student's folder
    modified: float  # seconds since 1970
    cells: tuple[Cell, ...]
    held: Mapping[str, bool]  # the exercises it holds: True for those it marks
    by: Authorship = Authorship()
    python: tuple[int, int] | None = None  # that it was last run with, as it says
    is_colabs: bool = False  # saved by Colab
    version: str = ""  # of what was handed out, as it says


def sources_of(cells: Iterable[Cell]) -> dict[str, CellSource]:
    """Sources of cells by their text, so that an equal one need not be parsed again."""
    return {str(cell.source): cell.source for cell in cells}


def read_cells(
    content: bytes, max_code: int = MAX_CODE, given: Mapping[str, CellSource] = NOTHING_GIVEN
) -> tuple[Cell, ...]:
    """Read the cells of a notebook of format 3 or later, if they hold no more code than `max_code`.

    Those that are as they were `given` to all share one source, which is parsed once.

    Raises
    ------
    UnreadableError
        If there is no list of cells in it, or too much.
    """
    notebook = _json(content)
    cells = _cells(notebook)
    if not isinstance(cells, list):
        raise UnreadableError(NoticeKind.NO_CELLS())
    if len(cells) > MAX_CELLS:
        raise UnreadableError(NoticeKind.TOO_MANY_CELLS(count=len(cells), limit=MAX_CELLS))
    states = states_of(notebook)
    read = tuple(_cell(cell, states, given) for cell in cells if isinstance(cell, dict))
    if n_characters(read) > max_code:
        raise UnreadableError(NoticeKind.TOO_MUCH_CODE(limit=MAX_CODE // 2**20))
    return read


def pictures_of(content: bytes) -> list[dict[str, dict[str, str]]]:
    """What is attached to each of the cells that `read_cells` returns of the same notebook."""
    cells = _cells(_json(content)) or ()
    return [attachments_in(cell) for cell in cells if isinstance(cell, dict)]


def _cells(notebook: Mapping[str, Any]) -> Any:
    cells = notebook.get("cells")
    if cells is None and isinstance(notebook.get("worksheets"), list):  # format 3 and older
        sheets = [sheet for sheet in notebook["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets for cell in sheet.get("cells") or ()]
    return cells


def python_of(content: bytes) -> tuple[int, int] | None:
    """The version of Python in the metadata of a notebook.

    Examples
    --------
    >>> python_of(b'{"metadata": {"language_info": {"name": "python", "version": "3.13.1"}}}')
    (3, 13)
    """
    start = content.rfind(b'"language_info"')
    found = _VERSION.search(content, start, start + MAX_METADATA) if start >= 0 else None
    return (int(found[1]), int(found[2])) if found else None


def is_of_colab(content: bytes) -> bool:
    """Whether Colab has saved a notebook, by a key in its metadata.

    Examples
    --------
    >>> is_of_colab(b'{"metadata": {"colab": {"provenance": []}}}'), is_of_colab(b'{"cells": []}')
    (True, False)
    """
    return b'"colab":' in content


def version_of(content: bytes) -> str:
    """The version of what was handed out, in the metadata of a notebook; "" if it has none.

    Examples
    --------
    >>> version_of(b'{"metadata": {"gmm_release": "0.1.0+1f2e3d"}}'), version_of(b"{}")
    ('0.1.0+1f2e3d', '')
    """
    start = content.rfind(b'"gmm_release"')  # `handout.notebooks.VERSION`
    found = _RELEASE.match(content, start) if start >= 0 else None
    return found[1].decode() if found else ""


def n_characters(cells: Sequence[Cell]) -> int:
    """Characters in the cells of code, and in those that may be code of another kind."""
    return sum(len(cell.source) for cell in cells if cell.kind == "code" or "def " in cell.source)


def _json(content: bytes) -> dict[str, Any]:
    if len(content) > MAX_BYTES:
        raise UnreadableError(NoticeKind.TOO_LARGE(limit=MAX_BYTES // 2**20))
    if not content.strip():
        raise UnreadableError(NoticeKind.EMPTY())
    try:
        notebook = json.loads(content.decode(json.detect_encoding(content)))  # also UTF-16
    except UnicodeDecodeError:
        raise UnreadableError(NoticeKind.NOT_TEXT()) from None
    except RecursionError:
        raise UnreadableError(NoticeKind.NESTED_JSON()) from None
    except ValueError as error:
        if is_web_page(content):
            raise UnreadableError(NoticeKind.WEB_PAGE()) from None
        why = shorten(str(error).partition(";")[0], 100, placeholder=" …")
        raise UnreadableError(NoticeKind.INVALID_JSON(error=why)) from None
    if not isinstance(notebook, dict):
        found = "a list" if isinstance(notebook, list) else "a single value"
        found = "text" if isinstance(notebook, str) else found
        raise UnreadableError(NoticeKind.NOT_AN_OBJECT(found=found))
    return notebook


def _cell(cell: dict[str, Any], states: Mapping[str, Any], given: Mapping[str, CellSource]) -> Cell:
    metadata = cell.get("metadata")
    grading, asked = (
        _dict(metadata.get(name)) if isinstance(metadata, dict) else {}
        for name in ("nbgrader", "gmm")
    )
    points: Any = grading.get("points")
    text = _text(cell.get("source", cell.get("input", "")))  # format 3 says input
    return Cell(
        _text(cell.get("cell_type")),
        given.get(text) or CellSource(text),
        _text(grading.get("grade_id")),
        _text(cell.get("id")),
        grading.get("locked") is True,
        float(points) if type(points) in (int, float) and abs(points) < 1e6 else 0.0,
        _text(asked.get("question")),
        answers_in(cell, states),
        tuple(map(_text, attachments_in(cell))),
    )


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """Text that can be encoded, whatever stood there: a lone surrogate can't be written."""
    if isinstance(value, list):
        value = "".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
