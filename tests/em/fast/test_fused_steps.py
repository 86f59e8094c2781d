"""The fused core: which form it chooses, and that threads, blocks and memory change nothing."""

import tracemalloc

import numpy as np
import pytest
from support import oracles
from support.blas import blas_threads
from support.one_step import by_products
from support.strategies import random_mixture
from threadpoolctl import threadpool_limits

from gmm_helpers import Degeneracy, DegenerateComponentError, GMMParams, em_step, fit
from gmm_helpers.em.fast import FusedSteps, describe_columns
from gmm_helpers.em.fast import fused_steps as steps
from gmm_helpers.em.fast.products import Products

pytestmark = pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")


def steps_of(X, n_components):
    return FusedSteps(X, describe_columns(X), n_components)


def narrow_far_apart():
    """Components of width 1e-4, some 1e3 from each other and from the centre."""
    rng = np.random.default_rng(5)
    means = np.array([[1e3, 0.0], [-1e3, 1e3], [0.0, -1e3]])
    X = means[rng.integers(3, size=300)] + 1e-4 * rng.standard_normal((300, 2))
    start = GMMParams(np.full(3, 1 / 3), means + 5e-5, np.array([4e-8 * np.eye(2)] * 3))
    return X, start


def test_narrow_components_far_apart_keep_their_digits():
    X, start = narrow_far_apart()
    trace = fit(X, start, tol=0, max_iter=5, reg_covar=0)
    params, history = oracles.fit_em(X, *start, 0, 5, 0.0)
    np.testing.assert_allclose(trace.negative_log_likelihood, history, rtol=1e-9)
    for got, expected in zip(trace.params[-1], params, strict=True):
        np.testing.assert_allclose(got, expected, rtol=1e-7, atol=1e-7 * np.abs(expected).max())
    # Products alone would have been off in the fourth digit, so it must have been noticed.
    lost = by_products(X, trace.params[-1])
    assert not np.allclose(lost[2], params[2], rtol=1e-4, atol=0)


def test_the_form_is_chosen_by_what_would_be_lost():
    X, narrow = narrow_far_apart()
    wide = narrow._replace(covariances=np.array([1e4 * np.eye(2)] * 3))
    fused = steps_of(X, 3)
    assert fused.e_step(wide)[0].narrow is None
    for are_narrow in ([0], [1, 2], [0, 1, 2]):
        covariances = wide.covariances.copy()
        covariances[are_narrow] = narrow.covariances[are_narrow]
        mixed = narrow._replace(covariances=covariances)
        moments, _ = fused.e_step(mixed)
        np.testing.assert_array_equal(moments.narrow.components, are_narrow)


def test_a_component_that_becomes_narrow_in_one_step_is_computed_again():
    """From a wide start straight to width 1e-4: the moments have no digits for that."""
    X, narrow = narrow_far_apart()
    wide = narrow._replace(covariances=np.array([1e3 * np.eye(2)] * 3))
    fused = steps_of(X, 3)
    statistics, _ = fused.e_step(wide)
    assert statistics.narrow is None
    expected = oracles.m_step(X, oracles.responsibilities(X, *wide))
    for got, right in zip(fused.m_step(statistics, 0.0), expected, strict=True):
        np.testing.assert_allclose(got, right, rtol=1e-7, atol=1e-7 * np.abs(right).max())


@pytest.mark.parametrize("n_features", [89, 90, 130])
def test_with_very_many_features_all_components_are_whitened(n_features):
    """The parameters are the same on either side of the limit, and where the data are shifted."""
    rng = np.random.default_rng(n_features)
    X = rng.standard_normal((900, n_features)) + 3 * rng.integers(2, size=(900, 1))
    for shift in (0.0, 1e3):
        means = np.array([np.zeros(n_features), np.full(n_features, 3.0)]) + shift
        start = GMMParams(np.array([0.3, 0.7]), means, np.array([np.eye(n_features)] * 2))
        fused = steps_of(X + shift, 2)
        statistics, nll = fused.e_step(start)
        assert (statistics.sums is None) == (n_features >= 90)
        responsibilities = oracles.responsibilities(X + shift, *start)
        assert nll == pytest.approx(-oracles.mixture_log_density(X + shift, *start).sum())
        expected = oracles.m_step(X + shift, responsibilities)
        for got, right in zip(fused.m_step(statistics, 0.0), expected, strict=True):
            np.testing.assert_allclose(got, right, rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize("n_features", [1, 2, 40, 95])
@pytest.mark.parametrize("width", [1.0, 1e-5])
def test_the_last_negative_log_likelihood_is_to_the_bit_that_of_an_e_step(n_features, width):
    rng = np.random.default_rng(3)
    params = random_mixture(rng, n_features, 3)
    params = params._replace(covariances=params.covariances * width)
    X = params.means[rng.integers(3, size=2000)]
    X = X + np.sqrt(width) * rng.standard_normal(X.shape)
    fused = steps_of(X, 3)
    assert fused.negative_log_likelihood(params) == fused.e_step(params)[1]
    X[1000, 0] = 1e149
    with pytest.raises(ValueError, match="sample 1000 is so far from every component"):
        steps_of(X, 3).negative_log_likelihood(
            params._replace(covariances=1e-20 * params.covariances)
        )


@pytest.mark.parametrize("far", [1e3, 1e6])
def test_a_correlated_start_far_from_the_data_keeps_its_digits(far):
    """There the squares of the means cancel, not those of the data."""
    X = np.random.default_rng(0).normal(size=(400, 2))
    correlated = np.array([[1, 1 - 1e-4], [1 - 1e-4, 1]])
    means = far + 1e-3 * np.array([[1.0, -1.0], [-1.0, 1.0]])
    start = GMMParams(np.ones(2) / 2, means, np.array([correlated] * 2))
    trace = fit(X, start, reg_covar=0, max_iter=1, tol=0)
    for got, expected in zip(trace.params[1], em_step(X, *start), strict=True):
        np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-12)


