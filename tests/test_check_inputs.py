"""What check() tries a function on: half fixed and half new, and never what the function left."""

import numpy as np
import pytest

from gmm_helpers import update_means
from gmm_helpers.checks import check
from gmm_helpers.exercises import EXERCISES

NAMES = list(EXERCISES)


def inputs_of_a_check(name):
    """What a correct function is called with, call after call, as bytes."""
    reference, seen = EXERCISES[name].reference, []

    def spy(*arguments):
        # The responsibilities of a single component are ones, and can't be new.
        if not all(np.allclose(a, 1) for a in arguments):
            seen.append(b"".join(np.asarray(a, dtype=float).tobytes() for a in arguments))
        return reference(*arguments)

    assert check(spy, name).status == "correct"
    return seen


@pytest.mark.parametrize("name", [n for n in NAMES if n != "sample_gmm"])
def test_half_of_the_inputs_are_fixed_and_half_are_new_each_time(name):
    first, second = inputs_of_a_check(name), inputs_of_a_check(name)
    half = len(first) // 2
    assert first[:half] == second[:half]
    assert not set(first[half:]) & set(second)
    assert len(set(first)) == len(first)


def test_a_function_that_knows_the_fixed_inputs_by_heart_is_incorrect():
    seen = iter(range(10**6))
    n_fixed = len(EXERCISES["update_means"].cases(np.random.default_rng(0)))

    def learnt(X, responsibilities):
        right = update_means(X, responsibilities)
        return right if next(seen) < n_fixed else right + 1

    assert check(learnt, "update_means").status == "incorrect"


def test_a_function_that_changes_its_arguments_is_told_which_one():
    """In a notebook its X would be another for all later cells."""

    def right_but_rude(X, responsibilities):
        means = update_means(X, responsibilities)
        responsibilities[:] = 1
        return means

    result = check(right_but_rude, "update_means")
    assert result.status == "incorrect"
    assert "changed its argument number 2: work on a copy." in result.message


def test_a_function_that_spoils_its_arguments_does_not_spoil_the_comparison():
    def wrong_and_rude(X, responsibilities):
        """Its result would be right for what it leaves of its arguments."""
        X[:] = 0
        return np.zeros((responsibilities.shape[1], X.shape[1]))

    assert check(wrong_and_rude, "update_means").status == "incorrect"
