"""What both forms of a step have in common: products of matrices, and whitening."""

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.one_step import assert_same, by_loops, by_products, by_whitening
from support.strategies import problems, random_mixture, random_samples

from gmm_helpers import GMMParams
from gmm_helpers.em.fast import blocks

BOTH = pytest.mark.parametrize("step", [by_products, by_whitening])


@BOTH
@given(problem=problems())
def test_one_step_is_that_of_the_loops(step, problem):
    assert_same(step(problem.X, problem.start), by_loops(problem.X, problem.start))


@BOTH
@pytest.mark.parametrize("n_features", [1, 2, 4])
def test_blocks_and_portions_do_not_change_the_result(monkeypatch, step, n_features):
    rng = np.random.default_rng(3)
    params = random_mixture(rng, n_features, 3)
    X = random_samples(rng, params, 505)
    whole = step(X, params)
    monkeypatch.setattr(blocks, "MAX_BYTES", 1)
    monkeypatch.setattr(blocks, "MIN_SAMPLES", 7)
    assert_same(step(X, params), whole, rtol=1e-12)


@BOTH
def test_a_weight_of_zero_takes_no_sample(step):
    X = np.array([[0.0], [1.0], [5.0]])
    params = GMMParams(np.array([1.0, 0.0]), np.array([[0.0], [5.0]]), np.ones((2, 1, 1)))
    with np.errstate(invalid="ignore"):  # 0 / 0: there is no mean
        counts, means, *_ = step(X, params)
    np.testing.assert_array_equal(counts, [3, 0])
    np.testing.assert_allclose(means[0], 2.0)


@BOTH
def test_samples_whose_densities_all_underflow_are_shared_all_the_same(step):
    rng = np.random.default_rng(0)
    params = random_mixture(rng, 2, 3)
    X = np.vstack([random_samples(rng, params, 50), [[200.0, 300.0], [-150.0, 90.0]]])
    assert oracles.mixture_log_density(X, *params).min() < -1000
    assert_same(step(X, params), by_loops(X, params))
