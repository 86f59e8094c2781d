"""A student's own e_step and m_step in `fit`: used as they are, and named if at fault."""

import pickle
import warnings

import numpy as np
import pytest
from support import oracles

from gmm_helpers import (
    CustomStepError,
    Degeneracy,
    DegenerateComponentError,
    GMMParams,
    e_step,
    fit,
    m_step,
)

pytestmark = pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
OWN = [
    {"e_step": oracles.responsibilities},
    {"m_step": oracles.m_step},
    {"e_step": oracles.responsibilities, "m_step": oracles.m_step},
]


@pytest.mark.parametrize("swapped", [{"e_step": m_step}, {"m_step": e_step}])
def test_a_helper_in_the_place_of_the_other_is_an_error(course, swapped):
    """It is custom there: the right helper must not quietly take its place."""
    with pytest.raises((TypeError, ValueError)):
        fit(course.X, course.start, max_iter=2, **swapped)


@pytest.mark.parametrize("own", OWN, ids=["e_step", "m_step", "both"])
@pytest.mark.parametrize("reg_covar", [0.0, 0.3])
def test_correct_steps_written_with_loops_give_the_same_trace(course, own, reg_covar):
    options = {"tol": 0, "max_iter": 5, "reg_covar": reg_covar}
    ours = fit(course.X, course.start, **options)
    theirs = fit(course.X, course.start, **options, **own)
    assert theirs.n_iter == ours.n_iter
    np.testing.assert_allclose(
        theirs.negative_log_likelihood, ours.negative_log_likelihood, rtol=1e-11
    )
    for a, b in zip(theirs.params, ours.params, strict=True):
        for first, second in zip(a, b, strict=True):
            np.testing.assert_allclose(first, second, rtol=1e-9, atol=1e-9)


def test_an_own_e_step_is_used_as_it_is(course):
    """A wrong one too: every component takes a third of every sample."""

    def equal_shares(X, weights, means, covariances):
        return np.full((len(X), len(weights)), 1 / len(weights))

    trace = fit(course.X, course.start, reg_covar=0, e_step=equal_shares)
    for mean in trace.params[1].means:
        np.testing.assert_allclose(mean, course.X.mean(axis=0))
    np.testing.assert_array_equal(trace.responsibilities(0), np.full((600, 3), 1 / 3))
    assert trace.negative_log_likelihood[0] == pytest.approx(5762.109091, abs=5e-7)


def test_an_own_m_step_is_used_as_it_is_plus_the_ridge(course):
    def stay(X, responsibilities):
        return course.start

    trace = fit(course.X, course.start, reg_covar=0.5, max_iter=2, m_step=stay)
    for params in trace.params[1:]:
        np.testing.assert_array_equal(params.means, course.start.means)
        np.testing.assert_array_equal(params.covariances, [1.5 * np.eye(2)] * 3)


def test_own_steps_may_return_lists(course):
    trace = fit(
        course.X,
        course.start,
        max_iter=2,
        e_step=lambda *args: e_step(*args).tolist(),
        m_step=lambda *args: [values.tolist() for values in m_step(*args)],
    )
    expected = fit(course.X, course.start, max_iter=2)
    np.testing.assert_allclose(
        trace.negative_log_likelihood, expected.negative_log_likelihood, rtol=1e-12
    )
    assert isinstance(trace.responsibilities(1), np.ndarray)


def test_an_own_step_cannot_spoil_the_data(course):
    def centring(X, *params):
        X -= X.mean(axis=0)
        return e_step(X, *params)

    copy = course.X.copy()
    with pytest.raises(ValueError, match="read-only"):
        fit(course.X, course.start, e_step=centring)
    np.testing.assert_array_equal(course.X, copy)


def changed(k, value):
    """The right responsibilities but for one entry."""

    def own(X, *params):
        responsibilities = e_step(X, *params)
        responsibilities[5, k] = value
        return responsibilities

    return own


BAD_E_STEPS = {
    "transposed": (lambda *args: e_step(*args).T, r"shape \(3, 600\), expected \(600, 3\)"),
    "one sample missing": (lambda *args: e_step(*args)[1:], r"\(599, 3\), expected \(600, 3\)"),
    "one component": (lambda *args: e_step(*args)[:, 0], r"shape \(600,\), expected \(600, 3\)"),
    "nothing": (lambda *args: None, r"None, expected .* shape \(600, 3\): is a return missing"),
    "ragged": (lambda *args: [[1.0], [0.5, 0.5]], "lists of equal length"),
    "NaN": (changed(2, np.nan), r"NaN or infinity, first at responsibilities\[5, 2\]"),
    "infinity": (changed(0, np.inf), "NaN or infinity"),
    "negative": (changed(1, -0.5), "none may be negative"),
    "complex": (lambda *args: e_step(*args) * 1j, "array of numbers"),
    "text": (lambda *args: e_step(*args).astype(str), "array of numbers"),
    "rows that do not sum to one": (lambda *args: 2 * e_step(*args), "sum to"),
}


