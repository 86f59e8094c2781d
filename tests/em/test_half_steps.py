"""A half-step is a function from state to state; nothing of it stays behind when a loop ends."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.blas import blas_threads
from support.strategies import problems, random_mixture
from threadpoolctl import threadpool_limits

from gmm_helpers import (
    Degeneracy,
    DegenerateComponentError,
    GMMParams,
    e_step,
    fit,
    identity_start,
    m_step,
    random_points_start,
)
from gmm_helpers.em.fast import fused_steps
from gmm_helpers.em.half_steps import EMState, HalfStep

ONE = GMMParams(np.ones(1), np.array([[5.0]]), np.ones((1, 1, 1)))


def states(half_step, n):
    """The first n states after the start."""
    state = half_step.start
    for _ in range(n):
        state = half_step(state)
        yield state


def large_problem():
    """So large that BLAS is limited and threads are started."""
    rng = np.random.default_rng(8)
    X = 3 * rng.standard_normal((60_000, 2))
    start = random_mixture(rng, 2, 8)
    assert len(X) * 8 * 6 > fused_steps.MIN_WORK_FOR_THREADS
    return X, start._replace(covariances=4 * start.covariances)


@given(problems(max_components=4))
def test_e_steps_and_m_steps_take_turns_and_are_those_of_the_oracle(problem):
    first, second, third = states(HalfStep(problem.X, problem.start, 0.1), 3)
    assert [state.e_step_done for state in (first, second, third)] == [True, False, True]
    assert [state.iteration for state in (first, second, third)] == [0, 1, 1]
    assert second.negative_log_likelihood is None
    for params, state in ((problem.start, first), (second.params, third)):
        nll = oracles.negative_log_likelihood(problem.X, *params)
        assert state.negative_log_likelihood == pytest.approx(nll, rel=1e-9)
    shares = oracles.responsibilities(problem.X, *problem.start)
    for got, right in zip(second.params, oracles.m_step(problem.X, shares, 0.1), strict=True):
        np.testing.assert_allclose(got, right, rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize("custom", [{}, {"e_step": oracles.responsibilities}])
def test_the_same_state_gives_the_same_next_state_whatever_came_between(course, custom):
    half_step = HalfStep(course.X, course.start, 1e-6, **custom)
    before = list(states(half_step, 4))
    for state, following in pairwise(before):
        again = half_step(state)
        assert again.negative_log_likelihood == following.negative_log_likelihood
        for a, b in zip(again.params, following.params, strict=True):
            np.testing.assert_array_equal(a, b)


def test_a_loop_over_half_steps_is_fit(course, course_trace):
    half_step = HalfStep(course.X, course.start)
    nll = [s.negative_log_likelihood for s in states(half_step, 179) if s.e_step_done]
    np.testing.assert_allclose(nll, course_trace.negative_log_likelihood, rtol=1e-13)


def test_states_hold_parameters_that_cannot_be_written_to(course):
    for custom in ({}, {"m_step": oracles.m_step}):
        half_step = HalfStep(course.X, course.start, **custom)
        for state in (half_step.start, *states(half_step, 2)):
            assert not any(values.flags.writeable for values in state.params)


@pytest.mark.parametrize("custom", [{"e_step": e_step}, {"m_step": m_step}])
def test_the_helpers_passed_as_custom_steps_run_in_the_fused_core(custom):
    statistics = HalfStep(np.array([[0.0], [2.0]]), ONE, **custom)(EMState(ONE)).statistics
    assert not isinstance(statistics, np.ndarray)


def test_of_a_custom_step_the_state_keeps_the_responsibilities():
    X = np.array([[0.0], [2.0]])
    state = HalfStep(X, ONE, e_step=oracles.responsibilities)(EMState(ONE))
    np.testing.assert_array_equal(state.statistics, [[1], [1]])


def test_an_error_knows_the_iteration_of_its_state():
    X = np.full((10, 1), 1 / 3)
    with pytest.raises(DegenerateComponentError) as error:
        list(states(HalfStep(X, ONE), 2))
    assert (error.value.kind, error.value.iteration) == (Degeneracy.COLLAPSED, 1)
    flat = ONE._replace(covariances=np.zeros((1, 1, 1)))
    for iteration in (0, 41):
        with pytest.raises(DegenerateComponentError) as error:
            HalfStep(X, ONE)(EMState(flat, iteration))
        assert (error.value.kind, error.value.iteration) == (Degeneracy.SINGULAR, iteration)


def test_blas_has_its_threads_again_after_a_loop_in_threads():
    half_step = HalfStep(*large_problem())
    with threadpool_limits(2):
        with half_step.threads(2):
            state = half_step(half_step.start)
            assert blas_threads() == {1}
        assert blas_threads() == {2}
        half_step(state)  # outside of the context, in this thread alone
        assert blas_threads() == {2}


def test_a_loop_that_is_abandoned_leaves_blas_alone():
    """Not closed, not exhausted, and still referred to."""
    with threadpool_limits(2):
        abandoned = states(HalfStep(*large_problem()), 100)
        next(abandoned)
        assert blas_threads() == {2}
        assert next(abandoned).iteration == 1


def test_threads_do_not_change_a_bit():
    X, start = large_problem()
    half_step = HalfStep(X, start)
    alone = [state.negative_log_likelihood for state in states(half_step, 5)]
    with half_step.threads(3):
        shared = [state.negative_log_likelihood for state in states(half_step, 5)]
    assert shared == alone


def test_blas_has_its_threads_again_after_an_error_in_fit():
    X, start = large_problem()
    start.means[5] = 1e4
    with threadpool_limits(2):
        with pytest.raises(DegenerateComponentError):
            fit(X, start)
        assert blas_threads() == {2}


@pytest.mark.parametrize("apart", [1e8, 1e9, 1e10, 1e12])
@pytest.mark.parametrize("n_features", [2, 3])
def test_a_component_over_groups_far_apart_is_not_called_a_single_point(apart, n_features):
    rng = np.random.default_rng(0)
    near = rng.normal(size=(100, n_features))
    X = np.concatenate([near, apart + rng.normal(size=(100, n_features))])
    with pytest.raises(DegenerateComponentError) as caught:
        fit(X, identity_start(X, 2, rng=1))
    assert caught.value.kind is Degeneracy.ROUNDED
    assert caught.value.value == pytest.approx(apart, rel=1e-3)
    assert "single point" not in str(caught.value)
    assert "rounding hides its spread" in str(caught.value)


def test_samples_on_a_line_are_flat_indeed():
    x = 1e6 + np.random.default_rng(0).normal(size=(100, 1))
    X = np.hstack([x, 2 * x])
    with pytest.raises(DegenerateComponentError) as caught:
        fit(X, random_points_start(X, 1, rng=0), reg_covar=0.0)
    assert caught.value.kind is Degeneracy.SINGULAR
