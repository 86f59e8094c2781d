"""What a check returns, to a student, to strict checks, and to nbgrader."""

import copy
import os
import re
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from support.drawing import tags_in
from support.notebook_tools import NOTEBOOKS

from gmm_helpers import update_covariances, update_means, update_weights
from gmm_helpers.checks import CheckResult, check, check_moments, hint, progress
from gmm_helpers.checks.result import answer, of_verdict, plain_result
from gmm_helpers.exercises import Diagnosis, Status, Verdict
from gmm_helpers.grading.parsing.handout.notebooks import FIRST_CELL

pytestmark = pytest.mark.slow

RESPONSIBILITIES = np.random.default_rng(6).dirichlet([1.0, 2.0, 3.0], size=20)
X = np.random.default_rng(7).normal(size=(20, 2))


def unwritten(*arguments):
    raise NotImplementedError("write update_weights here")


def partly(responsibilities):
    return update_weights(responsibilities) * (1 + (responsibilities.shape[1] == 1))


def moments(weights=update_weights, means=update_means):
    return check_moments(X, RESPONSIBILITIES, weights, means, update_covariances)


NOT_RIGHT = {
    "partly correct": lambda: check(partly, "update_weights"),
    "incorrect": lambda: check(lambda r: None, "update_weights"),
    "an exception": lambda: check(lambda r: 1 / 0, "update_weights"),
    "not attempted": lambda: check(unwritten, "update_weights"),
    "no function": lambda: check(3, "update_weights"),
    "identities broken": lambda: moments(means=lambda X, r: update_means(X, r) + 1),
    "identities not reached": lambda: moments(weights=lambda r: None),
    "updates not written": lambda: moments(weights=unwritten),
}
RIGHT = {"an exercise": lambda: check(update_weights), "the identities": moments}


def test_a_result_is_its_text_and_in_a_notebook_its_card():
    result = CheckResult("e_step", "correct", 5.0, 5.0, "some text", "<p>a card</p>")
    assert repr(result) == str(result) == "some text"
    assert result._repr_html_() == '<div class="gmm-said"><p>a card</p></div>'


def test_a_verdict_keeps_its_points_and_the_names_of_its_mistakes():
    mistakes = (Diagnosis("sign", "Look."), Diagnosis("N - 1", "Look again."))
    result = of_verdict(Verdict("e_step", Status.PARTIAL, 2.5, 5.0, 4, (), mistakes))
    assert (result.exercise, result.status) == ("e_step", "partly correct")
    assert (result.score, result.points, result.diagnoses) == (2.5, 5.0, ("sign", "N - 1"))


def test_html_in_a_plain_result_is_text():
    result = plain_result("I1", Status.INCORRECT, "ValueError: <b>1 < 2</b> & more")
    assert result.text == "I1: incorrect. ValueError: <b>1 < 2</b> & more"
    tags = tags_in(result.card)
    assert "b" not in {tag for tag, _ in tags}
    assert "ValueError: <b>1 < 2</b> & more" in "".join(text for tag, text in tags if tag == "text")


@pytest.mark.parametrize(("points", "returned"), [(5.0, 2.5), (0.0, None)])
def test_while_nbgrader_grades_the_points_are_returned_and_the_card_is_displayed(
    monkeypatch, points, returned
):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    displayed = []
    monkeypatch.setattr("IPython.display.display", displayed.append)
    result = CheckResult("e_step", Status.PARTIAL, 2.5, points, "text", "card")
    assert answer(result) == (result if returned is None else returned)
    assert displayed == ([] if returned is None else [result])


