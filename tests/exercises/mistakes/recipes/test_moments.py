"""Weighted moments: right without a turned slot, and each slot turns its own term."""

import numpy as np
import pytest
from hypothesis import given
from support import oracles
from support.strategies import problems

from gmm_helpers.exercises.mistakes.recipes.moments import RECIPES, moment, outer, ways

RNG = np.random.default_rng(3)
X = RNG.normal(size=(9, 2)) + 2
R = RNG.dirichlet([1.0, 2.0, 3.0], size=9)
N_K = R.sum(axis=0)
MEANS = R.T @ X / N_K[:, None]


@given(problems())
def test_moments_are_the_updates_of_the_m_step(problem):
    r = problem.random_responsibilities() + 1e-3
    r /= r.sum(axis=1, keepdims=True)
    means = oracles.update_means(problem.X, r)
    covariances = oracles.update_covariances(problem.X, r, means)
    np.testing.assert_allclose(RECIPES["update_weights"]()(r), r.mean(axis=0))
    np.testing.assert_allclose(RECIPES["update_means"]()(problem.X, r), means, atol=1e-8)
    got = RECIPES["update_covariances"]()(problem.X, r, means)
    np.testing.assert_allclose(got, covariances, rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"weights": np.square}, (R**2).T @ X / (R**2).sum(axis=0)[:, None]),
        ({"weights": np.square, "divisor": "plain"}, (R**2).T @ X / N_K[:, None]),
        ({"rows": slice(4)}, R[:4].T @ X[:4] / R[:4].sum(axis=0)[:, None]),
        ({"rows": slice(4), "divisor": "plain"}, R[:4].T @ X[:4] / N_K[:, None]),
        ({"data": np.abs}, R.T @ np.abs(X) / N_K[:, None]),
        ({"centre": lambda g: g.X.mean(axis=0)}, MEANS - X.mean(axis=0)),
        ({"term": np.square}, R.T @ X**2 / N_K[:, None]),
        ({"total": np.max}, (R[:, :, None] * X[:, None]).max(axis=0) / N_K[:, None]),
        ({"divisor": "N"}, R.T @ X / 9),
        ({"divisor": 1}, R.T @ X),
        ({"divisor": lambda g: g.N_k - 1}, R.T @ X / (N_K - 1)[:, None]),
        ({"post": np.transpose}, MEANS.T),
    ],
)
def test_each_slot_turns_one_term_of_the_means(slots, expected):
    np.testing.assert_allclose(moment(1, **slots)(X, R), expected)


def test_counts_are_lined_up_with_the_components_whatever_is_summed():
    centred = X[:, None] - MEANS
    variances = np.einsum("nk,nkd->kd", R, centred**2) / N_K[:, None]
    np.testing.assert_allclose(moment(2, term=np.square)(X, R, MEANS), variances)
    distances = (R * (centred**2).sum(axis=2)).sum(axis=0) / N_K
    got = moment(2, term=lambda d: (d**2).sum(axis=-1))(X, R, MEANS)
    np.testing.assert_allclose(got, distances)
    with pytest.raises(ValueError, match="broadcast"):
        moment(1, divisor=lambda g: g.N_k[None])(X, R)


def test_integers_and_read_only_arguments_are_left_alone():
    whole = np.round(X).astype(int)
    whole.flags.writeable = False
    np.testing.assert_allclose(moment(1)(whole, R), R.T @ whole / N_K[:, None])


def test_the_outer_product_is_that_of_the_last_axis():
    np.testing.assert_array_equal(outer(X)[4], np.outer(X[4], X[4]))


def test_slots_are_tried_with_each_other_the_first_one_fastest():
    assert ways(divisor=("N", 1), rows=(None, slice(2))) == (
        {"divisor": "N"},
        {"divisor": 1},
        {"divisor": "N", "rows": slice(2)},
        {"divisor": 1, "rows": slice(2)},
    )
