"""Archives in students' folders, and in place of them."""

import io
import zipfile

import pytest
from support.folders import NOTEBOOK, zipped

from gmm_helpers.grading.intake import archives, student_folder
from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notices import NoticeKind


def a_zip(**contents):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


def put(root, **contents):
    for path, content in contents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def submissions(source):
    return {each.student: load(each) for each in collect(source)[0]}


def problems(submission):
    """The kind of each file's problem, by path; None if it was read."""
    return {file.path: file.problem and file.problem.kind for file in submission.files}


WORK = a_zip(**{"my work/02.ipynb": NOTEBOOK, "03.ipynb": NOTEBOOK})
READ = {"03.ipynb": None, "my work/02.ipynb": None}


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_notebooks_in_a_zip_are_read_where_it_lies(tmp_path, form):
    contents = {"ann/homework.zip": WORK, "bob/02.ipynb": NOTEBOOK, "eve.zip": WORK}
    if form == "zip":
        source = zipped(tmp_path / "class.zip", **contents)
    else:
        source = put(tmp_path / "class", **contents)
    found = submissions(source)
    assert problems(found["ann"]) == {f"homework.zip/{path}": None for path in READ}
    assert problems(found["eve"]) == {f"eve.zip/{path}": None for path in READ}
    assert {file.content for file in found["eve"].files} == {NOTEBOOK}
    assert set(found) == {"ann", "bob", "eve"}
    assert NoticeKind.LOOSE_ARCHIVES(files=["eve.zip"]) in collect(source)[1]


@pytest.mark.parametrize("around", ["", "class/"])
def test_a_zip_of_zips_holds_a_student_each(tmp_path, around):
    names = {f"{around}{name}.zip": WORK for name in ("ann", "eve")}
    source = zipped(tmp_path / "class.zip", **names)
    assert set(submissions(source)) == {"ann", "eve"}


def test_an_archive_at_the_top_is_added_to_the_folder_of_that_name(tmp_path):
    source = put(tmp_path, **{"eve/x.ipynb": NOTEBOOK, "eve.zip": WORK, "bob/x.ipynb": NOTEBOOK})
    assert len(submissions(source)["eve"].files) == 3


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.zip", b"PK no zip", NoticeKind.BROKEN_ARCHIVE),
        ("a.zip", b"", NoticeKind.BROKEN_ARCHIVE),
        ("a.7z", b"7z", NoticeKind.OTHER_ARCHIVE),
        ("a.rar", WORK, NoticeKind.OTHER_ARCHIVE),
        ("a.tar.gz", b"", NoticeKind.OTHER_ARCHIVE),
    ],
)
def test_an_archive_that_is_not_read_is_a_file_with_a_problem(tmp_path, name, content, kind):
    found = submissions(put(tmp_path, **{f"ann/{name}": content, "ann/02.ipynb": NOTEBOOK}))
    assert problems(found["ann"]) == {"02.ipynb": None, name: kind}


def test_an_archive_in_an_archive_is_not_opened(tmp_path):
    nested = a_zip(**{"in.zip": WORK, "02.ipynb": NOTEBOOK})
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": nested}))["ann"])
    assert found == {"a.zip/in.zip": NoticeKind.NESTED_ARCHIVE, "a.zip/02.ipynb": None}


def test_paths_that_point_outside_and_links_are_reported(tmp_path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../02.ipynb", NOTEBOOK)
        link = zipfile.ZipInfo("03.ipynb")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    found = submissions(put(tmp_path, **{"ann/a.zip": file.getvalue()}))["ann"]
    assert problems(found)["a.zip/03.ipynb"] == NoticeKind.LINK
    assert found.notes[0] == NoticeKind.OUTSIDE_PATH(path="../02.ipynb", archive="a.zip")


def test_a_bomb_in_a_zip_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(student_folder, "MAX_BYTES", 10_000)
    bomb = a_zip(**{"bomb.ipynb": b"0" * 5_000_000, "02.ipynb": NOTEBOOK})
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": bomb}))["ann"])
    assert found == {"a.zip/bomb.ipynb": NoticeKind.TOO_LARGE, "a.zip/02.ipynb": None}
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": bomb + b"0" * 10_000}))["ann"])
    assert found == {"a.zip": NoticeKind.TOO_LARGE}


def test_all_that_is_unpacked_of_a_student_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(student_folder, "MAX_TOTAL", 25_000)
    notebooks = {f"{n}.ipynb": b"0" * 10_000 for n in range(4)}
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": a_zip(**notebooks)}))["ann"])
    assert [*found.values()] == [None, None, NoticeKind.NO_ROOM_LEFT, NoticeKind.NO_ROOM_LEFT]


def test_a_zip_of_very_many_files_is_not_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_INSIDE", 1)
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": WORK}))["ann"])
    assert found["a.zip"] == NoticeKind.CROWDED_ARCHIVE


def test_a_password_is_reported(tmp_path):
    content = bytearray(WORK)
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": bytes(content)}))["ann"])
    assert found["a.zip/03.ipynb"] == NoticeKind.PASSWORD


def test_a_zip_without_notebooks_is_a_note(tmp_path):
    found = submissions(put(tmp_path, **{"ann/a.zip": a_zip(x=b""), "ann/1.ipynb": NOTEBOOK}))
    assert found["ann"].notes == (NoticeKind.NO_NOTEBOOK_INSIDE(path="a.zip"),)
