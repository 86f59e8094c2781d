"""The features of a sample, and where they are in matrices."""

import numpy as np
import pytest

from gmm_helpers.em.fast.features import Features, features_of


@pytest.mark.parametrize("n_features", [1, 2, 3, 4, 7, 8])
def test_features_are_where_they_are_said_to_be(n_features):
    rng = np.random.default_rng(0)
    X, centre = rng.standard_normal((5, n_features)), rng.standard_normal(n_features)
    features = Features(n_features)
    written = np.ones((features.count, 5))
    features.write(X, centre, written)
    for x, row in zip(X - centre, written.T, strict=True):
        extended = np.concatenate([[1.0], x])
        np.testing.assert_array_equal(row[features.moments], np.outer(extended, extended))
        np.testing.assert_array_equal(row[1 + n_features :][features.entries], np.outer(x, x))
        np.testing.assert_array_equal(x[features.first] * x[features.second], row[1 + n_features :])


@pytest.mark.parametrize("n_features", [1, 2, 4])
def test_factors_make_a_quadratic_form(n_features):
    rng = np.random.default_rng(1)
    x, A = rng.standard_normal(n_features), rng.standard_normal((n_features + 1, n_features + 1))
    A, features = A + A.T, features_of(n_features)
    written = np.ones((features.count, 1))
    features.write(x[None], np.zeros(n_features), written)
    extended, inner = np.concatenate([[1.0], x]), A[1:, 1:]
    coefficients = A.ravel()[features.inverted] * features.inverted_factors
    assert coefficients @ written[:, 0] == pytest.approx(-0.5 * extended @ A @ extended)
    coefficients = inner.ravel()[features.pairs] * features.precision_factors
    assert coefficients @ written[1 + n_features :, 0] == pytest.approx(-0.5 * x @ inner @ x)


@pytest.mark.parametrize("n_features", [1, 2, 3, 4, 9, 16])
def test_each_pair_of_features_is_there_once(n_features):
    features = features_of(n_features)
    pairs = {*zip(features.first.tolist(), features.second.tolist(), strict=True)}
    assert pairs == {(i, j) for j in range(n_features) for i in range(j + 1)}
    assert len(pairs) == len(features.first)
