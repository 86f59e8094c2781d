"""The case of a result can be repeated: same seed, same case, same result."""

import copy
import functools
import re

import numpy as np
import pytest
from support.implementations import WRONG

from gmm_helpers import e_step, has_converged, sample_gmm, update_weights
from gmm_helpers.checks import check, checking
from gmm_helpers.checks.failed_cases import FailedCase
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.definition import fresh_arguments
from gmm_helpers.exercises.running.exceptions import record


def counts(responsibilities):
    return responsibilities.sum(axis=0)


def same(one, other):
    """Whether two lists of arguments hold the same, generators in the same state included."""
    if isinstance(one, np.random.Generator):
        return one.bit_generator.state == other.bit_generator.state
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(same, one, other))
    return np.array_equal(one, other)


def test_nothing_failed_no_case():
    assert check(update_weights).case is None
    assert check(3, "e_step").case is None


@pytest.mark.parametrize("seed", [0, 4821, np.int64(7)])
def test_a_seed_draws_the_same_cases_again(seed):
    one, two = (check(counts, "update_weights", seed=seed).case for _ in range(2))
    assert same(one.arguments, two.arguments)
    assert not same(one.arguments, check(counts, "update_weights", seed=seed + 1).case.arguments)


def test_without_a_seed_each_check_draws_another_that_can_be_typed():
    texts = [check(counts, "update_weights").text for _ in range(20)]
    seeds = [int(re.search(r"seed=(\d+)", text)[1]) for text in texts]
    assert len(set(seeds)) > 15
    assert max(seeds) < 10_000


@pytest.mark.parametrize("seed", [-1, 1.5, "7", True, [3]])
def test_a_seed_that_is_none_is_refused_in_a_sentence(seed):
    result = check(update_weights, seed=seed)
    assert result.status == "not checked"
    assert f"seed must be a whole number from 0 on, got {seed!r}." in result.text


@pytest.mark.slow
@pytest.mark.parametrize("name", EXERCISES)
def test_the_printed_lines_repeat_what_is_said(name):
    """They are run as they stand, for two wrong answers."""
    for function in list(WRONG[name].values())[:2]:
        first = check(function, name, seed=11)
        lines = re.findall(r"^    (.*)$", first.text, re.MULTILINE)
        if not lines:
            assert first.status == "unfinished"
            continue
        space = {"check": check, "function": function}
        exec(lines[0], space)
        case = space["case"]
        assert (case.name, case.problem) == (first.case.name, first.case.problem)
        assert f"Tried on {case.name}" in first.text
        assert repr(case).startswith(f"A case of {name}: {case.name}\n  arguments: ")
        try:
            returned = eval(lines[1].partition("  #")[0], space)
        except Exception as error:
            returned = str(record(error))
        if isinstance(case.returned, str):
            assert returned == case.returned
        elif isinstance(case.returned, np.ndarray):
            np.testing.assert_array_equal(np.asarray(returned, dtype=float), case.returned)


def test_arguments_are_new_ones_at_each_reading():
    case = check(lambda r: r, "update_weights", seed=3).case
    (changed,) = case.arguments
    changed[:] = 0
    assert not same(case.arguments, (changed,))
    np.testing.assert_allclose(case.expected, update_weights(*case.arguments))


def test_arguments_are_laid_out_as_the_check_lays_them_out():
    def only_read_only(responsibilities):
        return responsibilities.mean(axis=0) * (1 + (not responsibilities.flags.writeable))

    case = check(only_read_only, "update_weights", seed=3).case
    assert not case.arguments[0].flags.writeable
    assert "read-only" in case.name


def test_a_generator_is_in_its_starting_state_each_time():
    def first_label_is_three(*arguments):
        X, labels = sample_gmm(*arguments)
        return X, labels + 3

    case = check(first_label_is_three, "sample_gmm", seed=3).case
    assert same(case.arguments, case.arguments)
    X, labels = first_label_is_three(*case.arguments)
    np.testing.assert_array_equal(case.returned[0], X)
    np.testing.assert_array_equal(case.returned[1], labels)
    np.testing.assert_array_equal(case.expected[0], X)


