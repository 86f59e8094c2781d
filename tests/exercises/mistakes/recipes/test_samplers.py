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
    move,
    sampler,
    symmetric_root,
)


@pytest.mark.parametrize("case", sample_cases(np.random.default_rng(3)), ids=lambda c: c.name)
@pytest.mark.parametrize("root", [np.linalg.cholesky, symmetric_root])
def test_the_right_parts_make_a_right_sampler(case, root):
    assert find_problem(case, draw_often(sampler(root=root), case.arguments)) is None


@given(mixtures())
def test_the_symmetric_root_is_symmetric_and_a_root(params):
    roots = symmetric_root(params.covariances)
    np.testing.assert_allclose(roots, roots.transpose(0, 2, 1), atol=1e-10)
    np.testing.assert_allclose(roots @ roots, params.covariances, atol=1e-10)


@given(mixtures(), SEEDS)
def test_labels_are_components_and_samples_belong_to_them(params, seed):
    rng = np.random.default_rng(seed)
    labels = draw_labels(params.weights, 30, rng)
    assert set(labels) <= set(range(params.n_components))
    noise = rng.standard_normal((30, params.n_features))
    X = move(labels, params.means, 0 * params.covariances, noise)
    np.testing.assert_array_equal(X, params.means[labels])


def test_a_component_without_weight_is_never_drawn():
    labels = draw_labels(np.array([0.0, 1.0, 0.0]), 1000, np.random.default_rng(0))
    assert set(labels) == {1}


def test_every_part_can_be_replaced():
    sample = sampler(
        choose=lambda weights, n, rng: np.arange(n) % 2,
        noise=lambda shape, rng: np.ones(shape),
        root=lambda covariances: 2 * covariances,
        centre=lambda means: means + 1,
        give=lambda X, labels, rng: (labels, X),
    )
    labels, X = sample([0.5, 0.5], np.array([[0.0], [10.0]]), np.ones((2, 1, 1)), 3, None)
    assert labels.tolist() == [0, 1, 0]
    assert X[:, 0].tolist() == [3, 13, 3]
