"""The three updates of the M-step, one by one, against loops and what is true of them."""

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

from gmm_helpers import (
    Degeneracy,
    DegenerateComponentError,
    effective_counts,
    m_step,
    update_covariances,
    update_means,
    update_weights,
)
from gmm_helpers.em.updates import MIN_COUNT, require_occupied, scatter_matrices

CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def test_effective_counts_sum_each_column():
    np.testing.assert_allclose(effective_counts([[1, 0], [0.25, 0.75], [0, 1]]), [1.25, 1.75])


@given(problems())
def test_the_three_updates_are_the_m_step(problem):
    X, responsibilities = problem.X, problem.random_responsibilities()
    whole = m_step(X, responsibilities, 0.1)
    np.testing.assert_array_equal(update_weights(responsibilities), whole.weights)
    np.testing.assert_array_equal(update_means(X, responsibilities), whole.means)
    covariances = update_covariances(X, responsibilities, whole.means, 0.1)
    np.testing.assert_array_equal(covariances, whole.covariances)
    np.testing.assert_array_equal(covariances, covariances.transpose(0, 2, 1))


@given(problems())
def test_covariances_are_measured_around_the_means_they_are_given(problem):
    X, responsibilities = problem.X, problem.random_responsibilities()
    means = problem.start.means
    np.testing.assert_allclose(
        update_covariances(X, responsibilities, means),
        oracles.update_covariances(X, responsibilities, means),
        **CLOSE,
    )


def test_means_and_responsibilities_must_agree_on_the_number_of_components():
    with pytest.raises(ValueError, match="means have 3 rows but responsibilities have 2 columns"):
        update_covariances(np.eye(2), np.full((2, 2), 0.5), np.zeros((3, 2)))


@given(problems())
def test_each_update_is_that_of_the_oracle(problem):
    X, shares = problem.X, problem.random_responsibilities()
    np.testing.assert_allclose(update_weights(shares), oracles.update_weights(shares), **CLOSE)
    np.testing.assert_allclose(update_means(X, shares), oracles.update_means(X, shares), **CLOSE)


@given(problems())
def test_statistics_of_two_halves_add_up_to_those_of_the_whole(problem):
    X, shares, means = problem.X, problem.random_responsibilities(), problem.start.means
    first, second = slice(None, len(X) // 3), slice(len(X) // 3, None)
    counts = effective_counts(shares[first]) + effective_counts(shares[second])
    np.testing.assert_allclose(counts, effective_counts(shares), **CLOSE)
    scatters = scatter_matrices(X[first], shares[first], means)
    scatters += scatter_matrices(X[second], shares[second], means)
    np.testing.assert_allclose(scatters, scatter_matrices(X, shares, means), **CLOSE)


@given(problems())
def test_whole_responsibilities_give_the_moments_of_each_group(problem):
    X, n_components = problem.X, problem.params.n_components
    labels = np.arange(len(X)) % n_components
    means = update_means(X, np.eye(n_components)[labels])
    covariances = update_covariances(X, np.eye(n_components)[labels], means)
    for k in range(n_components):
        group = X[labels == k]
        np.testing.assert_allclose(means[k], group.mean(axis=0), **CLOSE)
        np.testing.assert_allclose(covariances[k], np.cov(group.T, bias=True), **CLOSE)


@pytest.mark.parametrize("shift", [1e6, -1e6])
def test_covariances_far_from_the_origin_keep_their_digits(shift):
    X = np.random.default_rng(0).integers(-8, 8, (40, 2)) / 4  # exact after the shift, too
    shares = np.random.default_rng(1).dirichlet(np.ones(2), 40)
    near = update_covariances(X, shares, update_means(X, shares))
    far = update_covariances(X + shift, shares, update_means(X + shift, shares))
    np.testing.assert_allclose(far, near, rtol=1e-8, atol=1e-9)


def test_a_single_sample_is_its_own_mean_and_has_no_spread():
    X = np.array([[3.0, -1.0]])
    np.testing.assert_array_equal(update_means(X, [[1.0]]), X)
    np.testing.assert_array_equal(update_covariances(X, [[1.0]], X), np.zeros((1, 2, 2)))


@pytest.mark.parametrize("update", [update_means, lambda X, r: update_covariances(X, r, X[:2])])
def test_an_empty_component_is_named(update):
    with pytest.raises(DegenerateComponentError) as error:
        update(np.eye(3), np.array([[1.0, 0.0]] * 3))
    found = error.value
    assert (found.kind, found.component, found.value) == (Degeneracy.EMPTY, 1, 0)


def test_the_smallest_count_that_is_not_empty_passes():
    counts = np.array([1.0, MIN_COUNT])
    assert require_occupied(counts) is counts
    with pytest.raises(DegenerateComponentError):
        require_occupied(np.array([1.0, np.nextafter(MIN_COUNT, 0)]))
