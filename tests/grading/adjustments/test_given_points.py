"""Whose row a line of `points.csv` is about, and what is said where there is none."""

import unicodedata

import pytest

from gmm_helpers.exercises import Status
from gmm_helpers.grading.adjustments.given_points import match_points, read_points
from gmm_helpers.grading.rows import Row

ROWS = [
    Row("02_e_step", "e_step", 1.0, 5.0, Status.PARTIAL, ""),
    Row("02_e_step", "question_prior", 0.0, 2.0, Status.TO_BE_GRADED, ""),
    Row("02_e_step", "questions", 1.0, 4.0, Status.PARTIAL, ""),
    Row("03_m_step", "questions", 1.0, 4.0, Status.PARTIAL, ""),
]
CLASS = dict.fromkeys(["Ann Lee", "=bob", "Zoë Öz", "kimeve", "day (1)", "day (2)"], ROWS)
NAMES = {"kimeve": ("Eve Kim", "4711", ""), "day (1)": ("Di Day", "1"), "day (2)": ("Di Day", "2")}


@pytest.fixture
def match(tmp_path):
    def matching(*lines, head="student,exercise,points,comment"):
        path = tmp_path / "points.csv"
        path.write_text("\n".join([head, *lines]), encoding="utf-8")
        read, problems = read_points(path)
        assert problems == []
        return match_points(read, CLASS, NAMES)

    return matching


@pytest.mark.parametrize(
    ("written", "student"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Ann  Lee ", "Ann Lee"),
        ("=bob", "=bob"),
        ("'=bob", "=bob"),  # as it stands in grades.csv
        (unicodedata.normalize("NFD", "Zoë Öz"), "Zoë Öz"),
        ("Eve Kim", "kimeve"),  # as the report says
        ("4711", "kimeve"),
        ("2", "day (2)"),
    ],
)
def test_a_student_is_found(match, written, student):
    found, problems = match(f"{written},e_step,4,Good")
    ((key, given),) = found.items()
    assert (key, problems) == ((student, "02_e_step", "e_step"), [])
    assert given[:2] == (4, "Good")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ann le,e_step,4,", "no student is called 'ann le': did you mean 'Ann Lee'?"),
        (
            "Quirin,e_step,4,",
            "no student is called 'Quirin': copy the name from the column student",
        ),
        ("Eve Kin,e_step,4,", "no student is called 'Eve Kin': did you mean 'Eve Kim'?"),
        ("Di Day,e_step,4,", "several students are called 'Di Day': copy the name from the column"),
        ("Ann Lee,estep,4,", "is called 'estep': did you mean 'e_step'?"),
        ("Ann Lee,xyz,4,", "is called 'xyz': copy the name from the column exercise"),
        ("Ann Lee,e_step,5.5,", "5.5 points are more than the 5 that e_step is worth"),
        ("Ann Lee,questions,1,", "several notebooks have a row called 'questions': add a column"),
    ],
)
def test_what_fits_nothing_is_told_and_the_rest_counts(match, line, said):
    found, (problem,) = match(line, "=bob,e_step,4,")
    assert list(found) == [("=bob", "02_e_step", "e_step")]
    assert said in str(problem)
    assert str(problem).startswith("points.csv, line 2: ")
    assert not problem.kind.is_applied


def test_a_notebook_tells_rows_of_one_name_apart(match):
    head = "student,notebook,exercise,points"
    found, problems = match("Ann Lee,03_m_step.ipynb,questions,2", head=head)
    assert (list(found), problems) == ([("Ann Lee", "03_m_step", "questions")], [])


def test_of_two_lines_the_last_counts_and_that_is_told(match):
    found, (problem,) = match("Ann Lee,e_step,4,", "Ann Lee,e_step,3,Hm", "Ann Lee,e_step,,")
    assert found["Ann Lee", "02_e_step", "e_step"][:2] == (3, "Hm")
    assert str(problem).startswith("points.csv, line 3: line 2 says something else")
    assert problem.kind.is_applied
    assert match("Ann Lee,e_step,4,", "Ann Lee,e_step,4,")[1] == []
