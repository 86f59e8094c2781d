"""Points for predictions and self-tests: for answers, or for right ones by our own definitions."""

import json

import nbformat
import pytest
from support.answered import ASKED, RIGHT, STATE, course, notebook

from gmm_helpers.exercises import Status
from gmm_helpers.grading.intake.submission import File, Submission
from gmm_helpers.grading.judging.question_outcomes import answers_given, outcomes_of
from gmm_helpers.grading.judging.self_tests import self_test_rows
from gmm_helpers.grading.parsing.candidates import read_notebooks
from gmm_helpers.grading.parsing.release import Credit, read_release, with_credit
from gmm_helpers.questions.record import MIME


@pytest.fixture
def rows(tmp_path):
    release = course(tmp_path)

    def of(*notebooks, for_right=True, points=0.5):
        given = with_credit(release, Credit(points, for_right))
        contents = [n if isinstance(n, bytes) else nbformat.writes(n).encode() for n in notebooks]
        files = [File(f"{i}.ipynb", float(i), content) for i, content in enumerate(contents)]
        candidates, _ = read_notebooks(Submission("ann", tuple(files)), given, given)
        (chapter,) = given.chapters
        answers = answers_given(chapter, candidates)
        return self_test_rows(chapter, bool(answers), outcomes_of(chapter, answers))

    return of


def test_no_points_no_row(rows, tmp_path):
    chapter = read_release(tmp_path).chapters[0]
    assert len(chapter.self_tests) == 5
    assert chapter.self_test_points == 0
    assert self_test_rows(chapter, True, []) == []


def test_all_right(rows):
    (row,) = rows(notebook(RIGHT))
    assert (row.exercise, row.score, row.max_score) == ("questions", 2.5, 2.5)
    assert row.status is Status.CORRECT
    assert row.message.startswith("5 of 5 questions answered, 5 right")


def test_answered_is_another_thing_than_right(rows):
    wrong = {"rows": [[1]], "steps": [[1, 0, 2]]}
    (row,) = rows(notebook(wrong))
    assert (row.score, row.status) == (0, Status.INCORRECT)
    (row,) = rows(notebook(wrong), for_right=False)
    assert (row.score, row.status) == (1, Status.PARTIAL)
    assert row.message == (
        "2 of 5 questions answered. Not answered: Which hold?; What is 0.1 / 0.125?; "
        "Where does the mean go?"
    )


def test_of_a_prediction_the_first_answer_counts(rows):
    (row,) = rows(notebook({"quotient": [3, 0.8], "rows": [[1], [0]]}))
    assert row.score == 0.5


@pytest.mark.parametrize("notebooks", [(notebook(),), (notebook({}),), ()])
def test_nothing_answered(rows, notebooks):
    (row,) = rows(*notebooks)
    assert (row.score, row.status) == (0, Status.NOT_ATTEMPTED)


def test_answers_given_without_a_kernel_stand_in_the_widgets(rows):
    (row,) = rows(notebook({"rows": [[1]]}, in_widgets={"rows": [[1], [0]], "steps": [[0, 1, 2]]}))
    assert row.score == 1


def test_cleared_outputs_lose_nothing_that_the_widgets_hold(rows):
    cleared = notebook({"rows": [[1]]}, in_widgets={"rows": [[1], [0]], "steps": [[0, 1, 2]]})
    for state in cleared.metadata.widgets[STATE]["state"].items():
        state[1]["state"]["_question"] = {"key": state[0][: len(state[0]) // 3]}
    for cell in cleared.cells:
        cell.outputs = []
    (row,) = rows(cleared)
    assert row.score == 1


def test_rubbish_is_no_answer(rows):
    (row,) = rows(notebook({key: [["x"], None] for key in ASKED}), for_right=False)
    assert (row.score, row.status) == (0, Status.NOT_ATTEMPTED)


def test_what_is_wrong_or_open_is_named_by_its_text(rows):
    (row,) = rows(notebook({"rows": [[1]], "steps": [[0, 1, 2]]}))
    assert row.message.endswith("Not right: What does a row of rₙₖ sum to?")


def test_a_notebook_of_before_there_were_questions_is_told_as_that(rows):
    (row,) = rows(notebook(definitions={}))
    assert row.message == "No question of this chapter is in the notebook, or none was run."


def test_of_several_notebooks_the_most_answered_counts(rows):
    (row,) = rows(notebook({"rows": [[1], [0]]}), notebook({"rows": [], "steps": [[0, 1, 2]]}))
    assert row.score == 1


def test_a_definition_of_ones_own_changes_nothing(rows):
    forged = notebook({"rows": [[1]]})
    for cell in forged.cells[1:2]:
        choices = cell.outputs[0].data[MIME]["question"]["answer"]["choices"]
        for choice in choices:
            choice["is_right"] = not choice["is_right"]
    (row,) = rows(forged)
    assert row.score == 0


@pytest.mark.parametrize(
    "attempts",
    [None, 3, "x", {"a": 1}, [None], [[99]], [[0, 0]], [{"a": 1}], [1e400], [[[]]], [True]],
)
def test_nonsense_in_a_file_is_no_right_answer(rows, attempts):
    broken = json.loads(nbformat.writes(notebook({})))
    for cell in broken["cells"][1:]:
        cell["outputs"][0]["data"][MIME]["attempts"] = attempts
    (row,) = rows(json.dumps(broken).encode())
    assert row.score == 0


@pytest.mark.parametrize("record", [None, [], "x", {}, {"question": []}, {"question": {"key": 3}}])
def test_a_record_of_another_kind_is_passed_over(rows, record):
    broken = json.loads(nbformat.writes(notebook({})))
    for cell in broken["cells"][1:]:
        cell["outputs"][0]["data"][MIME] = record
    (row,) = rows(json.dumps(broken).encode())
    assert row.status is Status.NOT_ATTEMPTED


def test_without_solved_notebooks_only_answers_can_count(tmp_path):
    nbformat.write(notebook(), tmp_path / "week2.ipynb")
    release = read_release(tmp_path)
    with pytest.raises(ValueError, match=r"which answers are right .*--questions answered"):
        with_credit(release, Credit(1, True))
    assert with_credit(release, Credit(1, False)).chapters[0].self_test_points == 5
