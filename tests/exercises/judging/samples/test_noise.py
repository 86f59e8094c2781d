"""Noise: undone from the samples, and what is not fresh, normal or independent about it."""

import numpy as np
import pytest
from hypothesis import given
from scipy.stats import norm
from support.strategies import SEEDS, mixtures

from gmm_helpers.exercises.judging.samples.noise import (
    BELOW,
    MAGNITUDES,
    find_dependence,
    find_non_normal,
    is_repeated,
    n_shared,
    whiten,
)
from gmm_helpers.exercises.judging.samples.requirements import ProblemKind

Z = np.random.default_rng(7).standard_normal((600, 2))


@given(mixtures(), SEEDS)
def test_whitening_undoes_what_made_the_samples(params, seed):
    rng = np.random.default_rng(seed)
    labels = rng.integers(params.n_components, size=9)
    noise = rng.standard_normal((9, params.n_features))
    X = [params.means[k] + np.linalg.cholesky(params.covariances[k]) @ z
         for k, z in zip(labels, noise, strict=True)]  # fmt: skip
    np.testing.assert_allclose(whiten(X, labels, *params[1:]), noise, atol=1e-8)


def test_labels_beyond_the_components_are_wrapped():
    means, covariances = np.array([[0.0], [9.0]]), np.ones((2, 1, 1))
    z = whiten(np.array([[9.0], [9.0]]), np.array([1, 3]), means, covariances)
    assert z.tolist() == [[0.0], [0.0]]


def test_known_probabilities_are_those_of_a_normal():
    np.testing.assert_allclose(BELOW, 2 * norm.cdf(MAGNITUDES) - 1)


@pytest.mark.parametrize(
    ("z", "repeated"),
    [
        (Z, False),
        (np.vstack([Z[:300], Z[:300]]), True),
        (np.vstack([Z[:300], -Z[:300]]), True),
        (np.repeat(Z[:1], 50, axis=0), True),
        (Z[:3], False),
    ],
)
def test_repeated_and_mirrored_noise_is_found(z, repeated):
    assert is_repeated(z) == repeated


def test_shared_rows_are_counted():
    assert n_shared(Z[:50], Z[30:90]) == 20
    assert n_shared(Z[:50], Z[50:]) == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda z: np.sign(z),
        lambda z: np.abs(z),
        lambda z: np.clip(z, -1.7, 1.7),
        lambda z: 3**0.5 * (2 * np.random.default_rng(0).random(z.shape) - 1),
    ],
)
def test_what_is_not_normal_is_found(change):
    assert find_non_normal(Z) is None
    assert find_non_normal(change(Z)).kind is ProblemKind.NOT_NORMAL


def test_consecutive_samples_that_depend_on_each_other_are_found():
    walk = (Z[1:] + Z[:-1]) / np.sqrt(2)
    crossed = np.column_stack([Z[1:, 0], Z[:-1, 0]])
    assert find_dependence(Z) is None
    assert find_dependence(walk).kind is ProblemKind.DEPENDENT
    assert find_dependence(crossed).kind is ProblemKind.DEPENDENT
