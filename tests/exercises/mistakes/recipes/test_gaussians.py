"""Without a change, densities are right; with one, they differ by just what it says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import SEEDS, mixtures, random_mixture, random_samples

from gmm_helpers.exercises.mistakes.recipes.gaussian_terms import TERMS
from gmm_helpers.exercises.mistakes.recipes.gaussians import (
    gaussian,
    gaussian_recipe,
    joint,
    joint_recipe,
    likelihood_recipe,
    log_sum,
    mixture_recipe,
    responsibility_recipe,
    rows,
    ways,
)

RNG = np.random.default_rng(0)
PARAMS = random_mixture(RNG, 3, 2)
PARAMS = PARAMS._replace(means=PARAMS.means / 5)  # the components overlap
X = random_samples(RNG, PARAMS, 8)
ONE = (X, PARAMS.means[0], PARAMS.covariances[0])
RIGHT = oracles.component_log_prob(X, PARAMS.means[:1], PARAMS.covariances[:1])[:, 0]


@given(mixtures(), SEEDS)
def test_without_a_change_the_joint_is_right(params, seed):
    samples = random_samples(np.random.default_rng(seed), params, 5)
    np.testing.assert_allclose(
        joint(samples, *params), oracles.weighted_log_prob(samples, *params), rtol=1e-8, atol=1e-8
    )


@pytest.mark.parametrize(
    ("change", "offset"),
    [
        ({}, 0.0),
        ({"two_pi": lambda N, D: 0.0}, 1.5 * np.log(2 * np.pi)),
        ({"two_pi": lambda N, D: np.log(2 * np.pi)}, np.log(2 * np.pi)),
        ({"determinant": lambda S: 0.0}, 0.5 * np.log(np.linalg.det(ONE[2]))),
    ],
)
def test_a_change_of_a_constant_shifts_all_values_alike(change, offset):
    np.testing.assert_allclose(gaussian(*ONE, **change) - RIGHT, offset, atol=1e-9)


def test_a_change_of_the_distance_shows():
    at_zero = gaussian(*ONE, half=0.0)
    np.testing.assert_allclose(gaussian(*ONE, half=1.0) - at_zero, 2 * (RIGHT - at_zero))
    squared = gaussian(*ONE, matrix=lambda S: np.eye(len(S)), half=1.0) - at_zero
    np.testing.assert_allclose(squared, -((X - ONE[1]) ** 2).sum(axis=1))


@pytest.mark.parametrize(
    ("name", "change"),
    [(name, change) for name, changes in TERMS.items() for change in changes],
)
def test_every_mistake_changes_the_responsibilities(name, change):
    def responsibilities(logs):
        return np.exp(logs - log_sum(logs)[:, None])

    wrong = responsibilities(joint(X, *PARAMS, **change))
    right = oracles.responsibilities(X, *PARAMS)
    assert np.abs(wrong - right).max() > 1e-12, name


def test_ignored_weights_leave_the_densities():
    logs = joint(X, *PARAMS, weigh=lambda logs, weights: logs)
    np.testing.assert_allclose(logs, oracles.component_log_prob(X, *PARAMS[1:]))


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6))
def test_the_log_of_a_sum(values):
    assert log_sum(np.array([values]))[0] == pytest.approx(oracles.log_of_sum(values), abs=1e-9)


def test_every_recipe_without_slots_is_right():
    given, log_density = (X, *PARAMS), oracles.mixture_log_density(X, *PARAMS)
    np.testing.assert_allclose(gaussian_recipe()(*ONE), RIGHT)
    np.testing.assert_allclose(joint_recipe()(*given), oracles.weighted_log_prob(*given))
    np.testing.assert_allclose(mixture_recipe()(*given), log_density)
    np.testing.assert_allclose(likelihood_recipe()(*given), -np.sum(log_density))
    np.testing.assert_allclose(responsibility_recipe()(*given), oracles.responsibilities(*given))


def test_slots_of_terms_and_of_steps_are_filled_at_once():
    unweighted = likelihood_recipe(weigh=lambda logs, weights: logs, total=np.mean)
    sums = np.exp(oracles.component_log_prob(X, *PARAMS[1:])).sum(axis=1)
    assert unweighted(X, *PARAMS) == pytest.approx(-np.log(sums).mean())


def test_a_slot_that_is_not_there_is_an_error():
    with pytest.raises(TypeError, match="wheigh"):
        mixture_recipe(wheigh=None)(X, *PARAMS)


def test_ways_of_the_same_name_are_one_mistake():
    one, other, third = ways("half", 1.0, 2.0, 3.0)
    first, second = rows(gaussian_recipe, {"a": (one,), "b": ()}, {"b": (other,), "a": (third,)})
    assert (first.name, first.slots) == ("a", [one, third])
    assert (second.name, second.slots) == ("b", [other])
