"""What Colab adds to a notebook: cells that run nowhere else, and metadata of its own."""

from __future__ import annotations

from collections.abc import Sequence

from ..jail import Program, ReasonKind
from ..notices import Notice, NoticeKind
from ..parsing.notebook import SubmittedNotebook
from ..parsing.syntax import CellSource

__all__ = ["told_together"]

_MODULE, _FOLDER = "google.colab", "/content"
_RAISED = ReasonKind.RAISED.name.lower()


def told_together(
    notes: Sequence[Notice], notebooks: Sequence[SubmittedNotebook], programs: Sequence[Program]
) -> list[Notice]:
    """The same notes, with a single one in place of all on what Colab has added."""
    saved = {notebook.path for notebook in notebooks if notebook.is_colabs}
    cells = {program.name: _cells_of_colab(program) for program in programs}
    kept, edited = [], {}
    for note in notes:
        notebook = note.fields.get("notebook", "")
        is_cells = note.kind == NoticeKind.RUN and note.fields["event"] == _RAISED
        if (is_cells and note.fields["cell"] in cells.get(notebook, ())) or (
            note.kind == NoticeKind.MARKS_GONE and notebook in saved
        ):
            edited[notebook] = True
        else:
            kept.append(note)
    return [*kept, *([NoticeKind.COLAB(notebooks=[*edited])] if edited else [])]


def _cells_of_colab(program: Program) -> set[int]:
    """Numbers of the cells that need Colab: its modules, its folder, or what comes from these."""
    numbers: set[int] = set()
    names: set[str] = set()
    for number, text in enumerate(program.cells, start=1):
        cell = text if isinstance(text, CellSource) else CellSource(text)
        if _MODULE in cell or _FOLDER in cell:
            numbers.add(number)
            names |= cell.names.binds if _MODULE in cell else set()
        elif names and cell.names.uses & names:
            numbers.add(number)
    return numbers
