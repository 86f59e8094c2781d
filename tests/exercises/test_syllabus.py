"""What one course sets: whatever the file holds, it is understood or refused."""

import pytest

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.syllabus import Syllabus, packaged_syllabus, parse_syllabus


def test_an_empty_file_sets_everything():
    assert parse_syllabus("") == Syllabus() == packaged_syllabus()
    assert Syllabus().holds("01_sampling")
    assert Syllabus().holds("explorer")


def test_chapters_and_points_are_read():
    found = parse_syllabus(
        'chapters = [3, 1, 3]\nhand_in = "By Friday."\n'
        "[points]\ne_step = 2.5\nelbo = 0\nbic = false\n"
    )
    assert found.chapters == (1, 3)
    assert dict(found.points) == {"e_step": 2.5, "elbo": 0, "bic": 0}
    assert found.left_out == {"elbo", "bic"}
    assert found.hand_in == "By Friday."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("chapter = [1]", "did you mean chapters"),
        ("chapters = 1", "as in"),
        ("chapters = []", "chapters is empty"),
        ("chapters = [0]", "as in"),
        ("chapters = [true]", "as in"),
        ("[points]\nbic = true", "bic: expected a number"),
        ("[points]\nbic = nan", "bic: expected a number"),
        ("[points]\nbic = '2'", "bic: expected a number"),
        ("[points]\nbic = 1e9", "bic: expected a number"),
        ("hand_in = 3", "texts in quotation marks"),
        ('package = "http://example.org/x.whl"', "begins with https"),
        ("package = 'https://example.org/\"x'", "begins with https"),
    ],
)
def test_what_is_not_understood_is_refused_in_one_sentence(text, why):
    with pytest.raises(ValueError, match=why) as caught:
        parse_syllabus(text)
    assert "\n" not in str(caught.value)


def test_without_a_file_in_the_package_points_are_whole_numbers():
    assert all(isinstance(exercise.points, int) for exercise in EXERCISES.values())
