"""Renaming, moving and rescaling: the fit goes along, and nothing else happens."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import problems

from gmm_helpers import ConvergenceWarning, GMMParams, e_step, fit, m_step

N_ITER = 8


def run(X, start):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return fit(X, start, tol=0, max_iter=N_ITER, reg_covar=0)


def assert_close_params(actual, expected, rtol=1e-8):
    """Close in the units of each of the three."""
    for a, b in zip(actual, expected, strict=True):
        np.testing.assert_allclose(a, b, rtol=rtol, atol=rtol * np.abs(b).max())


def moved(params, units, shift):
    """The mixture of X * units + shift, units and shift one a feature."""
    covariances = params.covariances * units[:, None] * units[None, :]
    return GMMParams(params.weights, params.means * units + shift, covariances)


@given(problems())
def test_renaming_the_components_renames_everything(problem):
    X, start = problem.X, problem.start
    order = problem.rng.permutation(start.n_components)
    responsibilities = e_step(X, *start)
    np.testing.assert_allclose(
        e_step(X, *start.permuted(order)), responsibilities[:, order], rtol=1e-10, atol=1e-14
    )
    assert_close_params(
        m_step(X, responsibilities[:, order]), m_step(X, responsibilities).permuted(order)
    )
    plain, renamed = run(X, start), run(X, start.permuted(order))
    assert_close_params(renamed.params[-1], plain.params[-1].permuted(order))
    np.testing.assert_allclose(
        renamed.negative_log_likelihood, plain.negative_log_likelihood, rtol=1e-10
    )


@given(problems())
def test_the_order_of_the_samples_does_not_matter(problem):
    X, start = problem.X, problem.start
    order = problem.rng.permutation(len(X))
    np.testing.assert_allclose(e_step(X[order], *start), e_step(X, *start)[order], atol=1e-14)
    assert_close_params(run(X[order], start).params[-1], run(X, start).params[-1])


@given(problems(), st.sampled_from([1e-6, 1e6, None]))
def test_rescaling_the_data_rescales_the_fit(problem, unit):
    """By one unit for all features, or by another one for each."""
    X, start = problem.X, problem.start
    n_samples, n_features = X.shape
    units = np.full(n_features, unit) if unit else 10 ** problem.rng.uniform(-4, 4, n_features)
    scaled, scaled_start = X * units, moved(start, units, 0.0)
    responsibilities = e_step(X, *start)
    np.testing.assert_allclose(e_step(scaled, *scaled_start), responsibilities, atol=1e-9)
    new, scaled_new = m_step(X, responsibilities), m_step(scaled, responsibilities)
    for a, b in zip(scaled_new, moved(new, units, 0.0), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-7)
    plain, rescaled = run(X, start), run(scaled, scaled_start)
    for params, expected in zip(rescaled.params, plain.params, strict=True):
        assert_close_params(moved(params, 1 / units, 0.0), expected)
    np.testing.assert_allclose(
        rescaled.negative_log_likelihood - plain.negative_log_likelihood,
        n_samples * np.log(units).sum(),  # a density has units too
        rtol=1e-9,
        atol=1e-6,
    )


@pytest.mark.parametrize(("size", "rtol"), [(10.0, 1e-9), (1e6, 1e-5)])
@given(problem=problems())
def test_shifting_the_data_shifts_the_fit(problem, size, rtol):
    """Data at 1e6 have lost six digits before anything is computed, so less can be asked."""
    X, start = problem.X, problem.start
    ones = np.ones(X.shape[1])
    shift = size * problem.rng.choice([-1.0, 1.0], X.shape[1])
    shifted_start = moved(start, ones, shift)
    responsibilities = e_step(X, *start)
    np.testing.assert_allclose(e_step(X + shift, *shifted_start), responsibilities, atol=rtol)
    assert_close_params(
        moved(m_step(X + shift, responsibilities), ones, -shift), m_step(X, responsibilities), rtol
    )
    plain, shifted = run(X, start), run(X + shift, shifted_start)
    for params, expected in zip(shifted.params, plain.params, strict=True):
        assert_close_params(moved(params, ones, -shift), expected, rtol)
    np.testing.assert_allclose(
        shifted.negative_log_likelihood, plain.negative_log_likelihood, rtol=rtol
    )
