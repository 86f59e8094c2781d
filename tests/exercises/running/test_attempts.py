"""One call of a function: whatever it does is written down, and the case stays as it is."""

import sys
import time
import warnings

import numpy as np
import pytest
from support.total import case, total, tried

from gmm_helpers.exercises import CallStatus, Exercise, Outcome, attempt
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind


def raising(error):
    def function(*arguments):
        raise error

    return function


class Mute(Exception):
    """Its message can't be had."""

    def __str__(self):
        raise self.args[0]


class Unusual(BaseException):
    """Neither an Exception nor the user's wish to stop."""


def test_a_value_is_written_down_as_plain_numbers():
    outcome = tried(total)
    assert type(outcome.value) is np.ndarray
    assert outcome.value == 15
    assert outcome == Outcome(outcome.value)
    assert outcome.returned
    assert tried(lambda *_: "text").value == Unusable(UnusableKind.TEXT)


def test_the_function_is_called_as_the_exercise_says():
    twice = Exercise("total", 1, total, None, call=lambda f, given: f(*given) + f(*given))
    assert attempt(twice, total, case()).value == 30


@pytest.mark.parametrize(
    ("function", "error"),
    [
        (raising(ValueError("too\n  long")), "ValueError: too long"),
        (raising(ZeroDivisionError()), "ZeroDivisionError"),
        (raising(KeyError("k")), "KeyError: 'k'"),
        (lambda *_: sys.exit("bye"), "SystemExit: bye"),
        (raising(Mute(ValueError("no"))), "Mute"),
        (raising(Mute(SystemExit(3))), "Mute"),
        (raising(Unusual("odd")), "Unusual: odd"),
        (raising(GeneratorExit()), "GeneratorExit"),
        (lambda X: X, "TypeError: <lambda>() takes 1 positional argument but 2 were given"),
        (3, "TypeError: 'int' object is not callable"),
    ],
)
def test_whatever_is_raised_is_written_down(function, error):
    outcome = tried(function)
    assert str(outcome.exception) == error
    assert outcome.value is None
    assert outcome.status is CallStatus.RAISED


def test_a_function_without_end_of_recursion_is_written_down():
    def deeper(*arguments):
        return deeper(*arguments)

    outcome = tried(deeper)
    assert outcome.exception.type == "RecursionError"
    assert outcome.line.text == "return deeper(*arguments)"


def test_what_is_not_implemented_is_unwritten():
    outcome = tried(raising(NotImplementedError("write total here")))
    assert outcome.status is CallStatus.UNWRITTEN
    assert outcome.exception == ("NotImplementedError", "write total here")


class TooLarge(MemoryError):
    pass


class NoMemoryError(Exception):
    """Only its name says so."""


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (MemoryError(), CallStatus.OUT_OF_MEMORY),
        (TooLarge(), CallStatus.OUT_OF_MEMORY),
        (NoMemoryError(), CallStatus.RAISED),
        (ValueError("MemoryError"), CallStatus.RAISED),
    ],
)
def test_whether_memory_ran_out_is_a_matter_of_the_type(error, status):
    assert tried(raising(error)).status is status


def test_an_array_that_is_too_large_runs_out_of_memory():
    """Here NumPy's own exception, whatever it is called in the installed version."""
    outcome = tried(lambda *_: np.empty(2**45))
    assert outcome.status is CallStatus.OUT_OF_MEMORY


def test_an_interruption_by_the_user_passes():
    with pytest.raises(KeyboardInterrupt):
        tried(raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        tried(raising(KeyboardInterrupt()), seconds=5.0)


def test_the_own_line_that_raised_is_quoted_even_if_a_library_raised():
    def unlucky(X, offsets):
        return np.linalg.inv(X)  # not square

    outcome = tried(unlucky)
    first = unlucky.__code__.co_firstlineno
    assert outcome.line == (first + 1, "return np.linalg.inv(X)  # not square")


def test_an_exception_without_an_own_line_has_none():
    assert tried(lambda X, offsets, more: X).line is None
    assert tried(np.linalg.solve).line is None
    assert tried(type("Called", (), {"__call__": raising(ValueError())})()).line is None


def test_warnings_of_the_function_are_not_shown(recwarn):
    def noisy(X, offsets):
        warnings.warn("look", stacklevel=1)
        np.array([0.0]) / 0, np.log(-X), np.exp(1e5 * X)
        return np.float64(1) / np.float64(0)

    outcome = tried(noisy)
    assert (outcome.status, outcome.value) == (CallStatus.RETURNED, np.inf)
    assert [str(warning.message) for warning in recwarn] == []


def test_warnings_and_numpy_errors_are_as_before_afterwards():
    def careless(X, offsets):
        np.seterr(all="raise")
        warnings.simplefilter("error")
        raise ValueError

    before = np.geterr(), list(warnings.filters)
    tried(careless)
    assert (np.geterr(), list(warnings.filters)) == before


def test_a_function_that_does_not_return_is_stopped():
    def endless(X, offsets):
        while True:
            time.sleep(0.001)

    outcome = tried(endless, seconds=0.05)
    assert (outcome.status, outcome.seconds) == (CallStatus.TIMED_OUT, 0.05)
    assert outcome.exception is None
    assert outcome.line.number > endless.__code__.co_firstlineno
    assert outcome.value is None


def test_a_function_that_changes_its_arguments_until_it_is_stopped_is_told_so():
    def endless(X, offsets):
        while True:
            X += 1

    assert tried(endless, seconds=0.05).changed == ("X",)


def test_input_where_nobody_can_type_is_not_a_stub():
    """IPython raises a class that is derived from that of stubs."""
    nobody = type("StdinNotImplementedError", (NotImplementedError,), {})
    outcome = tried(raising(nobody("raw_input was called")))
    assert outcome.status is CallStatus.RAISED
    assert outcome.exception == ("StdinNotImplementedError", "raw_input was called")
