"""One folder around everything: around students, or around the work of one of them."""

import zipfile

import pytest
from support.folders import zipped
from support.handed_in import as_bytes, student_copy

from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notices import NoticeKind

TWO, THREE = (as_bytes(student_copy(stem)) for stem in ("02_e_step", "03_m_step"))


def packed(path, **contents):
    """A zip with the given contents by path."""
    return zipped(path, **contents)


def unpacked(path):
    """The same as a folder of the same name."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(path.with_suffix(""))
    return path.with_suffix("")


def students(source):
    found, notes = collect(source)
    return [each.student for each in found], notes


@pytest.mark.parametrize("form", [lambda path: path, unpacked], ids=["zip", "folder"])
@pytest.mark.parametrize(
    "contents",
    [
        {"class/ann/x.ipynb": TWO, "class/bob/y.ipynb": TWO},
        {"class/ann/x.ipynb": TWO, "class/bob/in/y.ipynb": TWO, "class/bob/z.ipynb": THREE},
        {"class/ann/x.ipynb": b"{", "class/bob/y.ipynb": TWO},  # which chapter is not known
        {"class/ann/x.ipynb": TWO, "class/bob/y.ipynb": TWO, "class/README.txt": b""},
        {
            "class/ann/x.ipynb": TWO,
            "class/bob/y.ipynb": TWO,
            "class/.DS_Store": b"",
            ".DS_Store": b"",
        },
        {"class/ann/x.ipynb": TWO, "class/bob/y.ipynb": TWO, "__MACOSX/class/._x.ipynb": b""},
        {"class/ann/x.ipynb": TWO, "class/bob/y.ipynb": TWO, ".git/x.ipynb": TWO},
        {"outer/class/ann/x.ipynb": TWO, "outer/class/bob/y.ipynb": TWO},
        {"class/1/x.ipynb": TWO, "class/2/x.ipynb": TWO},
        {"class/ann/x.ipynb.txt": TWO, "class/bob/x.ipynb?download=1": TWO},
    ],
    ids=range(10),
)
def test_subfolders_of_one_folder_around_a_class_are_the_students(tmp_path, contents, form):
    names, notes = students(form(packed(tmp_path / "moodle.zip", **contents)))
    assert names in (["ann", "bob"], ["1", "2"])
    (note,) = [note for note in notes if note.kind == NoticeKind.CLASS_FOLDER]
    assert note.fields["count"] == 2


@pytest.mark.parametrize("form", [lambda path: path, unpacked], ids=["zip", "folder"])
@pytest.mark.parametrize(
    ("contents", "kind"),
    [
        (
            {"ann/02_e_step/x.ipynb": TWO, "ann/03_m_step/x.ipynb": THREE},
            NoticeKind.NAMED_LIKE_WORK,
        ),
        ({"ann/Homework 2/x.ipynb": TWO, "ann/homework3/x.ipynb": TWO}, NoticeKind.NAMED_LIKE_WORK),
        ({"ann/first/x.ipynb": TWO, "ann/second/x.ipynb": THREE}, NoticeKind.DIFFERENT_WORK),
        ({"ann/my work/x.ipynb": TWO, "ann/my work/y.ipynb": TWO}, NoticeKind.SINGLE_SUBFOLDER),
    ],
)
def test_a_folder_around_different_notebooks_is_a_students(tmp_path, contents, kind, form):
    names, notes = students(form(packed(tmp_path / "moodle.zip", **contents)))
    assert names == ["ann"]
    assert kind(folder="ann") in notes


def test_notebooks_right_in_the_folder_make_it_a_students(tmp_path):
    contents = {"ann/x.ipynb": TWO, "ann/old/x.ipynb": TWO, "ann/older/x.ipynb": TWO}
    assert students(packed(tmp_path / "moodle.zip", **contents)) == (["ann"], [])


def test_several_folders_are_students_whatever_they_hold(tmp_path):
    contents = {"ann/02/x.ipynb": TWO, "ann/03/x.ipynb": TWO, "bob/02/x.ipynb": TWO}
    assert students(packed(tmp_path / "moodle.zip", **contents)) == (["ann", "bob"], [])


def test_a_folder_named_like_the_zip_is_around_students_even_if_there_is_one(tmp_path):
    assert students(packed(tmp_path / "em.zip", **{"em/ann/x.ipynb": TWO}))[0] == ["ann"]
    work = {"ann/02_e_step/x.ipynb": TWO, "ann/03_m_step/x.ipynb": THREE}
    assert students(packed(tmp_path / "ann.zip", **work))[0] == ["ann"]


def test_what_nbgrader_collected_is_known_below_another_folder(tmp_path):
    contents = {"course/submitted/ann/em/x.ipynb": TWO, "course/source/em/x.ipynb": TWO}
    found, notes = collect(packed(tmp_path / "moodle.zip", **contents))
    assert [each.student for each in found] == ["ann"]
    assert load(found[0]).assignment == "em"
    assert notes == [NoticeKind.CLASS_FOLDER(folder="course", count=1)]


def test_assignments_in_a_folder_of_nbgrader_are_not_students(tmp_path):
    contents = {"submitted/ann/a/x.ipynb": TWO, "submitted/ann/b/x.ipynb": TWO}
    path = unpacked(packed(tmp_path / "moodle.zip", **contents))
    assert students(path) == (["ann"], [])
    assert students(path / "submitted") == (["ann"], [])


def test_a_folder_made_on_windows_is_stepped_into(tmp_path):
    path = tmp_path / "moodle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("class\\ann\\x.ipynb", "class\\bob\\x.ipynb"):
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, TWO)
    assert students(path)[0] == ["ann", "bob"]


def test_a_folder_with_a_dot_is_a_students_if_work_is_in_it(tmp_path):
    contents = {".cyd/x.ipynb": TWO, "..dan/x.ipynb": TWO, "ann/x.ipynb": TWO}
    leftovers = {".config/x.ipynb": TWO, ".Trash-1000/x.ipynb": TWO, ".x/notes.txt": b""}
    leftovers |= {".ipynb_checkpoints/x.ipynb": TWO, ".git/x.ipynb": TWO}
    path = packed(tmp_path / "moodle.zip", **contents, **leftovers)
    assert students(path)[0] == students(unpacked(path))[0] == ["..dan", ".cyd", "ann"]
