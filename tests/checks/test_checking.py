"""check(): four answers, never an exception of the student's, and a sentence that helps."""

import sys
import time
import warnings

import numpy as np
import pytest
from support.implementations import RIGHT, WRONG

from gmm_helpers import e_step, update_means, update_weights
from gmm_helpers.checks import check, checking, hint, progress
from gmm_helpers.exercises import EXERCISES

NAMES = list(EXERCISES)


@pytest.fixture(autouse=True)
def not_strict(monkeypatch):
    monkeypatch.delenv("GMM_CHECKS", raising=False)


def returning(value):
    return lambda *arguments: value


def raising(error):
    def fail():
        raise error

    def function(*_):
        return fail()

    return function


@pytest.mark.parametrize("name", NAMES)
def test_the_helper_itself_is_correct(name):
    result, points = check(EXERCISES[name].reference, name), EXERCISES[name].points
    cases = EXERCISES[name].cases(np.random.default_rng(0))
    n_cases = sum(case.topic != "integers" for case in cases)
    assert (result.exercise, result.status, result.diagnoses) == (name, "correct", ())
    assert (result.score, result.points) == (points, points)
    assert result.text.startswith(
        f"{name}: correct, {points} of {points} points. It agrees with the tested helper in all "
        f"{n_cases} cases."
    )


def test_calling_the_helper_that_was_asked_for_is_said_in_one_sentence():
    result = check(lambda X, responsibilities: update_means(X, responsibilities), "update_means")
    assert (result.status, result.score, result.calls_helper) == ("correct", 3, True)
    for text in (result.text, result.card):
        assert "This calls the helper you were asked to write" in text
        assert "it may earn no points when the notebook is graded" in text
    own = check(lambda X, r: r.T @ X / r.sum(axis=0)[:, None], "update_means")
    assert not own.calls_helper
    assert "helper you were asked" not in own.text


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_not_correct_and_the_case_is_named(name):
    result = check(next(iter(WRONG[name].values())), name)
    assert result.status in ("incorrect", "partly correct")
    assert result.score < result.points
    (tried,) = [line for line in result.text.splitlines() if line.startswith("Tried on ")]
    cases = EXERCISES[name].cases(np.random.default_rng(0))
    assert any(tried.startswith(f"Tried on {case.name}: ") for case in cases)
    assert result.text.endswith(f'For a hint: hint("{name}")')


def test_a_known_mistake_is_named_with_what_to_look_at():
    result = check(lambda r: r.sum(axis=0), "update_weights")
    assert result.diagnoses == ("not divided by N",)
    assert "\nNot divided by N. You return the counts Nₖ" in result.text


@pytest.mark.parametrize("name", NAMES)
def test_the_stub_is_not_attempted(name):
    result = check(raising(NotImplementedError(f"write {name} here")), name)
    assert (result.status, result.score) == ("not attempted", 0)
    assert "Replace the line that raises NotImplementedError" in result.text


def test_a_stub_met_in_a_special_case_is_a_case_that_failed():
    """The ordinary case decides whether there is an answer."""

    def half_written(X, *params):
        if X.shape[1] == 1:
            raise NotImplementedError
        return e_step(X, *params)

    result = check(half_written, "e_step")
    assert result.status == "partly correct"
    assert 4.5 < result.score < 5
    assert "Wrong in 1 of 18 cases: one feature (D = 1)." in result.text


def test_the_ordinary_case_counts_like_any_other():
    result = check(lambda X, r: update_means(X, r) + (X.shape == (30, 2)), "update_means")
    assert (result.status, result.score) == ("partly correct", 2.83)
    assert "Wrong in 1 of 18 cases: ordinary data." in result.text


def test_what_may_be_luck_earns_nothing():
    result = check(lambda X, r: np.tile(X.mean(axis=0), (r.shape[1], 1)), "update_means")
    assert (result.status, result.score) == ("incorrect", 0)
    assert "Wrong in 17 of 18 cases. No points yet: they begin when a quarter of" in result.text


@pytest.mark.parametrize("status", ["correct", "partly correct"])
def test_integers_are_a_remark_and_cost_nothing(status):
    """The array made like X cannot hold decimals if X is of dtype int."""

    def made_like_the_data(X, responsibilities):
        means = np.array([X[0]] * responsibilities.shape[1])
        means[:] = update_means(X, responsibilities)
        return means + (status != "correct" and X.shape[1] == 1)

    result = check(made_like_the_data, "update_means")
    assert (result.status, result.score) == (status, 3 if status == "correct" else 2.83)
    for text in (result.text, result.card):
        assert "fails for integer input" in text
        assert "costs no points" in text


def test_an_interruption_passes_through():
    with pytest.raises(KeyboardInterrupt):
        check(raising(KeyboardInterrupt()), "e_step")


