"""Points by hand reach the gradebook; what is given in Formgrader reaches tables and feedback."""

import csv

import pytest
from support.course import ASSIGNMENT, Course, marked, questions
from support.standin import in_process

from gmm_helpers.grading import cli
from gmm_helpers.grading.adjustments.applying import FormgraderGrade
from gmm_helpers.grading.reports.formgrader.gradebook import Course as GradedCourse
from gmm_helpers.grading.workflow import grade_class

STEM, ANN = "02_e_step", "ann"
POINTS = (
    "student,exercise,points,comment\nann,question_prior,1.5,Nearly\nann,e_step,4,At the board\n"
)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = Course(tmp_path_factory.mktemp("points"))
    course.nbgrader("generate_assignment", ASSIGNMENT)
    notebook = course.release(STEM)
    for cell in questions(notebook):
        cell.source = "An answer."
    marked(notebook)["e_step"].source = "def e_step(X, *params):\n    return 0 * X"
    course.submit(ANN, STEM, notebook)
    return course


def grade(course, *arguments):
    out = course.folder / "out"
    url = f"sqlite:///{course.folder / 'gradebook.db'}"
    line = [course.folder / "submitted", "--output", out, "--seed", "5", "--workers", "1"]
    options = cli._parser().parse_args([*map(str, line), "--gradebook", url, *arguments])
    assert grade_class(options, in_process) == 0
    with (out / "grades.csv").open(newline="", encoding="utf-8") as file:
        return {row["exercise"]: row for row in csv.DictReader(file)}


def comment_on(course, cell):
    with course.gradebook() as gradebook:
        return gradebook.find_comment(cell, STEM, ASSIGNMENT, ANN).comment


def test_points_go_there_and_come_back(course, capsys):
    assert grade(course)["question_prior"]["status"] == "to_be_graded"
    assert course.grades(ANN, STEM)["question_prior"] == (None, 2, True)
    points = course.folder / "out" / "points.csv"
    points.write_text(POINTS)

    # By hand: an automatic score, with a comment.
    grade(course, "--resume")
    grades = course.grades(ANN, STEM)
    assert (grades["question_prior"], grades["check_e_step"]) == ((1.5, 2, False), (4, 5, False))
    assert comment_on(course, "question_prior") == "Your instructor gave 1.5 of 2 points: Nearly"
    assert comment_on(course, "e_step").startswith("Your instructor gave 4 of 5 points: At the")
    shown = marked(course.autograded(ANN, STEM))["check_e_step"].outputs[0].data
    assert "4 of 5 points" in shown["text/html"]

    # In Formgrader: what a person gave there stays there, and arrives here.
    with course.gradebook() as gradebook:
        about = STEM, ASSIGNMENT, ANN
        gradebook.find_grade("question_columns", *about).manual_score = 2
        gradebook.find_comment("question_columns", *about).manual_comment = "Well said."
        gradebook.find_grade("check_weighted_log_prob", *about).extra_credit = 0.5
        gradebook.find_comment("negative_log_likelihood", *about).manual_comment = "Next time."
        gradebook.find_grade("question_prior", *about).manual_score = 1
        gradebook.db.commit()
    capsys.readouterr()
    rows = grade(course, "--resume")
    given = {
        name: tuple(row[key] for key in ("score", "status", "adjusted", "points_before", "comment"))
        for name, row in rows.items()
    }
    there = "in Formgrader"
    assert given == {
        "negative_log_likelihood": ("0", "not_attempted", there, "0", "Next time."),
        "weighted_log_prob": ("0.5", "partial", there, "0", ""),
        "e_step": ("4", "partial", "by hand", "0", "At the board"),
        "question_columns": ("2", "correct", there, "", "Well said."),
        "question_prior": ("1.5", "partial", "by hand", "", "Nearly"),
    }
    said = (
        "points.csv, line 2: what was given in Formgrader for question_prior of ann (1 of 2 points)"
    )
    assert said in capsys.readouterr().err
    total = (course.folder / "out" / "summary.csv").read_text().splitlines()[1]
    assert total.startswith("ann,8,14,partial,")
    assert total.endswith(",4")
    (page,) = (course.folder / "out" / "feedback").glob("*.html")
    for sentence in ("gave 2 of 2 points: Well said.", "Your instructor wrote: Next time."):
        assert sentence in page.read_text()
    with course.gradebook() as gradebook:
        grades = [
            gradebook.find_grade(name, *about) for name in ("question_prior", "question_columns")
        ]
        assert [(each.auto_score, each.manual_score) for each in grades] == [(1.5, 1), (None, 2)]
        extra = gradebook.find_grade("check_weighted_log_prob", *about)
        assert (extra.auto_score, extra.extra_credit) == (0, 0.5)

    # Without the file the score that it gave is gone, and what a person gave there counts.
    points.unlink()
    rows = grade(course, "--resume")
    assert (rows["question_prior"]["score"], rows["question_prior"]["adjusted"]) == ("1", there)
    assert course.grades(ANN, STEM)["check_e_step"][0] == 0


def test_points_are_read_with_the_most_that_there_are(course):
    with course.gradebook() as gradebook:
        max_score = gradebook.find_grade("question_columns", STEM, ASSIGNMENT, ANN).max_score
    url = f"sqlite:///{course.folder / 'gradebook.db'}"
    given = GradedCourse(url, None).given()[ANN, STEM, "question_columns"]
    assert given == FormgraderGrade(2, 0.0, "Well said.", max_score)
