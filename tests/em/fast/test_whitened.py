"""E-step and M-step by the formulas of the helpers, block by block."""

import numpy as np
import pytest
from support.one_step import by_whitening
from support.strategies import random_mixture, random_samples

from gmm_helpers import GMMParams
from gmm_helpers.em.fast.threads import serial_map
from gmm_helpers.em.fast.whitened import Whitened


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