@pytest.mark.parametrize("function", [returning(0), np.sin])
def test_an_unknown_name_is_answered_with_the_exercises_there_are(function):
    result = check(function)
    assert (result.status, result.score, result.points) == ("not checked", 0, 0)
    assert all(name in result.text for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_for_the_function_that_the_notebook_calls_so(name, monkeypatch):
    monkeypatch.setitem(globals(), name, EXERCISES[name].reference)
    assert check(name).status == "correct"
    monkeypatch.setitem(globals(), name, returning(0))
    assert check(name).status == "incorrect"


@pytest.mark.parametrize("name", ["fit_em", "gaussian_log_density"])
def test_a_name_without_a_function_is_answered_kindly(name):
    result = check(name)
    assert (result.exercise, result.status) == (name, "not checked")
    assert f"There is no function {name} yet" in result.text


@pytest.mark.parametrize(
    ("name", "meant"), [("e_stpe", "e_step"), ("update_mean", "update_means"), ("FitEM", "fit_em")]
)
def test_a_misspelt_name_is_answered_with_what_may_be_meant(name, meant):
    for said in (check(name).text, str(hint(name)), str(progress(name))):
        assert f"No exercise is called '{name}': did you mean '{meant}'?" in said


def test_a_strict_check_raises_for_a_name_that_means_nothing(monkeypatch):
    monkeypatch.setenv("GMM_CHECKS", "strict")
    for name in ("e_stpe", "fit_em"):
        with pytest.raises(AssertionError):
            check(name)


def test_the_name_of_the_function_is_the_exercise_unless_another_is_given():
    assert check(e_step).exercise == "e_step"
    assert check(e_step, "update_means").exercise == "update_means"


@pytest.mark.parametrize("value", [3, None, np.zeros(2)])
def test_what_is_no_function_is_incorrect(value):
    result = check(value, "e_step")
    assert (result.status, result.diagnoses) == ("incorrect", ("no function",))
    assert f"Expected a function, got {type(value).__name__}: pass e_step, not " in str(result)


@pytest.mark.parametrize("value", [0.0, np.inf, np.nan, 1e300])
@pytest.mark.parametrize("name", ["e_step", "update_means", "update_covariances"])
def test_nothing_warns_of_what_is_judged_anyway(name, value):
    reference = EXERCISES[name].reference
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        check(lambda *a: np.log(0 * reference(*a)) + value, name)
        check(lambda *a: np.full_like(reference(*a), value), name)
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


def test_the_line_that_raised_is_quoted():
    def unlucky(X, responsibilities):
        return X @ responsibilities  # shapes that do not fit

    text = check(unlucky, "update_means").text
    assert "ValueError" in text
    assert "return X @ responsibilities" in text


def test_an_unfinished_function_that_is_called_is_named():
    def unfinished():
        raise NotImplementedError("write gaussian_log_density here")

    result = check(lambda *arguments: unfinished(), "mixture_log_density")
    assert result.status == "not attempted"
    assert "write gaussian_log_density here" in result.text


def test_a_function_that_does_not_return_is_stopped_and_the_other_cases_are_not_tried(monkeypatch):
    monkeypatch.setattr(checking, "SECONDS", 0.1)
    monkeypatch.setattr(checking, "SECONDS_AFTER", 0.05)
    monkeypatch.setattr(checking, "PATIENCE", 1.0)
    calls = []

    def endless(responsibilities):
        calls.append(0)
        while True:
            time.sleep(0.001)

    result = check(endless, "update_weights")
    assert (result.status, len(calls)) == ("incorrect", checking.MAX_STOPPED)
    assert result.diagnoses == ("does not return",)
    assert "it had not returned after 0.1 seconds" in result.text
    n_calls = len(calls)
    late = check(lambda r: endless(r) if r.shape[1] == 1 else update_weights(r), "update_weights")
    assert (late.status, len(calls) - n_calls) == ("partly correct", 1)


def test_the_stub_is_called_once():
    calls = []

    def stub(*arguments):
        calls.append(0)
        raise NotImplementedError

    check(stub, "e_step")
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (raising(ZeroDivisionError("division by zero")), "ZeroDivisionError: division by zero"),
        (raising(np.linalg.LinAlgError("Singular matrix")), "LinAlgError: Singular matrix"),
        (raising(KeyError("k")), "KeyError: 'k'"),
        (lambda *_: sys.exit("bye"), "SystemExit: bye"),
        (lambda X: X, "Your function takes (X), but it is called with (X, weights, means, cov"),
        (lambda X, weights, means, covariances, more: X, "covariances, more), but it is called"),
        (returning("text"), "the result is text; expected"),
        (
            lambda X, *_: np.full((len(X), 3), np.nan * X[0, 0]),
            "the result holds NaN, first at [0, 0].",
        ),
        (lambda *a: e_step(*a).T, "the result has shape (3, 30), expected (30, 3)."),
        (lambda *a: e_step(*a) + 1, "the result at [0, 0]: expected "),
    ],
)
def test_what_went_wrong_is_said(function, said):
    result = check(function, "e_step")
    assert result.status == "incorrect"
    assert said in result.text


def test_a_function_without_a_name_of_its_own_is_known_by_its_variable():
    update_weights = lambda responsibilities: responsibilities.mean(axis=0)  # noqa: E731
    assert check(update_weights).status == "correct"
    update_weights = np.ones(3)
    assert check(update_weights).status == "incorrect"
    assert check(lambda r: r).status == "not checked"


def test_an_exercise_is_named_by_a_function_too():
    def update_weights(responsibilities):
        return responsibilities.mean(axis=0)

    def mine(responsibilities):
        return responsibilities.mean(axis=0)

    assert check(mine, name=update_weights).status == "correct"


@pytest.mark.parametrize("name", [3, ["e_step"], np.zeros(2)])
def test_a_name_that_is_none_is_refused_in_a_sentence(name):
    result = check(len, name)
    assert result.status == "not checked"
    assert type(name).__name__ in result.text


@pytest.mark.parametrize("value", [np.zeros(3), 3, None, [1, 2]])
def test_a_result_in_place_of_the_function_is_said(value):
    result = check(value)
    assert result.status == "not checked"
    assert "not its result, as in check(update_weights)" in result.text


def test_a_function_with_more_in_its_name_is_told_how_to_be_checked():
    def my_em_step(X):
        return X

    assert 'check(my_em_step, "em_step")' in check(my_em_step).text
