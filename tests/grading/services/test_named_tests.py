"""A test for each exercise and written question, and what stands above them."""

import pytest
from support.handed_in import filled, without_marks
from support.notebooks import E_STEP, LOG_PROB, NLL

from gmm_helpers.exercises import Status
from gmm_helpers.grading.services.named_tests import make_tests, outline, sum_up

STEM = "02_e_step"
RIGHT = {"negative_log_likelihood": NLL, "weighted_log_prob": LOG_PROB, "e_step": E_STEP}
OTHER = """
def e_step(X, weights, means, covariances):
    r = np.exp(X @ means.T)
    return r / r.sum(1, keepdims=True)
"""


def test_each_exercise_and_each_question_has_a_test(grade_files):
    graded = grade_files({"a.ipynb": filled(STEM, **RIGHT, question_prior="Because **it** is.")})
    tests = make_tests(graded)
    (chapter,) = graded.chapters
    code, written = tests[: len(chapter.exercises)], tests[len(chapter.exercises) :]
    assert [test.number for test in tests] == [f"2.{i}" for i in range(1, len(tests) + 1)]
    assert [test.name for test in code] == [*chapter.exercises]
    assert all(test.is_passed and test.score == test.max_score for test in code)
    assert sum_up(tests) == (10, 10)
    assert [test.by_hand for test in written] == [q.points for q in chapter.questions]
    assert [(t.score, t.max_score) for t in written] == [(0, 0)] * len(written)
    answered = {test.name.split()[0]: test.is_passed for test in written}
    assert answered == {"question_columns": False, "question_prior": True}
    assert "graded by hand" in written[-1].text


def test_points_are_those_of_the_rows_and_the_text_is_that_of_the_feedback(grade_files):
    graded = grade_files({"a.ipynb": filled(STEM, **{**RIGHT, "e_step": OTHER})})
    tests = {test.name: test for test in make_tests(graded)}
    for row in graded.result.rows:
        if row.exercise in tests:
            test = tests[row.exercise]
            assert (test.score, test.max_score, test.message) == (*row[2:4], row.message)
    assert not tests["e_step"].is_passed
    assert tests["e_step"].status is not Status.CORRECT
    assert "seed=1" in tests["e_step"].text
    assert outline(graded).startswith("**5 of 10 points.** Written answers, worth up to 4 points")
    assert "- `a.ipynb`: graded" in outline(graded)


def test_what_a_student_raises_stays_text(grade_files):
    loud = "def e_step(X, weights, means, covariances):\n    raise ValueError('<b> _x_ # [y](z)')"
    (test,) = [
        each
        for each in make_tests(grade_files({"a.ipynb": filled(STEM, e_step=loud)}))
        if each.name == "e_step"
    ]
    assert "<b>" not in test.text
    assert "&lt;b>" in test.text


NOTHING = "No notebook of this assignment was handed in: upload `02_e_step.ipynb`."


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, NOTHING),
        ({"notes.txt": b"I was ill."}, "`notes.txt` could not be graded: "),
        ({"a.ipynb": {"cells": [], "nbformat": 4}}, NOTHING),
        ({"03.ipynb": filled("03_m_step")}, NOTHING),
        ({"02_e_step.ipynb": b'{"cells": ['}, "`02_e_step.ipynb` could not be graded: it is not"),
        ({"report.pdf": b"%PDF-1.7"}, "`report.pdf` could not be graded: it is not a notebook"),
    ],
)
def test_where_there_is_nothing_to_grade_one_sentence_says_why(grade_files, files, words):
    graded = grade_files(files)
    text = outline(graded)
    assert text.startswith(words)
    assert "\n" not in text
    assert sum_up(make_tests(graded)) == (0, 10)


def test_a_notebook_without_marks_is_found_all_the_same(grade_files):
    graded = grade_files({"a.ipynb": without_marks(filled(STEM, **RIGHT))})
    assert sum_up(make_tests(graded)) == (10, 10)


def test_of_the_files_those_are_named_that_matter(grade_files):
    right, other = filled(STEM, **RIGHT), filled("03_m_step")
    files = {"b.ipynb": right, "a.ipynb": filled(STEM), "03.ipynb": other, "c.ipynb": b"{"}
    text = outline(grade_files(files))
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert [line.split(":")[0] for line in lines] == ["- `a.ipynb`", "- `b.ipynb`", "- `c.ipynb`"]
    assert "- `b.ipynb`: graded" in lines


def test_two_missing_notebooks_are_both_named(grade_files):
    assert "upload `02_e_step.ipynb` and `03_m_step.ipynb`." in outline(grade_files({}, "2", "3"))
    several = outline(grade_files({}, "1", "2", "3"))
    assert "upload `01_sampling.ipynb`, `02_e_step.ipynb` and `03_m_step.ipynb`." in several
