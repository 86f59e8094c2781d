"""E-step and M-step by the formulas of the helpers, block by block."""

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.one_step import assert_same, by_loops, by_whitening
from support.strategies import problems, random_mixture, random_samples

from gmm_helpers import GMMParams
from gmm_helpers.em.fast import blocks
from gmm_helpers.em.fast.threads import serial_map
from gmm_helpers.em.fast.whitened import Whitened


@given(problem=problems())
def test_one_step_is_that_of_the_loops(problem):
    assert_same(by_whitening(problem.X, problem.start), by_loops(problem.X, problem.start))


@pytest.mark.parametrize("n_features", [1, 2, 4])
def test_blocks_and_portions_do_not_change_the_result(monkeypatch, n_features):
    rng = np.random.default_rng(3)
    params = random_mixture(rng, n_features, 3)
    X = random_samples(rng, params, 505)
    whole = by_whitening(X, params)
    monkeypatch.setattr(blocks, "MAX_BYTES", 1)
    monkeypatch.setattr(blocks, "MIN_SAMPLES", 7)
    assert_same(by_whitening(X, params), whole, rtol=1e-12)


def test_a_weight_of_zero_takes_no_sample():
    X = np.array([[0.0], [1.0], [5.0]])
    params = GMMParams(np.array([1.0, 0.0]), np.array([[0.0], [5.0]]), np.ones((2, 1, 1)))
    with np.errstate(invalid="ignore"):  # 0 / 0: there is no mean
        counts, means, *_ = by_whitening(X, params)
    np.testing.assert_array_equal(counts, [3, 0])
    np.testing.assert_allclose(means[0], 2.0)


def test_samples_whose_densities_all_underflow_are_shared_all_the_same():
    rng = np.random.default_rng(0)
    params = random_mixture(rng, 2, 3)
    X = np.vstack([random_samples(rng, params, 50), [[200.0, 300.0], [-150.0, 90.0]]])
    assert oracles.mixture_log_density(X, *params).min() < -1000
    assert_same(by_whitening(X, params), by_loops(X, params))


@pytest.mark.parametrize("shift", [0.0, 1e6, -1e6])
@pytest.mark.parametrize("unit", [1e-6, 1.0, 1e6])
def test_units_and_origin_cost_no_more_than_their_rounding(shift, unit):
    rng = np.random.default_rng(1)
    params = random_mixture(rng, 2, 3)
    X = random_samples(rng, params, 200)
    _, means, covariances, _ = by_whitening(X, params)
    moved = GMMParams(params.weights, unit * (params.means + shift), unit**2 * params.covariances)
    _, far_means, far_covariances, _ = by_whitening(unit * (X + shift), moved)
    np.testing.assert_allclose(far_means / unit - shift, means, atol=1e-7)
    np.testing.assert_allclose(far_covariances / unit**2, covariances, rtol=1e-6, atol=1e-7)


def test_one_sample_and_one_component():
    X = np.array([[2.0]])
    params = GMMParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)))
    counts, means, covariances, nll = by_whitening(X, params)
    assert (counts[0], means[0, 0], covariances[0, 0, 0]) == (1, 2, 0)
    assert nll == pytest.approx(0.5 * np.log(2 * np.pi) + 2)


def test_where_a_log_density_overflows_the_sum_is_not_finite_and_nothing_is_warned_of():
    X = np.array([[0.0], [1e149]])
    params = GMMParams(np.ones(1), np.zeros((1, 1)), np.full((1, 1, 1), 1e-20))
    assert not np.isfinite(Whitened(X, 1).e_step(params, serial_map)[1])
