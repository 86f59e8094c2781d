"""Files and folders that can't be opened or have no end are reported, and stop nobody."""

import os

import pytest
from support.folders import tree

from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notices import NoticeKind


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_timestamp_that_is_not_a_file_keeps_nobody_waiting(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("not theirs")
    tree(tmp_path / "class", "ann/02.ipynb", "bob/02.ipynb")
    os.mkfifo(tmp_path / "class" / "ann" / "timestamp.txt")
    os.symlink(secret, tmp_path / "class" / "bob" / "timestamp.txt")
    for each in collect(tmp_path / "class")[0]:
        assert load(each).timestamp == ""


def test_a_folder_that_can_not_be_opened_is_not_missing(tmp_path, monkeypatch):
    tree(tmp_path, "ann/02.ipynb", "bob/in/02.ipynb")
    scandir = os.scandir

    def refused(path):
        if os.path.basename(path) in ("ann", "in"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    problems = {each.student: load(each).files[0].problem for each in collect(tmp_path)[0]}
    closed = NoticeKind.CLOSED_FOLDER(error="PermissionError")
    assert problems == {"ann": closed, "bob": closed}


def test_folders_that_are_nested_without_end_stop_nobody(tmp_path, monkeypatch):
    tree(tmp_path, "bob/02.ipynb", "ann/02.ipynb")
    monkeypatch.chdir(tmp_path / "ann")
    for _ in range(1_200):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(tmp_path)
    (ann, bob), _ = collect(tmp_path)
    assert [bool(file.problem) for file in load(ann).files] == [False, True]
    assert load(ann).files[1].problem == NoticeKind.DEEP_FOLDER(limit=50)
    assert [bool(file.problem) for file in load(bob).files] == [False]
    remove_nested(tmp_path / "ann")


def remove_nested(folder):
    """Without recursion, of which pytest would make too much when it tidies up."""
    while (folder / "d" / "d").exists():
        (folder / "d" / "d").rename(folder / "e")
        (folder / "d").rmdir()
        (folder / "e").rename(folder / "d")
