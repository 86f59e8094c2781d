"""A class from what an LMS lets one download to the tables, with the list of the class."""

import csv
import json

import pytest
from support.downloads import LAYOUTS, PEOPLE, called, download
from support.handed_in import NOTEBOOKS, as_bytes, code, filled, solution, without_marks
from support.uploads import pages_of, table_of

from gmm_helpers.grading import cli, workflow
from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.workflow import NOBODYS, grade_class

STEM = "02_e_step"
RIGHT = as_bytes(filled(STEM, e_step=solution("e_step")))
WRONG = as_bytes(filled(STEM, e_step="def e_step(*arguments):\n    return 0.5"))
WORK = {b"Ann Lee": RIGHT, b"first": WRONG, b"Bob Kim": WRONG, "Zoë Öz".encode(): RIGHT}


@pytest.fixture
def here(monkeypatch, grader):
    """Grade in this process; the rows of what was graded already are taken from there."""
    done = {}

    def grade(submission):
        key = tuple((file.path, file.content) for file in submission.files)
        if key not in done:
            done[key] = grader.grade(submission)
        return {**done[key], "student": submission.student}

    def grade_all(waiting, settings, n_workers, make_runner):
        yield from map(grade, waiting)

    monkeypatch.setattr(workflow, "grade_all", grade_all)


def graded(source, out, *arguments):
    line = [source, "--output", out, "--seed", "3", "--workers", "1", *arguments]
    status = grade_class(cli._parser().parse_args([*map(str, line)]))
    with (out / "summary.csv").open(encoding="utf-8", newline="") as file:
        return status, list(csv.DictReader(file))


@pytest.fixture(scope="module")
def points_of(grader):
    """The points of a submission; those of one notebook are found out once."""
    done = {}

    def points(submission):
        key = tuple(file.content for file in submission.files)
        if len(key) > 1 or key not in done:
            rows = grader.grade(submission)["rows"]
            done[key] = {row["exercise"]: row["score"] for row in rows}
        return done[key]

    return points


@pytest.mark.parametrize("form", ["zip", "folder"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_points(layout, form, release, points_of, tmp_path):
    """Ann's first attempt was wrong where there are several."""
    source = download(tmp_path / "hw", layout, form, lambda content: WORK.get(content, content))
    folders, notes = collect(source, release)
    assert notes == [] or [note.kind for note in notes] == [NoticeKind.CLASS_FOLDER]
    points = {each.student: points_of(load(each))["e_step"] for each in folders}
    assert points == dict(zip(called(LAYOUTS[layout][1]), [5.0, 0.0, 5.0], strict=True))


def test_a_class_with_its_list(here, tmp_path, capsys):
    source = download(
        tmp_path / "hw", "canvas", "folder", lambda content: WORK.get(content, content)
    )
    (source / "lost.ipynb").write_bytes(RIGHT)
    (source / "explorer.ipynb").write_bytes(as_bytes({"cells": []}))
    (source / "eveevil_9_9_02.ipynb").write_bytes(WRONG)
    lines = ["Student,ID,SIS Login ID", '"Kay, Ida",7,ida']
    lines += [f'"{name.split()[1]}, {name.split()[0]}",{i},{u}' for name, (u, i) in PEOPLE.items()]
    (tmp_path / "class.csv").write_text("\n".join(lines), encoding="utf-8")
    status, rows = graded(source, tmp_path / "out", "--roster", tmp_path / "class.csv")
    assert status == NOBODYS
    told = [(r["name"], r["id"], r["login"], r["late"], r["score"], r["status"]) for r in rows]
    assert told == [
        ("eveevil", "9", "", "", "0", "unfinished"),
        ("Ida Kay", "7", "ida", "", "0", "missing"),
        ("Bob Kim", "40001", "bkim", "late", "0", "unfinished"),
        ("Ann Lee", "40000", "alee", "", "5", "partial"),
        ("Zoë Öz", "40002", "zoz", "", "5", "partial"),
    ]
    printed = capsys.readouterr().err
    assert "1 file belongs to nobody, not graded: lost.ipynb" in printed
    assert "Not on the list of the class: eveevil." in printed
    points = {
        row["Student"]: row["EM notebooks"] for row in table_of(tmp_path / "out", "canvas.csv")
    }
    assert points == {
        **{"    Points Possible": "14", "Kay, Ida": "", "Kim, Bob": "0", "Lee, Ann": "5"},
        **{"Öz, Zoë": "5", "eveevil": "0"},
    }
    assert sorted(pages_of(tmp_path / "out", "feedback_canvas.zip")) == [
        *("eveevil_9_9_feedback.html", "kimbob_LATE_40001_678910_feedback.html"),
        *("leeann_40000_678910_feedback.html", "özzoë_40002_678910_feedback.html"),
    ]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert ">Ann Lee</a></td>" in page
    assert '["late","few_points"]' in page  # of Bob Kim, for the table of students
    assert 'href="grades.csv"' in page
    assert 'href="upload/README.txt"' in page
    (feedback,) = (tmp_path / "out" / "feedback").glob("leeann*.html")
    assert "Feedback for Ann Lee" in feedback.read_text(encoding="utf-8")


def test_a_list_that_can_not_be_read_is_named_before_anything_is_graded(tmp_path, capsys):
    (tmp_path / "class" / "ann").mkdir(parents=True)
    line = [tmp_path / "class", "--output", tmp_path / "out", "--roster", tmp_path / "none.csv"]
    with pytest.raises(SystemExit) as ended:
        cli.main([*map(str, line)])
    assert ended.value.code == 2
    assert "none.csv can't be read" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_colab_adds_and_what_we_handed_out_is_no_remark_for_anybody(here, tmp_path):
    notebook = without_marks(filled(STEM, e_step=solution("e_step")))
    notebook["metadata"]["colab"] = {"provenance": []}
    notebook["cells"][:0] = [
        code("from google.colab import drive\ndrive.mount('/content/drive')"),
        code("drive.flush_and_unmount()"),
        code("%cd /content/drive/MyDrive"),
    ]
    explorer = {"nbformat": 4, "cells": [code("explore()"), code("import gmm_helpers as gmm")]}
    for name in ("ann", "bob"):
        folder = tmp_path / "class" / name
        folder.mkdir(parents=True)
        (folder / "02.ipynb").write_bytes(as_bytes(notebook))
        (folder / "explorer (1).ipynb").write_bytes(as_bytes(explorer))
        for ours in ("constraints.txt", "README.md", "LICENSE", "environment.yml", "start.py"):
            (folder / ours).write_text("ours")
        (folder / "gmm_helpers-0.1.0-py3-none-any.whl").write_bytes(b"")
    status, _ = graded(tmp_path / "class", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert (status, report["review"]) == (0, [])
    (note,) = report["notes"]
    assert (note["kind"], note["student"]) == ("colab", "")
    assert note["notebooks"] == ["ann: 02.ipynb", "bob: 02.ipynb"]


def test_what_instructors_put_into_the_checkout_is_not_committed():
    ignored = (NOTEBOOKS.parent / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/class/", "/graded/", "/course/", "/*.zip", "/*.csv"} <= {*ignored}
