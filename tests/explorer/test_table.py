"""Parameters as rows of numbers."""

import numpy as np
import pytest

from gmm_helpers import GMMParams, load_dataset, random_points_start
from gmm_helpers.explorer.table import params_of_row, params_table, row_length


def test_a_row_holds_the_lower_triangles():
    covariance = np.array([[2.0, 0.5], [0.5, 3.0]])
    params = GMMParams(np.array([1.0]), np.array([[7.0, 8.0]]), covariance[None])
    np.testing.assert_array_equal(params_table((params,)), [[1, 7, 8, 2, 0.5, 3]])


@pytest.mark.parametrize(("n_components", "n_features"), [(1, 1), (4, 1), (1, 3), (3, 5)])
def test_a_row_can_be_read_again(n_components, n_features):
    X = np.random.default_rng(0).normal(size=(40, n_features))
    params = random_points_start(X, n_components, rng=1)
    (row,) = params_table([params])
    assert row.shape == (row_length(n_components, n_features),)
    for before, after in zip(params, params_of_row(row, n_components, n_features), strict=True):
        np.testing.assert_array_equal(before, after)


def test_every_iteration_has_a_row():
    X = load_dataset("ring").X
    params = [random_points_start(X, 3, rng=seed) for seed in range(4)]
    table = params_table(params)
    for i, each in enumerate(params):
        np.testing.assert_array_equal(table[i], params_table([each])[0])
