"""What was handed out is known, in a checkout and in a wheel."""

import tomllib

import pytest
from support.handed_in import NOTEBOOKS, as_bytes, student_copy

from gmm_helpers.exercises import CHAPTERS
from gmm_helpers.grading.parsing.release import read_release


def test_the_courses_own_notebooks_are_read(release):
    assert [chapter.name for chapter in release.chapters] == list(CHAPTERS)
    assert [chapter.exercises for chapter in release.chapters] == list(CHAPTERS.values())
    assert sum(chapter.points for chapter in release.chapters) == 88
    points = {
        question.grade_id: question.points for c in release.chapters for question in c.questions
    }
    assert points.pop("question_memo") == 4
    assert {*points.values()} == {2}


def test_a_wheel_holds_every_student_copy_and_no_solution():
    about = tomllib.loads((NOTEBOOKS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    packed = about["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    copies = {f"notebooks/{path.name}" for path in NOTEBOOKS.glob("[0-9]*.ipynb")}
    assert packed.keys() == copies
    for source, place in packed.items():
        assert place == source.replace("notebooks/", "gmm_helpers/student_copies/")


def test_points_of_another_release_count(tmp_path):
    notebook = student_copy("02_e_step")
    for cell in notebook["cells"]:
        grading = cell["metadata"].get("nbgrader", {})
        if grading.get("grade_id") == "question_prior":
            grading["points"] = 7
    (tmp_path / "week2.ipynb").write_bytes(as_bytes(notebook))
    (chapter,) = read_release(tmp_path).chapters
    assert chapter.name == "week2"
    assert {question.grade_id: question.points for question in chapter.questions} == {
        "question_columns": 2,
        "question_prior": 7,
    }


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        ({}, "no notebook with exercises"),
        ({"a": b"{"}, "can't be read"),
        ({"a": b'{"cells": []}'}, "no notebook with exercises"),
        ({"a": student_copy("02_e_step"), "b": student_copy("02_e_step")}, "hold the exercise"),
    ],
)
def test_a_folder_without_a_release_is_refused(contents, why, tmp_path):
    for name, content in contents.items():
        (tmp_path / f"{name}.ipynb").write_bytes(as_bytes(content))
    with pytest.raises(ValueError, match=why):
        read_release(tmp_path)
