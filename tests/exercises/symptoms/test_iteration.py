"""Which part of one iteration is wrong."""

import numpy as np
import pytest
from support import oracles
from support.strategies import random_mixture, random_samples

from gmm_helpers.exercises.judging.returned_values import as_plain
from gmm_helpers.exercises.symptoms.iteration import step_symptom

RNG = np.random.default_rng(4)
TRUTH = random_mixture(RNG, 3, 2)
X = random_samples(RNG, TRUTH, 50)
START = TRUTH._replace(means=TRUTH.means + 0.4)
SHARES = oracles.responsibilities(X, *START)
RIGHT = oracles.m_step(X, SHARES)


def scaled(*factors):
    return tuple(factor * values for factor, values in zip(factors, RIGHT, strict=True))


@pytest.mark.parametrize(
    ("factors", "name"),
    [
        ((1, 1, 2), "wrong covariances"),
        ((2, 1, 1), "wrong weights"),
        ((1, 2, 2), "wrong means and covariances"),
        ((2, 1, 2), "wrong weights and covariances"),
        ((2, 2, 2), "wrong weights, means and covariances"),
    ],
)
def test_what_is_wrong_is_named_and_what_is_right_is_said(factors, name):
    diagnosis = step_symptom(X, START, scaled(*factors))
    assert diagnosis.name == name
    said = diagnosis.message.partition(" are right;")[0] if 1 in factors else ""
    for part, factor in zip(("weights", "means", "covariances"), factors, strict=True):
        assert (part in said) == (factor == 1)
    assert len(diagnosis.message) <= 350


def test_a_right_iteration_has_no_symptom():
    assert step_symptom(X, START, scaled(1, 1, 1)) is None


def test_an_m_step_with_other_responsibilities_is_a_wrong_e_step():
    other = SHARES**3
    other /= other.sum(axis=1, keepdims=True)
    diagnosis = step_symptom(X, START, tuple(map(np.asarray, oracles.m_step(X, other))))
    assert diagnosis.name == "wrong E-step"


def test_covariances_around_wrong_means_are_not_what_is_wrong():
    means = RIGHT[1] + 0.1
    spread = [
        (SHARES[:, k, None] * (X - mean)).T @ (X - mean) / SHARES[:, k].sum()
        for k, mean in enumerate(means)
    ]
    diagnosis = step_symptom(X, START, (RIGHT[0], means, np.array(spread)))
    assert diagnosis.name == "wrong means"
    assert "your covariances are right for your means" in diagnosis.message


@pytest.mark.parametrize("means", [np.zeros(2), np.full((3, 2), np.nan), as_plain(None)])
def test_means_that_are_none_are_wrong(means):
    diagnosis = step_symptom(X, START, (RIGHT[0], means, 2 * RIGHT[2]))
    assert diagnosis.name == "wrong means and covariances"
    assert step_symptom(X, START, (2 * RIGHT[0], means, 2 * RIGHT[2])) is not None
