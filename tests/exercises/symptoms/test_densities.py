"""What is said about wrong densities, and when two of them share a mistake."""

import numpy as np
import pytest
from support import oracles
from support.strategies import random_mixture, random_samples

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.symptoms.densities import (
    gaussian_symptom,
    joint_symptom,
    mixture_symptom,
    same_mistake,
    total_symptom,
)

RNG = np.random.default_rng(3)
PARAMS = random_mixture(RNG, 2, 3)
X = random_samples(RNG, PARAMS, 9)
CASE = Case("a mixture", (X, *PARAMS))
GAUSSIAN = Case("a Gaussian", (X, PARAMS.means[0], PARAMS.covariances[0]))
RIGHT = oracles.mixture_log_density(X, *PARAMS)
LOG_DENSITY = oracles.component_log_prob(X, PARAMS.means[:1], PARAMS.covariances[:1])[:, 0]
CENTRED = X - PARAMS.means[0]
DISTANCES = np.einsum("nj,nj->n", CENTRED @ np.linalg.inv(PARAMS.covariances[0]), CENTRED)


@pytest.mark.parametrize(
    ("got", "words", "numbers"),
    [
        (LOG_DENSITY + 0.75, "does not depend on x is wrong", "all 0.75 larger"),
        (LOG_DENSITY - 0.75, "does not depend on x is wrong", "all 0.75 smaller"),
        (LOG_DENSITY - 0.25 * DISTANCES, "not with the slope", "by -0.75 for each unit"),
        (LOG_DENSITY - DISTANCES**2, "does not fall linearly", ""),
    ],
)
def test_the_term_that_is_wrong_follows_from_the_distances(got, words, numbers):
    diagnosis = gaussian_symptom(GAUSSIAN, got, LOG_DENSITY)
    assert diagnosis.name == "wrong terms"
    assert words in diagnosis.message
    assert numbers in diagnosis.numbers


def test_of_a_joint_the_weights_are_wrong_or_the_log_densities():
    joint = np.array(oracles.weighted_log_prob(X, *PARAMS))
    shifts = np.array([0.5, -1.0, 0.0])
    assert joint_symptom(CASE, joint + shifts, joint).name == "wrong term of the weight"
    diagnosis = joint_symptom(CASE, 1.01 * joint, joint)
    assert diagnosis.name == "wrong log-densities"
    assert f"{joint.min():.6g}, and you return {1.01 * joint.min():.6g}" in diagnosis.numbers
    assert joint_symptom(CASE, joint[:, 0], joint) is None


@pytest.mark.parametrize("symptom", [gaussian_symptom, mixture_symptom, total_symptom])
def test_results_of_another_size_say_nothing(symptom):
    assert symptom(CASE, RIGHT[:3], RIGHT) is None
    assert symptom(CASE, np.zeros(0), np.zeros(0)) is None


def test_a_density_that_is_not_finite_says_nothing_about_terms():
    assert gaussian_symptom(GAUSSIAN, np.full(9, np.nan), LOG_DENSITY) is None


@pytest.mark.parametrize("value", [7.0, np.nan])
def test_the_worst_sample_is_shown_with_its_terms(value):
    got = RIGHT + 0.01
    got[4] = value
    diagnosis = mixture_symptom(CASE, got, RIGHT)
    assert "sample 4 has the terms" in diagnosis.numbers
    assert f"{RIGHT[4]:.6g}" in diagnosis.numbers
    assert "sample" not in diagnosis.message.split("Compute")[0]


def test_the_bounds_of_the_total_are_shown_and_hold():
    expected = np.array(oracles.negative_log_likelihood(X, *PARAMS))
    highest = -sum(max(row) for row in oracles.weighted_log_prob(X, *PARAMS))
    lowest = highest - 9 * np.log(3)  # each sum is at most three times its largest term
    assert lowest <= expected <= highest
    numbers = total_symptom(CASE, np.array(1.0), expected).numbers
    for value in (highest, lowest, expected.item(), 1.0):
        assert f"{value:.6g}" in numbers


def test_far_away_it_is_the_error_that_must_agree():
    reference = lambda x: np.array([-1e6, -1.0])  # noqa: E731
    agree, case = same_mistake(reference), Case("far", (np.zeros(2),))
    one = np.array([-1e6 + 1.0, -2.0])
    assert agree(case, one, one)
    assert agree(case, one, one + np.array([0.001, 0.0]))
    assert not agree(case, one, one + np.array([0.5, 0.0]))  # equal to six digits
    assert not agree(case, one, one[:1])


def test_where_both_are_infinite_they_agree():
    agree = same_mistake(lambda x: np.array([1.0, 2.0]))
    one = np.array([-np.inf, 3.0])
    assert agree(Case("", (0,)), one, one.copy())
    assert not agree(Case("", (0,)), one, np.array([np.inf, 3.0]))


def test_a_log_density_that_is_the_same_everywhere_is_told_as_that():
    said = gaussian_symptom(GAUSSIAN, np.full(len(X), -2.9), LOG_DENSITY).message
    assert "the same for all samples" in said
    assert "linearly" not in said


LOGS = oracles.component_log_prob(X, PARAMS.means, PARAMS.covariances) + np.log(PARAMS.weights)


def log_sum(logs):
    return np.log(np.exp(logs).sum(axis=1))


@pytest.mark.parametrize("kept", [[0, 1], [1, 2], [2]])
def test_a_component_that_is_left_out_of_the_sum_is_named(kept):
    partial = log_sum(LOGS[:, kept])
    for found in (
        mixture_symptom(CASE, partial, RIGHT),
        total_symptom(CASE, np.asarray(-partial.sum()), np.asarray(-RIGHT.sum())),
    ):
        assert found.name == "component left out"
        assert f" {', '.join(map(str, kept))} of 0 to 2" in found.numbers


def test_a_sum_that_starts_from_1_is_named():
    found = mixture_symptom(CASE, np.log(1 + np.exp(RIGHT)), RIGHT)
    assert found.name == "1 added to the sum"
