"""Answers in prose: whether there is one is a matter of text that was not handed out."""

import pytest
from support.handed_in import ANSWER, as_bytes, cell_of, filled, solved, student_copy, without_marks

from gmm_helpers.exercises import Status
from gmm_helpers.grading.intake.submission import File, Submission
from gmm_helpers.grading.judging.written_answers import answer_rows, answers_of
from gmm_helpers.grading.parsing.candidates import read_notebooks

STEM = "02_e_step"


@pytest.fixture
def rows(release):
    def of(*notebooks):
        files = [File(f"{i}.ipynb", float(i), as_bytes(n)) for i, n in enumerate(notebooks)]
        candidates, _ = read_notebooks(Submission("ann", tuple(files)), release, release)
        (chapter,) = [chapter for chapter in release.chapters if chapter.name == STEM]
        return {row.exercise: row for row in answer_rows(chapter, answers_of(chapter, candidates))}

    return of


def test_an_answer_waits_for_a_person_and_nothing_is_counted_yet(rows):
    found = rows(filled(STEM, question_prior=ANSWER))
    assert found["question_prior"].status is Status.TO_BE_GRADED
    assert {row.status for name, row in found.items() if name != "question_prior"} == {
        Status.NOT_ATTEMPTED
    }
    assert {row.score for row in found.values()} == {0.0}
    assert all(row.max_score > 0 for row in found.values())


@pytest.mark.parametrize("text", ["", "  \n", "YOUR ANSWER HERE"])
def test_an_empty_answer_and_stubs_are_no_answer(rows, text):
    found = rows(filled(STEM, question_prior=text))
    assert found["question_prior"].status is Status.NOT_ATTEMPTED


def test_the_stub_that_was_handed_out_is_no_answer(rows):
    stub = cell_of(student_copy(STEM), "question_prior")["source"]
    assert "".join(stub).strip()
    assert rows(student_copy(STEM))["question_prior"].status is Status.NOT_ATTEMPTED


def test_an_answer_counts_in_whichever_notebook_it_stands(rows):
    answered, empty = filled(STEM, question_prior=ANSWER), student_copy(STEM)
    for books in ((empty, answered), (answered, empty), (without_marks(answered), empty)):
        assert rows(*books)["question_prior"].status is Status.TO_BE_GRADED
    assert rows(empty, empty)["question_prior"].status is Status.NOT_ATTEMPTED


def test_a_model_answer_beside_other_work_is_nobodys(rows):
    assert rows(solved(STEM), student_copy(STEM))["question_prior"].status is Status.NOT_ATTEMPTED
    own = filled(STEM, question_prior=ANSWER)
    assert rows(solved(STEM), own)["question_prior"].status is Status.TO_BE_GRADED


def test_a_model_answer_in_a_notebook_of_their_own_waits_for_a_person(rows):
    model = "".join(cell_of(solved(STEM), "question_prior")["source"])
    found = rows(filled(STEM, question_prior=model))
    assert found["question_prior"].status is Status.TO_BE_GRADED


def test_without_marks_any_text_of_their_own_may_be_the_answer(rows):
    found = rows(without_marks(filled(STEM, question_prior=ANSWER)))
    assert found["question_prior"].status is Status.TO_BE_GRADED
    assert rows(without_marks(student_copy(STEM)))["question_prior"].status is not None
