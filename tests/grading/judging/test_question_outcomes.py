"""What became of each question, whoever wrote what into the file."""

import json

import nbformat
import pytest
from support.answered import MIME, RIGHT, course, notebook

from gmm_helpers.grading.intake.submission import File, Submission
from gmm_helpers.grading.judging.question_outcomes import Outcome, answers_given, outcomes_of
from gmm_helpers.grading.parsing.candidates import read_notebooks
from gmm_helpers.grading.parsing.question_answers import QuestionAnswers


@pytest.fixture
def outcomes(tmp_path):
    release = course(tmp_path)

    def of(*notebooks, kept=None):
        contents = [nbformat.writes(each).encode() for each in notebooks]
        files = [File(f"{i}.ipynb", float(i), content) for i, content in enumerate(contents)]
        candidates, _ = read_notebooks(Submission("ann", tuple(files)), release, release)
        (chapter,) = release.chapters
        found = outcomes_of(chapter, answers_given(chapter, candidates, kept))
        return {each.question: each for each in found}

    return of


def test_of_a_self_test_every_try_tells_and_of_a_prediction_the_first(outcomes):
    found = outcomes(notebook({"rows": [[1], [1], [2], [0]], "quotient": [1.25, 5, 0.8]}))
    rows, quotient = found.values()
    assert (rows.is_right, rows.is_right_at_first) == (True, False)
    assert rows.wrong == (("N_k", "A column."), ("K", "No."))
    assert (quotient.is_right, quotient.is_right_at_first) == (False, False)
    assert quotient.wrong == (("1.25 per cent", "Upside down."),)


def test_all_right_at_once(outcomes):
    at_first = {key: attempts[-1:] for key, attempts in RIGHT.items()}
    found = outcomes(notebook(at_first))
    assert len(found) == 5
    for each in found.values():
        assert (each.is_right, each.is_right_at_first, each.wrong) == (True, True, ())


def test_what_was_not_answered_has_no_outcome(outcomes):
    assert outcomes(notebook({"rows": [["x"], None]})) == {}
    assert outcomes(notebook({"of_another_course": [[0]]})) == {}


def test_a_definition_of_ones_own_is_quoted_nowhere(outcomes):
    forged = notebook({"rows": [[1]]})
    question = forged.cells[1].outputs[0].data[MIME]["question"]
    question["text"] = "forged"
    for choice in question["answer"]["choices"]:
        choice.update(text="forged", reason="forged", is_right=not choice["is_right"])
    (rows,) = outcomes(forged).values()
    assert rows.wrong == (("N_k", "A column."),)
    assert not rows.is_right


def test_however_much_was_tried_the_outcome_is_as_large_as_the_question(outcomes):
    often = {"rows": [[1], [2]] * 5_000, "mean": [[-2.0 + i / 1e5, 0] for i in range(999)]}
    found = outcomes(notebook(often))
    assert sum(len(each.wrong) for each in found.values()) == 3


def test_an_outcome_is_json_and_comes_back(outcomes):
    for each in outcomes(notebook({"rows": [[1]], "steps": [[0, 1, 2]]})).values():
        assert Outcome.of_json(json.loads(json.dumps(each.as_json()))) == each


def beside(**attempts):
    return {key: QuestionAnswers(key, tuple(own)) for key, own in attempts.items()}


@pytest.mark.parametrize("cleared", [notebook(), notebook({}), notebook({"rows": ["x", None]})])
def test_what_was_kept_beside_counts_where_a_notebook_has_no_answer(cleared, outcomes):
    kept = beside(rows=[[1], [0]], quotient=[1.25, 0.8], of_another_course=[[0]])
    found = outcomes(cleared, kept=kept)
    assert {key: each.is_right for key, each in found.items()} == {"rows": True, "quotient": False}


def test_answers_in_the_notebook_come_first_however_many_are_beside_it(outcomes):
    own = notebook({"rows": [[1]], "quotient": [1.25]})
    found = outcomes(own, kept=beside(rows=[[2], [0]], quotient=[0.8], steps=[[0, 1, 2]]))
    assert {key: each.is_right for key, each in found.items()} == {
        "rows": False,
        "quotient": False,
        "steps": True,
    }


def test_nonsense_beside_a_notebook_is_no_answer(outcomes):
    nonsense = [None, "x", {"a": 1}, [99], [[]], 10**400, float("nan"), True]
    assert outcomes(notebook(), kept=beside(rows=nonsense, quotient=nonsense, mean=nonsense)) == {}


def test_lists_in_lists_without_end_are_no_answer(outcomes):
    """Deeper than they can be written into a message."""
    deep: list = []
    for _ in range(100_000):
        deep = [deep]
    assert outcomes(notebook(), kept=beside(rows=[deep], quotient=[deep], mean=[deep])) == {}
