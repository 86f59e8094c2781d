"""What check() tries a function on: new numbers each time, and never what the function left."""

import numpy as np
import pytest

from gmm_helpers import update_means
from gmm_helpers.checks import check
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.cases.integers import INTEGERS
from gmm_helpers.exercises.judging.points import worths
from gmm_helpers.exercises.symptoms.sizes import TOPICS


def flat(value):
    """All numbers of an argument, lists of tuples included."""
    if isinstance(value, (list, tuple)):
        return b"".join(map(flat, value))
    if callable(value):  # the fit of held_out_nll
        return b""
    if isinstance(value, np.random.Generator):
        return repr(value.bit_generator.state).encode()
    return np.asarray(value, dtype=float).tobytes()


def inputs_of_a_check(name):
    """What a correct function is called with, call after call, as bytes."""
    reference, seen = EXERCISES[name].reference, []

    def spy(*arguments):
        # Responsibilities of a single component are ones, and the start alone is one number:
        # they can't be new.
        given = [a for a in arguments if not isinstance(a, np.random.Generator)]
        tables = [np.asarray(a) for a in given if not callable(a)]
        if not all(np.allclose(table, 1) for table in tables) and np.size(tables[0]) > 1:
            seen.append(flat(arguments))
        return reference(*arguments)

    assert check(spy, name).status == "correct"
    return seen


OF_NUMBERS = {"n_parameters", "bic"}  # which are given no arrays
NOT_ALL_RANDOM = {"has_converged"} | OF_NUMBERS  # the histories for tol = 0 are not


@pytest.mark.parametrize("name", [name for name in EXERCISES if name not in NOT_ALL_RANDOM])
def test_all_inputs_are_drawn_anew_each_time(name):
    first, second = inputs_of_a_check(name), inputs_of_a_check(name)
    assert len(first) >= 8
    assert not set(first) & set(second)


def test_most_histories_are_drawn_anew():
    first, second = inputs_of_a_check("has_converged"), inputs_of_a_check("has_converged")
    assert len(set(first) & set(second)) < 10 < len(set(first))


def test_the_global_random_state_neither_decides_nor_changes():
    first = []
    for _ in range(2):
        np.random.seed(0)
        first.append(inputs_of_a_check("e_step")[0])
    assert first[0] != first[1]
    assert np.random.random() == np.random.RandomState(0).random_sample()


def test_a_function_that_knows_earlier_inputs_by_heart_is_not_correct():
    learnt = {}

    def learning(X, responsibilities):
        learnt[X.tobytes()] = update_means(X, responsibilities)
        return learnt[X.tobytes()]

    assert check(learning, "update_means").status == "correct"
    reciting = lambda X, responsibilities: learnt.get(X.tobytes(), 0)  # noqa: E731
    assert check(reciting, "update_means").status == "incorrect"


def test_a_function_that_changes_its_arguments_is_told_which_one():
    """In a notebook its X would be another for all later cells."""

    def right_but_rude(X, responsibilities):
        means = update_means(X, responsibilities)
        responsibilities[:] = 1
        return means

    result = check(right_but_rude, "update_means")
    assert (result.status, result.diagnoses) == ("partly correct", ("arguments modified",))
    assert "Wrong in 1 of 18 cases: read-only arrays." in result.text
    assert "your function changed its argument responsibilities: work on a copy." in result.text


def spoiling(reference):
    def rude(*arguments):
        result = reference(*arguments)
        for argument in arguments:
            if isinstance(argument, np.ndarray):
                argument[...] = 0
        return result

    return rude


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_ordinary_case_of_an_exercise_comes_first_and_has_no_special_kind(exercise):
    cases = EXERCISES[exercise].cases(np.random.default_rng(0))
    assert (cases[0].topic, cases[0].layout) == ("", "plain")
    assert sum(case.topic in TOPICS for case in cases[1:]) >= 1
    assert exercise in OF_NUMBERS or any(case.layout == "read-only" for case in cases)


@pytest.mark.parametrize("name", [name for name in EXERCISES if name not in NOT_ALL_RANDOM])
def test_a_right_function_that_changes_its_arguments_fails_the_read_only_case_only(name):
    exercise = EXERCISES[name]
    cases = exercise.cases(np.random.default_rng(0))
    result = check(spoiling(exercise.reference), name)
    assert result.diagnoses == ("arguments modified",)
    worth = worths([case.topic for case in cases], exercise.shares)
    lost = sum(w for w, case in zip(worth, cases, strict=True) if case.layout == "read-only")
    assert result.score == pytest.approx((1 - lost) * exercise.points, abs=0.005)


OF_GAUSSIANS = (
    "gaussian_log_density",
    "mixture_log_density",
    "negative_log_likelihood",
    "weighted_log_prob",
    "e_step",
    "expected_log_joint",
    "elbo",
)


@pytest.mark.parametrize("name", OF_GAUSSIANS)
def test_no_case_hides_what_is_taken_for_a_variance(name):
    """A variance of one is its own root, its own square and its own inverse."""
    for seed in range(20):
        for case in EXERCISES[name].cases(np.random.default_rng(seed)):
            variances = np.diagonal(case.arguments[-1], axis1=-2, axis2=-1)
            assert not np.isclose(variances, 1, rtol=1e-3).all(), case.name


@pytest.mark.parametrize("name", EXERCISES)
def test_integers_stand_after_the_same_numbers_as_floats(name):
    """So a function that fails on the second alone cannot do integers."""
    cases = EXERCISES[name].cases(np.random.default_rng(0))
    for i in [i for i, case in enumerate(cases) if case.topic == INTEGERS]:
        (X, *others), (same, *same_others) = cases[i].arguments, cases[i - 1].arguments
        assert (X.dtype.kind, same.dtype.kind) == ("i", "f")
        assert flat([X, *others]) == flat([same, *same_others])


def test_a_known_mistake_is_named_besides():
    def rude_and_wrong(X, responsibilities):
        means = responsibilities.T @ X / len(X)
        responsibilities[:] = 0
        return means

    result = check(rude_and_wrong, "update_means")
    assert result.diagnoses == ("divided by N", "arguments modified")


def test_a_function_that_spoils_its_arguments_does_not_spoil_the_comparison():
    def wrong_and_rude(X, responsibilities):
        """Its result would be right for what it leaves of its arguments."""
        X[:] = 0
        return np.zeros((responsibilities.shape[1], X.shape[1]))

    assert check(wrong_and_rude, "update_means").score == 0
