"""Messages of the installed Python and NumPy are still those that are looked for."""

import numpy as np
import pytest

from gmm_helpers.exercises.running.exceptions import RaisedException, record
from gmm_helpers.exercises.running.library_messages import (
    is_about_none,
    missing_attribute,
    shapes_of_misfit,
    undefined_name,
)


def raised(function):
    try:
        function()
    except Exception as error:
        return record(error)
    raise AssertionError("it did not raise")


@pytest.mark.parametrize("operation", [np.add, np.multiply, np.subtract, np.maximum, np.logaddexp])
def test_shapes_that_numpy_cannot_broadcast_are_read(operation):
    error = raised(lambda: operation(np.ones((30, 3)), np.ones(30)))
    assert shapes_of_misfit(error) == ("(30,3)", "(30,)")


def test_shapes_of_a_step_in_place_are_not_taken_for_two_operands():
    def in_place():
        x = np.ones(3)
        x += np.ones((2, 3))

    assert shapes_of_misfit(raised(in_place)) is None


@pytest.mark.parametrize(
    "function",
    [
        lambda: np.ones((2, 3)) @ np.ones((2, 3)),
        lambda: np.ones(3).reshape(2, 2),
        lambda: np.concatenate([np.ones(3), np.ones((2, 3))]),
        lambda: 1 / 0,
    ],
)
def test_other_errors_are_no_misfit(function):
    assert shapes_of_misfit(raised(function)) is None


def test_lengths_that_are_not_shown_may_be_missing():
    message = "operands could not be broadcast together with shapes (…) (30,2)"
    assert shapes_of_misfit(RaisedException("ValueError", message)) == ("(…)", "(30,2)")


def raised_by(code):
    """What Python itself says of an expression."""
    return raised(lambda: eval(code, {"np": np}))


def test_names_that_python_does_not_know_are_read_off_its_messages():
    assert undefined_name(raised_by("wieghts + 1")) == "wieghts"
    assert missing_attribute(raised_by("np.sumn(3)")) == ("numpy", "sumn")
    assert missing_attribute(raised_by("np.ones(3).lenght")) == ("numpy.ndarray", "lenght")
    assert missing_attribute(raised_by("[].apend(3)")) == ("list", "apend")
    for code in ("1 / 0", "{}['name']", "np.ones(2) + np.ones(3)"):
        assert undefined_name(raised_by(code)) is None
        assert missing_attribute(raised_by(code)) is None


@pytest.mark.parametrize("code", ["None.append(1)", "None - {}", "len(None)", "(*None,)"])
def test_what_was_asked_of_none_is_recognised(code):
    assert is_about_none(raised_by(code))
    assert not is_about_none(raised_by(code.replace("None", "(3)")))
