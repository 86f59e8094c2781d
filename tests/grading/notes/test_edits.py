"""What was done to the cells is told, each thing in a sentence."""

import pytest
from support.handed_in import as_bytes, cell_of, solution, student_copy, without_marks

from gmm_helpers.grading.notes.edits import edits_of
from gmm_helpers.grading.parsing.cells import read_cells

STEM = "02_e_step"


def edits(notebook, release):
    chapter = next(chapter for chapter in release.chapters if chapter.name == STEM)
    return " ".join(edits_of(read_cells(as_bytes(notebook)), chapter))


def changed(how):
    notebook = student_copy(STEM)
    how(notebook, cell_of(notebook, "e_step"), cell_of(notebook, "check_e_step"))
    return notebook


def swapped(notebook, exercise, check):
    notebook["cells"].remove(exercise)
    notebook["cells"].append(exercise)


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (lambda n, e, c: c.update(source="5"), "The locked cell check_e_step was edited."),
        (lambda n, e, c: n["cells"].remove(c), "The cell check_e_step was removed, or its mark."),
        (lambda n, e, c: n["cells"].append(dict(e)), "The cell e_step is there 2 times."),
        (swapped, "Marked cells stand in another order."),
        (
            lambda n, e, c: c["metadata"]["nbgrader"].update(points=99),
            "The points in the cell check_e_step were changed; the released ones count.",
        ),
        (
            lambda n, e, c: e["metadata"]["nbgrader"].update(grade_id="mine"),
            "Marks that were not handed out: mine.",
        ),
        (
            lambda n, e, c: e.update(cell_type="raw", source=solution("e_step")),
            "The cell e_step is raw, not code and was run as code.",
        ),
    ],
)
def test_every_change_is_told(how, told, release):
    assert told in edits(changed(how), release)


def test_nothing_is_told_of_an_honest_notebook(release):
    notebook = student_copy(STEM)
    cell_of(notebook, "e_step")["source"] = solution("e_step")
    assert edits(notebook, release) == ""


def test_stripped_marks_are_told_once(release):
    assert edits(without_marks(student_copy(STEM)), release).startswith("All marks")
