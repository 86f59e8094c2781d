"""A chapter as a page: what a reader without Python sees of the solved run, without solutions.

The text, the stubs and the pictures stay. Questions are asked where they stand, explorers are
live, and what only a kernel can do (`check`, `hint`, `progress`) is left out.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field

import nbformat
from question_files.reading import questions_of

from gmm_helpers.grading.parsing.handout.notebooks import FIRST_CELL
from gmm_helpers.questions.record import MIME

from .asking import asked_here
from .calls import all_called, called_last, imports_only
from .copies import paired_cells
from .explorers import call_in, embedded
from .launching import Launch, launch_line
from .pictures import without_data

__all__ = ["ANSWER_STUB", "MARKERS", "OWN_AT_WORK", "ChapterPage", "page_of"]

ANSWER_STUB = "*Write your answer here.*"
FOLDED = "folded"
HIDDEN_CODE = "hide-input"  # what myst-nb folds away
SLIDER_NOTE = (
    "<p><em>In the notebook this picture has sliders, and changes while you move them.</em></p>"
)
KERNEL_ONLY = {"hint", "progress"}
PROGRESS_HEADING = "## Where you stand"
MARKERS = re.compile(r"^ *### (?:BEGIN|END) SOLUTION\n?", re.MULTILINE)
OWN_AT_WORK = re.compile(r"^Your own \w+\b.* is at work here\.\n", re.MULTILINE)
CHECK_NOTE = (
    "*In the notebook, `check({name})` says whether your function is right, and which mistake "
    "was made if it is not.*"
)


@dataclass
class ChapterPage:
    """A page of a chapter, and the files that it shows.

    Parameters
    ----------
    notebook : NotebookNode
        As myst-nb takes it.
    pictures : dict of str to bytes
        PNG files by name.
    explorers : dict of str to dict
        What `EMExplorer` is called with, by the name of the page.
    """

    notebook: nbformat.NotebookNode
    pictures: dict[str, bytes] = field(default_factory=dict)
    explorers: dict[str, dict] = field(default_factory=dict)


def page_of(
    name: str,
    student: nbformat.NotebookNode,
    solved: nbformat.NotebookNode,
    *,
    with_solutions: bool = False,
    launches: tuple[Launch, ...] = (),
) -> ChapterPage:
    """Return the page of a chapter.

    Parameters
    ----------
    name : str
        The stem of its file.
    student, solved : NotebookNode
        Its two copies, cell by cell the same; the second was executed.
    with_solutions : bool, default=False
        Whether solutions, model answers and what exercises return are shown.
    launches : tuple of Launch
        Where the notebook may be opened.

    Raises
    ------
    ValueError
        If the copies do not belong together.
    """
    cells = paired_cells(name, student, solved)
    page = ChapterPage(nbformat.v4.new_notebook(metadata=copy.deepcopy(solved.metadata)))
    for stub, solution in cells:
        cell = copy.deepcopy(solution)
        cell.source = MARKERS.sub("", cell.source) if with_solutions else stub.source
        page.notebook.cells.extend(_shown(page, name, cell, with_solutions))
    first = page.notebook.cells[0]
    heading, _, rest = first.source.partition("\n")
    first.source = f"{heading}\n\n{launch_line(name, launches)}\n{rest}"
    return page


def _shown(page: ChapterPage, name: str, cell, with_solutions: bool) -> list:
    """What is shown in the place of a cell: at most one."""
    if cell.cell_type == "markdown":
        return _text(cell)
    if any(MIME in output.get("data", {}) for output in cell.outputs):
        (question,) = questions_of(cell)
        return [_raw(cell, asked_here(question))]
    if cell.id == FIRST_CELL:
        return []
    called = called_last(cell.source)
    if called == "check":
        exercise = cell.source.strip().removeprefix("check(").split(")")[0]
        return [_markdown(cell, CHECK_NOTE.format(name=exercise))]
    if called in KERNEL_ONLY:
        return []
    if called == "EMExplorer":
        key = f"{name}-{len(page.explorers) + 1}"
        page.explorers[key] = call_in(cell.source)
        return [_raw(cell, embedded(key, up=1))]
    if not with_solutions and "try_it" in all_called(cell.source):
        cell.outputs = []
    _clean(page, cell)
    if called == "SliderFigure" and cell.outputs:
        cell.outputs[-1].data["text/html"] += SLIDER_NOTE
    return [cell]


def _text(cell) -> list:
    if cell.source.startswith(PROGRESS_HEADING) or cell.source.strip() == ANSWER_STUB:
        return []
    cell.source = cell.source.replace("](explorer.ipynb)", "](../explorer.md)")
    cell.metadata = nbformat.NotebookNode()
    return [cell]


def _clean(page: ChapterPage, cell) -> None:
    """Fold what is folded, take pictures out of outputs, and speak of nobody's own functions."""
    tags = (
        [HIDDEN_CODE]
        if FOLDED in cell.metadata.get("tags", []) or imports_only(cell.source)
        else []
    )
    cell.metadata = nbformat.NotebookNode(tags=tags)
    kept = []
    for output in cell.outputs:
        if "text" in output:
            output.text = OWN_AT_WORK.sub("", output.text)
            if not output.text.strip():
                continue
        if "text/html" in output.get("data", {}):
            html, pictures = without_data(output.data["text/html"], cell.id, up=1)
            page.pictures.update(pictures)
            output.data = nbformat.NotebookNode({"text/html": html})
            output.metadata = nbformat.NotebookNode()
        kept.append(output)
    cell.outputs = kept


def _markdown(cell, text: str):
    return nbformat.v4.new_markdown_cell(text, id=cell.id)


def _raw(cell, html: str):
    """HTML that Markdown does not read."""
    return _markdown(cell, f"```{{raw}} html\n{html}\n```")
