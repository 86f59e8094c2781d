"""Turn a source into its student copy and its solved copy: pure functions on notebooks.

A source is a jupytext percent file. Some kinds of cell have a mark in their header:

    # %% exercise="e_step"                         a function with one solution region
    # %% check="e_step"                            the check of that exercise
    # %% [markdown] question="why_rows" points=2   a written answer; the text is the model answer
    # %% tags=["nbval-check-output"]               its output must be the same, to the letter
    # %% folded=true                               its code is folded away, such as that of a plot
    # %% [markdown] slide="slide" shown="1 3"      it is on a slide (tools/slide_marks.py)

A cell that ends in a call of `ask("key", ...)` or `predict("key", ...)` is a question. The cell is
packed, as it holds the answer, and folded away.

A solution region is whatever stands between these two lines:

    ### BEGIN SOLUTION
    ### END SOLUTION
"""

from __future__ import annotations

import copy
import re
from pathlib import Path

import jupytext
import nbformat
from packed_questions import asked_in, with_packed_questions
from slide_marks import SLIDE_MARKS, slideshow_of

from gmm_helpers.exercises.running.exceptions import STUB_MESSAGE

__all__ = ["SourceError", "read_source", "solution_lines", "solved_copy", "student_copy"]

MARKS = {"exercise", "check", "question"}
KNOWN_METADATA = MARKS | SLIDE_MARKS | {"points", "tags", "folded"}
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
# Whatever looks like a marker, but is not exactly one, must not slip through as a comment.
MARKER_LIKE = re.compile(r"\b(begin|end)[\W_]*solution", re.IGNORECASE)
FOLDED = "folded"  # exported pages leave out the code of such cells
EXACT_OUTPUT = "nbval-check-output"
ANSWER_STUB = "*Write your answer here.*"
# JupyterLab writes what its kernel says of itself into every notebook it opens, and calls it
# unsaved if that was different: with another Python, the version is.
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.11.7",
    },
}


class SourceError(ValueError):
    """A source notebook is malformed; the message starts with file and line."""


def read_source(path: Path, points: dict[str, int]) -> nbformat.NotebookNode:
    """Read a source, and give its cells fixed ids and nbgrader's metadata.

    Parameters
    ----------
    path : Path
        Source in jupytext's percent format.
    points : dict of str to int
        Points of every exercise.

    Returns
    -------
    NotebookNode
        With solutions, not executed.

    Raises
    ------
    SourceError
        If a solution region is not closed, nested, misspelt or outside an exercise, or a
        header can't be read, or an exercise and its check do not belong together.
    """
    text = path.read_text(encoding="utf-8")
    _check_regions(path, text)
    headers = [i for i, line in enumerate(text.splitlines(), 1) if line.startswith("# %%")]
    found = jupytext.reads(text, fmt="py:percent").cells
    if len(found) != len(headers):
        raise SourceError(
            f"{path}:1: jupytext finds {len(found)} cells, but {len(headers)} lines start with "
            "'# %%': begin every cell with such a line, and no cell with anything else."
        )
    cells = []
    for number, cell in zip(headers, found, strict=True):
        try:
            cells.append(_marked(cell, f"{path.stem}-{len(cells):02d}", points))
        except ValueError as error:
            raise SourceError(f"{path}:{number}: {error}") from None
    _check_pairs(path, dict(zip(headers, [cell.id for cell in cells], strict=True)), points)
    return nbformat.v4.new_notebook(cells=cells, metadata=copy.deepcopy(KERNEL))


def student_copy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook with every solution replaced by a stub, and without outputs."""
    notebook = with_packed_questions(notebook)
    for cell in notebook.cells:
        grading = cell.metadata.get("nbgrader", {})
        if grading.get("solution"):
            is_code = cell.cell_type == "code"
            cell.source = _stubbed(cell.source, cell.id) if is_code else ANSWER_STUB
        elif grading:
            cell.metadata.update(editable=False, deletable=False)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            # A student may hand in without outputs, or with different ones: that is not a mistake.
            if EXACT_OUTPUT in cell.metadata.get("tags", []):
                cell.metadata["tags"].remove(EXACT_OUTPUT)
    return notebook


def solved_copy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook with its solutions, ready to be executed; model answers are marked."""
    notebook = with_packed_questions(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "nbgrader" in cell.metadata:
            cell.source = f"**Model answer.** {cell.source}"
    return notebook


def solution_lines(notebook: nbformat.NotebookNode) -> list[str]:
    """Return every line, stripped, that no student copy may contain."""
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
        elif MARKER_LIKE.search(line) or line.strip().startswith("###"):
            raise SourceError(f"{path}:{number}: write the marker as {BEGIN!r} or {END!r}.")


def _check_pairs(path: Path, ids: dict[int, str], points: dict[str, int]) -> None:
    """Every mark occurs once, and every exercise has its check. `ids` by line number."""
    seen = set()
    for number, cell_id in ids.items():
        if cell_id in seen:
            raise SourceError(f"{path}:{number}: marked twice: {cell_id}.")
        seen.add(cell_id)
    for number, cell_id in ids.items():
        name = cell_id.removeprefix("check_")
        if name in points and not {name, f"check_{name}"} <= seen:
            raise SourceError(f"{path}:{number}: exercise or check is missing for { ({name}) }.")


def _marked(cell, plain_id: str, points: dict[str, int]):
    """Rebuild a cell with a fixed id and, if it is marked, nbgrader's metadata (version 3)."""
    given = dict(cell.metadata)
    given.pop("lines_to_next_cell", None)  # jupytext's note on blank lines
    marks = MARKS & set(given)
    if set(given) - KNOWN_METADATA or len(marks) > 1:
        raise ValueError(f"cannot read the header's {sorted(given)}.")
    mark = marks.pop() if marks else None
    if mark and cell.cell_type != ("markdown" if mark == "question" else "code"):
        raise ValueError(f"{mark} {given[mark]!r} can't be a {cell.cell_type} cell.")
    if mark in ("exercise", "check") and given[mark] not in points:
        raise ValueError(f"there is no exercise {given[mark]!r}.")
    if mark == "question" and not isinstance(given.get("points"), int):
        raise ValueError(f"question {given[mark]!r} needs points=, a whole number.")
    prefix = "check_" if mark == "check" else ""
    new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    rebuilt = new(cell.source, id=f"{prefix}{given[mark]}" if mark else plain_id)
    tags = list(given.get("tags", []))
    if tags:
        rebuilt.metadata["tags"] = tags
    asked = None if mark or cell.cell_type != "code" else asked_in(cell.source)
    if asked:
        rebuilt.id = f"ask_{asked}"
        rebuilt.metadata["gmm"] = {"question": asked}
    if asked or given.get("folded"):
        rebuilt.metadata["jupyter"] = {"source_hidden": True}
        rebuilt.metadata["transient"] = {"remove_source": True}  # from what nbconvert makes
        rebuilt.metadata["tags"] = [*tags, FOLDED]
    rebuilt.metadata["slideshow"] = slideshow_of(
        given, cell.source, is_code=cell.cell_type == "code"
    )
    if mark:
        worth = {"exercise": None, "question": given.get("points")}.get(
            mark, points.get(given[mark])
        )
        rebuilt.metadata["nbgrader"] = _nbgrader(rebuilt.id, worth, solution=mark != "check")
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
            lines += [f'{indent}raise NotImplementedError("{STUB_MESSAGE.format(name=name)}")']
            inside = True
        elif line.strip() == END:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)
