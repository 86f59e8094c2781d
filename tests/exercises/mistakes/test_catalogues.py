"""Every known mistake is rejected and named as itself, draw after draw."""

import pytest
from support.judged import EACH_EXERCISE, NAMES, verdict_on

from gmm_helpers.exercises import EXERCISES

pytestmark = pytest.mark.slow

N_DRAWS = 2


@pytest.mark.parametrize("seed", range(N_DRAWS))
@EACH_EXERCISE
def test_every_known_mistake_is_rejected_and_named(name, seed):
    missed = []
    for mistake in EXERCISES[name].mistakes:
        function = mistake.functions[seed % len(mistake.functions)]
        verdict = verdict_on(function, name, seed)
        named = {diagnosis.name for diagnosis in verdict.diagnoses}
        if verdict.status == "correct" or mistake.name not in named:
            missed.append((mistake.name, verdict.status, named))
    assert missed == []


@EACH_EXERCISE
def test_no_two_mistakes_have_the_same_name(name):
    names = [mistake.name for mistake in EXERCISES[name].mistakes]
    assert len(set(names)) == len(names)


def test_the_mistakes_that_every_course_sees_are_known():
    """The most common ones of chapters 2 and 3, by the names they have here."""
    expected = {
        "e_step": ["weights omitted", "normalised over samples", "underflow", "hard assignment"],
        "update_weights": ["not divided by N", "uniform weights", "hard counts"],
    }
    for name, mistakes in expected.items():
        known = {mistake.name for mistake in EXERCISES[name].mistakes}
        assert set(mistakes) <= known
    assert set(expected) <= set(NAMES)
