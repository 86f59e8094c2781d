"""How low log-densities of samples can be, without a look at the samples."""

import math

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

from gmm_helpers.em.fast import describe_columns
from gmm_helpers.em.fast.exponentials import exponentials_beside
from gmm_helpers.em.fast.linear_forms import MAX_CORNERED, LinearForms
from gmm_helpers.em.fast.products import Pass, Products
from gmm_helpers.em.fast.threads import serial_map


@given(problems())
def test_no_sample_is_below_the_lowest_corner(problem):
    X, params = problem.X, problem.start
    forms = LinearForms(len(X), describe_columns(X))
    lowest = forms.lowest(forms.of(params).table)
    if params.n_features > MAX_CORNERED:
        assert lowest == -math.inf
        return
    densities = oracles.weighted_log_prob(X, *params)
    assert lowest <= densities.min() + 1e-9 * abs(densities.min())
    corners = np.array(np.meshgrid(*zip(X.min(axis=0), X.max(axis=0), strict=True)))
    at_corners = oracles.weighted_log_prob(corners.reshape(X.shape[1], -1).T, *params)
    assert lowest == pytest.approx(at_corners.min(), rel=1e-9)


@given(problems(max_features=3))
def test_what_is_left_out_where_nothing_is_faint_changes_no_bit(problem):
    X, params = problem.X, problem.start
    sums = []
    for are_clear in (True, False):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(exponentials_beside(0.0), "clear", -math.inf if are_clear else math.inf)
            products = Products(X, describe_columns(X), params.n_components)
            table = products.forms.of(params).table
            sums.append(products.e_step(Pass(table), serial_map))
    np.testing.assert_array_equal(sums[0][0], sums[1][0])
    assert sums[0][1] == sums[1][1]


@pytest.mark.parametrize("units", [1.0, 1e-6, 1e6])
def test_the_peak_is_the_density_of_one_gaussian_at_its_mean(units):
    X = units * np.random.default_rng(0).standard_normal((50, 3))
    X = np.column_stack([X, np.ones(50)])  # a constant feature has no density
    variances = X[:, :3].var(axis=0)
    gaussian = np.ones(1), np.zeros((1, 3)), np.diag(variances)[None]
    expected = max(0.0, oracles.weighted_log_prob(np.zeros((1, 3)), *gaussian).item())
    assert LinearForms(50, describe_columns(X)).peak == pytest.approx(expected)
