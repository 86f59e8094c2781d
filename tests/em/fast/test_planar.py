"""Coefficients of two features, number by number, are those that arrays give."""

import math

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS, random_mixture, random_samples

from gmm_helpers.em.fast import describe_columns, linear_forms
from gmm_helpers.em.fast.planar import planar_coefficients
from gmm_helpers.em.fast.products import Pass, Products


def some_sums(seed, n_components):
    rng = np.random.default_rng(seed)
    params = random_mixture(rng, 2, n_components)
    X = random_samples(rng, params, 60)
    return Products(X, describe_columns(X), n_components), params


def after_one_step(seed, n_components, ridge, largest):
    """Coefficients after an M-step, number by number for up to this many components."""
    data, params = some_sums(seed, n_components)
    (blocks,) = data.layout.portions
    sums, _ = data.sum_blocks(Pass(data.forms.of(params).table), blocks, data.new_workspace())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linear_forms, "MAX_PLANAR", largest)
        return data.forms.after(sums, ridge)


@pytest.mark.parametrize("ridge", [0.0, 0.1])
@given(seed=SEEDS)
def test_few_components_are_those_of_many(seed, ridge):
    n_components = 1 + seed % 5
    few, many = (after_one_step(seed, n_components, ridge, largest) for largest in (99, 0))
    assert few.table.shape == many.table.shape
    scale = np.abs(many.table).max()
    np.testing.assert_allclose(few.table, many.table, rtol=1e-8, atol=1e-9 * scale)
    np.testing.assert_allclose(few.cancellation, many.cancellation[:, 1:], rtol=1e-7)


@pytest.mark.parametrize(
    "sums", [(2, 0, 0, 2, 2, 2), (2, 0, 0, 0, 0, 2), (2, 0, 0, -1, 0, -1), (2, 4, 0, 8, 0, 2)]
)
def test_a_covariance_that_is_not_positive_definite_has_no_coefficients(sums):
    table, cancellation = planar_coefficients([list(map(float, sums))], 0.0, [1.0, 1.0], 0.0)
    assert all(map(math.isnan, table[0] + cancellation[0]))


def test_the_standard_normal_distribution_by_hand():
    table, cancellation = planar_coefficients(
        [[4.0, 0.0, 0.0, 4.0, 4.0, 0.0]], 0.0, [9.0, 25.0], -math.log(4)
    )
    assert table == [(0.0, 0.0, 0.0, -0.5, -0.5, 0.0)]
    assert cancellation == [(9.0, 25.0)]
