"""Sampling: right in distribution, repeatable, and alone with its generator.

Bounds are six standard errors, a false alarm in about 1e9 comparisons; seeds are fixed.
"""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS, mixtures

from gmm_helpers import course_params, sample_equal_counts, sample_gmm

N_SAMPLES = 40_000
SIGMAS = 6.0
# Far apart, so that a sample shows which component it came from.
APART = (
    np.array([0.6, 0.1, 0.3]),
    np.array([[-50.0, 0.0], [50.0, 0.0], [0.0, 90.0]]),
    course_params().covariances,
)
SAMPLERS = [sample_gmm, sample_equal_counts]


@pytest.fixture(scope="module", params=["course", "apart"])
def drawn(request):
    mixture = course_params() if request.param == "course" else APART
    return mixture, *sample_gmm(*mixture, N_SAMPLES, rng=20)


def assert_moments_of_a_gaussian(X, mean, covariance):
    """Mean and covariance within SIGMAS of their standard errors for len(X) samples."""
    variances = covariance.diagonal()
    assert (np.abs(X.mean(axis=0) - mean) < SIGMAS * np.sqrt(variances / len(X))).all()
    error = np.sqrt((covariance**2 + np.outer(variances, variances)) / len(X))
    assert (np.abs(np.cov(X.T, bias=True) - covariance) < SIGMAS * error).all()


def test_components_come_up_as_often_as_their_weights_say(drawn):
    (weights, _, _), _, labels = drawn
    counts = np.bincount(labels, minlength=3)
    error = np.sqrt(N_SAMPLES * weights * (1 - weights))
    assert (np.abs(counts - N_SAMPLES * weights) < SIGMAS * error).all()


def test_the_samples_of_a_component_have_its_mean_and_covariance(drawn):
    (_, means, covariances), X, labels = drawn
    for k in range(3):
        assert_moments_of_a_gaussian(X[labels == k], means[k], covariances[k])


def test_the_noise_of_a_sample_is_gaussian_in_its_fourth_moment_too(drawn):
    (_, means, covariances), X, labels = drawn
    whitened = [
        np.linalg.solve(np.linalg.cholesky(covariances[k]), (X[labels == k] - means[k]).T)
        for k in range(3)
    ]
    fourth = np.concatenate(whitened, axis=1) ** 4  # mean 3, variance 105 - 9
    assert (np.abs(fourth.mean(axis=1) - 3) < SIGMAS * np.sqrt(96 / N_SAMPLES)).all()


def test_neighbouring_samples_come_from_independent_components(drawn):
    (weights, _, _), _, labels = drawn
    repeats = weights @ weights
    error = np.sqrt(repeats / N_SAMPLES)  # generous: neighbouring pairs share a sample
    assert abs(np.mean(labels[1:] == labels[:-1]) - repeats) < SIGMAS * error


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_a_label_belongs_to_its_row(sampler):
    X, labels = sampler(*APART, 300, rng=3)
    distances = np.linalg.norm(X[:, None] - APART[1][None], axis=2)
    np.testing.assert_array_equal(distances.argmin(axis=1), labels)


@given(mixtures(), SEEDS)
def test_samples_have_the_shapes_of_the_vocabulary(params, seed):
    X, labels = sample_gmm(*params, 7, rng=seed)
    assert X.shape == (7, params.n_features)
    assert labels.shape == (7,)
    assert np.issubdtype(labels.dtype, np.integer)
    assert labels.min() >= 0
    assert labels.max() < params.n_components
    assert np.isfinite(X).all()


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_an_int_is_a_seed_and_a_generator_moves_on(sampler):
    from_int = sampler(*APART, 20, rng=5)
    rng = np.random.default_rng(5)
    first, second = sampler(*APART, 20, rng=rng), sampler(*APART, 20, rng=rng)
    for a, b in zip(from_int, first, strict=True):
        np.testing.assert_array_equal(a, b)
    assert not np.array_equal(first[0], second[0])
    assert not np.array_equal(first[0], sampler(*APART, 20, rng=6)[0])


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_the_global_generator_is_neither_used_nor_changed(sampler):
    np.random.seed(0)
    before = np.random.get_state()
    X, _ = sampler(*APART, 20, rng=5)
    after = np.random.get_state()
    np.testing.assert_array_equal(before[1], after[1])
    assert before[2:] == after[2:]
    np.random.seed(1)
    np.testing.assert_array_equal(X, sampler(*APART, 20, rng=5)[0])


def test_equal_counts_ignores_the_weights_and_keeps_the_components_apart():
    X, labels = sample_equal_counts(*APART, 5_000, rng=8)
    np.testing.assert_array_equal(labels, np.repeat([0, 1, 2], 5_000))
    for k in range(3):
        assert_moments_of_a_gaussian(X[labels == k], APART[1][k], APART[2][k])


def test_a_component_of_weight_zero_is_never_drawn():
    _, labels = sample_gmm([0.0, 1.0], [[0.0], [9.0]], np.ones((2, 1, 1)), 1_000, rng=0)
    assert labels.min() == 1


def test_weights_that_pass_as_a_mixture_are_good_enough_to_draw_from():
    """NumPy's choice is stricter about what sums to one."""
    weights = APART[0] + np.array([5e-7, 0, 0])
    with pytest.raises(ValueError, match="sum to 1"):
        np.random.default_rng(0).choice(3, p=weights)
    assert sample_gmm(weights, *APART[1:], 10, rng=0)[0].shape == (10, 2)


@pytest.mark.parametrize("n_samples", [0, 2.5, -1, "10", None])
def test_a_number_of_samples_that_is_no_count_is_refused(n_samples):
    with pytest.raises(ValueError, match=r"n_samples is .*, expected an int"):
        sample_gmm(*APART, n_samples, rng=0)
    with pytest.raises(ValueError, match=r"n_per_component is .*, expected an int"):
        sample_equal_counts(*APART, n_samples, rng=0)
