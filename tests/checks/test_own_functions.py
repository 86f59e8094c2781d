import nbformat
import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers.checks import yours

RIGHT = """
def update_weights(responsibilities):
    return average(responsibilities)
"""
HELPER = """
import numpy as np
N = 1 / 0

def average(table):
    return np.mean(table, axis=0)
"""
WRONG = "def update_weights(responsibilities):\n    return responsibilities.sum(axis=0)\n"
STUB = "def update_weights(responsibilities):\n    raise NotImplementedError('write it here')\n"
BROKEN = "def update_weights(responsibilities:\n"


@pytest.fixture
def saved(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def save(*sources, name="03_m_step.ipynb"):
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        for cell in cells:
            if "update_weights" in cell.source:
                cell.metadata["nbgrader"] = {"grade_id": "update_weights", "solution": True}
        nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / name)

    return save


def test_a_right_function_of_this_notebook(capsys):
    def update_weights(responsibilities):
        return responsibilities.mean(axis=0)

    assert yours("update_weights") is update_weights
    assert capsys.readouterr().out == "Your own update_weights is at work here.\n"


@pytest.mark.parametrize(("source", "said"), [(WRONG, "right"), (STUB, "finished")])
def test_another_one_is_replaced(source, said, capsys):
    exec(source, globals(), names := {})
    update_weights = names["update_weights"]
    assert yours("update_weights") is gmm.update_weights
    assert update_weights is not gmm.update_weights
    assert f"yours is not {said} yet" in capsys.readouterr().out


def test_none_at_all(capsys, saved):
    assert yours("update_weights") is gmm.update_weights
    assert capsys.readouterr().out == (
        "Our update_weights is at work here: there is none of yours yet.\n"
    )


def test_a_function_of_a_notebook_beside_has_the_others_of_its_notebook(capsys, saved):
    saved(HELPER, RIGHT)
    own = yours("update_weights")
    assert own is not gmm.update_weights
    np.testing.assert_allclose(own(np.array([[0.2, 0.8], [0.4, 0.6]])), [0.3, 0.7])
    assert "as saved in 03_m_step.ipynb," in capsys.readouterr().out


@pytest.mark.parametrize("source", [WRONG, STUB, BROKEN, RIGHT])
def test_a_saved_function_that_is_not_right_is_replaced(source, saved):
    saved(source)
    assert yours("update_weights") is gmm.update_weights


def test_a_notebook_that_cannot_be_read_is_passed_over(saved, tmp_path):
    (tmp_path / "01_broken.ipynb").write_text("{")
    (tmp_path / "02_list.ipynb").write_text("[1]")
    saved(HELPER, RIGHT)
    assert yours("update_weights") is not gmm.update_weights


def test_the_newest_definition_in_a_saved_notebook_counts(saved):
    saved(HELPER, RIGHT, WRONG)
    assert yours("update_weights") is gmm.update_weights


def test_a_name_that_no_exercise_has():
    with pytest.raises(ValueError, match="did you mean 'update_weights'"):
        yours("update_weigths")
