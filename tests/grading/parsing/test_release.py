"""What was handed out is known, in a checkout and in a wheel."""

import re
import tomllib
import zipfile

import pytest
from support.handed_in import NOTEBOOKS, as_bytes, student_copy

from gmm_helpers.exercises import CHAPTERS, EXERCISES
from gmm_helpers.grading.parsing.release import read_release


def test_the_courses_own_notebooks_are_read(release):
    assert [chapter.name for chapter in release.chapters] == list(CHAPTERS)
    assert [chapter.exercises for chapter in release.chapters] == list(CHAPTERS.values())
    worth = [points for chapter in release.chapters for points in chapter.worth.values()]
    assert worth == [exercise.points for exercise in EXERCISES.values()]
    points = {q.grade_id: q.points for chapter in release.chapters for q in chapter.questions}
    assert points == points_in_sources()
    assert sum(chapter.points for chapter in release.chapters) == sum([*worth, *points.values()])


def points_in_sources():
    """Of the written questions, as the headers of their cells say."""
    text = "\n".join(path.read_text("utf-8") for path in sorted(NOTEBOOKS.glob("source/*.py")))
    return {name: int(n) for name, n in re.findall(r'question="(\w+)" points=(\d+)', text)}


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


SET = """\
chapters = [2]
[points]
e_step = 7.5
weighted_log_prob = false
question_prior = 5
question_columns = 0
"""


def test_a_release_toml_chooses_chapters_and_points(tmp_path):
    path = tmp_path / "release.toml"
    path.write_text(SET, encoding="utf-8")
    release = read_release(path)
    (chapter,) = release.chapters
    assert chapter.name == "02_e_step"
    assert chapter.worth == {"negative_log_likelihood": 3, "e_step": 7.5}
    assert {q.grade_id: q.points for q in chapter.questions} == {"question_prior": 5}
    assert chapter.points == 15.5
    assert (release.worth("e_step"), release.worth("fit_em")) == (7.5, EXERCISES["fit_em"].points)
    assert [name for name, _ in chapter.solutions] == [*chapter.exercises]
    assert chapter.version != read_release().chapters[1].version


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[points]\ne_stp = 3", "e_stp.*in no notebook"),
        ("points = 3", "points are lines"),
        ("e_step = 3", "below a line"),
        ("[points]\ne_step = -1", "e_step: expected a number from 0"),
        ("chapters = ['2']", "chapters are numbers"),
        ("chapters = [", "release.toml: "),
    ],
)
def test_a_release_toml_that_is_not_understood_is_refused(text, why, tmp_path):
    path = tmp_path / "release.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=why):
        read_release(path)


def test_the_zip_of_the_students_is_a_release(tmp_path, release):
    path = tmp_path / "handed-out.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for notebook in NOTEBOOKS.glob("*.ipynb"):
            archive.write(notebook, f"gmm-em/notebooks/{notebook.name}")
    assert read_release(path) == release
    path.write_bytes(b"no zip")
    with pytest.raises(ValueError, match="can't be read as a release"):
        read_release(path)


def test_the_release_toml_of_a_checkout_is_read_by_itself(tmp_path, monkeypatch):
    (tmp_path / "notebooks").mkdir()
    for stem in ("01_sampling", "02_e_step"):
        (tmp_path / "notebooks" / f"{stem}.ipynb").write_bytes(as_bytes(student_copy(stem)))
    monkeypatch.setattr("gmm_helpers.grading.parsing.release._CHECKOUT", tmp_path / "notebooks")
    assert [chapter.name for chapter in read_release().chapters] == ["01_sampling", "02_e_step"]
    (tmp_path / "release.toml").write_text(SET, encoding="utf-8")
    (chapter,) = read_release().chapters
    assert chapter.worth["e_step"] == 7.5
