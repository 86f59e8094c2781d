"""A notebook as one course hands it out: its points, its chapters, and the mark of its version.

`make release` writes such notebooks, and a submission is compared with the same ones.
"""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ....exercises.syllabus import Syllabus

__all__ = ["FIRST_CELL", "VERSION", "as_set", "check_names", "marks_in", "with_version"]

FIRST_CELL = "first_cell"  # id of the cell that installs the package
VERSION = "gmm_release"  # in the metadata of a notebook: version of the project, mark of its cells
_EXERCISE = re.compile(r"(Exercise \d+: `(\w+)`) \([^()]*points?\)")
_QUESTION = re.compile(r"(\*\*Question \d+) \([^()]*points?\)")
_TOTALS = re.compile(
    r"\w+\s+exercises?,\s+[\d.]+\s+points?,\s+and\s+\w+\s+written\s+questions?,\s+[\d.]+\s+points?"
)
_LINK = re.compile(r"\[([^\]]*)\]\((\w+)\.ipynb\)")
_PLACES = re.compile(r'(glob\("\.\./gmm_helpers-\*\.whl"\))(?:, "[^"]*")?\]')  # in the first cell
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def as_set(notebook: Mapping[str, Any], syllabus: Syllabus, stems: Collection[str]) -> dict:
    """Give a notebook the points of a course, in its text and in nbgrader's metadata.

    What is left out stays to be practised, without points and without nbgrader's metadata. Links
    to notebooks that are not among the `stems` become plain text.

    Parameters
    ----------
    notebook : mapping
        A student copy or a solved one, as its file holds it.
    syllabus : Syllabus
    stems : collection of str
        Names of all notebooks that are handed out.
    """
    made = copy.deepcopy(dict(notebook))
    cells = made["cells"]
    for cell in cells:
        _set_points(cell, syllabus)
        if cell.get("id") == FIRST_CELL and syllabus.package:
            _put(cell, _PLACES.sub(rf'\1, "{syllabus.package}"]', _text(cell)))
    for cell, after in zip(cells, [*cells[1:], {}], strict=True):
        if cell["cell_type"] == "markdown" and not _grading(cell).get("solution"):
            text = _text(cell)
            _put(cell, _told(text, cells, _worth_of(after, syllabus), syllabus, stems))
    version = str(made.get("metadata", {}).get(VERSION, "")).partition("+")[0]
    return with_version(made, version) if version else made


def with_version(notebook: dict, version: str) -> dict:
    """Mark a notebook, in place, with the version of the project and one of what it asks."""
    told = [
        [cell["cell_type"], _LINK.sub(r"\1", _text(cell)), _grading(cell)]
        for cell in notebook["cells"]
        if cell.get("id") != FIRST_CELL  # which may name another address
    ]
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:10]
    notebook["metadata"][VERSION] = f"{version}+{digest}"
    return notebook


def marks_in(notebook: Mapping[str, Any]) -> list[str]:
    """Names of the exercises and written questions of a notebook, in their order."""
    solutions = (_grading(cell) for cell in notebook["cells"])
    return [grading["grade_id"] for grading in solutions if grading.get("solution")]


def check_names(syllabus: Syllabus, notebooks: Iterable[Mapping[str, Any]]) -> None:
    """Refuse points for what is in no notebook.

    Raises
    ------
    ValueError
        If there are some.
    """
    known = [name for notebook in notebooks for name in marks_in(notebook)]
    for name in syllabus.points:
        if name not in known:
            raise ValueError(
                f"[points] names {name!r}, which is in no notebook: choose from {', '.join(known)}."
            )


def _set_points(cell: dict, syllabus: Syllabus) -> None:
    grading = _grading(cell)
    name = str(grading.get("grade_id", "")).removeprefix("check_")
    if name in syllabus.left_out:
        del cell["metadata"]["nbgrader"]
    elif name in syllabus.points and "points" in grading:
        grading["points"] = _number(syllabus.points[name])


def _worth_of(cell: Mapping[str, Any], syllabus: Syllabus) -> float | None:
    """Points of the written question in a cell, if it is one."""
    if cell.get("id") in syllabus.left_out:
        return 0.0
    return _grading(cell).get("points") if cell.get("cell_type") == "markdown" else None


def _told(text: str, cells: list, question: float | None, syllabus: Syllabus, stems) -> str:
    def heading(found: re.Match) -> str:
        name = found[2]
        worth = syllabus.points.get(name)
        return found[0] if worth is None else f"{found[1]} ({_points(worth)})"

    text = _EXERCISE.sub(heading, text)
    if question is not None:
        text = _QUESTION.sub(lambda found: f"{found[1]} ({_points(question)})", text)
    if syllabus.points:
        text = _TOTALS.sub(lambda found: _totals(cells), text)
    return _LINK.sub(lambda found: found[0] if found[2] in stems else found[1], text)


def _totals(cells: Iterable[Mapping[str, Any]]) -> str:
    worth: dict[str, list[float]] = {"code": [], "markdown": []}
    for cell in cells:
        if "points" in _grading(cell):
            worth[cell["cell_type"]].append(_grading(cell)["points"])
    code, text = worth["code"], worth["markdown"]
    exercises = f"{_count(len(code), 'exercise').capitalize()}, {_points(sum(code))}"
    return f"{exercises}, and {_count(len(text), 'written question')}, {_points(sum(text))}"


def _count(n: int, noun: str) -> str:
    return f"{_NUMBERS[n] if n < len(_NUMBERS) else n} {noun}{'s' * (n != 1)}"


def _points(worth: float) -> str:
    return f"{worth:g} point{'s' * (worth != 1)}" if worth else "no points"


def _number(worth: float) -> int | float:
    return int(worth) if worth == int(worth) else worth


def _grading(cell: Mapping[str, Any]) -> dict[str, Any]:
    return cell.get("metadata", {}).get("nbgrader", {})


def _text(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _put(cell: dict, text: str) -> None:
    cell["source"] = text if isinstance(cell["source"], str) else text.splitlines(keepends=True)
