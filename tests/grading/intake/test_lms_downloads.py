"""Fourteen layouts, as folder and as zip: a row per person, and all that the names say of them."""

import json
import zipfile

import pytest
from support.downloads import LAYOUTS, PEOPLE, called, decomposed, download, written
from support.handed_in import as_bytes, code

from gmm_helpers.grading.intake import class_folder
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.release import read_release

STUB = as_bytes({"nbformat": 4, "cells": [code("def e_step(X, params):\n    return X")]})
FORMS = ("zip", "folder")
RELEASE = read_release()


def collect(source):
    return class_folder.collect(source, RELEASE)


def stub(content):
    """A notebook of one tiny function, which says whose it is."""
    if content[:1] == b"<" or content.startswith(b"submission_"):
        return content
    return as_bytes({"nbformat": 4, "cells": [code(f"e_step = {content.decode()!r}")]})


def newest(folder):
    """The newest notebook of a student, as the stub says."""
    files = [file for file in load(folder).files if file.content]
    file = max(files, key=lambda file: file.modified)
    return json.loads(file.content)["cells"][0]["source"]


@pytest.mark.parametrize("around", ["", "download/"], ids=["plain", "around"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_there_is_one_row_per_person_and_the_newest_counts(layout, form, around, tmp_path):
    found, notes = collect(download(tmp_path / "hw", layout, form, stub, around))
    by_key = {folder.student: folder for folder in found}
    assert set(by_key) == set(called(LAYOUTS[layout][1]))
    for key, name in zip(called(LAYOUTS[layout][1]), PEOPLE, strict=True):
        assert newest(by_key[key]) == f"e_step = {name!r}"
    kinds = {note.kind for note in notes}
    assert kinds <= {NoticeKind.CLASS_FOLDER}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_the_names_say_are_fields(layout, tmp_path):
    found, _ = collect(download(tmp_path / "hw", layout, "zip", stub))
    people = {folder.student: folder.person for folder in found}
    ann, bob, zoe = (people[key] for key in called(LAYOUTS[layout][1]))
    kind = LAYOUTS[layout][1]
    if kind == "name":
        assert (ann.name, bob.name, zoe.name) == tuple(PEOPLE)
    elif layout != "one folder around" and kind == "login":
        assert (ann.login, bob.login, zoe.login) == ("alee", "bkim", "zoz")
    if layout.startswith(("moodle", "canvas", "gradescope", "brightspace")):
        assert (ann.id, bob.id, zoe.id) == ("40000", "40001", "40002")
    assert (ann.is_late, bob.is_late) == (False, layout == "canvas")
    assert (ann.email == "alee@x.edu") == (layout == "gradescope")
    utc = " UTC" if layout in ("gradescope", "nbgrader inbound") else ""
    if layout == "teams":
        assert (ann.attempts, bob.attempts) == (("Version 1", "Version 2"), ())
    elif layout in ("blackboard", "gradescope", "brightspace", "nbgrader inbound"):
        times = f"2026-11-20 23:59:00{utc}", f"2026-11-21 08:00:00{utc}"
        assert (ann.attempts, bob.attempts) == (times, ())
        assert ann.time == times[1]
    else:
        assert (ann.attempts, ann.time) == ((), "")
    named = [note for note in load(next(f for f in found if f.person == ann)).notes]
    assert [note.fields["times"] for note in named] == ([[*ann.attempts]] if ann.attempts else [])


@pytest.mark.parametrize("layout", ["github classroom", "nbgrader submitted", "nbgrader inbound"])
def test_the_folder_around_may_be_named_itself(layout, tmp_path):
    download(tmp_path, layout, "folder", stub)
    (inner,) = tmp_path.iterdir()
    assert {each.student for each in collect(inner)[0]} == {"alee", "bkim", "zoz"}


@pytest.mark.parametrize("form", FORMS)
def test_in_teams_what_is_worked_on_was_not_handed_in(form, tmp_path):
    files = {
        "Student Work/Submitted files/Ann Lee/EM/Version 1/02.ipynb": STUB,
        "Student Work/Working files/Ann Lee/EM/02.ipynb": STUB,
        "Student Work/Working files/Bob Kim/EM/02.ipynb": STUB,
    }
    found, _ = collect(written(tmp_path / "x", form, files))
    assert [each.student for each in found] == ["Ann Lee"]


@pytest.mark.parametrize("form", FORMS)
def test_a_group_in_gradescope_is_a_row_for_each(form, tmp_path):
    metadata = (
        "submission_1:\n  :submitters:\n"
        "  - :name: Ann Lee\n    :sid: ~\n    :email: a@x.edu\n"
        '  - :name: "Zo\\xEB \\"Z\\" \\u00D6z"\n    :sid: 7\n    :email: z@x.edu\n'
        "submission_2:\n  :submitters:\n  - :name: 'Pat O''Neil'\n"
    )
    files = {
        "submission_metadata.yml": metadata.encode(),
        "submission_1/02.ipynb": STUB,
        "submission_2/02.ipynb": STUB,
        "submission_3/02.ipynb": STUB,
    }
    found, _ = collect(written(tmp_path / "x", form, files))
    people = {each.person.name: each.person for each in found}
    assert set(people) == {"Ann Lee", 'Zoë "Z" Öz', "Pat O'Neil", "submission_3"}
    assert people['Zoë "Z" Öz'].id == "7"
    assert all(load(each).files for each in found)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("around", ["moodle.zip", "class", "x y"])
def test_accounts_may_be_called_like_work(around, form, tmp_path):
    files = {f"{around}/{name}/02.ipynb": STUB for name in ("lab01", "ex1", "hw2")}
    found, _ = collect(written(tmp_path / "x", form, files))
    assert [each.student for each in found] == ["ex1", "hw2", "lab01"]


@pytest.mark.parametrize("form", FORMS)
def test_a_dash_does_not_make_work_a_person(form, tmp_path):
    names = ["02_e_step - Copy", "Homework 2 - final", "Untitled - Copy", "week 3 - Ann"]
    files = {f"{name}.ipynb": STUB for name in names} | {"Ann-Li Wu - 02.ipynb": STUB}
    files |= {"Read me - first.csv": b"", "ann/02.ipynb": STUB}
    found, notes = collect(written(tmp_path / "x", form, files))
    assert [each.student for each in found] == ["ann", "Ann-Li Wu"]
    assert notes == [NoticeKind.NOBODYS_NOTEBOOKS(files=sorted(f"{n}.ipynb" for n in names))]


def test_work_beside_the_folder_around_all_is_nobodys(tmp_path):
    files = {"class/ann/02.ipynb": STUB, "class/bob/02.ipynb": STUB, "lost.ipynb": STUB}
    files |= {"README.md": b"", "explorer.ipynb": STUB, "constraints.txt": b""}
    _, notes = collect(written(tmp_path / "x", "zip", files))
    assert NoticeKind.NOBODYS_NOTEBOOKS(files=["lost.ipynb"]) in notes


@pytest.mark.parametrize("page", ["utf-8", "cp437", "cp850", "cp1252"])
def test_names_in_a_zip_that_does_not_say_how_they_are_coded(page, tmp_path):
    name = {"cp850": "Zoë Ã"}.get(page, "Zoë é")
    path = tmp_path / "x.zip"
    ascii_name = "Q" * len(name.encode(page)) + "/02.ipynb"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo(ascii_name)
        info.create_system = 3 if page in ("utf-8", "cp1252") else 0
        archive.writestr(info, STUB)
    raw = path.read_bytes().replace(ascii_name.encode(), f"{name}/02.ipynb".encode(page))
    path.write_bytes(raw)
    (found,), _ = collect(path)
    assert found.student == name
    assert load(found).files[0].content == STUB


@pytest.mark.parametrize("form", FORMS)
def test_an_accent_may_be_a_character_of_its_own(form, tmp_path):
    files = {f"{decomposed('Zoë Öz')}/02.ipynb": STUB, "Zoë Öz/03.ipynb": STUB, "b/02.ipynb": STUB}
    found, _ = collect(written(tmp_path / "x", form, files))
    assert [each.student for each in found] == ["b", "Zoë Öz"]
    assert [file.path for file in load(found[1]).files] == ["02.ipynb", "03.ipynb"]


def test_an_anonymous_canvas_download_keeps_the_files_of_one_person_together(tmp_path):
    files = {f"anon_k9ZQh_{n}_02_e_{n}.ipynb": STUB for n in (678910, 678911)}
    files["anon_LATE1_LATE_678912_02.ipynb"] = STUB
    found, _ = collect(written(tmp_path / "x", "zip", files))
    assert [(each.student, each.person.is_late) for each in found] == [
        ("anon_k9ZQh", False),
        ("anon_LATE1", True),
    ]


@pytest.mark.parametrize(
    "tail", ["Bob_7_assignsubmission_file_02", "Bob Kim - 02", "kimbob_8_9_02"]
)
@pytest.mark.parametrize("layout", ["canvas", "moodle flat", "blackboard"])
def test_a_name_that_a_student_gave_makes_nobody_else_the_owner(layout, tail, tmp_path):
    folder = download(tmp_path / "hw", layout, "folder", stub)
    begin = {
        "canvas": "leeann_40000_678999_",
        "moodle flat": "Ann Lee_40000_assignsubmission_file_",
        "blackboard": "HW_alee_attempt_2026-11-21-08-00-00_",
    }[layout]
    (folder / f"{begin}{tail}.ipynb").write_bytes(STUB)
    (folder / f"{begin}x_attempt_2026-11-20-23-59-00_02.ipynb").write_bytes(STUB)
    found, _ = collect(folder)
    own = {each.student: len(load(each).files) for each in found}
    ann, bob, zoe = called(LAYOUTS[layout][1])
    assert own == {ann: 3 + (layout == "blackboard"), bob: 1, zoe: 1}


def test_a_single_student_of_teams_is_not_taken_for_a_class(tmp_path):
    files = {f"Ann Lee/EM/Version {k}/02.ipynb": STUB for k in (1, 2, 10)}
    (ann,), _ = collect(written(tmp_path / "x", "zip", files))
    assert ann.student == "Ann Lee"
    assert ann.person.attempts == ("Version 1", "Version 2", "Version 10")


def test_brightspace_may_write_everything_into_one_name(tmp_path):
    day = "Nov 20, 2026 926\u202fPM"
    files = {f"40000-9 - Ann-Li Lee - {day} - {name}.ipynb": STUB for name in ("02", "x - y")}
    (ann,), _ = collect(written(tmp_path / "x", "zip", files))
    assert (ann.person.name, ann.person.time) == ("Ann-Li Lee", "2026-11-20 21:26:00")
    assert [file.path.rpartition("/")[2] for file in load(ann).files] == ["02.ipynb", "x - y.ipynb"]
