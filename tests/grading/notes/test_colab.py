"""What Colab adds is told once: cells that need it, and marks that it has lost."""

from gmm_helpers.grading.jail import Program
from gmm_helpers.grading.notes.colab import told_together
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.notebook import SubmittedNotebook

CELLS = (
    "import numpy as np",
    "from google.colab import drive",
    "drive.mount('/x')",
    "open('/content/drive/x.csv')",
    "1 / 0",
)


def raised(cell, notebook="a.ipynb", event="raised"):
    return NoticeKind.RUN(text="", event=event, cell=cell, notebook=notebook)


def told(*notes, is_colabs=False):
    notebooks = [SubmittedNotebook("a.ipynb", 0.0, (), {}, is_colabs=is_colabs)]
    return told_together(notes, notebooks, [Program(CELLS, (), name="a.ipynb")])


def test_cells_that_need_colab_are_one_note():
    one = NoticeKind.COLAB(notebooks=["a.ipynb"])
    assert told(raised(2), raised(3), raised(4), raised(5)) == [raised(5), one]


def test_a_notebook_without_marks_is_noted_unless_colab_has_saved_it():
    gone = NoticeKind.MARKS_GONE(notebook="a.ipynb")
    assert told(gone) == [gone]
    assert told(gone, is_colabs=True) == [NoticeKind.COLAB(notebooks=["a.ipynb"])]


def test_other_notes_stay_as_they_are():
    others = [raised(2, "b.ipynb"), raised(2, event="cell_timeout"), NoticeKind.LINK_LEFT(path="x")]
    assert told(*others, is_colabs=True) == others
