"""A growing effect: where it reaches a size is found to five digits, in few looks."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gmm_helpers.exercises.judging.searches import LARGEST, TINIEST, first_that_reaches

FEW = 12


def counting(effect):
    def counted(number):
        counted.numbers.append(number)
        return effect(number)

    counted.numbers = []
    return counted


numbers = st.floats(np.log(TINIEST) + 1, np.log(LARGEST) - 1e-3).map(np.exp)
EFFECTS = {
    "in proportion": lambda c: 3 * c,
    "a power": np.sqrt,
    "saturated": lambda c: c / (c + 1e-8),
    "nothing below a threshold": lambda c: max(c - 1e-9, 0.0),
    "not a number at the end": lambda c: 5 * c if c > 1e-200 else np.nan,
}


@pytest.mark.parametrize("name", EFFECTS)
@given(number=numbers)
@example(number=1.5 * TINIEST)
def test_the_number_is_found_that_has_the_effect(name, number):
    effect = EFFECTS[name]
    done = effect(number)
    if not done > 0:
        return
    found = first_that_reaches(done, effect)
    # Where it is saturated, many numbers do the same.
    assert effect(found) == pytest.approx(done, rel=1e-4)


@pytest.mark.parametrize("name", ["in proportion", "a power"])
def test_what_grows_as_a_power_takes_few_looks(name):
    for number in (1e-290, 1e-100, 1e-16, 1e-8, 1e-6, 1e-3):
        effect = counting(EFFECTS[name])
        first_that_reaches(EFFECTS[name](number), effect)
        most = FEW if name == "in proportion" else 2 * FEW
        assert len(effect.numbers) <= most


def test_a_narrow_interval_without_a_use_ends_the_search():
    effect, asked = counting(lambda c: 3 * c), []

    def may_be_between(low, high):
        asked.append((low, high))
        return False

    assert first_that_reaches(6e-9, effect, may_be_between) is None
    ((low, high),) = asked
    assert low < 2e-9 < high < 13 * low
    assert len(effect.numbers) <= 4


def test_the_tiniest_number_is_found_where_all_do_enough():
    assert first_that_reaches(1.0, lambda c: 2.0) == pytest.approx(TINIEST, rel=1e-3)
