"""The exercises: what they are called, and what they are tried on."""

import ast
import inspect
import pickle
import re
from pathlib import Path

import numpy as np
import pytest
from support.judged import EACH_EXERCISE

from gmm_helpers.exercises import CHAPTERS, EXERCISES
from gmm_helpers.exercises.symptoms.shapes import read_sizes

SOURCES = Path(__file__).parents[2] / "notebooks" / "source"
# What the notebooks ask for, in their order.
NAMES = [
    name
    for path in sorted(SOURCES.glob("[0-9]*.py"))
    for name in re.findall(
        r'^# %% exercise="(\w+)"', path.read_text(encoding="utf-8"), re.MULTILINE
    )
]
OF_NUMBERS = {"n_parameters", "bic"}  # which are given no arrays
OF_ARRAYS = [name for name in NAMES if name not in OF_NUMBERS]


def cases_of(name, seed=0):
    return EXERCISES[name].cases(np.random.default_rng(seed))


def frozen(cases):
    """Everything random about some cases, as bytes."""
    return [pickle.dumps(case.arguments) for case in cases]


def functions_in_the_notebooks():
    """Argument names of every function a notebook asks for."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES.glob("*.py")]
    return {
        node.name: [argument.arg for argument in node.args.args]
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }


def test_every_exercise_has_the_name_the_course_uses():
    assert len(NAMES) > 10
    assert list(EXERCISES) == NAMES, "give notebooks/source and exercises/ the same, in one order"
    assert all(name == exercise.name for name, exercise in EXERCISES.items())


def test_every_exercise_is_worth_something():
    assert all(isinstance(e.points, int) and e.points > 0 for e in EXERCISES.values())


@EACH_EXERCISE
def test_the_helper_takes_the_arguments_of_the_exercise_first(name):
    """So that a student's function and the helper can stand for each other."""
    asked = functions_in_the_notebooks()
    assert name in asked, f"write the cell exercise={name!r} in notebooks/source"
    asked_for = asked[name]
    signature = inspect.signature(EXERCISES[name].reference)
    assert list(signature.parameters)[: len(asked_for)] == asked_for


@EACH_EXERCISE
def test_equal_generators_give_equal_cases_and_others_fresh_ones(name):
    first, again, other = (cases_of(name, seed) for seed in (1, 1, 2))
    assert frozen(first) == frozen(again)
    assert [case.name for case in first] == [case.name for case in other]
    # Some cases hold nothing random: the responsibilities of one component, a history of one.
    assert len(set(frozen(first)) & set(frozen(other))) <= 3


@EACH_EXERCISE
def test_no_two_cases_are_called_the_same(name):
    names = [case.name for case in cases_of(name)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", OF_ARRAYS)
def test_one_case_hands_over_read_only_arrays_and_the_first_is_ordinary(name):
    cases = cases_of(name)
    assert [case.layout for case in cases].count("read-only") == 1
    assert (cases[0].layout, cases[0].topic) == ("plain", "")


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("has_converged",)])
def test_cases_cover_the_sizes_and_layouts_a_right_function_must_take(name):
    parameters = list(inspect.signature(EXERCISES[name].reference).parameters)
    cases = cases_of(name)
    sizes = [read_sizes(parameters, case) for case in cases]
    if name in OF_ARRAYS:
        assert {"strided", "read-only"} <= {case.layout for case in cases}
    if name != "gaussian_log_density":
        assert {1, 5} <= {size["K"] for size in sizes}
    if name not in ("update_weights", "entropy"):  # they see no features
        assert {1, 3} <= {size["D"] for size in sizes}
    if name not in ("update_weights", "entropy", "sample_gmm", *OF_NUMBERS):
        assert any(case.arguments[0].dtype.kind == "i" for case in cases)


def test_chapters_hold_every_exercise_once():
    assert [name for names in CHAPTERS.values() for name in names] == NAMES
    assert list(CHAPTERS) == sorted(path.stem for path in SOURCES.glob("[0-9]*.py"))


@EACH_EXERCISE
def test_hints_lead_on_in_steps(name):
    hints = EXERCISES[name].hints
    assert 3 <= len(hints) <= 5
    assert len(set(hints)) == len(hints)
    assert all(hint.endswith((".", "?")) for hint in hints)
