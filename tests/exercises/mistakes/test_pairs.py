"""Two mistakes at once."""

import numpy as np

from gmm_helpers.exercises import EXERCISES, Mistake
from gmm_helpers.exercises.mistakes.pairs import pairs_of


def line(*, slope=1.0, intercept=0.0):
    return lambda x: slope * x + intercept


STEEP = Mistake("steep", ({"slope": 2.0}, {"slope": 3.0}, {"slope": 4.0}), line)
HIGH = Mistake("high", ({"intercept": 1.0}, lambda x: x + 1), line)
FLAT = Mistake("flat", ({"slope": 0.0},), line)
OTHER = Mistake("other", (np.sin,))


def test_mistakes_in_different_slots_are_made_at_once():
    (both,) = pairs_of((STEEP, HIGH))
    assert both.name == "steep, and high"
    assert both.parts == ("steep", "high")
    assert [function(5.0) for function in both.functions] == [11.0, 16.0]


def test_there_are_no_two_mistakes_in_one_term():
    assert pairs_of((STEEP, FLAT)) == ()


def test_whole_functions_make_no_pairs():
    assert pairs_of((STEEP, OTHER)) == ()


def test_no_pair_of_the_course_turns_a_slot_twice():
    for exercise in EXERCISES.values():
        rows = {mistake.name: mistake for mistake in exercise.mistakes}
        for pair in pairs_of(exercise.mistakes):
            first, second = (rows[part] for part in pair.parts)
            keys = {
                frozenset(one) | frozenset(other) for one in first.slots for other in second.slots
            }
            assert {frozenset(way) for way in pair.ways} <= keys
