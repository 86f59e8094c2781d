"""Components that run empty or collapse: `fit` stops and names them."""

import pickle

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers import ConvergenceWarning, Degeneracy, DegenerateComponentError, fit


def with_copies(n_copies=5):
    """A cloud, and one sample repeated far from it."""
    cloud = np.random.default_rng(0).standard_normal((40, 2))
    return np.vstack([cloud, np.tile([10.3, 9.7], (n_copies, 1))])


@pytest.mark.parametrize("k", [0, 1])
def test_a_component_that_collapses_names_itself_and_the_iteration(k):
    means = np.array([[0.0, 0.0], [10.0, 10.0]])
    means = means if k == 1 else means[::-1]
    start = np.full(2, 0.5), means, np.array([np.eye(2)] * 2)
    with pytest.raises(DegenerateComponentError) as error:
        fit(with_copies(), start, reg_covar=0)
    assert error.value.kind in (Degeneracy.COLLAPSED, Degeneracy.SINGULAR)
    assert error.value.component == k
    assert error.value.iteration > 0
    assert "larger reg_covar" in str(error.value)
    trace = fit(with_copies(), start)
    assert trace.converged
    np.testing.assert_allclose(trace.params[-1].covariances[k], 1e-6 * np.eye(2), rtol=1e-6)


def test_a_spread_of_nothing_but_rounding_is_a_collapse():
    """The mean of equal numbers need not equal them, which leaves a variance of about 1e-33."""
    X = np.full((10, 1), 1 / 3)
    assert X.var() > 0
    with pytest.raises(DegenerateComponentError) as error:
        fit(X, ([1.0], [[0.0]], [[[1.0]]]), reg_covar=0)
    assert (error.value.kind, error.value.iteration) == (Degeneracy.COLLAPSED, 1)


def test_a_component_that_runs_empty_names_itself_and_the_iteration():
    start = np.full(2, 0.5), [[0.0, 0.0], [1e3, 1e3]], np.array([np.eye(2)] * 2)
    with pytest.raises(DegenerateComponentError) as error:
        fit(with_copies(), start)
    found = error.value
    assert (found.kind, found.component, found.iteration) == (Degeneracy.EMPTY, 1, 1)
    assert 0 <= found.value < 1e-14


def test_the_iteration_named_is_the_one_that_failed():
    """Up to the one before it, the same run is fine."""
    start = np.full(2, 0.5), [[0.0, 0.0], [8.0, 8.0]], np.array([9 * np.eye(2)] * 2)
    with pytest.raises(DegenerateComponentError) as error:
        fit(with_copies(), start, reg_covar=0)
    failed = error.value.iteration
    assert failed > 1
    with pytest.warns(ConvergenceWarning):
        assert fit(with_copies(), start, reg_covar=0, max_iter=failed - 1).n_iter == failed - 1
    with pytest.raises(DegenerateComponentError):
        fit(with_copies(), start, reg_covar=0, max_iter=failed)


def test_a_flat_start_is_called_a_start():
    start = np.full(2, 0.5), np.zeros((2, 2)), np.array([np.eye(2), np.ones((2, 2))])
    with pytest.raises(DegenerateComponentError) as error:
        fit(with_copies(), start)
    found = error.value
    assert (found.kind, found.component, found.iteration) == (Degeneracy.SINGULAR, 1, 0)


@pytest.mark.parametrize(
    ("value", "reg_covar"), [(1e12 + 0.1, 1e-6), (1e100, 1e-6), (0, 0), (0.1, 0), (-1e5, 0)]
)
def test_a_constant_feature_is_named_as_the_cause(value, reg_covar):
    X = gmm.course_original().X
    X = np.column_stack([X, np.full(len(X), value)])
    with pytest.raises(gmm.DegenerateComponentError, match="feature 2 is constant") as error:
        gmm.fit(X, gmm.random_points_start(X, 3, 0), reg_covar=reg_covar)
    assert pickle.loads(pickle.dumps(error.value)).flat_feature == error.value.flat_feature


def test_a_feature_too_far_from_zero_is_named_as_the_cause():
    X = gmm.course_original().X
    with pytest.raises(gmm.DegenerateComponentError, match="feature 0 is so far from 0"):
        gmm.fit(X + 1e15, gmm.random_points_start(X + 1e15, 3, 0))
    moved = X + 1e15
    moved = moved - moved.mean(axis=0)
    assert gmm.fit(moved, gmm.random_points_start(moved, 3, 0), max_iter=2000).converged
