"""A check says which function that is called was wrong in its own check."""

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers.checks import check
from gmm_helpers.checks.called_functions import called_mistakes
from gmm_helpers.checks.checking import latest

CELL = """
def n_parameters(n_components, n_features):
    return {count}

def price(n_components, n_features, n_samples):
    return n_parameters(n_components, n_features) * np.log(n_samples)

def bic(nll, n_samples, n_components, n_features):
    return 2 * nll + price(n_components, n_features, n_samples)
"""
RIGHT = "n_components * (1 + n_features + n_features * (n_features + 1) // 2) - 1"


@pytest.fixture(autouse=True)
def nothing_checked_before():
    before = dict(latest)
    latest.clear()
    yield
    latest.clear()
    latest.update(before)


def notebook(count):
    space = {"np": np, "gmm": gmm, "__name__": "__main__"}
    exec(CELL.format(count=count), space)
    return space


def test_a_function_that_was_wrong_is_named():
    space = notebook("n_components * n_features")
    assert "It calls your" not in check(space["bic"]).text  # nothing is known of it
    check(space["n_parameters"])
    said = "It calls your n_parameters, which was incorrect in its last check: look there first."
    result = check(space["bic"])
    assert said in result.text
    assert "look there first" in result.card
    assert "It calls" not in check(space["n_parameters"]).text


def test_nothing_is_said_where_nothing_is_wrong():
    space = notebook(RIGHT)
    check(space["n_parameters"])
    assert "It calls" not in check(space["bic"]).text
    check(lambda *a: 3, "n_parameters")  # wrong, but another function
    assert "It calls" not in check(space["bic"]).text


def test_helpers_and_what_can_not_be_followed_are_no_functions_of_ones_own():
    check(lambda n_components, n_features: 3 * n_features, "n_parameters")

    def bic(*arguments):
        return gmm.n_parameters(*arguments)

    assert called_mistakes(bic, latest) == []
    assert called_mistakes(len, latest) == []
