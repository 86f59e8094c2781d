"""The three updates: two mistakes at once, and the rows that they share."""

import numpy as np
import pytest
from support.judged import verdict_on

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.mistakes.pairs import pairs_of
from gmm_helpers.exercises.mistakes.recipes.updates import mistakes_of, shared

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
