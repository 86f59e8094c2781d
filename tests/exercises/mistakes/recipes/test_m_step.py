"""Parts of the M-step: the right ones are right, and the wrong ones are not."""

import numpy as np
import pytest

from gmm_helpers.exercises.mistakes.recipes.m_step import (
    HARD,
    MISUSED,
    PERMUTATIONS,
    harden,
    normalise,
    repeat,
)

R = np.array([[0.7, 0.2, 0.1], [0.1, 0.6, 0.3], [0.2, 0.2, 0.6], [0.55, 0.4, 0.05]])


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
