"""check(): three answers, never an exception of the student's, and a sentence that helps."""

import sys
import warnings

import numpy as np
import pytest
from drawing import tags_in
from implementations import RIGHT, WRONG

from gmm_helpers import e_step
from gmm_helpers.checks import CheckResult, check
from gmm_helpers.exercises import EXERCISES

NAMES = list(EXERCISES)


def returning(value):
    return lambda *arguments: value


def raising(error):
    def function(*arguments):
        raise error

    return function


@pytest.mark.parametrize("name", NAMES)
def test_the_helper_itself_is_correct(name):
    result = check(EXERCISES[name].reference, name)
    n_cases = 2 * len(EXERCISES[name].cases(np.random.default_rng(0)))
    assert (result.exercise, result.status) == (name, "correct")
    assert str(result) == (
        f"{name}: correct. It agrees with the tested helper in all {n_cases} cases."
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_incorrect_and_the_case_is_named(name):
    function = next(iter(WRONG[name].values()))
    result = check(function, name)
    assert result.status == "incorrect"
    assert result.message.startswith("Tried on ")
    cases = EXERCISES[name].cases(np.random.default_rng(0))
    assert any(result.message.startswith(f"Tried on {case.name}: ") for case in cases)


@pytest.mark.parametrize("name", NAMES)
def test_the_stub_is_not_attempted(name):
    result = check(raising(NotImplementedError(f"write {name} here")), name)
    assert result.status == "not attempted"
    assert "NotImplementedError" in result.message


def test_a_stub_met_on_the_way_is_not_attempted_either():
    """A function may be half-written, or call another that is still open."""

    def half_written(X, *params):
        if len(X) == 1:
            raise NotImplementedError
        return e_step(X, *params)

    assert check(half_written, "e_step").status == "not attempted"


NONSENSE = {
    "None": None,
    "text": "text",
    "an empty list": [],
    "a dictionary": {"a": 1},
    "a ragged list": [[1.0], [1.0, 2.0]],
    "objects": np.array([object()]),
    "NaN": float("nan"),
    "infinity": float("inf"),
    "a complex number": 1j,
    "no rows": np.zeros((0, 3)),
    "two texts": ("a", "b"),
    "four times None": (None, None, None, None),
    "three texts and a history": ("a", "b", "c", [1.0]),
    "a history with too many dimensions": (None, None, None, [[1.0]]),
    "four empty lists": ([], [], [], []),
    "labels that are NaN": (np.zeros((20_000, 2)), np.full(20_000, np.nan)),
    "samples that are text": (np.full((20_000, 2), "x"), np.zeros(20_000)),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_incorrect_and_described_in_one_line(name, value):
    result = check(returning(value), name)
    assert result.status == "incorrect"
    assert len(result.message.splitlines()) == 1
    assert result.message.endswith((".", "?"))


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (raising(ZeroDivisionError("division by zero")), "ZeroDivisionError: division by zero"),
        (raising(np.linalg.LinAlgError("Singular matrix")), "LinAlgError: Singular matrix"),
        (raising(KeyError("k")), "KeyError: 'k'"),
        (lambda *_: sys.exit("bye"), "SystemExit: bye"),
        (lambda X: X, "takes 1 positional argument but 4 were given"),
        (lambda X, weights, means, covariances, more: X, "missing 1 required positional argument"),
        (returning(None), "the result is None: did you forget to return it?"),
        (returning("text"), "the result is not an array of numbers."),
        (lambda X, *_: np.full((len(X), 3), np.nan), "the result holds NaN, first at [0, 0]."),
        (lambda *a: e_step(*a).T, "the result has shape (3, 30), expected (30, 3)."),
        (lambda *a: e_step(*a) + 1, "the result at [0, 0]: expected "),
    ],
)
def test_what_went_wrong_is_said(function, said):
    result = check(function, "e_step")
    assert result.status == "incorrect"
    assert said in result.message


def test_an_interruption_passes_through():
    with pytest.raises(KeyboardInterrupt):
        check(raising(KeyboardInterrupt()), "e_step")


@pytest.mark.parametrize("function", [returning(0), np.sin, 3, None])
def test_an_unknown_name_is_answered_with_the_exercises_there_are(function):
    with pytest.raises(ValueError, match="no exercise is called") as error:
        check(function)
    assert all(name in str(error.value) for name in NAMES)


def test_the_name_of_the_function_is_the_exercise_unless_another_is_given():
    assert check(e_step).exercise == "e_step"
    assert check(e_step, "update_means").exercise == "update_means"


@pytest.mark.parametrize("value", [3, None, np.zeros(2)])
def test_what_is_no_function_is_incorrect(value):
    result = check(value, "e_step")
    assert result.status == "incorrect"
    assert f"Expected a function, got {type(value).__name__}." in str(result)


def test_numpy_does_not_warn_of_what_is_judged_anyway():
    """log 0 and 0 / 0 are described by the check."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        check(WRONG["e_step"]["underflowing_densities"], "e_step")
    assert caught == []


@pytest.mark.parametrize(
    ("name", "style"),
    [("update_weights", "mean_as_a_list"), ("e_step", "column_after_column")],
)
def test_lists_are_accepted_as_arrays(name, style):
    function = RIGHT[name][style]
    arguments = EXERCISES[name].cases(np.random.default_rng(0))[0].arguments
    assert isinstance(function(*arguments), list)
    assert check(function, name).status == "correct"


def test_html_in_a_message_is_text():
    result = check(raising(ValueError("<script>alert('1 < 2')</script> & more")), "e_step")
    texts = "".join(text for tag, text in tags_in(result._repr_html_()) if tag == "text")
    assert "<script>alert('1 < 2')</script> & more" in texts
    assert "script" not in {tag for tag, _ in tags_in(result._repr_html_())}


@pytest.mark.parametrize("status", ["correct", "incorrect", "not attempted"])
def test_a_result_is_announced_and_does_not_rely_on_color(status):
    tags = tags_in(CheckResult("<e_step>", status, "Read on.")._repr_html_())
    assert tags[0][1]["role"] == "status"
    words = "".join(text for tag, text in tags if tag == "text")
    assert f"<e_step>: {status}. Read on." in words
    looks = {tags_in(CheckResult("e", s)._repr_html_())[0][1]["style"] for s in (status, "correct")}
    assert len(looks) == (1 if status == "correct" else 2)


def test_the_line_that_raised_is_quoted():
    def unlucky(X, responsibilities):
        return X @ responsibilities  # shapes that do not fit

    message = check(unlucky, "update_means").message
    assert "ValueError" in message
    assert "return X @ responsibilities" in message


def test_an_unfinished_function_that_is_called_is_named():
    def unfinished():
        raise NotImplementedError("write gaussian_log_density here")

    result = check(lambda *arguments: unfinished(), "mixture_log_density")
    assert result.status == "not attempted"
    assert "write gaussian_log_density here" in result.message


def test_two_numbers_that_differ_late_are_told_apart():
    message = check(lambda *a: 1.00001 * e_step(*a), "e_step").message
    expected, got = message.split("expected ")[1].rstrip(".").split(", got ")
    assert expected != got