def test_while_nbgrader_grades_a_call_of_the_helper_earns_nothing(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    monkeypatch.setattr("IPython.display.display", lambda result: None)
    assert answer(CheckResult("e_step", "correct", 5.0, 5.0, "", "", calls_helper=True)) == 0.0


@pytest.mark.parametrize("status", [Status.PARTIAL, Status.INCORRECT, Status.NOT_ATTEMPTED])
def test_while_a_student_validates_a_notebook_a_mistake_raises(monkeypatch, status):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(AssertionError, match="some text"):
        answer(CheckResult("e_step", status, 0.0, 5.0, "some text", "card"))


# GMM_CHECKS=strict: checks that are not fully right raise, so that a notebook is a test.


def words(text):
    """Without numbers, which are drawn anew each time."""
    return re.sub(r"-?\d[\d.e+-]*", "0", text)


@pytest.mark.parametrize("checked", NOT_RIGHT.values(), ids=NOT_RIGHT)
def test_strict_checks_raise_what_others_say(checked, monkeypatch):
    monkeypatch.delenv("GMM_CHECKS", raising=False)
    result = checked()
    assert result.status != "correct"
    monkeypatch.setenv("GMM_CHECKS", "strict")
    with pytest.raises(AssertionError) as error:
        checked()
    assert words(str(error.value)) == words(str(result))


@pytest.mark.parametrize("checked", RIGHT.values(), ids=RIGHT)
def test_right_answers_return_when_checks_are_strict(checked, monkeypatch):
    monkeypatch.setenv("GMM_CHECKS", "strict")
    assert checked().status == "correct"


@pytest.mark.parametrize("value", ["", "0", "lenient", "Strict "])
@pytest.mark.parametrize("checked", NOT_RIGHT.values(), ids=NOT_RIGHT)
def test_with_any_other_value_nothing_raises(checked, value, monkeypatch):
    monkeypatch.setenv("GMM_CHECKS", value)
    assert checked().status != "correct"


def test_what_was_raised_is_in_the_progress_and_hints_are_as_ever(monkeypatch):
    monkeypatch.setenv("GMM_CHECKS", "strict")
    with pytest.raises(AssertionError):
        check(partly, "update_weights")
    assert progress("update_weights").rows[0][:2] == ("update_weights", "partly correct")
    assert hint("update_weights", 1).step == 1


def test_an_unknown_name_is_an_error_of_its_own(monkeypatch):
    monkeypatch.setenv("GMM_CHECKS", "strict")
    with pytest.raises(AssertionError, match="No exercise is called 'unwritten'"):
        check(unwritten)


WRONG_SOLUTION = "def update_weights(responsibilities):\n    return responsibilities.sum(axis=0)"


def small_notebook(path, solution=None, with_outputs=True):
    """The cells of a solved notebook that belong to one exercise, with its imports."""
    solved = nbformat.read(NOTEBOOKS / "solutions" / "03_m_step.ipynb", 4)
    cells = (cell for cell in solved.cells if cell.id != FIRST_CELL)
    code = [copy.deepcopy(cell) for cell in cells if cell.cell_type == "code"]
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in code]
    exercise, checked = (
        code[names.index(name)] for name in ("update_weights", "check_update_weights")
    )
    exercise.source = solution or exercise.source
    solved.cells = [code[0], exercise, checked]
    if not with_outputs:
        for cell in solved.cells:
            cell.outputs, cell.execution_count = [], None
    nbformat.write(solved, path)


@pytest.fixture(scope="module")
def tested(tmp_path_factory):
    """What nbval says of each cell of small notebooks, by name."""
    folder = tmp_path_factory.mktemp("notebooks")
    small_notebook(folder / "right.ipynb")
    small_notebook(folder / "student.ipynb", with_outputs=False)
    small_notebook(folder / "wrong.ipynb", WRONG_SOLUTION)
    options = ["--nbval-lax", "-p", "no:cacheprovider", "-q", "-rA", "--color=no"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(folder)],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "GMM_CHECKS": "strict", "OPENBLAS_NUM_THREADS": "1"},
        timeout=300,
        check=False,
    )
    lines = re.findall(r"^(PASSED|FAILED) \S*?(\w+)\.ipynb::Cell (\d)", run.stdout, re.MULTILINE)
    found = {name: {} for name in ("right", "student", "wrong")}
    for outcome, name, cell in lines:
        found[name][int(cell)] = outcome
    return found, run.stdout


def test_a_wrong_solution_fails_at_its_check_and_nowhere_else(tested):
    found, said = tested
    assert found["wrong"] == {0: "PASSED", 1: "PASSED", 2: "FAILED"}
    assert "AssertionError" in said
    assert "update_weights: incorrect, 0 of 2 points." in said
    assert "Not divided by N. You return the counts Nₖ" in said


@pytest.mark.parametrize("notebook", ["right", "student"])
def test_a_right_solution_passes_with_and_without_saved_outputs(tested, notebook):
    """The saved ones are those of the solved notebook as it was built last."""
    assert tested[0][notebook] == {0: "PASSED", 1: "PASSED", 2: "PASSED"}
