"""The exercise a function is meant for: by its own name, or by its variable's."""

import functools
import sys

import numpy as np
import pytest

from gmm_helpers.checks.naming import is_typo, name_of, unknown_name, unknown_names


def here():
    """The frame of whoever calls this."""
    return sys._getframe(1)


def test_the_name_of_a_function_is_its_own():
    def e_step():
        """Only its name matters."""

    update_means = e_step
    assert name_of(update_means, here()) == "e_step"


def test_a_function_without_a_name_of_its_own_has_that_of_its_variable():
    def mean(responsibilities, axis):
        return responsibilities.mean(axis=axis)

    e_step = lambda X: X  # noqa: E731
    update_weights = functools.partial(mean, axis=0)
    em_step = np.ones(3)
    for value, name in ((e_step, "e_step"), (update_weights, "update_weights")):
        assert name_of(value, here()) == name
    assert name_of(em_step, here()) == "em_step"


def test_a_variable_of_the_notebook_counts_and_a_local_one_hides_it(monkeypatch):
    monkeypatch.setitem(globals(), "e_step", nameless := object())
    assert name_of(nameless, here()) == "e_step"
    e_step = None
    assert (e_step, name_of(nameless, here())) == (None, "")


def test_two_variables_of_the_same_function_say_nothing():
    e_step = em_step = lambda X: X
    assert e_step is em_step
    assert name_of(e_step, here()) == "<lambda>"


@pytest.mark.parametrize("value", [3, None, "e_step", len, lambda: 0, np.zeros(2)])
def test_other_values_have_the_name_of_no_exercise(value):
    assert name_of(value, here()) == getattr(value, "__name__", "")


@pytest.mark.parametrize(
    ("written", "name", "slip"),
    [
        ("e_stpe", "e_step", True),
        ("update_mean", "update_means", True),
        ("has_convergd", "has_converged", True),
        ("e_step", "em_step", False),
        ("m_step", "em_step", False),
        ("fit_em_slow", "fit_em", False),
        ("plot_everything", "e_step", False),
    ],
)
def test_a_slip_is_no_variation(written, name, slip):
    assert is_typo(written, name) is slip


@pytest.mark.parametrize(
    "name", ["update_weights()", "gmm.update_weights", " update_weights", "update weights"]
)
def test_a_name_with_something_around_it_is_understood(name):
    assert unknown_name(name).endswith("did you mean 'update_weights'?")
    assert unknown_name("e-step").endswith("did you mean 'e_step'?")


@pytest.mark.parametrize("name", [3, None, ["e_step"], np.zeros(2)])
def test_what_is_no_name_is_named(name):
    assert type(name).__name__ in unknown_name(name)


def test_the_exercises_are_listed_once():
    said = unknown_names(["xxx", "e_stpe", "yyy"])
    assert said.count("choose one of") == 1
    assert said.startswith("No exercise is called 'xxx'. No exercise is called 'e_stpe': did you")
