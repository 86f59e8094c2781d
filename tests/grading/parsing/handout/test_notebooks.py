"""A notebook as one course hands it out: text, metadata and version say the same."""

import json

import pytest
from support.handed_in import NOTEBOOKS, student_copy

from gmm_helpers.exercises import CHAPTERS
from gmm_helpers.exercises.syllabus import Syllabus
from gmm_helpers.grading.parsing.handout.notebooks import as_set, check_names, marks_in

STEMS = [*CHAPTERS, "explorer"]


def text_of(notebook):
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])


def cell_of(notebook, name):
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


def set_with(points, stem="02_e_step", stems=STEMS, **more):
    return as_set(student_copy(stem), Syllabus(points=points, **more), stems)


@pytest.mark.parametrize("stem", STEMS)
def test_nothing_changes_where_nothing_is_set(stem):
    given = json.loads((NOTEBOOKS / f"{stem}.ipynb").read_text(encoding="utf-8"))
    assert as_set(given, Syllabus(), STEMS) == given


@pytest.mark.parametrize("stem", CHAPTERS)
def test_every_chapter_says_its_totals_anew(stem):
    """With the points that it has, the text comes out as it was."""
    name = CHAPTERS[stem][0]
    given = student_copy(stem)
    worth = cell_of(given, f"check_{name}")["metadata"]["nbgrader"]["points"]
    same, other = (set_with({name: points}, stem) for points in (worth, worth + 1))
    assert text_of(same).split() == text_of(given).split()
    changed = set(text_of(other).split("\n")) - set(text_of(same).split("\n"))
    assert len(changed) == 2  # the opening and the heading
    assert other["metadata"] != same["metadata"]


def test_points_stand_in_the_text_and_in_the_metadata():
    made = set_with({"e_step": 8, "question_prior": 1, "negative_log_likelihood": 2.5})
    text = text_of(made)
    assert "`e_step` (8 points)" in text
    assert "`negative_log_likelihood` (2.5 points)" in text
    assert "**Question 2 (1 point).**" in text
    assert "Three exercises, 12.5 points, and two written questions, 3 points." in text
    assert cell_of(made, "check_e_step")["metadata"]["nbgrader"]["points"] == 8
    assert cell_of(made, "question_prior")["metadata"]["nbgrader"]["points"] == 1


def test_what_is_left_out_stays_to_be_practised_without_points():
    made = set_with({"weighted_log_prob": 0, "question_columns": 0, "question_prior": 0})
    text = text_of(made)
    assert "`weighted_log_prob` (no points)" in text
    assert "def weighted_log_prob(" in text
    assert "**Question 1 (no points).**" in text
    assert "Two exercises, 8 points, and no written questions, no points." in text
    assert marks_in(made) == ["negative_log_likelihood", "e_step"]
    for name in ("weighted_log_prob", "check_weighted_log_prob", "question_columns"):
        assert "nbgrader" not in cell_of(made, name)["metadata"]


def test_links_to_what_is_not_handed_out_are_plain_text_and_no_other_version():
    short = set_with({}, "04_convergence", ["04_convergence", "explorer"])
    assert "(05_why_em_works.ipynb)" not in text_of(short)
    assert "(explorer.ipynb)" in text_of(short)
    assert short["metadata"] == student_copy("04_convergence")["metadata"]


def test_points_for_nothing_are_refused():
    notebooks = [student_copy("02_e_step")]
    check_names(Syllabus(points={"e_step": 1, "question_prior": 0}), notebooks)
    with pytest.raises(ValueError, match=r"fit_em.*in no notebook"):
        check_names(Syllabus(points={"fit_em": 1}), notebooks)


def test_the_first_cell_names_the_address():
    made = set_with({}, package="https://example.org/x.whl")
    source = "".join(cell_of(made, "first_cell")["source"])
    assert '"../gmm_helpers-*.whl"), "https://example.org/x.whl"]' in source
    assert made["metadata"] == student_copy("02_e_step")["metadata"]
