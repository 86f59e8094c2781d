"""The three updates: two mistakes at once, the rows that they share, and spoilt values."""

import numpy as np
import pytest
from support.judged import verdict_on

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.mistakes.combinations import pairs_of
from gmm_helpers.exercises.mistakes.recipes.updates import (
    HARD,
    MISUSED,
    PERMUTATIONS,
    harden,
    mistakes_of,
    normalise,
    repeat,
    shared,
)

R = np.array([[0.7, 0.2, 0.1], [0.1, 0.6, 0.3], [0.2, 0.2, 0.6], [0.55, 0.4, 0.05]])
UPDATES = ("update_weights", "update_means", "update_covariances")


def names(function, exercise, seed=0):
    verdict = verdict_on(function, exercise, seed)
    assert verdict.status != "correct"
    return [diagnosis.name for diagnosis in verdict.diagnoses]


@pytest.mark.parametrize("exercise", UPDATES)
def test_nothing_is_paired_that_amounts_to_another_mistake(exercise):
    parts = {part for pair in pairs_of(EXERCISES[exercise].mistakes) for part in pair.parts}
    assert parts
    assert not parts & {"not summed over the samples", "one component only", "uniform weights"}


def hard_and_divided_by_n(X, responsibilities):
    labels = responsibilities.argmax(axis=1)
    sums = [X[labels == k].sum(axis=0) for k in range(responsibilities.shape[1])]
    return np.array(sums) / len(X)


def uncentred_and_not_divided(X, responsibilities, means):
    return [(column * X.T) @ X for column in responsibilities.T]


def variances_with_one_less(X, responsibilities, means):
    counts = responsibilities.sum(axis=0)
    centred = X[:, None] - means
    return (responsibilities[:, :, None] * centred**2).sum(axis=0) / (counts - 1)[:, None]


@pytest.mark.parametrize(
    ("exercise", "function", "parts"),
    [
        ("update_means", hard_and_divided_by_n, ("divided by N", "hard labels")),
        (
            "update_covariances",
            uncentred_and_not_divided,
            ("second moment not centred", "not divided by N_k"),
        ),
        ("update_covariances", variances_with_one_less, ("divided by N_k - 1", "diagonal only")),
    ],
)
def test_two_mistakes_at_once_are_both_named(exercise, function, parts):
    assert names(function, exercise) == [", and ".join(parts)]


def test_a_table_gives_rows_of_the_recipe_of_its_exercise():
    table = shared("divided by N", "one component only")
    divided, alone = mistakes_of("update_means", table)
    assert (divided.name, alone.name) == tuple(table)
    assert divided.recipe is EXERCISES["update_means"].mistakes[0].recipe
    assert alone.slots == []


@pytest.mark.parametrize("step", [1, -1])
def test_sorted_weights_are_told_by_their_order_also_where_two_happen_to_be_sorted(step):
    def sorted_weights(responsibilities):
        return np.sort(responsibilities.mean(axis=0))[::step]

    for seed in range(12):
        assert names(sorted_weights, "update_weights", seed) == ["components in the wrong order"]


def test_hard_labels_are_ones_for_the_most_probable_component():
    assert harden(R).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]
    for way in HARD:
        assert set(np.unique(way(R))) <= {0.0, 1.0}


def test_values_are_normalised_and_repeated():
    assert normalise(np.array([1.0, 3.0])).tolist() == [0.25, 0.75]
    assert repeat(np.eye(2), 3).shape == (3, 2, 2)


@pytest.mark.parametrize("permute", PERMUTATIONS)
def test_permutations_keep_the_values(permute):
    values = np.array([0.3, 0.5, 0.2])
    assert sorted(permute(values)) == sorted(values)
    assert permute(values).tolist() != values.tolist()


@pytest.mark.parametrize(
    ("name", "spoil"), [(name, spoil) for name, ways in MISUSED.items() for spoil in ways]
)
def test_misused_responsibilities_keep_their_shape_and_change_the_counts_or_the_means(name, spoil):
    before = R.copy()
    spoilt = spoil(R)
    assert spoilt.shape == R.shape
    assert not np.allclose(spoilt, R), name
    np.testing.assert_array_equal(R, before)
