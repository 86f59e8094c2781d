"""The table of messages: every mistake has one, and every one has a mistake."""

import pytest
from support.judged import EACH_EXERCISE

from gmm_helpers.exercises import EXERCISES, Mistake
from gmm_helpers.exercises.mistakes.messages import message_of, read_messages

MAX_CHARACTERS = 350
MIN_CHARACTERS = 45


def names_in(exercise):
    return {known.name for known in (*exercise.mistakes, *exercise.small_numbers)}


OF_EXERCISES = set().union(*map(names_in, EXERCISES.values()))


@EACH_EXERCISE
def test_every_mistake_has_a_message_of_its_exercise_or_a_shared_one(name):
    table = read_messages()
    assert name in table, f"begin a section [{name}] in exercises/mistakes/messages.toml"
    known = table[name].keys() | table["shared"].keys()
    assert names_in(EXERCISES[name]) <= known


@EACH_EXERCISE
def test_every_message_has_a_mistake(name):
    assert read_messages().get(name, {}).keys() <= names_in(EXERCISES[name])


def test_every_shared_message_has_a_mistake():
    assert read_messages()["shared"].keys() <= OF_EXERCISES


@EACH_EXERCISE
def test_a_message_is_a_short_paragraph(name):
    for mistake in EXERCISES[name].mistakes:
        message = message_of(name, mistake)
        assert MIN_CHARACTERS < len(message) <= MAX_CHARACTERS, mistake.name
        assert message.endswith((".", "?", ")")), mistake.name
        assert "return" not in message.partition("np.")[2], mistake.name
        assert "{" not in message, mistake.name


@EACH_EXERCISE
def test_an_exercise_has_a_quantity(name):
    quantities = read_messages()["quantities"]
    assert quantities.get(name), f"say under [quantities] in messages.toml what {name} returns"


def test_two_mistakes_at_once_are_told_by_the_first_sentence_of_each():
    both = Mistake("rounded, and not divided by N", (), None, ("rounded", "not divided by N"))
    message = message_of("update_weights", both)
    for part in both.parts:
        alone = message_of("update_weights", Mistake(part, ()))
        assert alone.split(". ")[0].split(": ")[0] in message


@pytest.mark.parametrize("name", ["toy", "e_step"])
def test_a_mistake_without_a_message_is_named(name):
    assert message_of(name, Mistake("made up", ())) == "This is a known mistake: made up."
