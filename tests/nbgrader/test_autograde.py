"""nbgrader grades what students hand in: every check gives the points that its card says."""

import re

import pytest
from support.course import ASSIGNMENT, STEMS, Course, check_of, checks, exercises, marked, questions

RIGHT, MIXED, NEARLY = "right", "mixed", "nearly"
NAIVE = "return np.log(np.exp(gmm.component_log_prob(X, means, covariances)) @ weights)"
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


def nearly_right(course: Course):
    """A notebook in which one function is right but for samples far away."""
    release = course.release("01_sampling")
    cells = marked(course.source("01_sampling"))
    solved = SOLUTION.sub(rf"\1{NAIVE}", cells["mixture_log_density"].source)
    marked(release)["mixture_log_density"].source = solved
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
    course.submit(NEARLY, "01_sampling", nearly_right(course))
    said = course.nbgrader("autograde", ASSIGNMENT)
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
    for exercise, status in ((wrong, "unfinished"), (left_open, "not attempted")):
        card, points = cells[check_of(graded.source(mixed_stem), exercise).id].outputs
        assert card.data["text/plain"].startswith(f"{exercise.id}: {status}")
        assert points.data["text/plain"] == "0.0"


def test_a_nearly_right_function_earns_part_of_the_points(graded):
    grades = graded.grades(NEARLY, "01_sampling")
    score, points, waits = grades["check_mixture_log_density"]
    assert 0.5 * points < score < points
    assert not waits


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
