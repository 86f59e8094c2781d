"""The names of known mistakes."""

from support.judged import EACH_EXERCISE, NAMES

from gmm_helpers.exercises import EXERCISES


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
