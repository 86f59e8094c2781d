"""Criteria beside those of scikit-learn on its own fits, and beside plain counting."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.mixture import GaussianMixture

import gmm_helpers as gmm

SMALL = st.integers(1, 8)


def counted(n_components, n_features):
    """Free numbers, one by one."""
    n = 0
    for _ in range(n_components):
        n += 1  # weight
        for i in range(n_features):
            n += 1  # mean
            for _ in range(i + 1):
                n += 1  # covariance, on and below the diagonal
    return n - 1  # weights sum to one


@given(SMALL, SMALL)
def test_parameters_are_those_that_are_free(n_components, n_features):
    assert gmm.n_parameters(n_components, n_features) == counted(n_components, n_features)


def test_the_number_of_parameters_is_a_plain_int():
    assert type(gmm.n_parameters(3, 2)) is int
    assert type(gmm.n_parameters(np.int32(3), np.int64(2))) is int
    assert gmm.n_parameters(3, 13) == 314  # wine
    # 32 bits would overflow
    assert gmm.n_parameters(np.int32(1), np.int32(100_000)) == 5_000_150_000


@pytest.mark.parametrize(("n_components", "name"), [(1, "iris"), (2, "iris"), (3, "old faithful")])
def test_criteria_are_those_of_scikit_learn(n_components, name):
    X = gmm.load_measurements(name).X
    model = GaussianMixture(n_components, random_state=0, max_iter=5, tol=0.5).fit(X)
    nll = -float(model.score_samples(X).sum())
    N, D = X.shape
    np.testing.assert_allclose(gmm.bic(nll, N, n_components, D), model.bic(X), rtol=1e-12)
    np.testing.assert_allclose(gmm.aic(nll, n_components, D), model.aic(X), rtol=1e-12)


@given(st.floats(-1e6, 1e6), st.integers(1, 10**6), SMALL, SMALL)
def test_bic_and_aic_are_twice_the_nll_and_a_price(nll, n_samples, n_components, n_features):
    p = counted(n_components, n_features)
    bic = gmm.bic(nll, n_samples, n_components, n_features)
    aic = gmm.aic(nll, n_components, n_features)
    assert type(bic) is type(aic) is float
    assert bic == pytest.approx(2 * nll + p * math.log(n_samples), abs=1e-6)
    assert bic - aic == pytest.approx(p * (math.log(n_samples) - 2), abs=1e-6)


@given(st.integers(1, 6), st.integers(1, 20), st.integers(0, 100))
def test_icl_adds_twice_the_entropy(n_components, n_samples, seed):
    r = np.random.default_rng(seed).dirichlet(np.ones(n_components), size=n_samples)
    r[0] = 0
    r[0, -1] = 1  # 0 log 0 is 0
    entropy = -sum(float(p) * math.log(p) for row in r for p in row if p > 0)
    assert gmm.icl(-3.5, r) == pytest.approx(-3.5 + 2 * entropy)


def test_icl_is_bic_where_no_sample_is_shared():
    assert gmm.icl(12.5, np.eye(3)) == 12.5
    assert gmm.icl(12.5, np.ones((4, 1))) == 12.5


@pytest.mark.parametrize("wrong", [0, -1, 2.0, "2", None, True])
def test_counts_that_are_none_are_refused(wrong):
    for call in (
        lambda: gmm.n_parameters(wrong, 2),
        lambda: gmm.n_parameters(2, wrong),
        lambda: gmm.bic(1.0, wrong, 2, 2),
        lambda: gmm.aic(1.0, wrong, 2),
    ):
        with pytest.raises(ValueError, match="expected an int of at least 1"):
            call()


@pytest.mark.parametrize("wrong", [np.nan, np.inf, "1", None, [1.0, 2.0]])
def test_an_nll_that_is_no_number_is_refused(wrong):
    for call in (
        lambda: gmm.bic(wrong, 5, 2, 2),
        lambda: gmm.aic(wrong, 2, 2),
    ):
        with pytest.raises(ValueError, match="nll"):
            call()
    with pytest.raises(ValueError, match="bic"):
        gmm.icl(wrong, [[1.0]])


def test_responsibilities_that_are_none_are_refused():
    with pytest.raises(ValueError, match="responsibilities"):
        gmm.icl(1.0, [0.5, 0.5])
    with pytest.raises(ValueError, match="negative"):
        gmm.icl(1.0, [[1.5, -0.5]])
