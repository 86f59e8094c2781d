"""From each layout to what goes back: every student of the list once, with their own points."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.downloads import LAYOUTS, PEOPLE, download
from support.uploads import lines_of, moodle_reads, pages_of, result_of, table_of, uploaded

from gmm_helpers.exercises import Status
from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.people.person import Person
from gmm_helpers.grading.rows import Row

LIST = "id,name,email,login\n" + "".join(
    f"s{number},{name},{login}@x.edu,{login}\n"
    for name, (login, number) in [*PEOPLE.items(), ("Ida Kay", ("ida", "50000"))]
)
KEYS = {"moodle.csv": "Email address", "brightspace.csv": "Username", "blackboard.csv": "Username"}


@pytest.mark.parametrize("form", ["zip", "folder"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_from_a_layout_to_tables_and_pages(layout, form, release, tmp_path):
    folders, _ = collect(download(tmp_path / "hw", layout, form), release)
    results, told = uploaded(tmp_path, folders, LIST)
    assert told == []
    by_login = {result.person.login: result for result in results}
    assert len(by_login) == 4
    points = {login: f"{r.total.score:g}" * r.is_handed_in for login, r in by_login.items()}
    assert points["ida"] == ""
    for file, key in KEYS.items():
        column = {"moodle.csv": "Grade", "brightspace.csv": "EM notebooks Points Grade"}.get(file)
        rows = [
            (row[key].split("@")[0], row[column or "EM notebooks"])
            for row in table_of(tmp_path, file)
        ]
        assert sorted(rows) == sorted(points.items())
    plain = [(row["login"], row["score"]) for row in table_of(tmp_path, "students.csv")]
    assert sorted(plain) == sorted(points.items())
    pages = pages_of(tmp_path)
    assert sorted(pages.values()) == sorted(f"for {r.student}" for r in results if r.is_handed_in)
    assert all(path.endswith("/feedback.html") for path in pages)
    files = {path.name for path in (tmp_path / "upload").iterdir()}
    assert ("canvas.csv" in files) == ("feedback_canvas.zip" in files) == (layout == "canvas")
    if layout == "brightspace":  # of the newest attempt
        assert all(" - Nov 21, 2026 800 AM/" in path for path in pages)
    if layout.startswith("moodle"):
        found = {moodle_reads(path): page.removeprefix("for ") for path, page in pages.items()}
        assert found == {number: name for name, (_, number) in PEOPLE.items()}


def test_what_is_left_out_is_named_with_what_is_missing(tmp_path):
    uploaded(tmp_path, [Person("Ann Lee"), Person("Bob Kim")])
    assert sorted(path.name for path in (tmp_path / "upload").iterdir()) == [
        *("README.txt", "feedback.zip", "students.csv"),
    ]
    text = " ".join((tmp_path / "upload" / "README.txt").read_text(encoding="utf-8").split())
    canvas = "canvas.csv needs Canvas's ids: pass Canvas's gradebook export as --roster."
    assert canvas in text
    assert all(f"{lms}.csv needs" in text for lms in ("moodle", "brightspace", "blackboard"))
    assert sorted(pages_of(tmp_path)) == ["Ann Lee/feedback.html", "Bob Kim/feedback.html"]


def test_what_an_earlier_run_left_is_removed(tmp_path):
    people = [Person("leeann", id="1", lms_id="1", lms="Canvas", stem="leeann_1_2_")]
    uploaded(tmp_path, people)
    assert {"canvas.csv", "feedback_canvas.zip"} <= {
        p.name for p in (tmp_path / "upload").iterdir()
    }
    _, told = uploaded(tmp_path, [Person("Ann Lee")])
    assert told == []
    left = {path.name for path in (tmp_path / "upload").iterdir()}
    assert not left & {"canvas.csv", "feedback_canvas.zip"}


def test_written_answers_without_a_grade_are_counted(tmp_path):
    answer = Row("02_e_step", "why", 0.0, 2.0, Status.TO_BE_GRADED, "")
    results = [result_of(Person("Ann"), score=4.0, more=[answer] * 12), result_of(Person("Bob"))]
    _, told = uploaded(tmp_path, [r.person for r in results], results=results)
    assert told == ["12 written answers are not graded yet: the totals are without them."]
    text = (tmp_path / "upload" / "README.txt").read_text(encoding="utf-8")
    assert told[0] in text
    assert "at most 34 each" in text


def test_the_lms_of_the_class_comes_first_and_is_told_of_what_it_lacks(tmp_path):
    person = Person("Ann Lee", id="7", lms_id="7", lms="Brightspace", stem="7-9 - Ann Lee - May 1")
    _, told = uploaded(tmp_path, [person])
    assert told == [
        "brightspace.csv needs the ids or logins of your school: pass the export of Brightspace's "
        "grades as --roster."
    ]
    uploaded(tmp_path, [person], "name,login,email\nAnn Lee,alee,alee@x.edu\n")
    text = (tmp_path / "upload" / "README.txt").read_text(encoding="utf-8")
    assert 0 < text.index("\nbrightspace.csv") < text.index("\nmoodle.csv")


@pytest.mark.parametrize(("missing", "points"), [("empty", ""), ("0", "0")])
def test_who_handed_in_nothing(missing, points, tmp_path):
    uploaded(tmp_path, [Person("Ann Lee")], LIST, missing=missing)
    rows = {row["login"]: row["score"] for row in table_of(tmp_path, "students.csv")}
    assert rows == {"alee": "0.25", "bkim": points, "zoz": points, "ida": points}
    assert len(pages_of(tmp_path)) == (4 if missing == "0" else 1)
    assert f"Handed in nothing: 3. They {'get' if points else 'keep'}" in (
        tmp_path / "upload" / "README.txt"
    ).read_text(encoding="utf-8")


NAMES = st.text("=+-@\",;'\n\t _/.aZö\u0308中", min_size=1, max_size=12)


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=5))
def test_whatever_people_are_called_each_is_there_once_and_nothing_is_a_formula(names):
    people = [
        Person(name, id=str(i), lms_id=str(i), lms="Canvas", email=f"{i}@x", stem=f"x_{i}_7_")
        for i, name in enumerate(names)
    ]
    with TemporaryDirectory() as folder:
        out = Path(folder)
        uploaded(out, people, results=[result_of(p, f"{p.name}{p.id}") for p in people])
        for file in ("canvas.csv", "moodle.csv", "students.csv"):
            heads, *lines = lines_of(out, file)
            assert {len(line) for line in lines} == {len(heads)}
            assert len(lines) == len(people) + (file == "canvas.csv")
            assert not any(c.startswith(("=", "@", "+")) for line in lines for c in line if c[1:])
        assert len(pages_of(out)) == len(pages_of(out, "feedback_canvas.zip")) == len(people)
        assert all(path.count("/") == 1 for path in pages_of(out))
