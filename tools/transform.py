"""From one source to its student copy and its solved copy: pure functions on notebooks.

A source is a jupytext percent file. Four kinds of cell carry a mark in their header:

    # %% exercise="e_step"                         a function with one solution region
    # %% check="e_step"                            the check of that exercise
    # %% [markdown] question="why_rows" points=2   a written answer; the text is the model answer
    # %% tags=["nbval-check-output"]               its output must come out the same, to the letter

and a solution region is what stands between these two lines:

    ### BEGIN SOLUTION
    ### END SOLUTION
"""

from __future__ import annotations

import copy
import re
from pathlib import Path

import jupytext
import nbformat

__all__ = ["SourceError", "read_source", "solution_lines", "solved_copy", "student_copy"]

MARKS = {"exercise", "check", "question"}
KNOWN_METADATA = MARKS | {"points", "tags"}
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
# Anything that looks like a marker but is not one exactly must not slip through as a comment.
MARKER_LIKE = re.compile(r"\b(begin|end)\W{0,3}_?solution", re.IGNORECASE)
EXACT_OUTPUT = "nbval-check-output"
ANSWER_STUB = "*Write your answer here.*"
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class SourceError(ValueError):
    """A source notebook is malformed; the message starts with file and line."""


def read_source(path: Path, points: dict[str, int]) -> nbformat.NotebookNode:
    """Read a source and give its cells fixed ids and nbgrader's metadata.

    Parameters
    ----------
    path : Path
        Source in jupytext's percent format.
    points : dict of str to int
        Points of each exercise there is.

    Returns
    -------
    NotebookNode
        With solutions, not executed.

    Raises
    ------
    SourceError
        If a solution region is not closed, nested, misspelt or outside an exercise, or a
        cell names an exercise that does not exist.
    """
    text = path.read_text(encoding="utf-8")
    _check_regions(path, text)
    notebook = jupytext.reads(text, fmt="py:percent")
    cells = [_marked(cell, i, path, points) for i, cell in enumerate(notebook.cells)]
    ids = [cell.id for cell in cells]
    twice = {i for i in ids if ids.count(i) > 1}
    if twice:
        raise SourceError(f"{path}: marked twice: {', '.join(sorted(twice))}.")
    checked = {i.removeprefix("check_") for i in ids if i.startswith("check_")}
    exercises = {i for i in ids if i in points}
    if checked != exercises:
        raise SourceError(f"{path}: exercise or check is missing for {checked ^ exercises}.")
    return nbformat.v4.new_notebook(cells=cells, metadata=copy.deepcopy(KERNEL))


def student_copy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook with every solution replaced by a stub, and without outputs."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        grading = cell.metadata.get("nbgrader", {})
        if grading.get("solution"):
            is_code = cell.cell_type == "code"
            cell.source = _stubbed(cell.source, cell.id) if is_code else ANSWER_STUB
        elif grading:
            cell.metadata.update(editable=False, deletable=False)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def solved_copy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook with solutions, model answers marked as such, to be executed."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "nbgrader" in cell.metadata:
            cell.source = f"**Model answer.** {cell.source}"
    return notebook


def solution_lines(notebook: nbformat.NotebookNode) -> list[str]:
    """Return every line, stripped, that no student copy may hold."""
    lines = []
    for cell in notebook.cells:
        if not cell.metadata.get("nbgrader", {}).get("solution"):
            continue
        inside = cell.cell_type == "markdown"
        for line in map(str.strip, cell.source.splitlines()):
            if line in (BEGIN, END):
                inside = line == BEGIN
            elif inside and line:
                lines.append(line)
    return lines


def _check_regions(path: Path, text: str) -> None:
    opened, in_exercise, n_regions, header = 0, False, 0, 0
    for number, line in enumerate([*text.splitlines(), "# %% end of file"], start=1):
        if line.startswith("# %%"):
            if opened:
                raise SourceError(f"{path}:{opened}: solution region is not closed in its cell.")
            if in_exercise and n_regions != 1:
                raise SourceError(f"{path}:{header}: exercise has {n_regions} solutions, not one.")
            in_exercise, n_regions, header = "exercise=" in line, 0, number
        elif line.strip() == BEGIN:
            if opened:
                raise SourceError(f"{path}:{number}: solution region inside that of line {opened}.")
            if not in_exercise:
                raise SourceError(f"{path}:{number}: solution region outside an exercise cell.")
            opened, n_regions = number, n_regions + 1
        elif line.strip() == END:
            if not opened:
                raise SourceError(f"{path}:{number}: solution region ends but was not begun.")
            opened = 0
        elif MARKER_LIKE.search(line):
            raise SourceError(f"{path}:{number}: write the marker as {BEGIN!r} or {END!r}.")


def _marked(cell, index: int, path: Path, points: dict[str, int]):
    """Rebuild a cell with a fixed id and, if it is marked, nbgrader's metadata (version 3)."""
    given = dict(cell.metadata)
    given.pop("lines_to_next_cell", None)  # jupytext's note on blank lines
    first = cell.source.splitlines()[0] if cell.source else ""
    where = f"{path}: cell {index} ({first[:40]!r})"
    if set(given) - KNOWN_METADATA or len(MARKS & set(given)) > 1:
        raise SourceError(f"{where}: cannot read the header's {sorted(given)}.")
    name = given.get("exercise") or given.get("check")
    if name and name not in points:
        raise SourceError(f"{where}: there is no exercise {name!r}.")
    if "exercise" in given:
        cell_id, worth = name, None
    elif "check" in given:
        cell_id, worth = f"check_{name}", points[name]
    elif "question" in given:
        cell_id, worth = given["question"], given["points"]
    else:
        cell_id, worth = f"{path.stem}-{index:02d}", None
    new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    rebuilt = new(cell.source, id=cell_id)
    tags = list(given.get("tags", [])) + ([EXACT_OUTPUT] if "check" in given else [])
    if tags:
        rebuilt.metadata["tags"] = tags
    if MARKS & set(given):
        rebuilt.metadata["nbgrader"] = _nbgrader(cell_id, worth, solution="check" not in given)
    return rebuilt


def _nbgrader(grade_id: str, worth, solution: bool) -> dict:
    metadata = {
        "grade": worth is not None,
        "grade_id": grade_id,
        "locked": not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    return metadata if worth is None else {**metadata, "points": worth}


def _stubbed(source: str, name: str) -> str:
    lines, inside = [], False
    for line in source.splitlines():
        if line.strip() == BEGIN:
            indent = line[: line.index("#")]
            lines += [f'{indent}raise NotImplementedError("write {name} here")']
            inside = True
        elif line.strip() == END:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)
