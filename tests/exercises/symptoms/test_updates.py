"""What wrong updates show by themselves: signs, sums, symmetry and the identities I1 and I2."""

import numpy as np
import pytest
from support import oracles

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.symptoms.updates import (
    covariance_symptom,
    mean_symptom,
    weight_symptom,
)

RNG = np.random.default_rng(8)
X = RNG.normal(size=(20, 2)) @ np.array([[1.0, 0.4], [0.0, 2.0]]) + 3
R = RNG.dirichlet([1.0, 2.0, 3.0], size=20)
WEIGHTS, MEANS, COVARIANCES = oracles.m_step(X, R)


@pytest.mark.parametrize(
    ("got", "name"),
    [
        (WEIGHTS * [1, 1, -1], "negative weights"),
        (WEIGHTS * 2, "weights do not sum to one"),
        (WEIGHTS[::-1], "wrong values"),
    ],
)
def test_weights(got, name):
    assert weight_symptom(Case("", (R,)), got, WEIGHTS).name == name


def test_the_sum_of_weights_is_a_number_for_those_who_may_see_it():
    diagnosis = weight_symptom(Case("", (R,)), 2 * WEIGHTS, WEIGHTS)
    assert diagnosis.numbers == "They sum to 2."


@pytest.mark.parametrize(
    ("got", "name"),
    [
        (np.tile(X.mean(axis=0), (3, 1)), "samples distributed wrongly"),
        (MEANS + 1, "identity I1 fails"),
        (2 * MEANS, "identity I1 fails"),
    ],
)
def test_means(got, name):
    assert mean_symptom(Case("", (X, R)), got, MEANS).name == name


def tied():
    """One covariance for all, with which identity I2 holds."""
    return np.array([np.tensordot(WEIGHTS, COVARIANCES, 1)] * 3)


def swapped():
    """The right sum, distributed in another way."""
    step = np.array([[0.2, 0.0], [0.0, 0.1]])
    return COVARIANCES + np.stack([step / WEIGHTS[0], -step / WEIGHTS[1], 0 * step])


V = np.array([[0.5, -0.2], [0.1, 0.3], [0.2, 0.2]])


@pytest.mark.parametrize(
    ("got", "name"),
    [
        (0 * COVARIANCES, "product after averaging"),
        (COVARIANCES + np.array([[0, 0.1], [0, 0]]), "not symmetric"),
        (COVARIANCES + 1e-3 * np.eye(2), "ridge added"),
        (
            COVARIANCES + np.array([0.1, 0.2, 0.3])[:, None, None] * np.eye(2),
            "ridge added",
        ),
        (COVARIANCES + V[:, :, None] * V[:, None], "centre other than the given means"),
        (COVARIANCES * np.array([0.5, 0.8, 2.0])[:, None, None], "divided by the wrong count"),
        (COVARIANCES**2 * np.eye(2), "diagonal only"),
        (2 * tied(), "one covariance for all components"),
        (swapped(), "spread distributed wrongly"),
        (COVARIANCES @ COVARIANCES, "identity I2 fails"),
    ],
)
def test_covariances(got, name):
    assert covariance_symptom(Case("", (X, R, MEANS)), got, COVARIANCES).name == name


def test_a_negative_variance_is_pointed_out():
    got = COVARIANCES.copy()
    got[0, 0, 0] = -1.0
    assert (
        "is not a covariance"
        in covariance_symptom(Case("", (X, R, MEANS)), got, COVARIANCES).message
    )


def test_one_number_per_matrix_is_neither_diagonal_nor_scaled():
    x, ones = X[:, :1], np.ones((20, 1))
    means = oracles.update_means(x, ones)
    right = oracles.update_covariances(x, ones, means)
    assert covariance_symptom(Case("", (x, ones, means)), right + 0.1, right).name == "ridge added"


@pytest.mark.parametrize(
    ("symptom", "arguments", "right"),
    [
        (weight_symptom, (R,), WEIGHTS),
        (mean_symptom, (X, R), MEANS),
        (covariance_symptom, (X, R, MEANS), COVARIANCES),
    ],
)
def test_other_shapes_and_nan_say_nothing(symptom, arguments, right):
    case = Case("", arguments)
    assert symptom(case, right[:1], right) is None
    assert symptom(case, np.full_like(right, np.nan), right) is None
    assert symptom(case, (right,), right) is None
