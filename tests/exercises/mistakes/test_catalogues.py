"""Every known mistake is rejected and named as itself, draw after draw."""

import pytest
from support.judged import EACH_EXERCISE, NAMES, verdict_on

from gmm_helpers.exercises import EXERCISES

pytestmark = pytest.mark.slow

N_TURNS = 10  # of the many pairs of mistakes, some are enough
N_DRAWS = 2


def choose_mistakes(name, seed):
    """Misconceptions with one of their variants; these take turns."""
    for i, misconception in enumerate(EXERCISES[name].misconceptions):
        if not misconception.parts or i % N_TURNS == seed:
            yield misconception, misconception.functions[seed % len(misconception.functions)]


@pytest.mark.parametrize("seed", range(N_DRAWS))
@EACH_EXERCISE
def test_every_known_mistake_is_rejected_and_named(name, seed):
    missed = []
    for misconception, function in choose_mistakes(name, seed):
        verdict = verdict_on(function, name, seed)
        named = {diagnosis.name for diagnosis in verdict.diagnoses}
        # Two mistakes together may return what a third one does: they must get some name.
        is_named = bool(named) if misconception.parts else misconception.name in named
        if verdict.status == "correct" or not is_named:
            missed.append((misconception.name, verdict.status, named))
    assert missed == []


@EACH_EXERCISE
def test_a_pair_is_named_after_its_two_parts(name):
    for misconception in EXERCISES[name].misconceptions:
        if misconception.parts:
            assert misconception.name == ", and ".join(misconception.parts)
            assert len(set(misconception.parts)) == 2


@EACH_EXERCISE
def test_no_two_mistakes_have_the_same_name(name):
    names = [misconception.name for misconception in EXERCISES[name].misconceptions]
    assert len(set(names)) == len(names)


@EACH_EXERCISE
def test_a_message_is_a_few_sentences_a_student_can_read(name):
    for misconception in EXERCISES[name].misconceptions:
        assert 45 < len(misconception.message) < 700, misconception.name
        assert misconception.message.endswith((".", "?", ")")), misconception.name
        assert "return" not in misconception.message.partition("np.")[2], misconception.name


def test_the_mistakes_that_every_course_sees_are_known():
    """The most common ones of chapters 2 and 3, by the names they have here."""
    expected = {
        "e_step": ["weights omitted", "normalised over samples", "underflow", "hard assignment"],
        "update_weights": ["not divided by N", "uniform weights", "hard counts"],
    }
    for name, mistakes in expected.items():
        known = {misconception.name for misconception in EXERCISES[name].misconceptions}
        assert set(mistakes) <= known
    assert set(expected) <= set(NAMES)
