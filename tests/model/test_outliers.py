"""One sample beyond the reach of floating-point numbers is named as the cause."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import SEEDS

import gmm_helpers as gmm
from gmm_helpers.model.outliers import TOO_FAR, find_far_sample


@given(SEEDS, st.integers(1, 4), st.integers(3, 200), st.floats(-1e6, 1e6))
def test_ordinary_samples_are_not_far_wherever_they_are(seed, n_features, n_samples, shift):
    X = np.random.default_rng(seed).standard_normal((n_samples, n_features))
    assert find_far_sample(1e-6 * X + shift) is None


@given(SEEDS, st.integers(1, 4), st.integers(3, 50), st.integers(9, 100))
def test_the_far_sample_is_found_wherever_it_stands(seed, n_features, n_samples, exponent):
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((n_samples, n_features))
    sample, feature = rng.integers(n_samples), rng.integers(n_features)
    X[sample, feature] = 10.0**exponent
    assert find_far_sample(X)[:2] == (sample, feature)


def test_equal_samples_are_no_measure_of_distance():
    assert find_far_sample(np.ones((5, 2))) is None
    assert find_far_sample(np.array([[0.0]] * 9 + [[1.0]])) is None
    assert find_far_sample(np.array([[0.0]] * 9 + [[1.0]] * 2 + [[2 * TOO_FAR]])).sample == 11


@pytest.mark.parametrize("direction", [(1, 1), (1, -1), (1, 0.5), (1, 0)])
@pytest.mark.parametrize("distance", [5e7, 1e8, 1e10, 1e100])
@pytest.mark.parametrize("start", ["k-means++", "random points", "identity"])
@pytest.mark.parametrize("reg_covar", [0, 1e-6])
def test_a_fit_either_works_or_names_the_far_sample(direction, distance, start, reg_covar):
    X = np.vstack([gmm.load_dataset("course", 100).X, np.array(direction) * distance])
    error = None
    try:
        gmm.fit(X, gmm.STARTS[start](X, 2, 0), reg_covar=reg_covar, max_iter=100, tol=1e-3)
    except gmm.DegenerateComponentError as raised:
        error = raised
    if error is not None:
        assert (error.far_sample.sample, error.iteration is None) == (100, False)
        assert "sample 100 is " in str(error)
        assert "shrunk onto" not in str(error)


@pytest.mark.parametrize("distance", [5e7, 1e9])
def test_on_the_diagonal_the_cause_is_the_sample_and_not_a_flat_component(distance):
    X = np.vstack([gmm.load_dataset("course").X, [[distance, distance]]])
    with pytest.raises(
        gmm.DegenerateComponentError, match=r"sample 600 is .* correct or remove this sample"
    ):
        gmm.fit(X, gmm.identity_start(X, 3, 0))


def test_another_breakdown_keeps_its_own_cause():
    X = np.vstack([gmm.course_original().X[:40], [[8.0, 8.0]] * 5])
    start = gmm.GMMParams([0.5, 0.5], [[0.0, 0.0], [8.0, 8.0]], [np.eye(2)] * 2)
    with pytest.raises(gmm.DegenerateComponentError, match="has collapsed") as error:
        gmm.fit(X, start, reg_covar=0)
    assert error.value.far_sample is None


@pytest.mark.parametrize("distance", [1e5, 1e6, 1e7, 1e9])
@pytest.mark.parametrize("seed", range(3))
def test_two_samples_on_a_line_are_named_where_their_component_is_flat(distance, seed):
    far = np.array([[distance, -distance], [-distance, distance]])
    X = np.vstack([gmm.load_dataset("course").X, far])
    error = None
    try:
        gmm.fit(X, gmm.random_points_start(X, 3, seed), max_iter=300, tol=1e-3)
    except gmm.DegenerateComponentError as raised:
        error = raised
    assert error is None or error.far_sample.sample in (600, 601)


def test_a_flat_component_elsewhere_is_not_blamed_on_a_far_sample():
    X = np.vstack([gmm.load_dataset("course").X, [[1e5, 0.0]]])
    line = np.linspace(20, 30, 50)
    X = np.vstack([X, np.column_stack([line, line])])
    start = gmm.GMMParams(
        np.ones(3) / 3,
        [[0.0, 0.0], [25.0, 25.0], [1e5, 0.0]],
        [np.eye(2), np.eye(2), 1e8 * np.eye(2)],
    )
    with pytest.raises(gmm.DegenerateComponentError) as error:
        gmm.fit(X, start, reg_covar=0)
    assert error.value.component == 1
    assert error.value.far_sample is None