def assert_one_clear_error(function, blamed, message):
    """An error that names the step, with no other traceback above it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(CustomStepError, match=message) as error:
            function()
    assert error.value.step == blamed
    assert error.value.__suppress_context__ or error.value.__context__ is None


@pytest.mark.parametrize(("own", "message"), BAD_E_STEPS.values(), ids=BAD_E_STEPS.keys())
def test_a_wrong_e_step_is_blamed_by_name(course, own, message):
    assert_one_clear_error(lambda: fit(course.X, course.start, e_step=own), "e_step", message)


def replaced(name, change):
    """The right M-step but for one of the three."""

    def own(X, responsibilities):
        params = m_step(X, responsibilities)
        return params._replace(**{name: change(getattr(params, name))})

    return own


BAD_M_STEPS = {
    "nothing": (lambda X, r: None, "expected three results"),
    "two of three": (
        lambda X, r: m_step(X, r)[:2],
        "expected three results",
    ),
    "four": (
        lambda X, r: (*m_step(X, r), 0.0),
        "expected three results",
    ),
    "counts for weights": (replaced("weights", lambda w: 600 * w), "sum to 1"),
    "one weight missing": (replaced("weights", lambda w: w[:2]), "means have shape"),
    "means transposed": (replaced("means", lambda m: m.T), "means have shape"),
    "variances only": (
        replaced("covariances", lambda c: c.diagonal(axis1=1, axis2=2)),
        r"covariances have shape \(3, 2\), expected \(3, 2, 2\)",
    ),
    "NaN": (replaced("means", lambda m: m * np.nan), "NaN or infinity"),
    "asymmetric": (
        replaced("covariances", lambda c: c + np.array([[0, 1], [0, 0]])),
        "not symmetric",
    ),
    "another number of components": (
        lambda X, r: m_step(X, r[:, :2] / r[:, :2].sum(axis=1, keepdims=True)),
        "3",
    ),
    "another number of features": (lambda X, r: m_step(X[:, :1], r), "2"),
}


@pytest.mark.parametrize(("own", "message"), BAD_M_STEPS.values(), ids=BAD_M_STEPS.keys())
def test_a_wrong_m_step_is_blamed_by_name(course, own, message):
    assert_one_clear_error(lambda: fit(course.X, course.start, m_step=own), "m_step", message)


@pytest.mark.parametrize("mistake", ["a mistake of mine", "cannot unpack my own tuple"])
@pytest.mark.parametrize("name", ["e_step", "m_step"])
def test_an_error_inside_an_own_step_comes_through_untouched(course, name, mistake):
    def broken(*args):
        raise TypeError(mistake)

    with pytest.raises(TypeError, match=f"^{mistake}$"):
        fit(course.X, course.start, **{name: broken})


def test_a_collapse_by_an_own_m_step_is_named_too(course):
    flatten = replaced("covariances", lambda c: c * np.array([1, 1, 0])[:, None, None])
    with pytest.raises(DegenerateComponentError) as error:
        fit(course.X, course.start, reg_covar=0, m_step=flatten)
    assert (error.value.component, error.value.iteration) == (2, 1)


def test_an_own_e_step_cannot_change_the_start_it_is_given(course):
    start = course.start._replace(means=course.start.means.copy())

    def drifting(X, weights, means, covariances):
        means -= 0.5
        return e_step(X, weights, means, covariances)

    with pytest.raises(ValueError, match="read-only"):
        fit(course.X, start, e_step=drifting)
    np.testing.assert_array_equal(start.means, course.start.means)


@pytest.mark.parametrize("name", ["e_step", "m_step"])
def test_a_result_passed_for_a_function_is_refused(course, name):
    with pytest.raises(ValueError, match=f"pass {name}, not {name}"):
        fit(course.X, course.start, **{name: course.X})


def test_negative_variances_of_an_own_m_step_are_no_collapse(course):
    def negated(X, responsibilities):
        weights, means, covariances = m_step(X, responsibilities)
        return weights, means, -covariances

    with pytest.raises(DegenerateComponentError) as error:
        fit(course.X, course.start, reg_covar=0, m_step=negated)
    assert error.value.kind is Degeneracy.NEGATIVE_EIGENVALUE


def test_a_forgotten_return_is_told_as_such():
    X = np.arange(6.0)[:, None]
    start = GMMParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)))
    for own in ({"e_step": lambda *_: None}, {"m_step": lambda *_: None}):
        with pytest.raises(ValueError, match=r"None, expected .*: is a return missing"):
            fit(X, start, **own)


def test_sums_that_are_all_the_same_are_told_once():
    X = np.arange(6.0)[:, None]
    start = GMMParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)))
    with pytest.raises(ValueError, match=r"its rows sum to 0\.9, expected 1"):
        fit(X, start, e_step=lambda *_: np.full((6, 1), 0.9))


def test_the_error_of_a_custom_step_is_one_sentence_and_survives_pickling():
    error = CustomStepError("m_step", "None, expected three results.")
    copy = pickle.loads(pickle.dumps(error))
    assert isinstance(copy, ValueError)
    assert (copy.step, copy.problem) == (error.step, error.problem)
    sentence = "your m_step returned something unusable: None, expected three results."
    assert str(copy) == str(error) == sentence
