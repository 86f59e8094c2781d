"""Which exercise a cell was handed out for, and which it checks."""

import copy
import pickle

import pytest

from gmm_helpers.grading.parsing.cells import (
    Cell,
    checked_as,
    checked_exercises,
    exercise_of,
    is_retyped,
    only_checks,
)
from gmm_helpers.grading.parsing.syntax import CellSource


def code(text, **marks):
    return Cell("code", text, **marks)


@pytest.mark.parametrize(
    ("marks", "exercise"),
    [
        ({"grade_id": "e_step"}, "e_step"),
        ({"grade_id": "check_e_step"}, "e_step"),
        ({"cell_id": "e_step"}, "e_step"),
        ({"grade_id": "other", "cell_id": "check_e_step"}, "e_step"),
        ({"grade_id": "check_check_e_step"}, ""),
        ({}, ""),
    ],
)
def test_marks_and_ids_say_what_a_cell_is_for(marks, exercise):
    assert exercise_of(code("x = 1", **marks)) == exercise


@pytest.mark.parametrize(
    ("text", "exercises", "mine"),
    [
        ("check(e_step)", ["e_step"], []),
        ("check(mine, 'e_step')", ["e_step"], ["mine"]),
        ("check(lambda X: X, 'e_step')", ["e_step"], []),
        ("check(other)", [], []),
        ("check()", [], []),
        ("checks.check(e_step)", [], []),
        ("print('check(e_step)')", [], []),
        ("check(", [], []),
    ],
)
def test_checks_name_their_exercise(text, exercises, mine):
    assert checked_exercises(code(text)) == exercises
    assert checked_as(code(text), "e_step") == mine


def test_text_checks_nothing():
    assert checked_exercises(Cell("markdown", "check(e_step)")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("check(e_step)\nhint('e_step')", True),
        ("progress()", True),
        ("", True),
        ("check(e_step); x = 1", False),
        ("check(make())", False),
        ("check = print", False),
        ("x = (", False),
    ],
)
def test_only_plain_checks_need_not_run(text, expected):
    assert only_checks(code(text)) is expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("markdown", "def e_step(X):\n    return X", True),
        ("raw", "e_step = lambda X: X", True),
        ("markdown", "My e_step is late.", False),
        ("code", "def e_step(X):\n    return X", False),
    ],
)
def test_code_under_another_type_is_seen(kind, text, expected):
    assert is_retyped(Cell(kind, text, "e_step")) is expected
    assert not is_retyped(Cell(kind, text, "check_e_step"))


def test_a_cell_is_a_value_whose_source_is_parsed_once():
    cell = code("x = 1", grade_id="a")
    assert isinstance(cell.source, CellSource)
    assert cell.source.tree is cell.source.tree
    for same in (copy.copy(cell), pickle.loads(pickle.dumps(cell)), code("x = 1", grade_id="a")):
        assert same == cell
        assert hash(same) == hash(cell)