def test_of_a_case_with_several_questions_the_first_wrong_one_is_given():
    def too_lenient(nll_history, tol):
        return len(nll_history) > 1 and abs(nll_history[-1] - nll_history[-2]) <= tol

    case = check(too_lenient, "has_converged", seed=3).case
    nll_history, tol = case.arguments
    assert (case.expected, case.returned) == (False, True)
    assert (has_converged(nll_history, tol), too_lenient(nll_history, tol)) == (False, True)


def test_of_a_case_with_several_questions_the_one_that_raises_is_given():
    def blind(nll_history, tol):
        return abs(nll_history[-1] - nll_history[-2]) < tol

    case = check(blind, "has_converged", seed=3).case
    assert len(case.arguments[0]) == 1
    assert case.returned == "IndexError: list index out of range"


def test_a_question_may_be_answered_by_an_array():
    def each(nll_history, tol):
        return np.abs(np.diff(nll_history)) < tol

    result = check(each, "has_converged", seed=1)
    assert result.diagnoses == ("several answers",)
    assert "expected True or False" in result.text
    assert np.array_equal(result.case.returned, each(*result.case.arguments))


@pytest.mark.parametrize(
    ("value", "returned"), [(None, "None"), ("text;", "text"), (np.float64(3), 3.0)]
)
def test_what_came_is_plain(value, returned):
    case = check(lambda *_: copy.copy(value), "e_step", seed=1).case
    assert case.returned == returned
    assert type(case.returned) in (str, float)


def test_a_case_says_what_it_holds():
    case = check(lambda *a: e_step(*a).T, "e_step", seed=1).case
    assert repr(case) == (
        "A case of e_step: an ordinary mixture\n"
        "  arguments: X (30, 2), weights (3,), means (3, 2), covariances (3, 2, 2)\n"
        "  problem: the result has shape (3, 30), expected (30, 3).\n"
        "  Its parts: case.arguments, case.expected, case.returned"
    )


@pytest.mark.parametrize("name", EXERCISES)
def test_a_case_of_every_exercise_can_be_printed(name):
    said = repr(check(lambda *_: 3, name, seed=1).case)
    assert len(said.splitlines()) == 4
    assert all(part in said for part in ("case.arguments", "case.expected", "case.returned"))


def test_a_variable_is_the_name_to_call():
    decorated = functools.partial(counts)
    update_weights = counts
    for function, called in (
        (counts, 'counts, "update_weights"'),
        ("counts", 'counts, "update_weights"'),
        (decorated, 'decorated, "update_weights"'),
    ):
        assert f"check({called}, seed=" in check(function, "update_weights").text
    nameless = check(functools.partial(counts), "update_weights").text
    assert 'check(f, "update_weights", seed=' in nameless
    assert "check(update_weights, seed=" in check("update_weights").text
    assert check(update_weights, "update_weights").status == "incorrect"


@pytest.mark.parametrize("name", EXERCISES)
def test_the_calls_of_a_case_are_those_of_the_exercise(name):
    """`calls` must hold what `call` calls a function on."""
    exercise, seen = EXERCISES[name], []
    case = exercise.cases(np.random.default_rng(0))[0]

    def listening(*arguments):
        seen.append(copy.deepcopy(arguments))
        return exercise.reference(*arguments)

    exercise.call(listening, fresh_arguments(case))
    calls = exercise.calls(case)
    assert len(calls) in (1, len(seen))
    # Draws of a few samples may come before the one that is shown.
    seen = seen if len(calls) > 1 else [each for each in seen if same(calls[0], each)][:1]
    assert all(same(call, arguments) for call, arguments in zip(calls, seen, strict=True))


def test_a_function_that_does_not_return_has_a_case(monkeypatch):
    monkeypatch.setattr(checking, "SECONDS", 0.1)
    monkeypatch.setattr(checking, "SECONDS_AFTER", 0.05)
    monkeypatch.setattr(checking, "PATIENCE", 1.0)

    def endless(responsibilities):
        while True:
            pass

    result = check(endless, "update_weights")
    case = result.case
    assert "seed=" not in result.text  # nobody should call it again
    assert isinstance(case, FailedCase)
    assert case.returned == "it was stopped: it had not returned after 0.1 seconds"
