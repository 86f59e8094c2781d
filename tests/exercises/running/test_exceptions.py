"""Exceptions of a student's code: in one line, with the student's own line."""

import functools
import traceback

import numpy as np
import pytest

from gmm_helpers.exercises.running.exceptions import RaisedException, in_words, line_of, record


class Mute(Exception):
    def __str__(self):
        raise self.args[0]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError("too long"), "ValueError: too long"),
        (ValueError(), "ValueError"),
        (ValueError("  one\n\n  two\tthree "), "ValueError: one two three"),
        (KeyError("k"), "KeyError: 'k'"),
        (SystemExit("bye"), "SystemExit: bye"),
        (SystemExit(), "SystemExit"),
        (np.linalg.LinAlgError("Singular matrix"), "LinAlgError: Singular matrix"),
        (Mute(ZeroDivisionError()), "Mute"),
        (Mute(SystemExit(1)), "Mute"),
    ],
)
def test_an_exception_is_said_in_one_line(error, words):
    assert in_words(error) == words


def test_an_exception_is_recorded_by_type_and_message():
    assert record(KeyError("k")) == RaisedException("KeyError", "'k'")
    assert record(Mute(ValueError())) == RaisedException("Mute")


def caught(function):
    try:
        function()
    except Exception as error:
        return error
    raise AssertionError("it did not raise")


def helper():
    return {}["missing"]


def unlucky():
    value = 1
    return helper() + value


def twice():
    return again(1)


def again(depth):
    return again(depth - 1) if depth else np.linalg.inv(np.zeros(3))


def test_the_last_own_line_is_quoted_with_its_number():
    error = caught(unlucky)
    first = helper.__code__.co_firstlineno
    line = line_of(unlucky, error)
    assert line == (first + 1, 'return {}["missing"]')
    assert str(line) == f'line {first + 1} of the cell: return {{}}["missing"]'


def test_the_line_in_the_cell_is_quoted_if_a_library_raised():
    first = again.__code__.co_firstlineno
    assert line_of(twice, caught(twice)) == (
        first + 1,
        "return again(depth - 1) if depth else np.linalg.inv(np.zeros(3))",
    )


def cell(source, filename="<cell 3>"):
    """A function as a notebook makes it; its source is to be had if the notebook keeps it."""
    names = {}
    exec(compile(source, filename, "exec"), names)
    return names["function"]


def test_a_line_is_quoted_as_the_notebook_keeps_it(monkeypatch):
    source = "def function():\n    count = 0\n    return 1 / count\n"
    function = cell(source)
    assert line_of(function, caught(function)) is None
    lines = [line + "\n" for line in source.splitlines()]
    monkeypatch.setitem(
        traceback.linecache.cache, "<cell 3>", (len(source), None, lines, "<cell 3>")
    )
    assert line_of(function, caught(function)) == (3, "return 1 / count")


@pytest.mark.parametrize(
    "function",
    [
        functools.partial(unlucky),
        np.linalg.inv,
        len,
        3,
        type("Called", (), {"__call__": lambda self: unlucky()})(),
    ],
)
def test_what_is_no_plain_function_has_no_line(function):
    assert line_of(function, caught(unlucky)) is None


def test_an_exception_that_was_never_raised_has_no_line():
    assert line_of(unlucky, ValueError()) is None


def test_an_exception_from_elsewhere_has_no_line():
    function = cell("def function():\n    return 1\n")
    assert line_of(function, caught(unlucky)) is None
