"""The two copies of a chapter: what students get, and the solved run."""

from __future__ import annotations

from pathlib import Path

import nbformat

__all__ = ["paired_cells", "read_copies"]


def read_copies(notebooks: Path, name: str) -> tuple[nbformat.NotebookNode, nbformat.NotebookNode]:
    """Return a chapter as students get it, and solved."""
    student, solved = (
        nbformat.read(notebooks / where / f"{name}.ipynb", 4) for where in ("", "solutions")
    )
    return student, solved


def paired_cells(
    name: str, student: nbformat.NotebookNode, solved: nbformat.NotebookNode
) -> list[tuple[nbformat.NotebookNode, nbformat.NotebookNode]]:
    """Return each cell of a chapter as students get it, and as it is in the solved run.

    Raises
    ------
    ValueError
        If the copies do not belong together.

    Examples
    --------
    >>> cells = [nbformat.v4.new_markdown_cell("Text.", id="text")]
    >>> copies = [nbformat.v4.new_notebook(cells=cells) for _ in range(2)]
    >>> len(paired_cells("01_sampling", *copies))
    1
    """
    if [cell.id for cell in student.cells] != [cell.id for cell in solved.cells]:
        raise ValueError(f"The two copies of {name} have different cells: run make notebooks.")
    return list(zip(student.cells, solved.cells, strict=True))
