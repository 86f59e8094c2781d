"""The record of a run: everything in it belongs together and stays as it is."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

from gmm_helpers import DegenerateComponentError, EMTrace, fit

pytestmark = pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")


@given(problems(max_components=4))
def test_each_value_belongs_to_its_parameters(problem):
    trace = fit(problem.X, problem.start, tol=0, max_iter=4, reg_covar=0)
    assert len(trace.params) == len(trace.negative_log_likelihood) == trace.n_iter + 1
    for params, nll in zip(trace.params, trace.negative_log_likelihood, strict=True):
        assert nll == pytest.approx(oracles.negative_log_likelihood(problem.X, *params), rel=1e-10)


@given(problems(max_components=4))
def test_responsibilities_of_any_iteration_are_those_of_the_oracle(problem):
    trace = fit(problem.X, problem.start, tol=0, max_iter=3, reg_covar=0)
    for i, params in enumerate(trace.params):
        expected = oracles.responsibilities(problem.X, *params)
        for index in (i, i - len(trace.params)):
            actual = trace.responsibilities(index)
            np.testing.assert_allclose(actual, expected, rtol=1e-8, atol=1e-10)


@given(problems(max_components=4))
def test_responsibilities_are_the_step_from_one_iteration_to_the_next(problem):
    trace = fit(problem.X, problem.start, tol=0, max_iter=3, reg_covar=0.1)
    for i in range(trace.n_iter):
        expected = oracles.m_step(problem.X, trace.responsibilities(i), 0.1)
        for a, b in zip(trace.params[i + 1], expected, strict=True):
            np.testing.assert_allclose(a, b, rtol=1e-9, atol=1e-9)


def test_the_first_parameters_are_the_start(course, course_trace):
    for a, b in zip(course_trace.params[0], course.start, strict=True):
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("iteration", [90, 1000, -91])
def test_an_iteration_that_never_was_is_refused(course_trace, iteration):
    with pytest.raises(IndexError, match=f"iteration {iteration} is not among 0 to 89"):
        course_trace.responsibilities(iteration)


def test_nothing_in_a_trace_can_be_written_to(course_trace):
    arrays = [course_trace.negative_log_likelihood, course_trace.X]
    for params in course_trace.params:
        arrays += params
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0
    for name in ("params", "negative_log_likelihood", "converged", "X", "n_iter"):
        with pytest.raises(AttributeError):
            setattr(course_trace, name, None)
    assert isinstance(course_trace.params, tuple)


def test_a_trace_does_not_change_with_the_start_it_was_given():
    X = np.random.default_rng(0).standard_normal((30, 2))
    start = np.ones(1), np.zeros((1, 2)), np.eye(2)[None]
    trace = fit(X, start, max_iter=1)
    for array in start:
        array += 7
    np.testing.assert_array_equal(trace.params[0].weights, [1])
    np.testing.assert_array_equal(trace.params[0].means, [[0, 0]])
    np.testing.assert_array_equal(trace.params[0].covariances, [np.eye(2)])


def test_a_trace_survives_pickling(course_trace):
    copy = pickle.loads(pickle.dumps(course_trace))
    assert isinstance(copy, EMTrace)
    assert copy.converged is course_trace.converged
    assert copy.n_iter == course_trace.n_iter
    np.testing.assert_array_equal(
        copy.negative_log_likelihood, course_trace.negative_log_likelihood
    )
    for a, b in zip(copy.params, course_trace.params, strict=True):
        assert type(a) is type(b)
        for first, second in zip(a, b, strict=True):
            np.testing.assert_array_equal(first, second)
    np.testing.assert_array_equal(copy.responsibilities(5), course_trace.responsibilities(5))


def test_the_error_of_a_run_survives_pickling():
    start = np.array([0.5, 0.5]), np.array([[0.0], [1e3]]), np.ones((2, 1, 1))
    with pytest.raises(DegenerateComponentError) as caught:
        fit(np.arange(8.0)[:, None], start)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (type(copy), str(copy)) == (DegenerateComponentError, str(caught.value))
    assert copy.component == caught.value.component == 1


def test_a_trace_says_how_it_ended(course, course_trace):
    assert repr(course_trace) == (
        "<EMTrace: 3 components, converged after iteration 89, NLL 2295.07>"
    )
    stopped = fit(course.X, course.start, max_iter=2)
    assert "not converged, stopped at iteration 2" in repr(stopped)
