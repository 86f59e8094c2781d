"""Archives in students' folders, and in place of them."""

import io
import zipfile

import pytest
from gmm_helpers.grading.intake.collecting import collect
from gmm_helpers.grading.intake.loading import load
from support.folders import NOTEBOOK, zipped

from gmm_helpers.grading.intake import archives as packed
from gmm_helpers.grading.intake import loading


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
    return {file.path: file.problem for file in submission.files}


WORK = a_zip(**{"my work/02.ipynb": NOTEBOOK, "03.ipynb": NOTEBOOK})
READ = {"03.ipynb": "", "my work/02.ipynb": ""}


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_notebooks_in_a_zip_are_read_where_it_lies(tmp_path, form):
    contents = {"ann/homework.zip": WORK, "bob/02.ipynb": NOTEBOOK, "eve.zip": WORK}
    if form == "zip":
        source = zipped(tmp_path / "class.zip", **contents)
    else:
        source = put(tmp_path / "class", **contents)
    found = submissions(source)
    assert problems(found["ann"]) == {f"homework.zip/{path}": "" for path in READ}
    assert problems(found["eve"]) == {f"eve.zip/{path}": "" for path in READ}
    assert {file.content for file in found["eve"].files} == {NOTEBOOK}
    assert set(found) == {"ann", "bob", "eve"}
    assert any("eve.zip" in note for note in collect(source)[1])


@pytest.mark.parametrize("around", ["", "class/"])
def test_a_zip_of_zips_holds_a_student_each(tmp_path, around):
    names = {f"{around}{name}.zip": WORK for name in ("ann", "eve")}
    source = zipped(tmp_path / "class.zip", **names)
    assert set(submissions(source)) == {"ann", "eve"}


def test_an_archive_at_the_top_is_added_to_the_folder_of_that_name(tmp_path):
    source = put(tmp_path, **{"eve/x.ipynb": NOTEBOOK, "eve.zip": WORK, "bob/x.ipynb": NOTEBOOK})
    assert len(submissions(source)["eve"].files) == 3


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.zip", b"PK no zip", "can't be read as a zip"),
        ("a.zip", b"", "can't be read as a zip"),
        ("a.7z", b"7z", "an archive that is not read"),
        ("a.rar", WORK, "an archive that is not read"),
        ("a.tar.gz", b"", "an archive that is not read"),
    ],
)
def test_an_archive_that_is_not_read_is_a_file_with_a_problem(tmp_path, name, content, why):
    found = submissions(put(tmp_path, **{f"ann/{name}": content, "ann/02.ipynb": NOTEBOOK}))
    assert problems(found["ann"])["02.ipynb"] == ""
    assert why in problems(found["ann"])[name]


def test_an_archive_in_an_archive_is_not_opened(tmp_path):
    nested = a_zip(**{"in.zip": WORK, "02.ipynb": NOTEBOOK})
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": nested}))["ann"])
    assert "within an archive" in found.pop("a.zip/in.zip")
    assert found == {"a.zip/02.ipynb": ""}


def test_paths_that_point_outside_and_links_are_told(tmp_path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../02.ipynb", NOTEBOOK)
        link = zipfile.ZipInfo("03.ipynb")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    found = submissions(put(tmp_path, **{"ann/a.zip": file.getvalue()}))["ann"]
    assert "it is a link" in problems(found)["a.zip/03.ipynb"]
    assert "a.zip: '../02.ipynb' in the zip points outside" in found.notes[0]


def test_a_bomb_in_a_zip_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "MOST_BYTES", 10_000)
    bomb = a_zip(**{"bomb.ipynb": b"0" * 5_000_000, "02.ipynb": NOTEBOOK})
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": bomb}))["ann"])
    assert "larger than" in found["a.zip/bomb.ipynb"]
    assert found["a.zip/02.ipynb"] == ""
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": bomb + b"0" * 10_000}))["ann"])
    assert "larger than" in found["a.zip"]


def test_all_that_is_unpacked_of_a_student_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "MOST_TOGETHER", 25_000)
    notebooks = {f"{n}.ipynb": b"0" * 10_000 for n in range(4)}
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": a_zip(**notebooks)}))["ann"])
    assert [bool(problem) for problem in found.values()] == [False, False, True, True]
    assert "left of" in found["a.zip/3.ipynb"]


def test_a_zip_of_very_many_files_is_not_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(packed, "MOST_INSIDE", 1)
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": WORK}))["ann"])
    assert "more than the 1 files" in found["a.zip"]


def test_a_password_is_told(tmp_path):
    content = bytearray(WORK)
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    found = problems(submissions(put(tmp_path, **{"ann/a.zip": bytes(content)}))["ann"])
    assert found["a.zip/03.ipynb"] == "it is locked with a password."


def test_a_zip_without_notebooks_is_a_note(tmp_path):
    found = submissions(put(tmp_path, **{"ann/a.zip": a_zip(x=b""), "ann/1.ipynb": NOTEBOOK}))
    assert found["ann"].notes == ("a.zip holds no notebook.",)
