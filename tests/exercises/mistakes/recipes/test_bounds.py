"""Without a change, entropy, expectation and bound are right; with one, just that is wrong."""

import numpy as np
import pytest
from scipy.special import xlogy
from support import oracles
from support.strategies import random_mixture, random_samples

from gmm_helpers.exercises.mistakes.recipes.bounds import (
    bound_recipe,
    entropy_recipe,
    expectation_recipe,
    safe_log,
)

RNG = np.random.default_rng(0)
PARAMS = random_mixture(RNG, 2, 3)
X = random_samples(RNG, PARAMS, 9)
R = RNG.dirichlet(np.ones(3), size=9)
R[0] = [0, 1, 0]
LOGS = oracles.weighted_log_prob(X, *PARAMS)
ENTROPY = -xlogy(R, R).sum()


def test_every_recipe_without_slots_is_right():
    assert entropy_recipe()(R) == pytest.approx(ENTROPY)
    assert expectation_recipe()(X, R, *PARAMS) == pytest.approx((R * LOGS).sum())
    assert bound_recipe()(X, R, *PARAMS) == pytest.approx((R * LOGS).sum() + ENTROPY)


def test_where_a_responsibility_is_zero_nothing_is_added():
    np.testing.assert_array_equal(safe_log(np.array([0.0, 1.0])), [0, 0])
    weights = np.array([0.0, 1.0, 0.0])
    with np.errstate(divide="ignore"):
        alone = expectation_recipe()(X[:1], R[:1], weights, *PARAMS[1:])
    assert alone == pytest.approx(oracles.component_log_prob(X[:1], *PARAMS[1:])[0, 1])


def test_a_slot_changes_its_own_term():
    assert entropy_recipe(log=np.log2)(R[1:]) == pytest.approx((ENTROPY) / np.log(2))
    squared = expectation_recipe(shares=lambda r, logs: r**2)
    assert squared(X, R, *PARAMS) == pytest.approx((R**2 * LOGS).sum())
    by_hand = expectation_recipe(terms=lambda r, densities, logs, w: r * densities)
    densities = oracles.component_log_prob(X, *PARAMS[1:])
    assert by_hand(X, R, *PARAMS) == pytest.approx((R * densities).sum())
    minus = bound_recipe(combine=np.subtract)
    assert minus(X, R, *PARAMS) == pytest.approx((R * LOGS).sum() - ENTROPY)


def test_a_slot_of_a_gaussian_is_one_of_the_expectation():
    halved = expectation_recipe(half=1.0)(X, R, *PARAMS)
    none = expectation_recipe(half=0.0)(X, R, *PARAMS)
    assert halved - none == pytest.approx(2 * ((R * LOGS).sum() - none))
