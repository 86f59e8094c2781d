"""Ways to start EM: what each promises, for any data."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import SEEDS, problems

from gmm_helpers import (
    STARTS,
    e_step,
    equal_means_start,
    identity_start,
    kmeans_plus_plus_start,
    load_dataset,
    m_step,
    random_points_start,
    random_responsibilities_start,
)

ON_SAMPLES = [random_points_start, kmeans_plus_plus_start]
every_start = pytest.mark.parametrize("start", STARTS.values(), ids=STARTS.keys())


def rows_found_in(X, means):
    """Index of the row of X that each mean is; fails if one is none."""
    return [int(np.flatnonzero((mean == X).all(axis=1))[0]) for mean in means]


@every_start
@given(problem=problems(), n_components=st.integers(1, 6), seed=SEEDS)
def test_every_start_is_a_mixture_that_has_a_density(start, problem, n_components, seed):
    params = start(problem.X, n_components, seed)
    n_features = problem.X.shape[1]
    assert params.weights.shape == (n_components,)
    assert params.means.shape == (n_components, n_features)
    assert params.covariances.shape == (n_components, n_features, n_features)
    assert params.weights.sum() == pytest.approx(1)
    assert np.linalg.eigvalsh(params.covariances).min() > 0
    assert np.isfinite(oracles.negative_log_likelihood(problem.X, *params))


@every_start
def test_an_int_is_a_seed_and_a_generator_moves_on(start):
    X = load_dataset("overlapping", n_samples=100).X
    rng = np.random.default_rng(4)
    first, second = start(X, 3, rng).means, start(X, 3, rng).means
    np.testing.assert_array_equal(start(X, 3, 4).means, first)
    assert not np.array_equal(first, second)


@every_start
def test_the_global_generator_is_neither_used_nor_changed(start):
    X = load_dataset("overlapping", n_samples=100).X
    np.random.seed(0)
    before = np.random.get_state()
    means = start(X, 3, 4).means
    np.testing.assert_array_equal(before[1], np.random.get_state()[1])
    assert before[2:] == np.random.get_state()[2:]
    np.random.seed(1)
    np.testing.assert_array_equal(means, start(X, 3, 4).means)


@every_start
def test_there_may_be_as_many_components_as_samples_but_not_more(start):
    X = np.random.default_rng(0).standard_normal((4, 2))
    assert start(X, 4, 0).n_components == 4
    with pytest.raises(ValueError, match="n_components=5 is more than the 4 samples"):
        start(X, 5, 0)


@every_start
@pytest.mark.parametrize("n_components", [0, 2.5, "2", None])
def test_a_number_of_components_that_is_no_count_is_refused(start, n_components):
    with pytest.raises(ValueError, match=r"n_components is .*, expected an int"):
        start(np.eye(3), n_components, 0)


@every_start
def test_the_data_are_left_alone_and_not_shared(start):
    X = np.random.default_rng(0).standard_normal((5, 2))
    copy = X.copy()
    params = start(X, 3, 0)
    params.means[:] = np.nan
    np.testing.assert_array_equal(X, copy)


@pytest.mark.parametrize("start", ON_SAMPLES)
@given(problem=problems(), seed=SEEDS)
def test_means_lie_on_distinct_samples_with_the_spread_of_the_data(start, problem, seed):
    X, n_components = problem.X, problem.params.n_components
    params = start(X, n_components, seed)
    assert len(set(rows_found_in(X, params.means))) == n_components
    for covariance in params.covariances:
        np.testing.assert_allclose(covariance, np.diag(X.var(axis=0)), rtol=1e-12)
    np.testing.assert_array_equal(params.weights, np.full(n_components, 1 / n_components))


@pytest.mark.parametrize("start", ON_SAMPLES)
@given(problem=problems(), seed=SEEDS)
def test_starts_on_samples_do_not_depend_on_units_or_origin(start, problem, seed):
    X, n_components = problem.X, problem.params.n_components
    units = 2.0 ** problem.rng.integers(-8, 8, X.shape[1])
    plain = rows_found_in(X, start(X, n_components, seed).means)
    moved = X * units + 1024 * units
    assert rows_found_in(moved, start(moved, n_components, seed).means) == plain


@pytest.mark.parametrize("start", ON_SAMPLES)
def test_a_constant_feature_gets_a_variance_of_one(start):
    """Also where rounding makes the variance of equal numbers come out above zero."""
    X = np.column_stack([np.arange(10.0), np.full(10, 1 / 3)])
    assert 0 < X[:, 1].var() < 1e-30
    np.testing.assert_allclose(start(X, 2, 0).covariances[0], np.diag([8.25, 1.0]))


def test_random_points_takes_every_sample_equally_often():
    X = np.arange(5.0)[:, None]
    rng = np.random.default_rng(0)
    drawn = np.concatenate([random_points_start(X, 2, rng).means.ravel() for _ in range(3000)])
    counts = np.bincount(drawn.astype(int), minlength=5)
    assert (np.abs(counts - 1200) < 6 * np.sqrt(3000 * 0.4 * 0.6)).all()


def test_kmeans_plus_plus_draws_in_proportion_to_the_squared_distance():
    """The second mean follows the first with odds known in advance."""
    X, n_draws = np.array([[0.0, 0.0], [1.0, -1.0], [3.0, 0.0]]), 3000
    rng = np.random.default_rng(0)
    counts = np.zeros((3, 3))
    for _ in range(n_draws):
        counts[tuple(rows_found_in(X, kmeans_plus_plus_start(X, 2, rng).means))] += 1
    scaled = X / X.std(axis=0)
    odds = ((scaled[:, None] - scaled[None]) ** 2).sum(axis=2)
    expected = odds / odds.sum(axis=1, keepdims=True) / 3
    error = np.sqrt(n_draws * expected * (1 - expected))
    assert (np.abs(counts - n_draws * expected) <= 6 * error).all()


def test_kmeans_plus_plus_measures_from_the_nearest_mean():
    """Two far clusters and three means: never two means in one place while one is bare."""
    X = np.array([[0.0], [0.0], [1e6], [1e6], [2e6], [2e6]])
    for seed in range(50):
        means = kmeans_plus_plus_start(X, 3, seed).means
        assert sorted(means.ravel()) == [0.0, 1e6, 2e6]


def test_kmeans_plus_plus_takes_copies_when_nothing_else_is_left():
    X = np.array([[1.0], [1.0], [1.0], [5.0]])
    for seed in range(20):
        means = kmeans_plus_plus_start(X, 4, seed).means
        assert sorted(means.ravel()) == [1.0, 1.0, 1.0, 5.0]


@given(problems(), SEEDS)
def test_random_responsibilities_obey_the_identities_of_an_m_step(problem, seed):
    X = problem.X
    params = random_responsibilities_start(X, problem.params.n_components, seed)
    np.testing.assert_allclose(params.weights @ params.means, X.mean(axis=0), atol=1e-10)
    ridge = 1e-3 * np.diag(X.var(axis=0))
    second = sum(
        w * (covariance - ridge + np.outer(mean, mean))
        for w, mean, covariance in zip(*params, strict=True)
    )
    np.testing.assert_allclose(second, X.T @ X / len(X), rtol=1e-9, atol=1e-9)


def test_the_identity_start_looks_at_nothing_but_the_shape():
    a, b = identity_start(np.zeros((9, 3)), 4, 1), identity_start(np.full((7, 3), 5.0), 4, 1)
    np.testing.assert_array_equal(a.means, b.means)
    np.testing.assert_array_equal(a.covariances, [np.eye(3)] * 4)
    np.testing.assert_array_equal(a.weights, [0.25] * 4)
    many = identity_start(np.zeros((2000, 3)), 2000, 1).means
    assert (np.abs(many.mean(axis=0)) < 6 / np.sqrt(2000)).all()
    assert (np.abs(many.var(axis=0) - 1) < 6 * np.sqrt(2 / 2000)).all()


@given(problem=problems(), n_components=st.integers(1, 6), seed=SEEDS)
def test_equal_means_lie_on_one_sample_and_stay_equal(problem, n_components, seed):
    X = problem.X
    params = equal_means_start(X, n_components, seed)
    assert len(set(rows_found_in(X, params.means))) == 1
    for _ in range(3):
        params = m_step(X, e_step(X, *params), 1e-3 * X.var(axis=0).max() + 1e-9)
        np.testing.assert_allclose(params.means, np.tile(X.mean(axis=0), (n_components, 1)))
        np.testing.assert_allclose(
            params.covariances, np.tile(params.covariances[0], (n_components, 1, 1))
        )


def test_equal_means_may_lie_on_any_sample():
    X = np.arange(5.0)[:, None]
    assert {equal_means_start(X, 2, seed).means[0, 0] for seed in range(60)} == set(range(5))
