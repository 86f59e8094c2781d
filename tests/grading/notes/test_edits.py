"""What was done to the cells is noted, each thing once."""

import pytest
from support.handed_in import as_bytes, cell_of, solution, student_copy, without_marks

from gmm_helpers.grading.notes.edits import edits_of
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.notebook import SubmittedNotebook, read_cells
from gmm_helpers.grading.parsing.selection import ChosenNotebook

STEM = "02_e_step"
CHECK = {"cell": "check_e_step"}


def edits(notebook, release):
    chapter = next(chapter for chapter in release.chapters if chapter.name == STEM)
    submitted = SubmittedNotebook("x.ipynb", 0.0, read_cells(as_bytes(notebook)), {})
    return edits_of(ChosenNotebook(chapter, submitted, chapter.exercises))


def changed(how):
    notebook = student_copy(STEM)
    how(notebook, cell_of(notebook, "e_step"), cell_of(notebook, "check_e_step"))
    return notebook


def swapped(notebook, exercise, check):
    notebook["cells"].remove(exercise)
    notebook["cells"].append(exercise)


@pytest.mark.parametrize(
    ("how", "kind", "fields"),
    [
        (lambda n, e, c: c.update(source="5"), NoticeKind.LOCKED_CELL_EDITED, CHECK),
        (lambda n, e, c: n["cells"].remove(c), NoticeKind.CELL_REMOVED, CHECK),
        (
            lambda n, e, c: n["cells"].append(dict(e)),
            NoticeKind.CELL_REPEATED,
            {"cell": "e_step", "count": 2},
        ),
        (swapped, NoticeKind.CELLS_REORDERED, {}),
        (
            lambda n, e, c: c["metadata"]["nbgrader"].update(points=99),
            NoticeKind.POINTS_CHANGED,
            CHECK,
        ),
        (
            lambda n, e, c: e["metadata"]["nbgrader"].update(grade_id="mine"),
            NoticeKind.UNKNOWN_MARKS,
            {"cells": ["mine"]},
        ),
        (
            lambda n, e, c: e.update(cell_type="raw", source=solution("e_step")),
            NoticeKind.CELL_RETYPED_AND_RUN,
            {"cell": "e_step", "found": "raw", "released": "code"},
        ),
    ],
)
def test_every_change_is_noted(how, kind, fields, release):
    assert kind(notebook="x.ipynb", **fields) in edits(changed(how), release)


def test_nothing_is_noted_of_an_honest_notebook(release):
    notebook = student_copy(STEM)
    cell_of(notebook, "e_step")["source"] = solution("e_step")
    assert edits(notebook, release) == []


def test_stripped_marks_are_noted_once(release):
    notes = edits(without_marks(student_copy(STEM)), release)
    assert notes == [NoticeKind.MARKS_GONE(notebook="x.ipynb")]


def test_text_in_place_of_code_is_noted_and_run_only_if_it_is_code(release):
    notebook = changed(lambda n, e, c: e.update(cell_type="markdown", source="No idea."))
    (note,) = [n for n in edits(notebook, release) if n.fields.get("cell") == "e_step"]
    assert note.kind == NoticeKind.CELL_RETYPED


@pytest.mark.parametrize(
    "text", ["check(e_step)  # please", "\ncheck(e_step)\n", "check( e_step )"]
)
def test_comments_and_layout_are_no_edit(text, release):
    assert edits(changed(lambda n, e, c: c.update(source=text)), release) == []
