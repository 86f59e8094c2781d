"""Several runs at once: each is what it would be alone, and leaves when it must."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import problems, random_mixture

from gmm_helpers import GMMParams, course_original, identity_start, random_points_start
from gmm_helpers.em.fast import FusedSteps, Run, describe_columns, stacks
from gmm_helpers.em.fast.products import Products
from gmm_helpers.em.fast.stacks import Stack

COURSE = course_original().X


def stack_of(X, starts, limit=1e5):
    return Stack(Products(X, describe_columns(X), len(starts[0].weights)), starts, limit)


def steps_of(X, n_components):
    return FusedSteps(X, describe_columns(X), n_components)


def assert_same_run(one, other, rtol=1e-10):
    assert len(one.params) == len(other.params) == len(one.negative_log_likelihood)
    np.testing.assert_allclose(
        one.negative_log_likelihood, other.negative_log_likelihood, rtol=1e-12, atol=1e-12
    )
    for a, b in zip(one.params[-1], other.params[-1], strict=True):
        np.testing.assert_allclose(a, b, rtol=rtol, atol=rtol * np.abs(b).max())


@given(problem=problems(), n_runs=st.integers(1, 5), ridge=st.sampled_from([0.0, 0.1]))
def test_runs_are_those_of_the_loops(problem, n_runs, ridge):
    K = problem.start.n_components
    starts = [
        problem.start._replace(weights=problem.rng.dirichlet(np.ones(K))) for _ in range(n_runs)
    ]
    runs = stack_of(problem.X, starts).run(ridge, 0.0, 2)
    for start, run in zip(starts, runs, strict=True):
        params, history = oracles.fit_em(problem.X, *start, 0, 2, ridge)
        assert run.is_finished
        np.testing.assert_allclose(run.negative_log_likelihood, history, rtol=1e-9)
        for got, right in zip(run.params[-1], params, strict=True):
            np.testing.assert_allclose(got, right, rtol=1e-7, atol=1e-7 * np.abs(right).max())


@pytest.mark.parametrize("n_at_once", [1, 3, 7])
def test_a_run_is_the_same_alone_and_in_any_company(n_at_once, monkeypatch):
    starts = [identity_start(COURSE, 3, seed) for seed in range(7)]
    monkeypatch.setattr(stacks, "MAX_BYTES", 8 * 600 * 3 * n_at_once)
    stack = stack_of(COURSE, starts)
    assert stack.n_at_once == n_at_once
    together = stack.run(1e-6, 1e-6, 500)
    assert len({len(run.params) for run in together}) > 3  # they leave one after the other
    for start, run in zip(starts, together, strict=True):
        (alone,) = stack_of(COURSE, [start]).run(1e-6, 1e-6, 500)
        assert alone.is_finished
        assert run.is_finished
        assert_same_run(run, alone)


def test_what_is_recorded_is_read_only_and_holds_on_to_no_other_run():
    runs = stack_of(COURSE, [identity_start(COURSE, 3, seed) for seed in range(20)]).run(0, 1e-6, 9)
    assert [len(run.params) for run in runs] == [10] * 20
    for run in runs:
        for values in (part for params in run.params for part in params):
            assert not values.flags.writeable
            assert values.base.nbytes <= 10 * 8 * 12


@pytest.mark.parametrize("max_iter", [0, 1, 5])
def test_it_ends_at_max_iter(max_iter):
    (run,) = stack_of(COURSE, [identity_start(COURSE, 3, 0)]).run(0.0, 0.0, max_iter)
    assert run.is_finished
    assert len(run.params) == max_iter + 1


def test_a_run_leaves_unfinished_where_too_much_would_cancel():
    """A component on 40 copies of one point, with a ridge that holds it up."""
    rng = np.random.default_rng(0)
    X = np.vstack([rng.standard_normal((200, 2)), np.full((40, 2), 9.0)])
    fine = GMMParams(np.full(2, 0.5), np.ones((2, 2)), np.array([4 * np.eye(2)] * 2))
    onto_copies = fine._replace(
        means=np.array([[0.0, 0], [9, 9]]), covariances=np.array([np.eye(2)] * 2)
    )
    runs = stack_of(X, [onto_copies, fine, onto_copies]).run(1e-6, 1e-3, 20)
    assert [run.is_finished for run in runs] == [False, True, False]
    first, _, third = runs
    assert 0 < len(first.params) < 500
    assert_same_run(first, third)


def test_a_start_that_has_no_factor_never_begins():
    flat = identity_start(COURSE, 3, 0)._replace(
        covariances=np.array([np.eye(2)] * 2 + [np.ones((2, 2))])
    )
    runs = stack_of(COURSE, [flat, identity_start(COURSE, 3, 1)]).run(0.0, 1e-6, 3)
    assert runs[0].params == []
    assert len(runs[1].params) == 4
    assert stack_of(COURSE, [flat]).run(0.0, 1e-6, 3)[0].params == []


def test_a_component_without_samples_makes_its_run_leave():
    start = identity_start(COURSE, 3, 0)
    empty = start._replace(means=start.means + np.array([[0, 0], [0, 0], [300.0, 0]]))
    runs = stack_of(COURSE, [empty, start]).run(0.0, 1e-6, 500)
    assert (runs[0].is_finished, len(runs[0].params)) == (False, 1)
    assert runs[1].is_finished


def test_samples_whose_densities_all_underflow_are_shared_all_the_same():
    X = np.vstack([COURSE, [[200.0, 300.0], [-150.0, 90.0]]])
    starts = [identity_start(X, 3, seed) for seed in range(3)]
    for start, run in zip(starts, stack_of(X, starts).run(0.0, 0.0, 1), strict=True):
        nll = oracles.negative_log_likelihood(X, *start)
        assert run.negative_log_likelihood[0] == pytest.approx(nll, rel=1e-12)


def test_what_is_too_large_for_one_block_or_has_no_spread_is_left_to_the_steps():
    large = np.random.default_rng(0).standard_normal((60_000, 2))
    start = random_points_start(large, 3, 0)
    assert steps_of(large, 3).run_together([start], 0.0, 1e-6, 5)[0].params == []
    shifted = COURSE + 1e14
    start = random_points_start(shifted, 3, 0)
    assert steps_of(shifted, 3).run_together([start], 0.0, 1e-6, 5)[0].params == []


@pytest.mark.parametrize("shape", [(1, 1, 1), (5, 1, 5), (7, 3, 1), (40, 6, 2)])
def test_all_shapes(shape):
    n_samples, n_features, n_components = shape
    rng = np.random.default_rng(1)
    params = random_mixture(rng, n_features, n_components)
    X = rng.standard_normal((n_samples, n_features))
    runs = stack_of(X, [params, params]).run(0.5, 0.0, 3)
    alone = stack_of(X, [params]).run(0.5, 0.0, 3)[0]
    for run in runs:
        assert_same_run(run, alone)


def test_a_run_says_whether_there_is_a_next_iteration():
    run, params = Run(), random_mixture(np.random.default_rng(0), 1, 1)
    assert [run.add(params, nll, 0.5, 10) for nll in (9.0, 8.0, 7.6)] == [True, True, False]
    assert run.is_finished
    assert not Run().add(params, 3.0, 0.5, 0)


@pytest.mark.parametrize("units", [1.0, 1e-6, 1e6])
def test_in_small_units_no_responsibility_is_denormal(units):
    rng = np.random.default_rng(0)
    means = 8 * units * rng.standard_normal((4, 10))
    X = means[rng.integers(4, size=600)] + units * rng.standard_normal((600, 10))
    start = GMMParams(np.full(4, 0.25), means, units**2 * np.array([np.eye(10)] * 4))
    products = Products(X, describe_columns(X), 4)
    stack = Stack(products, [start], 1e5)
    stack.run(0.0, 0.0, 3)
    (views,) = stack._workspace._views.values()
    shares = np.abs(views.responsibilities)
    assert not ((shares > 0) & (shares < np.finfo(float).tiny)).any()
