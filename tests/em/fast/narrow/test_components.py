"""Narrow components among wide ones: whitened in the same pass, and no digit is lost."""

import numpy as np
import pytest
from hypothesis import given
from support.one_step import assert_same, by_loops
from support.strategies import problems, random_mixture, random_samples

from gmm_helpers import GMMParams, fit
from gmm_helpers.em.fast import FusedSteps, blocks, describe_columns
from gmm_helpers.em.fast.narrow import Narrow, Portion
from gmm_helpers.em.fast.whitened import Whitened

LIMIT = 1e5


def mixed_problem(width, n_features=3, n_wide=3, shift=0.0):
    """Wide components, and two of this width that lie some way off."""
    rng = np.random.default_rng(4)
    wide = random_mixture(rng, n_features, n_wide)
    narrow = random_mixture(rng, n_features, 2)
    narrow = narrow._replace(covariances=width**2 * narrow.covariances)
    X = np.vstack([random_samples(rng, wide, 150), random_samples(rng, narrow, 150)]) + shift
    means = np.vstack([wide.means, narrow.means + width / 3]) + shift
    covariances = np.concatenate([wide.covariances, narrow.covariances])
    return X, GMMParams(np.full(n_wide + 2, 1 / (n_wide + 2)), means, covariances)


def one_step(X, params, ridge=0.0):
    fused = FusedSteps(X, describe_columns(X), params.n_components)
    moments, nll = fused.e_step(params)
    return moments, fused.m_step(moments, ridge), nll


@given(problems())
def test_all_components_whitened_are_those_of_the_loops(problem):
    X, params = problem.X, problem.start
    narrow = Narrow(params, np.ones(params.n_components, dtype=bool))
    portion, table = Portion(narrow, X, [(0, len(X))]), np.empty((params.n_components, len(X)))
    portion.write_log_densities(0, len(X), table)
    nll = -np.log(np.exp(table).sum(axis=0)).sum()
    portion.add(len(X), np.exp(table) / np.exp(table).sum(axis=0))
    means, covariances, exact = narrow.m_step(portion.scatters, 0.0, LIMIT)
    assert exact.all()
    np.testing.assert_array_equal(covariances, covariances.transpose(0, 2, 1))
    counts = portion.scatters[:, 0, 0]
    assert_same((counts, means, covariances, nll), by_loops(X, params))


@pytest.mark.parametrize("shift", [0.0, 1e4])
@pytest.mark.parametrize("width", [1e-3, 1e-5])
def test_narrow_components_among_wide_ones_keep_their_digits(width, shift):
    X, params = mixed_problem(width, shift=shift)
    moments, new, nll = one_step(X, params)
    np.testing.assert_array_equal(moments.narrow.components, [3, 4])
    counts, means, covariances, expected = by_loops(X, params)
    assert nll == pytest.approx(expected, rel=1e-9)
    np.testing.assert_allclose(new.weights, counts / len(X), rtol=1e-9)
    np.testing.assert_allclose(new.means, means, rtol=1e-10, atol=1e-10)
    for got, right in zip(new.covariances, covariances, strict=True):
        np.testing.assert_allclose(got, right, rtol=1e-7, atol=1e-7 * np.abs(right).max())


def test_blocks_do_not_change_what_comes_out(monkeypatch):
    X, params = mixed_problem(1e-3)
    _, whole, nll = one_step(X, params)
    monkeypatch.setattr(blocks, "MAX_BYTES", 1)
    monkeypatch.setattr(blocks, "MIN_SAMPLES", 7)
    _, divided, nll_divided = one_step(X, params)
    assert nll_divided == pytest.approx(nll, rel=1e-12)
    assert_same(divided, whole, rtol=1e-11)


def test_a_component_that_becomes_narrow_is_looked_at_again_without_the_plain_formulas(monkeypatch):
    X, params = mixed_problem(1e-3)
    wide = params._replace(covariances=np.where(np.eye(3), 0.04, 0.0) * np.ones((5, 1, 1)))
    fused = FusedSteps(X, describe_columns(X), 5)
    moments, _ = fused.e_step(wide)
    assert moments.narrow is None
    monkeypatch.setattr(Whitened, "e_step", None)
    new = fused.m_step(moments, 0.0)
    _, _, covariances, _ = by_loops(X, wide)
    np.testing.assert_allclose(new.covariances, covariances, rtol=1e-6, atol=1e-12)


def test_what_shrinks_too_far_in_one_step_is_not_called_exact():
    """From width 1 to 1e-6: in units of the old width, the moments cancel too."""
    rng = np.random.default_rng(0)
    X = 1.0 + 1e-6 * rng.standard_normal((50, 2))
    params = GMMParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
    narrow = Narrow(params, np.ones(1, dtype=bool))
    portion = Portion(narrow, X, [(0, 50)])
    portion.write_log_densities(0, 50, np.empty((1, 50)))
    portion.add(50, np.ones((1, 50)))
    assert not narrow.m_step(portion.scatters, 0.0, LIMIT)[2].any()
    assert narrow.m_step(portion.scatters, 1e-2, LIMIT)[2].all()  # the ridge holds it up


def test_a_weight_of_zero_takes_no_sample():
    X, params = mixed_problem(1e-3)
    none = params._replace(weights=np.array([0.3, 0.3, 0.2, 0.2, 0.0]))
    fused = FusedSteps(X, describe_columns(X), 5)
    assert fused.e_step(none)[0].scatters[1, 0, 0] == 0


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_negative_log_likelihood_falls_while_components_become_narrow():
    X, params = mixed_problem(1e-4)
    wide = params._replace(covariances=np.array([np.eye(3)] * 5))
    nll = fit(X, wide, tol=0, max_iter=40, reg_covar=0).negative_log_likelihood
    assert np.diff(nll).max() < 1e-9 * np.abs(nll).max()