def test_many_features_take_no_more_memory_than_the_plain_formulas():
    X = np.random.default_rng(0).random((300, 400))
    start = GMMParams(np.ones(2) / 2, X[:2], np.array([np.eye(400)] * 2))
    tracemalloc.start()
    try:
        fit(X, start, reg_covar=1e-2, max_iter=1, tol=0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 13 * start.covariances.nbytes  # 400 x 400 each; products would be 80,000 wide


def test_blas_has_one_thread_where_it_would_start_its_own(monkeypatch):
    """Also where there is too little to do for threads of ours."""
    seen, sum_blocks = [], Products.sum_blocks

    def watched(*arguments):
        seen.append(blas_threads())
        return sum_blocks(*arguments)

    monkeypatch.setattr(Products, "sum_blocks", watched)
    X = np.random.default_rng(0).standard_normal((1500, 10))
    start = GMMParams(np.full(12, 1 / 12), X[:12], np.array([np.eye(10)] * 12))
    with threadpool_limits(2):
        fit(X, start, max_iter=2, tol=0)
        assert blas_threads() == {2}
    assert seen == [{1}, {1}, {1}]


def large_problem():
    rng = np.random.default_rng(8)
    params = random_mixture(rng, 2, 8)
    X = 3 * rng.standard_normal((60_000, 2))
    return X, params._replace(covariances=4 * params.covariances)


@pytest.mark.parametrize("max_cancellation", [steps.MAX_CANCELLATION, 0.0])
def test_threads_do_not_change_a_bit(monkeypatch, max_cancellation):
    """In either form; 0 forces the stable one."""
    monkeypatch.setattr(steps, "MAX_CANCELLATION", max_cancellation)
    X, start = large_problem()
    assert len(X) * 8 * 6 > steps.MIN_WORK_FOR_THREADS  # six products of two features
    alone = fit(X, start, tol=0, max_iter=3, n_threads=1)
    for n_threads in (1, 2, 3, 20):
        trace = fit(X, start, tol=0, max_iter=3, n_threads=n_threads)
        np.testing.assert_array_equal(trace.negative_log_likelihood, alone.negative_log_likelihood)
        for a, b in zip(trace.params[-1], alone.params[-1], strict=True):
            np.testing.assert_array_equal(a, b)


def test_nothing_of_size_n_times_k_is_kept():
    X, start = large_problem()
    table = 8 * len(X) * start.n_components
    tracemalloc.start()
    try:
        fit(X, start, tol=0, max_iter=2, n_threads=1)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < table / 2


def test_a_long_trace_holds_parameters_only():
    X, start = large_problem()
    trace = fit(X, start, tol=0, max_iter=3)
    arrays = [part for params in trace.params for part in params]
    assert trace.X.base is X
    assert sum(part.nbytes for part in arrays) == 4 * 8 * (8 + 16 + 32)
    assert all(part.base is None or part.base.nbytes < 5000 for part in arrays)


def test_a_sample_out_of_reach_is_named_wherever_it_lies():
    X, start = large_problem()
    X = np.vstack([X, [[1e149, 0.0]], X[:5]])
    narrow = start._replace(covariances=1e-20 * start.covariances)
    with pytest.raises(ValueError, match="sample 60000 is so far from every component"):
        fit(X, narrow)


def test_an_empty_component_is_named():
    X, start = large_problem()
    start.means[5] = 1e4
    with pytest.raises(DegenerateComponentError) as error:
        fit(X, start)
    found = error.value
    assert (found.kind, found.component, found.iteration) == (Degeneracy.EMPTY, 5, 1)


@pytest.mark.parametrize("n_threads", [0, -1, 1.5, "two", True])
def test_a_number_of_threads_that_is_none_is_refused(n_threads):
    X, start = narrow_far_apart()
    with pytest.raises(ValueError, match="n_threads is"):
        fit(X, start, n_threads=n_threads)
