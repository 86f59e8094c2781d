"""Data and responsibilities for the updates of the M-step."""

import numpy as np
import pytest
from hypothesis import given, settings
from support import oracles
from support.strategies import SEEDS

from gmm_helpers.exercises.cases.m_step import covariance_cases, mean_cases, weight_cases
from gmm_helpers.exercises.judging.comparison import describe_difference


@pytest.mark.parametrize("make", [weight_cases, mean_cases, covariance_cases])
@given(SEEDS)
@settings(max_examples=15)
def test_rows_sum_to_one_and_no_component_is_empty(make, seed):
    for case in make(np.random.default_rng(seed)):
        responsibilities = case.arguments[0 if make is weight_cases else 1]
        np.testing.assert_allclose(responsibilities.sum(axis=1), 1)
        assert (responsibilities > 0).all(), case.name
        assert responsibilities.sum(axis=0).min() > 0.025, case.name


def test_the_means_of_the_covariance_cases_are_the_updated_ones():
    for case in covariance_cases(np.random.default_rng(0)):
        X, responsibilities, means = case.arguments
        expected = oracles.update_means(X, responsibilities)
        np.testing.assert_allclose(means, expected, rtol=1e-9, atol=1e-12)


def test_the_sizes_cover_what_a_function_must_not_assume():
    shapes = [case.arguments[1].shape for case in mean_cases(np.random.default_rng(0))]
    assert {n_components for _, n_components in shapes} == {1, 2, 3, 5}
    assert {case.arguments[0].shape[1] for case in mean_cases(np.random.default_rng(0))} == {
        1,
        2,
        3,
    }
    assert {case.arguments[0].shape for case in weight_cases(np.random.default_rng(0))} >= {
        (1, 3),
        (3, 4),
    }


def test_each_special_case_is_special():
    cases = {case.name: case.arguments for case in mean_cases(np.random.default_rng(2))}
    assert np.abs(cases["data in small units"][0]).max() < 1e-3
    assert cases["whole numbers (dtype int)"][0].dtype.kind == "i"
    counts = cases["components of very unequal size"][1].sum(axis=0)
    assert counts.min() < 0.2
    assert counts.max() > 10
    sure = cases["responsibilities close to 0 or 1"][1].max(axis=1)
    assert (sure > 0.98).all()


def farthest_from_one(X, responsibilities, means):
    """The logarithm of the variance, in any direction, that differs most from 1."""
    variances = np.linalg.eigvalsh(oracles.update_covariances(X, responsibilities, means))
    return np.abs(np.log(variances.clip(min=1e-12))).max()


@given(SEEDS)
@settings(max_examples=15)
def test_no_case_hides_a_standard_deviation_that_is_taken_for_a_variance(seed):
    """Nor a variance for a standard deviation: where all variances are 1 they are the same."""
    for case in covariance_cases(np.random.default_rng(seed)):
        assert farthest_from_one(*case.arguments) > 0.01, case.name
        right = np.asarray(oracles.update_covariances(*case.arguments))
        for other in (np.sqrt(np.abs(right)), right**2):
            assert describe_difference(other, right), case.name


def test_whitened_data_would_hide_it():
    X = np.random.default_rng(0).normal(size=(30, 2))
    X = (X - X.mean(axis=0)) @ np.linalg.inv(np.linalg.cholesky(np.cov(X.T, ddof=0))).T
    assert farthest_from_one(X, np.ones((30, 1)), np.zeros((1, 2))) < 1e-9
