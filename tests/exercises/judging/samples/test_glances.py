"""What one draw says of a known mistake is what all draws say."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, attempt
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.judging.samples.glances import differs, glance
from gmm_helpers.exercises.mistakes.recipes.samplers import sampler

EXERCISE = EXERCISES["sample_gmm"]
CASES = EXERCISE.cases(np.random.default_rng(3))
SMALL = 9  # 301 samples, the smallest case in which mistakes show
MADE = {
    "right": sampler(),
    "covariance as root": sampler(root=lambda C: C),
    "labels from 1": sampler(give=lambda X, labels: (X, labels + 1)),
    "transposed": sampler(give=lambda X, labels: (X.T, labels)),
    "all NaN": sampler(give=lambda X, labels: (X * np.nan, labels)),
}


@pytest.mark.parametrize("name", MADE)
def test_what_differs_at_a_glance_is_wrong_and_does_not_agree(name):
    key = AnswerKey(EXERCISE, CASES)
    mine = key.view(attempt(EXERCISE, MADE[name], CASES[SMALL]), SMALL)
    ways = [way for mistake in EXERCISE.mistakes for way in mistake.functions[:1]]
    other = [way for way in ways if differs(mine, key.look(way, SMALL))]
    assert len(other) > len(ways) / 10
    for way in other:
        assert key.is_wrong(way, SMALL)
        assert not key.agrees(mine, way, SMALL)


def test_nothing_is_certain_of_what_gives_no_arrays():
    assert glance(CASES[SMALL], sampler(give=lambda X, labels: X)) is None
    assert glance(CASES[SMALL], lambda *given: np.zeros(2) + np.zeros(3)) is None
    seen = glance(CASES[SMALL], MADE["covariance as root"])
    assert not differs(Unusable(UnusableKind.NOTHING), seen)
    assert not differs(seen.summary, None)


def test_a_right_one_and_a_single_sample_never_differ():
    seen = glance(CASES[SMALL], MADE["right"])
    assert not seen.is_wrong
    one = next(case for case in CASES if case.arguments[3] == 1)
    assert not glance(one, MADE["covariance as root"]).is_wrong
