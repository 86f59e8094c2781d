"""Canvas's own lines go back with points in one column."""

import pytest
from support.uploads import lines_of, table_of, uploaded

from gmm_helpers.grading.intake.people.person import Person

EXPORT = '''\
Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (11),EM notebooks (12345),Current Score
    Points Possible,,,,,10,{possible},(read only)
"Öz, Zoë",40002,s2,zoz,"A, and ""B""",3,,9
"Kay, Ida",40009,s9,ida,A,3,7.5,9
"=Lee, Ann",40000,s0,alee,A,3,,9
"Lee, Ann",40001,s1,alee2,A,3,,9
"Student, Test",1,,abc,A,,,
'''
PEOPLE = [
    Person("leeann", id=i, lms_id=i, lms="Canvas", stem=f"leeann_{i}_7_")
    for i in ("40000", "40001")
]


def test_its_lines_in_its_order_and_its_column(tmp_path):
    _, told = uploaded(tmp_path, PEOPLE, EXPORT.format(possible="10.00"))
    assert told == []
    assert lines_of(tmp_path, "canvas.csv") == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "EM notebooks (12345)"],
        ["    Points Possible", "", "", "", "", "10.00"],
        ["Öz, Zoë", "40002", "s2", "zoz", 'A, and "B"', ""],
        ["Kay, Ida", "40009", "s9", "ida", "A", "7.5"],  # as it was there before
        ["'=Lee, Ann", "40000", "s0", "alee", "A", "0.25"],
        ["Lee, Ann", "40001", "s1", "alee2", "A", "1.25"],
    ]


def test_other_points_in_canvas_are_told(tmp_path):
    _, told = uploaded(tmp_path, PEOPLE, EXPORT.format(possible="100"))
    assert told == [
        "canvas.csv: 'EM notebooks (12345)' has 100 points in Canvas, and the notebooks have 10."
    ]


@pytest.mark.parametrize(("known", "points"), [("7.5", "7.5"), ("EX", "EX"), ("", "0"), ("-", "0")])
def test_no_points_are_for_whom_canvas_has_none(known, points, tmp_path):
    export = EXPORT.format(possible='"10,00"').replace(",3,7.5,", f",3,{known},")
    _, told = uploaded(tmp_path, PEOPLE, export, missing="0")
    assert told == []  # whether a number has a point or a comma
    found = {
        row["Student"]: row["EM notebooks (12345)"] for row in table_of(tmp_path, "canvas.csv")
    }
    assert (found["Kay, Ida"], found["Öz, Zoë"]) == (points, "0")


@pytest.mark.parametrize(
    ("column", "head"), [("week 1", "Week 1 (11)"), ("Week 1 (11)", "Week 1 (11)")]
)
def test_a_column_is_named_with_or_without_its_number(column, head, tmp_path):
    uploaded(tmp_path, PEOPLE, EXPORT.format(possible="10"), column)
    assert lines_of(tmp_path, "canvas.csv")[0][-1] == head
    assert [row[head] for row in table_of(tmp_path, "canvas.csv")][1:3] == ["3", "3"]


@pytest.mark.parametrize("column", ["Week 2", "Week 1 (12)"])
def test_a_column_that_the_gradebook_lacks_is_told(column, tmp_path):
    _, told = uploaded(tmp_path, PEOPLE, EXPORT.format(possible="10"), column)
    assert told == [
        f"canvas.csv: the gradebook has no column {column!r}, so that an upload would "
        "make a new one; name one with --assignment-column: Week 1 (11), EM notebooks (12345)."
    ]


def test_with_the_ids_of_a_download_alone(tmp_path):
    uploaded(tmp_path, PEOPLE[:1], "name,login\nAnn Lee,alee\nIda Kay,ida\n", "EM (7)")
    heads, possible, *lines = lines_of(tmp_path, "canvas.csv")
    assert heads == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "EM (7)"]
    assert possible == ["    Points Possible", "", "", "", "", "10"]
    assert lines == [
        ["Lee, Ann", "40000", "", "alee", "", "0.25"],
        ["Kay, Ida", "", "", "ida", "", ""],
    ]


def test_without_a_section_or_with_two_names(tmp_path):
    roster = "LastName,FirstName,ID,EM notebooks (5)\nLee,Ann,40000,\nLi,Bo,40001,\n"
    uploaded(tmp_path, PEOPLE[:1], roster)
    assert lines_of(tmp_path, "canvas.csv")[0] == [
        *("LastName", "FirstName", "ID", "Section", "EM notebooks (5)"),
    ]


def test_ids_of_an_anonymous_download_are_none(tmp_path):
    person = Person("anon_a1b2c", id="a1b2c", lms_id="a1b2c", lms="Canvas", stem="anon_a1b2c_7_")
    _, told = uploaded(tmp_path, [person])
    assert told == ["canvas.csv needs Canvas's ids: pass Canvas's gradebook export as --roster."]
