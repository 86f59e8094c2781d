"""What is wrong with a function and does not stand in its cell is told."""

import pytest
from support.handed_in import code, filled, solution, submission


def test_a_function_that_calls_a_wrong_one_of_the_students_says_so(grader):
    wrong = "def weighted_log_prob(X, weights, means, covariances):\n    return 2 * len(X)"
    mine = "def e_step(*a):\n    L = weighted_log_prob(*a)\n    return L"
    rows = grader.grade(submission(filled("02_e_step", weighted_log_prob=wrong, e_step=mine)))
    rows = {row["exercise"]: row for row in rows["rows"]}
    assert rows["e_step"]["named"][0] == "built on a wrong function"
    assert (
        "It calls your weighted_log_prob, which is not right: look there first."
        in (rows["e_step"]["message"])
    )
    assert "built on a wrong function" not in rows["weighted_log_prob"]["named"]


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
    assert f"Code cell {n_code} gives the name e_step once more" in row["message"]


def test_nothing_is_said_of_what_is_right(grader):
    notebook = filled("02_e_step", e_step="def e_step(*a):\n    return 0")
    notebook["cells"].append(code(RIGHT))
    rows = grader.grade(submission(notebook))["rows"]
    assert {row["status"] for row in rows if row["exercise"] == "e_step"} == {"correct"}
    assert "once more" not in "".join(row["message"] for row in rows)


def test_a_function_that_is_checked_as_the_exercise_is_taken_for_it(grader):
    notebook = filled("02_e_step")  # its stub is still there
    notebook["cells"].append(code(RIGHT.replace("def e_step", "def my_e_step")))
    notebook["cells"].append(code('check(my_e_step, "e_step")'))
    result = grader.grade(submission(notebook))
    assert {row["status"] for row in result["rows"] if row["exercise"] == "e_step"} == {"correct"}
    assert any("my_e_step was taken for e_step" in note for note in result["notes"])
