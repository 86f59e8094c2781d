"""hint(): step by step, by name or function, and never the whole answer."""

import re
import unicodedata

import pytest
from support.drawing import tags_in
from support.notebook_tools import BEGIN, END, SOURCES

from gmm_helpers.checks import hint, hints
from gmm_helpers.checks.hints import HintStep, steps_of
from gmm_helpers.drawing.typesetting import typeset_plain
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.mistakes.messages import message_of
from gmm_helpers.exercises.symptoms.sizes import TOPICS

LONG_ENOUGH = 25  # shorter lines are in any text


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch):
    monkeypatch.setattr(hints, "_last_steps", {})


def e_step():
    """Only its name matters."""


def letters(text):
    """Ordinary letters for raised and lowered ones, and no signs for them."""
    return re.sub(r"[\^()]", "", unicodedata.normalize("NFKC", text))


def texts(name):
    """What the hints say; the last one is a skeleton."""
    return ["\n".join([step.text, *step.code]) for step in steps_of(name)]


@pytest.mark.parametrize("name", EXERCISES)
def test_hints_come_one_after_the_other_and_the_last_again(name):
    n = len(texts(name))
    given = [hint(name) for _ in range(n + 2)]
    assert [g.text for g in given] == [*texts(name), *[texts(name)[-1]] * 2]
    assert [g.step for g in given] == [*range(1, n + 1), n, n]
    assert {(g.exercise, g.n_steps) for g in given} == {(name, n)}


def test_each_exercise_is_counted_for_itself():
    assert [hint("e_step").step, hint("update_means").step, hint("e_step").step] == [1, 1, 2]


def test_a_function_is_as_good_as_its_name():
    assert hint(e_step).text == texts("e_step")[0]
    assert hint("e_step").step == 2


def test_a_function_without_a_name_of_its_own_is_known_by_its_variable():
    update_means = lambda X, responsibilities: X  # noqa: E731
    assert hint(update_means, 1).exercise == "update_means"


def test_a_certain_step_can_be_asked_for_and_the_next_follows():
    assert hint("e_step", 3).text == texts("e_step")[2]
    assert hint("e_step").step == 4
    assert hint("e_step", 1).step == 1
    assert hint("e_step").step == 2


@pytest.mark.parametrize("exercise", ["e-step", "", None, 3, len, lambda: 0, ["e_step"]])
def test_an_unknown_name_is_answered_with_those_there_are(exercise):
    given = hint(exercise)
    assert (given.step, given.n_steps) == (0, 0)
    for said in (repr(given), given._repr_html_()):
        assert "No hint:" in said
        assert all(name in said for name in EXERCISES) or "did you mean" in said


@pytest.mark.parametrize("step", [0, -1, 6, 99, "2", 1.5, 2.0, [1]])
def test_an_unknown_step_is_answered_with_those_there_are(step):
    assert hint("e_step", step).text == f"e_step has hints 1 to 5, not {step!r}."
    assert hint("e_step").step == 1


def test_the_hints_before_one_stay_with_it():
    first, second = hint("e_step", 1), hint("e_step", 2)
    said = [f"Hint {i} of 5: {typeset_plain(texts('e_step')[i - 1])}" for i in (1, 2)]
    assert repr(first).splitlines() == ["e_step:", said[0], "Call hint again for the next."]
    assert repr(second).splitlines() == ["e_step:", *said, "Call hint again for the next."]
    assert repr(hint("e_step", 5)).endswith("That was the last hint.")


@pytest.mark.parametrize("step", [1, 3, 5])
def test_the_newest_hint_is_open_and_the_others_can_be_opened(step):
    shown = [
        attributes
        for tag, attributes in tags_in(hint("e_step", step)._repr_html_())
        if tag == "details"
    ]
    assert ["open" in attributes for attributes in shown] == [*[False] * (step - 1), True]


@pytest.mark.parametrize("name", EXERCISES)
def test_a_notebook_shows_the_same_words_and_a_screen_reader_reads_them(name):
    for step in range(1, len(texts(name)) + 1):
        given = hint(name, step)
        tags = tags_in(given._repr_html_())
        read = "".join(text for tag, text in tags if tag == "text")
        assert squeezed(letters(read)) == squeezed(letters(repr(given)))
        assert tags[0][1]["class"] == "gmm-said"


def test_signs_are_typeset_and_code_is_marked(monkeypatch):
    said = "Use *all* r_nk, as in np.exp(a), and L L^T < 1."
    step = HintStep("Hint 1 of 1", said)
    monkeypatch.setattr(hints, "steps_of", lambda name: [step])
    given = hints.Hint("e_step", 1, 1, said)
    assert repr(given).splitlines()[1] == (
        "Hint 1 of 1: Use all rₙₖ, as in np.exp(a), and L Lᵀ < 1."
    )
    tags = [tag for tag, _ in tags_in(given._repr_html_()) if tag != "text"]
    assert tags[3:] == ["details", "summary", "p", "em", "sub", "code", "sup", "p"]


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_has_several_short_hints(name):
    said = EXERCISES[name].hints
    assert len(said) >= 3
    assert len(set(said)) == len(said)
    assert all(20 < len(text) <= 300 for text in said)
    assert all(text.endswith((".", "?")) for text in said)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def solution_lines():
    """Lines between the markers, without spaces, if they are long enough to give anything away."""
    found = set()
    for source in SOURCES:
        parts = source.read_text(encoding="utf-8").split(BEGIN)[1:]
        for part in parts:
            lines = [line.split("  #")[0].strip() for line in part.split(END)[0].splitlines()]
            found |= {squeezed(line) for line in lines if len(line) > LONG_ENOUGH}
    return found


def all_that_is_said():
    for name, exercise in EXERCISES.items():
        yield from ((name, text) for text in exercise.hints)
        yield from ((name, m.name + message_of(name, m)) for m in exercise.mistakes)
    yield from TOPICS.items()


def test_solutions_are_found_in_the_sources():
    """Otherwise the next test could not fail."""
    assert len(solution_lines()) >= len(EXERCISES)
    assert squeezed("return responsibilities.mean(axis=0)") in solution_lines()


def test_nothing_that_is_said_holds_a_line_of_a_solution():
    secret = solution_lines()
    for where, said in all_that_is_said():
        text = squeezed(str(said))
        assert [line for line in secret if line in text] == [], (where, said)
        assert [line for line in secret if line.removeprefix("return") in text] == [], where
