"""The exercises: what they are called, what they are tried on, whom they accept and reject."""

import ast
import copy
import functools
import inspect
import pickle
from pathlib import Path

import numpy as np
import pytest
from implementations import RIGHT, WRONG

from gmm_helpers.exercises import EXERCISES, changed_argument

SOURCES = Path(__file__).parents[1] / "notebooks" / "source"
NAMES = [
    "sample_gmm",
    "gaussian_log_density",
    "mixture_log_density",
    "negative_log_likelihood",
    "e_step",
    "update_weights",
    "update_means",
    "update_covariances",
    "fit_em",
]
# How often each implementation is tried. Sampling and the loop take long, the rest does not.
N_DRAWS = dict.fromkeys(NAMES, 30) | {"sample_gmm": 4, "fit_em": 8}


def each(bank):
    """Parameters for one test an implementation."""
    return [
        pytest.param(exercise, function, id=f"{exercise}-{name}")
        for exercise in NAMES
        for name, function in bank[exercise].items()
    ]


@functools.cache
def draw(name, seed):
    """The cases of one draw and what the reference makes of them."""
    exercise = EXERCISES[name]
    cases = exercise.cases(np.random.default_rng(seed))
    return [(case, exercise.call(exercise.reference, copy.deepcopy(case))) for case in cases]


def problems(name, function, seed):
    """What the exercise finds wrong with a function, case by case."""
    found = []
    for case, expected in draw(name, seed):
        problem = problem_with(EXERCISES[name], function, case, expected)
        if problem:
            found.append(f"seed {seed}, {case.name}: {problem}")
    return found


def problem_with(exercise, function, case, expected):
    """What `check` finds wrong, but without its words around it."""
    given = copy.deepcopy(case)
    try:
        with np.errstate(all="ignore"):
            got = exercise.call(function, given)
    except ValueError as error:  # from a helper it called with what it had made
        return f"raised {error}"
    if changed_argument(case, given) is not None:
        return "an argument was changed"
    return exercise.compare(case, got, expected)


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
    assert list(EXERCISES) == NAMES
    assert all(name == exercise.name for name, exercise in EXERCISES.items())


def test_every_exercise_is_worth_something():
    assert all(isinstance(e.points, int) and e.points > 0 for e in EXERCISES.values())


@pytest.mark.parametrize("name", NAMES)
def test_the_helper_takes_the_arguments_of_the_exercise_first(name):
    """So that a student's function and the helper can stand for each other."""
    asked_for = functions_in_the_notebooks()[name]
    signature = inspect.signature(EXERCISES[name].reference)
    assert list(signature.parameters)[: len(asked_for)] == asked_for
    for case, _ in draw(name, 0):
        assert len(case.arguments) == len(asked_for)


@pytest.mark.parametrize("name", NAMES)
def test_equal_generators_give_equal_cases_and_others_fresh_ones(name):
    first, again, other = (EXERCISES[name].cases(np.random.default_rng(s)) for s in (1, 1, 2))
    assert frozen(first) == frozen(again)
    assert not set(frozen(first)) & set(frozen(other))
    assert [case.name for case in first] == [case.name for case in other]


@pytest.mark.parametrize("name", NAMES)
def test_no_two_cases_are_called_the_same(name):
    names = [case.name for case, _ in draw(name, 0)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", NAMES)
def test_the_helper_passes_its_own_exercise(name):
    reference = EXERCISES[name].reference
    assert [found for seed in range(20) for found in problems(name, reference, seed)] == []


@pytest.mark.parametrize(("name", "function"), each(RIGHT))
def test_a_right_implementation_in_another_style_is_accepted(name, function):
    found = [found for seed in range(N_DRAWS[name]) for found in problems(name, function, seed)]
    assert found == []


@pytest.mark.parametrize(("name", "function"), each(WRONG))
def test_a_wrong_implementation_is_rejected_on_every_draw(name, function):
    accepted = [seed for seed in range(N_DRAWS[name]) if not problems(name, function, seed)]
    assert accepted == [], "accepted on the draws with these seeds"


@pytest.mark.parametrize("name", NAMES)
def test_the_banks_hold_several_of_each(name):
    assert len(RIGHT[name]) >= 3
    assert len(WRONG[name]) >= 6


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_is_said_in_words_and_numbers_a_student_can_use(name):
    """One line, not the dump of an array: it stands beside the name of the case."""
    for function in WRONG[name].values():
        for message in problems(name, function, seed=0):
            assert "\n" not in message
            assert "array(" not in message
            assert len(message) < 250
