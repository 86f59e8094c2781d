"""What is wrong with a function for reasons outside of its own cell."""

import pytest
from support.handed_in import code, filled, solution, submission

from gmm_helpers.grading.jail import Program
from gmm_helpers.grading.notes.dependencies import calls_in, changes_below
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.syntax import CellSource


def test_a_function_that_calls_a_wrong_one_of_the_students_says_so(grader):
    wrong = "def weighted_log_prob(X, weights, means, covariances):\n    return 2 * len(X)"
    mine = "def e_step(*a):\n    L = weighted_log_prob(*a)\n    return L"
    rows = grader.grade(submission(filled("02_e_step", weighted_log_prob=wrong, e_step=mine)))
    rows = {row["exercise"]: row for row in rows["rows"]}
    assert rows["e_step"]["named"][0] == "calls an incorrect function"
    assert (
        "It calls your weighted_log_prob, which is itself incorrect: fix that first."
        in (rows["e_step"]["message"])
    )
    assert "calls an incorrect function" not in rows["weighted_log_prob"]["named"]


RIGHT = solution("e_step")


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("def e_step(X, weights, means, covariances):\n    return X", "incorrect"),
        ("e_step = 3", "incorrect"),
        ("del e_step", "error"),
    ],
)
def test_a_cell_that_takes_the_name_is_named(grader, later, status):
    notebook = filled("02_e_step", e_step=RIGHT)
    notebook["cells"].append(code(later))
    (row,) = [
        row for row in grader.grade(submission(notebook))["rows"] if row["exercise"] == "e_step"
    ]
    assert row["status"] == status
    n_code = sum(cell["cell_type"] == "code" for cell in notebook["cells"])
    assert f"Code cell {n_code} redefines (or deletes) e_step" in row["message"]


def test_nothing_is_said_of_what_is_right(grader):
    notebook = filled("02_e_step", e_step="def e_step(*a):\n    return 0")
    notebook["cells"].append(code(RIGHT))
    rows = grader.grade(submission(notebook))["rows"]
    assert {row["status"] for row in rows if row["exercise"] == "e_step"} == {"correct"}
    assert not any("redefined" in row["named"] for row in rows)


def test_a_function_that_is_checked_as_the_exercise_is_taken_for_it(grader):
    notebook = filled("02_e_step")  # its stub is still there
    notebook["cells"].append(code(RIGHT.replace("def e_step", "def my_e_step")))
    notebook["cells"].append(code('check(my_e_step, "e_step")'))
    result = grader.grade(submission(notebook))
    assert {row["status"] for row in result["rows"] if row["exercise"] == "e_step"} == {"correct"}
    assert (
        NoticeKind.OTHER_NAME(notebook="0.ipynb", name="my_e_step", exercise="e_step").as_json()
        in result["notes"]
    )


def test_a_function_under_another_spelling_in_its_cell_is_taken_and_noted(grader):
    source = "def E_step(X, weights, means, covariances):\n    return 0"
    result = grader.grade(submission(filled("02_e_step", e_step=source)))
    note = NoticeKind.OTHER_NAME(notebook="0.ipynb", name="E_step", exercise="e_step")
    assert note.as_json() in result["notes"]


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ("def e_step(X): return em_step(X)\ndef em_step(X): return X", ("em_step",)),
        ("def e_step(X): return f(X)\ndef f(X): return e_step(em_step)\nem_step = 1", ("em_step",)),
        ("def e_step(X): return eval('em_step')(X)\nem_step = 1", ("em_step",)),
        ("def e_step(X): return gmm.em_step(X)\nem_step = 1", ()),
        ("def e_step(X): return em_step(X)", ()),  # it is not bound here
        ("def e_step(em_step): return em_step\nem_step = 1", ()),
        ("x = (", ()),
    ],
)
def test_what_a_function_calls_is_followed_through_its_helpers(source, calls):
    assert calls_in([CellSource(source)], ["e_step"], ["e_step", "em_step"]) == {"e_step": calls}


def test_more_code_than_is_read_calls_nothing():
    assert calls_in([CellSource("x = 1\n" * 20_000)], ["e_step"], ["em_step"]) == {}


@pytest.mark.parametrize(
    ("cells", "changed"),
    [
        (("def g(x): return x", "def e_step(X): return g(X)", "g = len"), (3, ["g"])),
        (("def e_step(X): return sum(X)", "sum = 3", "x = sum"), (2, ["sum"])),
        (("def e_step(X): return X", "e_step = e_step(3)"), (2, ["e_step"])),
        (("import numpy as np", "def e_step(X): return np.ones(3)", "import numpy as np"), (0, [])),
        (("def g(x): return x", "def e_step(X): return g(X)", "from m import h as g"), (3, ["g"])),
        (("import a as g", "def e_step(X): return g(X)", "import b as g"), (3, ["g"])),
        (("def e_step(X): return sum(X)", "from numpy import sum"), (2, ["sum"])),
        (("a = 1", "def e_step(X): return g(X)", "def g(X): return a", "a = 2"), (4, ["a"])),
        (("def e_step(X): return X", "y = 1", "y = 2"), (0, [])),
    ],
)
def test_the_last_cell_that_changes_what_a_function_uses_is_found(cells, changed):
    program = Program(tuple(map(CellSource, cells)), ("e_step",))
    assert changes_below(program, "e_step") == changed
