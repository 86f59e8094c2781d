"""Submissions are found in folders and zips, and nothing else is touched."""

import io
import os
import stat
import zipfile

import pytest
from support.folders import NOTEBOOK, tree, zipped

from gmm_helpers.grading.intake import student_folder
from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notices import NoticeKind


def paths_of(source):
    found, _ = collect(source)
    return {each.student: [file.path for file in load(each).files] for each in found}


def test_notebooks_lie_at_any_depth_in_a_students_folder(tmp_path):
    tree(tmp_path, "ann/02.ipynb", "ann/deep/er/03.IPYNB", "bob/x/02.ipynb")
    (tmp_path / "bob/notes.txt").write_text("see me")
    assert paths_of(tmp_path) == {"ann": ["02.ipynb", "deep/er/03.IPYNB"], "bob": ["x/02.ipynb"]}


def test_checkpoints_and_leftovers_of_a_mac_are_no_notebooks(tmp_path):
    tree(tmp_path, "ann/.ipynb_checkpoints/02-checkpoint.ipynb", "ann/._02.ipynb", "ann/02.ipynb")
    tree(tmp_path, "__MACOSX/ann/._02.ipynb", ".git/x.ipynb")
    assert paths_of(tmp_path) == {"ann": ["02.ipynb"]}


def test_a_notebook_beside_a_folder_of_its_name_belongs_to_that_student(tmp_path):
    tree(tmp_path, "ann/03.ipynb", "ann.ipynb", "bob/02.ipynb", "cleo.ipynb")
    (tmp_path / "dan").mkdir()
    tree(tmp_path, "dan.ipynb")
    found = {"ann": ["03.ipynb", "ann.ipynb"], "bob": ["02.ipynb"], "dan": ["dan.ipynb"]}
    assert paths_of(tmp_path) == found
    notes = {note.kind: note.fields["files"] for note in collect(tmp_path)[1]}
    assert notes[NoticeKind.BESIDE_FOLDER] == ["ann.ipynb", "dan.ipynb"]
    assert notes[NoticeKind.NOBODYS_NOTEBOOKS] == ["cleo.ipynb"]


def test_a_folder_without_notebooks_is_a_submission(tmp_path):
    (tmp_path / "ann" / "empty").mkdir(parents=True)
    assert paths_of(tree(tmp_path, "bob/1.ipynb")) == {"ann": [], "bob": ["1.ipynb"]}


@pytest.mark.parametrize("inside", ["", "course/"])
def test_the_layout_of_nbgrader_is_known(tmp_path, inside):
    root = tmp_path / inside
    tree(root, "submitted/ann/em/02.ipynb", "submitted/bob/em/02.ipynb", "source/em/02.ipynb")
    found, _ = collect(root)
    assert [each.student for each in found] == ["ann", "bob"]
    assert load(found[0]).assignment == "em"
    assert paths_of(root / "submitted") == {"ann": ["em/02.ipynb"], "bob": ["em/02.ipynb"]}


def test_the_time_that_nbgrader_noted_is_read(tmp_path):
    tree(tmp_path, "submitted/ann/em/02.ipynb")
    (tmp_path / "submitted/ann/em/timestamp.txt").write_text("2026-01-30 13:00 UTC\n")
    (found,), _ = collect(tmp_path)
    assert load(found).timestamp == "2026-01-30 13:00 UTC"
    assert len(load(found).files) == 1


def test_a_zip_reads_like_the_folder(tmp_path):
    names = "ann/02.ipynb", "bob/deep/02.ipynb", "cleo/"
    assert paths_of(zipped(tmp_path / "a.zip", *names)) == {
        "ann": ["02.ipynb"],
        "bob": ["deep/02.ipynb"],
        "cleo": [],
    }
    wrapped = zipped(tmp_path / "class.zip", *[f"class/{name}" for name in names])
    assert set(paths_of(wrapped)) == {"ann", "bob", "cleo"}


