"""No exponential is a denormal number, nor is it once it has been divided by a sum."""

import numpy as np
import pytest
from support.strategies import random_mixture

from gmm_helpers.em.fast import FusedSteps, describe_columns
from gmm_helpers.em.fast.exponentials import Exponentials

SMALLEST = np.finfo(float).tiny


@pytest.mark.parametrize("peak", [0.0, 5.0, 200.0, 600.0])
@pytest.mark.parametrize("are_clear", [True, False])
def test_they_are_exponentials_or_zero(peak, are_clear):
    exponentials = Exponentials(peak)
    logarithms = peak - np.linspace(0, 600 if are_clear else 1500, 1001)
    written = logarithms.copy()
    exponentials.write(written, are_clear)
    expected = np.exp(logarithms)
    exact = expected > exponentials.min_norm * 1e-12
    np.testing.assert_allclose(written[exact], expected[exact], rtol=1e-12)
    assert (np.abs(written) <= expected + exponentials.min_norm * 1e-16).all()
    shares = np.abs(written / np.exp(peak))
    assert not ((shares > 0) & (shares < SMALLEST)).any()


def test_a_peak_beyond_what_floats_hold_is_as_the_highest_that_they_do():
    assert Exponentials(1e5).min_norm == Exponentials(600.0).min_norm


@pytest.mark.parametrize(("n_features", "narrow"), [(20, 1e-14), (40, 1e-6)])
def test_beside_narrow_components_no_responsibility_is_denormal(n_features, narrow):
    """Where densities are so large that another one, divided by them, would be."""
    rng = np.random.default_rng(0)
    params = random_mixture(rng, n_features, 6)
    scales = np.where(np.arange(6) < 3, narrow, 1.0)
    covariances = params.covariances * scales[:, None, None]
    params = params._replace(means=1.2 * params.means, covariances=covariances)
    labels = rng.integers(6, size=3000)
    X = params.means[labels]
    X += np.sqrt(scales[labels, None]) * rng.standard_normal(X.shape)
    fused = FusedSteps(X, describe_columns(X), 6)
    fused.e_step(params)
    workspace = fused._products._workspaces.get_nowait()
    seen = [views.responsibilities for views in workspace._views.values()]
    for responsibilities in seen:
        shares = np.abs(responsibilities)
        assert not ((shares > 0) & (shares < SMALLEST)).any()
