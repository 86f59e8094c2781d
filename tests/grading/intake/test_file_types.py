"""What a file is by its name."""

import pytest

from gmm_helpers.grading.intake.file_types import FileType, is_ignored, stem_of, type_of


@pytest.mark.parametrize(
    ("name", "file_type"),
    [
        ("02.ipynb", FileType.NOTEBOOK),
        ("02.IPYNB", FileType.NOTEBOOK),
        (".", FileType.NOTEBOOK),  # a folder that was not searched
        ("a.zip", FileType.ARCHIVE),
        ("a.TAR.xz", FileType.ARCHIVE),
        ("timestamp.txt", FileType.TIMESTAMP),
        ("notes.txt", FileType.SIDE_FILE),
        ("gmm_progress.jsonl", FileType.PROGRESS),
        ("gmm_progress (1).jsonl", FileType.PROGRESS),  # of a browser
        ("gmm_progress-2.jsonl", FileType.PROGRESS),  # of an LMS
        ("week 2_GMM_progress.jsonl.txt", FileType.PROGRESS),
        ("my_progress.jsonl", FileType.OTHER),
        ("gmm_progress.pdf", FileType.OTHER),
        ("ipynb", FileType.OTHER),
        ("02.ipynb.pdf", FileType.OTHER),
    ],
)
def test_the_end_of_the_name_counts(name, file_type):
    assert type_of(("ann", name)) == file_type


@pytest.mark.parametrize("name", [".git", "__MACOSX", "._02.ipynb", ".DS_Store", ".Trash-1000"])
def test_what_programs_leave_behind_is_ignored(name):
    assert is_ignored(name)


@pytest.mark.parametrize("name", [".ann", "git", "02.ipynb", "trash"])
def test_what_people_make_is_not(name):
    assert not is_ignored(name)


@pytest.mark.parametrize(
    ("name", "stem"),
    [("eve.zip", "eve"), ("e.v.tar.gz", "e.v"), ("a.tar", "a"), ("zip", "zip"), (".7z", ".7z")],
)
def test_an_archive_is_named_after_a_student(name, stem):
    assert stem_of(name) == stem
