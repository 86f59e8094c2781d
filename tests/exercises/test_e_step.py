"""What the sums of wrong responsibilities say."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, Case

RNG = np.random.default_rng(0)
RIGHT = RNG.dirichlet([1.0, 2.0, 3.0], size=5)
CASE = Case("a mixture", ())


def symptom(got):
    return EXERCISES["e_step"].symptom(CASE, got, RIGHT)


@pytest.mark.parametrize(
    ("got", "name"),
    [
        (RIGHT / RIGHT.sum(axis=0), "normalised over samples"),
        (2 * RIGHT, "rows do not sum to one"),
        (RIGHT * [1, 1, -1], "rows do not sum to one"),
        (RIGHT[:, ::-1], "wrong values"),
    ],
)
def test_sums_tell_what_was_normalised(got, name):
    assert symptom(got).name == name


def test_the_worst_sum_is_a_number_for_those_who_may_see_it():
    got = RIGHT.copy()
    got[3] *= 3
    assert symptom(got).numbers == "A row of yours sums to 3."


@pytest.mark.parametrize("got", [RIGHT[:2], RIGHT * np.nan, (RIGHT,)])
def test_other_shapes_and_nan_say_nothing(got):
    assert symptom(got) is None
