"""Noise: undone from the samples, and what is not fresh, normal or independent about it."""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS, mixtures

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.judging.samples.draws import Draws
from gmm_helpers.exercises.judging.samples.requirements import ProblemKind
from gmm_helpers.exercises.judging.samples.statistics import (
    find_problem,
    is_repeated,
    is_shared,
    whiten,
)

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


def kind_of(z, later=3):
    """What is found if the samples of one component are this noise, moved and scaled."""
    mean, covariance = np.array([3.0, -2.0]), np.diag([4.0, 0.25])

    def draw(noise):
        return mean + noise @ np.sqrt(covariance), np.zeros(len(noise))

    few = [draw(np.random.default_rng(seed).standard_normal((30, 2))) for seed in (1, 2, later)]
    draws = Draws(draw(z), (few[0], few[0]), few[1], few[2], ())
    mixture = np.ones(1), mean[None], covariance[None]
    problem = find_problem(Case("", (*mixture, len(z), None)), draws)
    return problem and problem.kind


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


def test_repeated_noise_is_a_problem_of_its_own():
    assert kind_of(Z) is None
    assert kind_of(np.vstack([Z[:300], -Z[:300]])) is ProblemKind.REPEATED


def test_shared_rows_are_found():
    assert is_shared(Z[:50], Z[45:90])
    assert not is_shared(Z[:50], Z[46:90])


def test_the_same_draw_of_a_generator_used_twice_is_not_new():
    assert kind_of(Z, later=1) is ProblemKind.NOT_ADVANCED


@pytest.mark.parametrize(
    "change",
    [
        lambda z: z[:, ::-1],
        lambda z: np.array([1, -1]) * np.abs(z) * np.sign(z[::-1]),
    ],
)
def test_what_is_as_normal_as_before_is_no_problem(change):
    assert kind_of(change(Z)) is None


@pytest.mark.parametrize(
    "noise",
    [
        lambda rng, n: rng.choice([-1.0, 1.0], size=(n, 2)) + 1e-6 * rng.standard_normal((n, 2)),
        lambda rng, n: rng.uniform(-(3**0.5), 3**0.5, (n, 2)),
        lambda rng, n: rng.laplace(scale=0.5**0.5, size=(n, 2)),
        lambda rng, n: rng.standard_t(5, (n, 2)) * 0.6**0.5,
    ],
)
def test_noise_of_the_right_moments_that_is_not_normal_is_found(noise):
    assert kind_of(noise(np.random.default_rng(3), 3000)) is ProblemKind.NOT_NORMAL


def test_consecutive_samples_that_depend_on_each_other_are_found():
    long = np.random.default_rng(7).standard_normal((3000, 2))
    crossed = np.column_stack([long[1:, 0], long[:-1, 0]])
    weak = 0.4 * long[:-1] + 0.84**0.5 * long[1:]
    assert kind_of(long) is None
    assert kind_of(crossed) is ProblemKind.DEPENDENT
    assert kind_of(weak) is ProblemKind.DEPENDENT