def test_a_zip_made_on_windows_has_folders_too(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = "ann\\02.ipynb"
        archive.writestr(info, NOTEBOOK)
    assert paths_of(path) == {"ann": ["02.ipynb"]}


def test_names_of_students_may_be_anything(tmp_path):
    names = ["Ann O'Hara", 'say "hi"', "=cmd", "Zoë 你好", "a, b"]
    tree(tmp_path, *[f"{name}/02.ipynb" for name in names])
    assert set(paths_of(tmp_path)) == set(names)
    assert set(paths_of(zipped(tmp_path / "a.zip", *[f"{n}/1.ipynb" for n in names]))) == set(names)


@pytest.mark.skipif(os.name != "posix", reason="file names are text there")
def test_a_name_that_is_not_text_still_gets_its_own_result(tmp_path):
    for raw in (b"\xff", b"\xfe"):
        os.mkdir(os.fsencode(tmp_path) + b"/" + raw)
    found, _ = collect(tmp_path)
    names = [each.student for each in found]
    assert len(set(names)) == 2
    "".join(names).encode()


def test_links_are_not_followed(tmp_path):
    secret = tree(tmp_path / "elsewhere", "secret.ipynb")
    root = tree(tmp_path / "class", "ann/02.ipynb")
    (root / "ann" / "link.ipynb").symlink_to(secret / "secret.ipynb")
    (root / "ann" / "folder").symlink_to(secret)
    (root / "eve").symlink_to(secret)
    found, notes = collect(root)
    files = {file.path: file for each in found for file in load(each).files}
    assert set(files) == {"02.ipynb", "link.ipynb"}
    assert files["link.ipynb"].problem.kind == NoticeKind.LINK
    assert files["link.ipynb"].content == b""
    assert [note.kind for note in notes] == [NoticeKind.LINK_LEFT] * 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_a_pipe_is_not_waited_for(tmp_path):
    (tmp_path / "ann").mkdir()
    os.mkfifo(tmp_path / "ann" / "02.ipynb")
    (found,), _ = collect(tmp_path)
    assert load(found).files[0].problem.kind == NoticeKind.SPECIAL_FILE


@pytest.mark.parametrize("name", ["../x.ipynb", "/etc/x.ipynb", "ann/../../x.ipynb", "C:/x.ipynb"])
def test_entries_that_point_outside_are_left_out_and_named(tmp_path, name):
    found, notes = collect(zipped(tmp_path / "a.zip", "ann/02.ipynb", name))
    assert [each.student for each in found] == ["ann"]
    assert notes == [NoticeKind.OUTSIDE_PATH(path=name, archive="the zip")]


def test_a_link_in_a_zip_is_not_followed(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("ann/02.ipynb")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    (found,), _ = collect(path)
    assert load(found).files[0].problem.kind == NoticeKind.LINK


def test_a_bomb_costs_no_more_memory_than_a_notebook(tmp_path, monkeypatch):
    monkeypatch.setattr(student_folder, "MAX_BYTES", 10_000)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ann/bomb.ipynb", b"0" * 5_000_000)
        archive.writestr("ann/fine.ipynb", NOTEBOOK)
    (found,), _ = collect(path)
    files = {file.path: file for file in load(found).files}
    assert files["bomb.ipynb"].problem.kind == NoticeKind.TOO_LARGE
    assert files["fine.ipynb"].content == NOTEBOOK


def test_what_is_damaged_in_a_zip_is_named_and_the_rest_is_read(tmp_path):
    path = zipped(tmp_path / "a.zip", "ann/02.ipynb", "bob/02.ipynb")
    content = path.read_bytes()
    path.write_bytes(content.replace(NOTEBOOK, b"X" * len(NOTEBOOK), 1))
    found, _ = collect(path)
    problems = {each.student: load(each).files[0].problem for each in found}
    assert problems == {"ann": NoticeKind.UNREADABLE(error="BadZipFile"), "bob": None}


def test_thousands_of_notebooks_of_one_student_are_not_all_read(tmp_path, monkeypatch):
    monkeypatch.setattr(student_folder, "MAX_NOTEBOOKS", 3)
    (found,), _ = collect(tree(tmp_path, *[f"ann/{i}.ipynb" for i in range(5)]))
    assert len(load(found).files) == 3
    assert load(found).notes == (NoticeKind.MANY_NOTEBOOKS(count=5, limit=3),)


def test_a_notebook_in_nobodys_folder_is_named(tmp_path):
    _, notes = collect(tree(tmp_path, "lost.ipynb", "ann/02.ipynb"))
    assert notes == [NoticeKind.NOBODYS_NOTEBOOKS(files=["lost.ipynb"])]


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path / "nowhere", "does not exist"),
        (lambda path: path, "no student folders"),
        (lambda path: tree(path, "lost.ipynb"), "no student folders"),
        (lambda path: tree(path, "x.ipynb") / "x.ipynb", "neither a folder nor a zip"),
    ],
)
def test_what_holds_no_submissions_is_refused_in_a_sentence(tmp_path, make, why):
    with pytest.raises(ValueError, match=why):
        collect(make(tmp_path))


def test_a_zip_is_never_unpacked_to_disk(tmp_path):
    path = zipped(tmp_path / "a.zip", "ann/02.ipynb")
    (found,), _ = collect(path)
    load(found)
    assert [each.name for each in tmp_path.iterdir()] == ["a.zip"]
    assert zipfile.is_zipfile(io.BytesIO(path.read_bytes()))


def test_what_turns_the_direction_of_a_page_is_not_part_of_a_name(tmp_path):
    tree(tmp_path, "an\u202en/02.ipynb", "b\x9bo\u200bb/02.ipynb", "a\u200cb/02.ipynb")
    assert set(paths_of(tmp_path)) == {"an�n", "b�o�b", "a\u200cb"}
