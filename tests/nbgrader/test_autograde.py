"""nbgrader grades what students hand in; with strict checks all or nothing for each exercise."""

import re

import pytest
from course import ASSIGNMENT, STEMS, Course, check_of, checks, exercises, marked, questions

RIGHT, MIXED = "right", "mixed"
EVERY_NOTEBOOK = pytest.mark.parametrize("stem", STEMS)
SOLUTION = re.compile(r"^( *)### BEGIN SOLUTION\n.*### END SOLUTION", re.DOTALL | re.MULTILINE)
ANSWER = "An answer that a person has to read."


def halfway(course: Course, stem):
    """First exercise right, second wrong, others as released; only the first question answered.

    In this order, because an exercise may call those before it.
    """
    release, solved = course.release(stem), course.source(stem)
    right, wrong, *_ = exercises(solved)
    handed_in = marked(release)
    handed_in[right.id].source = right.source
    handed_in[wrong.id].source, n = SOLUTION.subn(r"\1return 0", wrong.source)
    assert n == 1
    questions(release)[0].source = ANSWER
    return release


@pytest.fixture(scope="session")
def mixed_stem(course, generated):
    """The first notebook with an exercise to spare for each state."""
    return next(stem for stem in STEMS if len(exercises(course.source(stem))) >= 3)


@pytest.fixture(scope="session")
def untouched_stem(mixed_stem):
    return next(stem for stem in STEMS if stem != mixed_stem)


@pytest.fixture(scope="session")
def graded(course, generated, mixed_stem, untouched_stem):
    """The course after the solved notebooks, one half done and one untouched were graded."""
    for stem in STEMS:
        course.submit(RIGHT, stem, course.source(stem))
    course.submit(MIXED, mixed_stem, halfway(course, mixed_stem))
    course.submit(MIXED, untouched_stem, course.release(untouched_stem))
    said = course.nbgrader("autograde", ASSIGNMENT, GMM_CHECKS="strict")
    assert "| ERROR]" not in said, said
    return course


@EVERY_NOTEBOOK
def test_the_solved_notebook_gets_full_points_from_every_check(graded, stem):
    solved, grades = graded.source(stem), graded.grades(RIGHT, stem)
    assert checks(solved)
    for cell in checks(solved):
        points = cell.metadata.nbgrader.points
        assert grades[cell.id] == (points, points, False)


@EVERY_NOTEBOOK
def test_written_answers_wait_for_a_person(graded, stem):
    solved, grades = graded.source(stem), graded.grades(RIGHT, stem)
    assert questions(solved)
    for cell in questions(solved):
        assert grades[cell.id] == (None, cell.metadata.nbgrader.points, True)


def test_each_exercise_earns_its_points_apart_from_the_others(graded, mixed_stem):
    solved, grades = graded.source(mixed_stem), graded.grades(MIXED, mixed_stem)
    right, *others = (check_of(solved, exercise) for exercise in exercises(solved))
    assert grades[right.id] == (right.metadata.nbgrader.points,) * 2 + (False,)
    assert len(others) >= 2
    for cell in others:
        assert grades[cell.id] == (0, cell.metadata.nbgrader.points, False)


def test_what_is_wrong_stands_in_the_graded_notebook(graded, mixed_stem):
    _, wrong, left_open, *_ = exercises(graded.source(mixed_stem))
    cells = marked(graded.autograded(MIXED, mixed_stem))
    for exercise, status in ((wrong, "incorrect"), (left_open, "not attempted")):
        (output,) = cells[check_of(graded.source(mixed_stem), exercise).id].outputs
        assert output.ename == "AssertionError"
        assert output.evalue.startswith(f"{exercise.id}: {status}")


def test_an_answered_question_waits_for_a_person_an_open_one_does_not(graded, mixed_stem):
    grades = graded.grades(MIXED, mixed_stem)
    answered, *unanswered = questions(graded.source(mixed_stem))
    assert grades[answered.id] == (None, answered.metadata.nbgrader.points, True)
    assert unanswered
    for cell in unanswered:
        assert grades[cell.id] == (0, cell.metadata.nbgrader.points, False)


def test_an_untouched_notebook_gets_nothing_and_waits_for_nobody(graded, untouched_stem):
    grades = graded.grades(MIXED, untouched_stem)
    assert len(grades) == len(checks(graded.source(untouched_stem))) + len(
        questions(graded.source(untouched_stem))
    )
    assert {(score, waits) for score, _, waits in grades.values()} == {(0, False)}
