"""Mixtures to sample from: every one as special as its case says, and fair to every style."""

import numpy as np
import pytest
from hypothesis import given, settings
from support.strategies import SEEDS

from gmm_helpers.exercises.cases.sampling import sample_cases

CASES = {case.name: case.arguments for case in sample_cases(np.random.default_rng(0))}


def correlations(covariances):
    deviations = np.sqrt(np.diagonal(covariances, axis1=1, axis2=2))
    matrices = covariances / (deviations[:, :, None] * deviations[:, None, :])
    return np.abs(matrices[:, 0, 1])


@given(SEEDS)
@settings(max_examples=20)
def test_all_mixtures_are_valid_and_none_has_equal_counts(seed):
    for case in sample_cases(np.random.default_rng(seed)):
        weights, _, covariances, n_samples, rng = case.arguments
        assert weights.min() > 0
        assert weights.sum() == pytest.approx(1)
        assert np.linalg.eigvalsh(covariances).min() > 0
        assert isinstance(rng, np.random.Generator)
        assert len(weights) == 1 or n_samples % len(weights)


def test_the_ordinary_case_has_unequal_weights_and_a_moderate_correlation():
    weights, _, covariances, *_ = CASES["three components in the plane"]
    assert np.diff(np.sort(weights)).min() > 0.1
    assert (correlations(covariances) < 0.86).all()


@given(SEEDS)
@settings(max_examples=20)
def test_no_variance_hides_that_a_standard_deviation_was_taken_for_it(seed):
    """Near 1 they are equal; and in a diagonal covariance a transposed root does not show."""
    for case in sample_cases(np.random.default_rng(seed)):
        covariances = case.arguments[2]
        variances = np.diagonal(covariances, axis1=1, axis2=2)
        assert np.abs(np.log(variances)).min() > 0.1, case.name
        if covariances.shape[1] > 1:
            assert correlations(covariances).min() > 0.5, case.name


def test_each_special_case_is_special():
    assert CASES["very unequal weights"][0].min() < 0.05
    assert (correlations(CASES["strong correlations, unequal variances"][2]) > 0.92).all()
    assert np.abs(CASES["means far from the origin"][1]).min() > 40
    _, means, covariances, *_ = CASES["three components in the plane"]
    for values in (means, covariances):
        np.testing.assert_array_equal(values, np.round(values))
    assert CASES["a single sample"][3] == 1


def test_the_sizes_cover_what_a_function_must_not_assume():
    sizes = {np.shape(arguments[1]) for arguments in CASES.values()}
    assert {(1, 2), (2, 1), (2, 3), (5, 2), (3, 2)} == sizes
