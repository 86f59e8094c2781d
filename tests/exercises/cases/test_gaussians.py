"""Cases for the density of one Gaussian."""

import numpy as np
from hypothesis import given, settings
from scipy.stats import multivariate_normal
from support.strategies import SEEDS

from gmm_helpers.exercises.cases.gaussians import gaussian_cases

CASES = {case.name: case.arguments for case in gaussian_cases(np.random.default_rng(0))}


def log_densities(X, mean, covariance):
    return np.atleast_1d(multivariate_normal(mean, covariance).logpdf(X))


@given(SEEDS)
@settings(max_examples=20)
def test_all_gaussians_are_valid_and_have_finite_log_densities(seed):
    for case in gaussian_cases(np.random.default_rng(seed)):
        X, mean, covariance = case.arguments
        assert X.shape[1:] == mean.shape
        assert np.linalg.eigvalsh(covariance).min() > 0
        assert np.isfinite(log_densities(X, mean, covariance)).all()


def test_the_sizes_cover_what_a_function_must_not_assume():
    assert {X.shape[1] for X, *_ in CASES.values()} == {1, 2, 3, 6}
    assert {len(X) for X, *_ in CASES.values()} >= {1, 3, 400}


def test_each_special_case_is_special():
    assert (np.exp(log_densities(*CASES["samples far away"])) == 0).all()
    n_far = (np.exp(log_densities(*CASES["one sample far from the others"])) == 0).sum()
    assert n_far == 1
    assert (log_densities(*CASES["a narrow Gaussian"]) > 0).any()
    X, mean, _ = CASES["a single sample, at the mean"]
    np.testing.assert_array_equal(X[0], mean)
    assert not np.shares_memory(X, mean)
    assert np.linalg.det(CASES["a covariance with determinant one"][2]).round(9) == 1
    assert CASES["uncorrelated features"][2][0, 1] == 0
    assert CASES["whole numbers (dtype int)"][0].dtype.kind == "i"
