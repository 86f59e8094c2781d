"""A sampler made of right parts is right; each part can be replaced."""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS, mixtures

from gmm_helpers.exercises.cases.sampling import sample_cases
from gmm_helpers.exercises.judging.samples.draws import draw_often
from gmm_helpers.exercises.judging.samples.statistics import find_problem
from gmm_helpers.exercises.mistakes.recipes.samplers import (
    draw_labels,
    power,
    sampler,
    scaled_eigenvectors,
)

ROOTS = [
    np.linalg.cholesky,
    lambda C: power(C, 1 / 2),
    scaled_eigenvectors("kj,kij->kij"),
]


@pytest.mark.parametrize("case", sample_cases(np.random.default_rng(3)), ids=lambda c: c.name)
@pytest.mark.parametrize("root", ROOTS)
def test_the_right_parts_make_a_right_sampler(case, root):
    assert find_problem(case, draw_often(sampler(root=root), case.arguments)) is None


@given(mixtures())
def test_powers_of_a_covariance_are_symmetric_and_multiply(params):
    roots = power(params.covariances, 1 / 2)
    np.testing.assert_allclose(roots, roots.transpose(0, 2, 1), atol=1e-10)
    np.testing.assert_allclose(roots @ roots, params.covariances, atol=1e-10)


@given(mixtures(), SEEDS)
def test_labels_are_components_and_samples_belong_to_them(params, seed):
    without_noise = sampler(root=lambda C: 0 * C)
    X, labels = without_noise(*params, 30, np.random.default_rng(seed))
    assert set(labels) <= set(range(params.n_components))
    np.testing.assert_array_equal(X, params.means[labels])


def test_a_component_without_weight_is_never_drawn():
    labels = draw_labels(np.array([0.0, 1.0, 0.0]), 1000, np.random.default_rng(0))
    assert set(labels) == {1}


def test_every_part_can_be_replaced():
    sample = sampler(
        choose=lambda weights, n, rng: np.arange(n) % 2,
        noise=lambda shape, rng, labels: np.ones(shape),
        root=lambda C: 2 * C,
        centre=lambda w, m, C: m + 1,
        give=lambda X, labels: (labels, X),
    )
    labels, X = sample([0.5, 0.5], np.array([[0.0], [10.0]]), np.ones((2, 1, 1)), 3, None)
    assert labels.tolist() == [0, 1, 0]
    assert X[:, 0].tolist() == [3, 13, 3]


def test_randomness_of_labels_and_of_noise_can_come_from_elsewhere():
    mixture = np.array([0.3, 0.7]), np.zeros((2, 1)), np.array([[[4.0]]] * 2)
    fixed = lambda rng: np.random.default_rng(0)  # noqa: E731

    def draws(**parts):
        return [sampler(**parts)(*mixture, 20, np.random.default_rng(seed)) for seed in (1, 2)]

    (X, labels), (X_2, labels_2) = draws(of_labels=fixed)
    assert (labels == labels_2).all()
    assert not np.isin(X, X_2).any()
    (X, labels), (X_2, labels_2) = draws(of_noise=fixed)
    assert (labels != labels_2).any()
    np.testing.assert_array_equal(X, X_2)
