"""gmm-grade writes into nbgrader's gradebook; formgrader, feedback and export go on from there."""

import csv
from argparse import Namespace

import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from support.course import ASSIGNMENT, STEMS, Course, checks, marked, questions
from support.standin import in_process
from traitlets.config import Config

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.parsing.release import read_release
from gmm_helpers.grading.reports.formgrader.gradebook import Course as GradedCourse
from gmm_helpers.grading.reports.formgrader.gradebook import GradebookError
from gmm_helpers.grading.workflow import grade_class

RIGHT, MIXED, LATE, BROKEN, ABSENT = "right", "mixed", "late", "broken", "absent"
BARE = "bare"  # its editor has dropped all marks
BY_CODE = sum(exercise.points for exercise in EXERCISES.values())
POINTS = sum(chapter.points for chapter in read_release().chapters)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course of its own, graded by us alone, with one score given by hand before."""
    course = Course(tmp_path_factory.mktemp("graded"))
    with (course.folder / "nbgrader_config.py").open("a") as file:
        file.write('c.LateSubmissionPlugin.penalty_method = "zero"\n')
    course.nbgrader("generate_assignment", ASSIGNMENT)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2026-01-31 12:00 UTC")
    for stem in STEMS:
        course.submit(RIGHT, stem, course.source(stem))
        course.submit(LATE, stem, course.source(stem))
    mixed = course.release("02_e_step")
    marked(mixed)["e_step"].source = "def e_step(X, *params):\n    return 0 * X"
    questions(mixed)[0].source = "An answer."
    course.submit(MIXED, "02_e_step", mixed)
    for student, day in ((RIGHT, 30), (LATE, 31)):
        when = course.folder / "submitted" / student / ASSIGNMENT / "timestamp.txt"
        when.write_text(f"2026-01-{day} 13:00:00 UTC")
    bare = course.release("02_e_step")
    questions(bare)[0].source = "An answer."
    for i, cell in enumerate(bare.cells):
        cell.metadata, cell.id = {}, f"new{i}"
    course.submit(BARE, "02_e_step", bare)
    broken = course.path("submitted", "02_e_step", BROKEN)
    broken.parent.mkdir(parents=True)
    broken.write_text("{")
    (course.folder / "submitted" / ABSENT / ASSIGNMENT).mkdir(parents=True)
    grade(course, "out")
    return course


def grade(course, out):
    options = Namespace(
        submissions=course.folder / "submitted",
        output=course.folder / out,
        seed=5,
        public_seed=None,
        workers=1,
        timeout=None,
        resume=False,
        roster=None,
        points=None,
        rules=None,
        assignment_column=None,
        missing="empty",
        helper_counts=False,
        questions="none",
        question_points=1.0,
        isolation="auto",
        release=None,
        notebooks=None,
        scheduler=None,
        gradebook=f"sqlite:///{course.folder / 'gradebook.db'}",
        assignment=None,
    )
    assert grade_class(options, in_process) == 0


def test_right_code_has_its_points_and_written_answers_wait(graded):
    for stem in STEMS:
        grades, solved = graded.grades(RIGHT, stem), graded.source(stem)
        for cell in checks(solved):
            points = cell.metadata.nbgrader.points
            assert grades[cell.id] == (points, points, False)
        for cell in questions(solved):
            assert grades[cell.id] == (None, cell.metadata.nbgrader.points, True)


def test_wrong_and_open_exercises_have_none_and_say_why(graded):
    grades = graded.grades(MIXED, "02_e_step")
    assert grades["check_e_step"] == (0, 5, False)
    assert grades["check_weighted_log_prob"] == (0, 2, False)
    with graded.gradebook() as gradebook:
        found = gradebook.find_submission_notebook("02_e_step", ASSIGNMENT, MIXED)
        comments = {comment.name: comment.comment for comment in found.comments}
    assert "incorrect" in comments["e_step"]
    assert comments["weighted_log_prob"] == "No response."
    assert sum(comment is None for comment in comments.values()) == 1  # the answer, for a person


def test_what_was_not_handed_in_has_nothing_and_waits_for_nobody(graded):
    assert {(score, waits) for score, _, waits in graded.grades(MIXED, "03_m_step").values()} == {
        (0, False)
    }


def test_without_marks_an_answer_waits_and_formgrader_shows_it(graded):
    answered, untouched = questions(graded.source("02_e_step"))
    grades = graded.grades(BARE, "02_e_step")
    assert (grades[answered.id][2], grades[untouched.id][2]) == (True, False)
    shown = marked(graded.autograded(BARE, "02_e_step"))
    assert shown[answered.id].source == "An answer."
    assert "YOUR ANSWER HERE" in shown[untouched.id].source


def test_what_can_not_be_read_waits_for_a_person(graded):
    grades = graded.grades(BROKEN, "02_e_step")
    assert {waits for _, _, waits in grades.values()} == {True}


def test_formgrader_has_all_it_lists_and_shows(graded):
    config = Config()
    config.CourseDirectory.root = str(graded.folder)
    config.CourseDirectory.db_url = f"sqlite:///{graded.folder / 'gradebook.db'}"
    config.CourseDirectory.course_id = ASSIGNMENT
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    by_student = {each["student"]: each for each in api.get_submissions(ASSIGNMENT)}
    assert by_student[RIGHT]["autograded"]
    assert (by_student[RIGHT]["score"], by_student[RIGHT]["max_score"]) == (BY_CODE, POINTS)
    assert by_student[RIGHT]["needs_manual_grade"]
    listed = api.get_notebook_submissions(ASSIGNMENT, "02_e_step")
    assert {each["student"] for each in listed} == {RIGHT, LATE, MIXED, BARE}
    shown = marked(graded.autograded(MIXED, "02_e_step"))
    assert shown.keys() == marked(graded.source("02_e_step")).keys()
    assert "return 0 * X" in shown["e_step"].source
    assert "incorrect" in shown["check_e_step"].outputs[0].data["text/html"]


def exported(course):
    course.nbgrader("export", "--to", "grades.csv")
    with (course.folder / "grades.csv").open(newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_export_has_our_scores_and_the_courses_own_penalty(graded):
    rows = exported(graded)
    assert float(rows[RIGHT]["score"]) == BY_CODE
    assert float(rows[RIGHT]["max_score"]) == POINTS
    assert float(rows[LATE]["raw_score"]) == BY_CODE
    assert float(rows[LATE]["score"]) == 0
    assert float(rows[ABSENT]["score"]) == float(rows[BROKEN]["score"]) == 0


def test_points_given_by_a_person_count_and_stay(graded):
    name = questions(graded.source("02_e_step"))[0].id
    with graded.gradebook() as gradebook:
        given = gradebook.find_grade(name, "02_e_step", ASSIGNMENT, RIGHT)
        given.manual_score = 1.5
        gradebook.find_comment("e_step", "02_e_step", ASSIGNMENT, RIGHT).manual_comment = "Nice."
        gradebook.db.commit()
    grade(graded, "again")
    assert float(exported(graded)[RIGHT]["score"]) == BY_CODE + 1.5
    with graded.gradebook() as gradebook:
        assert gradebook.find_comment("e_step", "02_e_step", ASSIGNMENT, RIGHT).comment == "Nice."


def test_nbgrader_makes_feedback_of_it(graded):
    graded.nbgrader("generate_feedback", ASSIGNMENT)
    page = graded.path("feedback", "02_e_step", MIXED).with_suffix(".html")
    assert "e_step: incorrect" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("nonsense", "not the address of a gradebook"),
        ("sqlite:///nowhere/gradebook.db", "there is no nowhere/gradebook.db"),
    ],
)
def test_an_address_that_leads_nowhere_is_reported_at_once(url, why):
    with pytest.raises(GradebookError, match=why):
        GradedCourse(url, None)


def test_an_assignment_that_is_not_there_is_reported(graded):
    with pytest.raises(GradebookError, match="no assignment called other"):
        GradedCourse(f"sqlite:///{graded.folder / 'gradebook.db'}", "other")
