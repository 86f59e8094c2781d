"""A ridge that changes a fit is told; one without effect, or one that is needed, is not."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import problems

import gmm_helpers as gmm
from gmm_helpers.em.fast import describe_columns
from gmm_helpers.em.ridge import NOTICEABLE, nats_lost_to_ridge, warn_of_large_reg_covar

COURSE = gmm.course_original()


def in_units(scale):
    """The original data and start in other units."""
    weights, means, covariances = COURSE.start
    return COURSE.X * scale, gmm.GMMParams(weights, means * scale, covariances * scale**2)


def warned(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function()
    return [str(w.message) for w in caught if "reg_covar" in str(w.message)]


@pytest.mark.parametrize(
    ("reg_covar", "named"), [(1e-3, None), (0.5, 1), (5.0, 0)], ids=["none", "one", "first"]
)
def test_a_ridge_above_a_variance_names_the_first_such_feature(reg_covar, named):
    """A constant feature has no variance of its own to be compared with."""
    table = np.column_stack([[-1.0, 1.0], [-0.1, 0.1], [3.0, 3.0]])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warn_of_large_reg_covar(describe_columns(table), reg_covar, stacklevel=2)
    assert len(caught) == (named is not None)
    assert named is None or f"variance of feature {named} " in str(caught[0].message)


@given(problems(max_features=3, max_components=3), st.floats(0.01, 3.0))
def test_the_loss_is_that_of_the_expected_log_likelihood(problem, reg_covar):
    """Recomputed from samples: with fixed responsibilities the best M-step loses to the ridge."""
    X, responsibilities = problem.X, problem.random_responsibilities()
    fits = [gmm.m_step(X, responsibilities, ridge) for ridge in (reg_covar, 0.0)]
    expected = [(responsibilities * gmm.weighted_log_prob(X, *fit)).sum() for fit in fits]
    lost = nats_lost_to_ridge(fits[0], len(X), reg_covar)
    assert lost == pytest.approx(expected[1] - expected[0], rel=1e-6, abs=1e-6)


@given(problems(max_features=3, max_components=3), st.integers(-6, 6), st.floats(-1e6, 1e6))
def test_the_loss_depends_neither_on_the_units_nor_on_the_origin(problem, exponent, shift):
    """As long as the ridge is in the same units."""
    scale = 10.0**exponent
    params = gmm.m_step(problem.X, problem.random_responsibilities(), 0.5)
    moved = gmm.GMMParams(
        params.weights, params.means * scale + shift * scale, params.covariances * scale**2
    )
    lost = nats_lost_to_ridge(params, 100, 0.5)
    assert 0 < lost < np.inf
    assert nats_lost_to_ridge(moved, 100, 0.5 * scale**2) == pytest.approx(lost, rel=1e-3)


@pytest.mark.parametrize("ridge", [0.0, 1e-6, 1.0])
@pytest.mark.parametrize("copies", [1, 2, 5])
def test_a_single_sample_or_copies_of_it_lose_nothing(ridge, copies):
    params = gmm.m_step(np.full((copies, 2), 3.0), np.ones((copies, 1)), ridge)
    assert nats_lost_to_ridge(params, copies, ridge) == 0


@pytest.mark.parametrize("spread", [0.0, 1e-30, 1e-20, 1e-12])
@pytest.mark.parametrize("ridge", [1e-6, 0.1, 1.0])
@pytest.mark.filterwarnings("error")
def test_a_component_that_is_nothing_but_ridge_loses_a_finite_amount(spread, ridge):
    covariances = np.array([4 * np.eye(2), (spread + ridge) * np.eye(2)])
    params = gmm.GMMParams(np.array([0.75, 0.25]), np.array([[0.0, 0.0], [3.0, 1.0]]), covariances)
    lost = nats_lost_to_ridge(params, 40, ridge, collapsed=True)
    assert 10 * np.log(ridge / max(spread, ridge * 1e-15)) - 20 < lost < 10 * 37 + 50
    assert nats_lost_to_ridge(params, 40, ridge) < lost


@pytest.mark.parametrize("scale", [1e-2, 5e-3, 2e-3, 1e-3])
def test_units_that_make_the_ridge_cost_something_are_told(scale):
    """By how much the two fits differ is the independent answer."""
    X, start = in_units(scale)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with_ridge, without = (gmm.fit(X, start, reg_covar=r, max_iter=2000) for r in (1e-6, 0))
    gained = with_ridge.negative_log_likelihood[-1] - without.negative_log_likelihood[-1]
    lost = nats_lost_to_ridge(with_ridge.params[-1], len(X), 1e-6)
    assert gained / 3 < lost < gained
    said = warned(lambda: gmm.fit(X, start, max_iter=2000))
    assert len(said) == (gained > NOTICEABLE)
    assert all("rescale X" in sentence and "smaller reg_covar" in sentence for sentence in said)


@pytest.mark.parametrize("scale", [1e-2, 1.0, 1e3, 1e6])
def test_a_ridge_without_effect_is_not_worth_a_word(scale):
    X, start = in_units(scale)
    assert not warned(lambda: gmm.fit(X, start))


@pytest.mark.parametrize(
    "columns", [(1.0, 1e-3), (1e-3, 1.0), (1e3, 1e-3), (1e6, 1e-3), (1e-6, 1.0)]
)
def test_one_feature_in_small_units_is_enough_and_told_once(columns):
    X = COURSE.X * np.array(columns)
    assert len(warned(lambda: gmm.fit(X, gmm.kmeans_plus_plus_start(X, 3, 0), max_iter=50))) == 1
    assert len(warned(lambda: gmm.fit_restarts(X, 3, n_init=3, seed=0, max_iter=50))) == 1


@pytest.mark.parametrize("name", gmm.DATASETS)
@pytest.mark.parametrize("n_components", [1, 3, 8])
def test_ordinary_data_are_not_warned_of(name, n_components):
    X = gmm.load_dataset(name, 300).X
    start = gmm.kmeans_plus_plus_start(X, n_components, 1)
    assert not warned(lambda: gmm.fit(X, start, max_iter=100))


@given(st.integers(1, 12), st.integers(1, 3), st.integers(0, 99))
def test_few_samples_and_copies_need_the_ridge_and_are_not_warned_of(n_samples, n_features, seed):
    X = np.random.default_rng(seed).standard_normal((n_samples, n_features))
    X = np.vstack([X, X[:1], X[:1]])
    start = gmm.random_points_start(X, min(3, len(X)), seed)
    assert not warned(lambda: gmm.fit(X, start, max_iter=30))


@pytest.mark.parametrize("value", [0.0, 0.5, 0.1, 0.7, -3.3, 100.1, 1e6 + 0.1, 1e-9, 0.1 + 0.2])
@pytest.mark.parametrize("n_samples", [1, 7, 600, 20_000])
def test_a_constant_feature_has_no_variance_whatever_its_value(value, n_samples):
    x = np.random.default_rng(0).standard_normal(n_samples)
    X = np.column_stack([x, np.full(n_samples, value)])
    assert describe_columns(X).variances[1] == 0
    assert not warned(lambda: gmm.fit(X, gmm.kmeans_plus_plus_start(X, 1, 0), max_iter=5))


def test_values_equal_up_to_rounding_are_constant_and_others_are_not():
    x = np.linspace(-1, 1, 50)
    noise = np.where(x > 0, 0.3, 0.1 + 0.2)
    assert describe_columns(np.column_stack([x, noise])).variances[1] == 0
    assert describe_columns((0.3 + 1e-12 * x)[:, None]).variances[0] > 0


def test_a_collapsed_component_is_what_the_ridge_is_for():
    X = np.vstack([COURSE.X[:40], np.tile([[8.0, 8.0]], (5, 1))])
    start = gmm.GMMParams([0.5, 0.5], [[0.0, 0.0], [8.0, 8.0]], [np.eye(2)] * 2)
    assert not warned(lambda: gmm.fit(X, start, reg_covar=1e-3))


@pytest.mark.parametrize("value", [1e6, 1e9, 1e10])
def test_rounding_noise_on_a_constant_is_not_worth_a_word(value):
    X = gmm.course_original().X
    noise = np.where(np.arange(len(X)) % 2, value, np.nextafter(value, np.inf))
    X = np.column_stack([X, noise])
    assert not warned(lambda: gmm.fit(X, gmm.random_points_start(X, 3, 0), max_iter=2000))


def test_a_larger_ridge_than_usual_is_meant_and_not_warned_of():
    data = gmm.course_original()
    assert not warned(lambda: gmm.fit(data.X, data.start, reg_covar=0.1, max_iter=2000))
