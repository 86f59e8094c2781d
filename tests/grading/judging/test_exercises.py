"""Cases of a class, hidden and public, and rows of what has no verdict."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, Status
from gmm_helpers.grading.judging.exercises import build_key, build_row, draw_cases


def test_everybody_gets_the_same_cases_and_next_term_others():
    def inputs(seed):
        return [case.arguments[0] for case in draw_cases("e_step", seed)]

    assert all(map(np.array_equal, inputs(1), inputs(1)))
    assert not any(map(np.array_equal, inputs(1), inputs(2)))
    assert build_key("e_step", 1) is build_key("e_step", 1)


@pytest.mark.parametrize("name", EXERCISES)
def test_public_cases_are_those_of_a_check_with_the_seed_and_no_hidden_ones(name):
    drawn = EXERCISES[name].cases(np.random.default_rng(3))
    assert names_and_numbers(draw_cases(name, 3, public=True)) == names_and_numbers(drawn)
    assert names_and_numbers(draw_cases(name, 3)) != names_and_numbers(drawn)


def names_and_numbers(cases):
    return [(c.name, c.topic, repr([*map(_state, c.arguments)])) for c in cases]


def _state(argument):
    generator = isinstance(argument, np.random.Generator)
    return argument.bit_generator.state if generator else argument


@pytest.mark.parametrize(
    ("status", "says_points"), [(Status.CRASHED, True), (Status.NOT_ATTEMPTED, False)]
)
def test_a_row_without_a_verdict_says_points_where_something_is_wrong(status, says_points):
    row = build_row("notebook", "e_step", 5.0, status, "Why <b>.", "a name")
    assert (row.score, row.max_score, row.named) == (0.0, 5.0, ("a name",))
    assert ("0 of 5 points" in row.card) == says_points
    assert "&lt;b&gt;" in row.card
