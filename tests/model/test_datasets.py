"""The named data sets: what they promise, and that they do not change."""

import numpy as np
import pytest
from support import oracles

from gmm_helpers import DATASETS, course_original, course_params, load_dataset

MIXTURES = sorted(name for name in DATASETS if name != "ring")


def test_the_course_starts_where_the_original_did(course):
    expected = [(0.1252245, -0.42940554), (0.1222975, 0.54329803), (0.04886007, 0.04059169)]
    np.testing.assert_allclose(course.start.means, expected, atol=5e-9)
    np.testing.assert_array_equal(course.start.weights, [1 / 3] * 3)
    np.testing.assert_array_equal(course.start.covariances, [np.eye(2)] * 3)


def test_the_start_of_the_course_has_the_negative_log_likelihood_of_the_original(course):
    assert oracles.negative_log_likelihood(course.X, *course.start) == pytest.approx(
        5762.109091, abs=5e-7
    )


def test_the_course_has_two_hundred_samples_of_each_component(course):
    assert course.X.shape == (600, 2)
    np.testing.assert_array_equal(course.labels, np.repeat([0, 1, 2], 200))
    for k, (mean, covariance) in enumerate(zip(*course.params[1:], strict=True)):
        error = np.sqrt(covariance.diagonal() / 200)
        assert (np.abs(course.X[course.labels == k].mean(axis=0) - mean) < 6 * error).all()


def test_the_course_neither_uses_nor_changes_the_global_generator(course):
    np.random.seed(7)
    before = np.random.get_state()
    np.testing.assert_array_equal(course_original().X, course.X)
    after = np.random.get_state()
    np.testing.assert_array_equal(before[1], after[1])
    assert before[2:] == after[2:]


def test_every_call_returns_fresh_parameters():
    course_params().weights[:] = 0
    np.testing.assert_array_equal(course_params().weights, [0.3, 0.2, 0.5])
    load_dataset("overlapping").params.means[:] = 0
    assert load_dataset("overlapping").params.means.any()


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_the_same_seed_gives_the_same_data(name):
    X = load_dataset(name, n_samples=50, seed=3).X
    np.testing.assert_array_equal(X, load_dataset(name, n_samples=50, seed=3).X)
    rng = np.random.default_rng(3)
    np.testing.assert_array_equal(X, load_dataset(name, n_samples=50, seed=rng).X)
    assert not np.array_equal(X, load_dataset(name, n_samples=50, seed=4).X)


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_every_data_set_is_a_finite_table_in_the_plane(name):
    assert load_dataset(name).X.shape == (600, 2)
    data = load_dataset(name, n_samples=37)
    assert data.X.shape == (37, 2)
    assert np.isfinite(data.X).all()


@pytest.mark.parametrize("name", MIXTURES)
def test_a_mixture_comes_with_its_labels_and_parameters(name):
    X, labels, params, _ = load_dataset(name, n_samples=3000)
    assert labels.shape == (3000,)
    assert params.weights.sum() == pytest.approx(1)
    counts = np.bincount(labels, minlength=params.n_components)
    error = np.sqrt(3000 * params.weights * (1 - params.weights))
    assert (np.abs(counts - 3000 * params.weights) < 6 * error).all()
    for k, (mean, covariance) in enumerate(zip(*params[1:], strict=True)):
        bound = 6 * np.sqrt(covariance.diagonal() / counts[k])
        assert (np.abs(X[labels == k].mean(axis=0) - mean) < bound).all()


def test_the_ring_has_no_mixture_behind_it():
    X, labels, params, start = load_dataset("ring", n_samples=2000)
    assert labels is None
    assert params is None
    assert start is None
    radii = np.hypot(*X.T)
    assert radii.min() > 2  # nothing in the middle, where one Gaussian would put the most
    assert abs(X.mean(axis=0)).max() < 6 * 4 / np.sqrt(2 * 2000)


def test_well_separated_means_well_separated():
    X, labels, params, _ = load_dataset("well separated")
    nearest = np.linalg.norm(X[:, None] - params.means, axis=2).argmin(axis=1)
    assert np.mean(nearest == labels) > 0.99
    X, labels, params, _ = load_dataset("overlapping")
    nearest = np.linalg.norm(X[:, None] - params.means, axis=2).argmin(axis=1)
    assert np.mean(nearest == labels) < 0.9


@pytest.mark.parametrize("name", ["no such thing", "", "Ring", None])
def test_an_unknown_name_is_answered_with_the_known_ones(name):
    with pytest.raises(ValueError, match=r"no data set is called .*choose one of .*'course'.*ring"):
        load_dataset(name)


@pytest.mark.parametrize("n_samples", [0, 2.5, -3])
@pytest.mark.parametrize("name", ["course", "ring"])
def test_a_number_of_samples_that_is_no_count_is_refused(name, n_samples):
    with pytest.raises(ValueError, match=r"n_samples is .*, expected an int"):
        load_dataset(name, n_samples=n_samples)
