"""All predictions and self-tests of the course, as the solved notebooks were run with them."""

import functools
from collections import Counter

import nbformat
import pytest
from support.notebook_tools import CHAPTERS, NOTEBOOKS

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.questions import Choices, Number, Order, Point, respond
from gmm_helpers.questions.as_data import from_data
from gmm_helpers.questions.record import MIME

STEMS = [source.stem for source in CHAPTERS]
EVERY_CHAPTER = pytest.mark.parametrize("stem", STEMS)
BANK = {
    f"{exercise.name}: {mistake.name}"
    for exercise in EXERCISES.values()
    for mistake in exercise.mistakes
}
MAX_CHARACTERS = 350


@functools.cache
def asked(stem):
    """The questions of a chapter, in their order; pictures are left out."""
    notebook = nbformat.read(NOTEBOOKS / "solutions" / f"{stem}.ipynb", 4)
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get(MIME)
            if record:
                assert cell.metadata.gmm.question == record["question"]["key"]
                assert record["attempts"] == []
                found.append(from_data(record["question"]))
    return found


def parts(question):
    """Everything that may be answered and has a reason: its reason and the slip it is."""
    answer = question.answer
    if isinstance(answer, Choices):
        return [(choice.reason, choice.mistake) for choice in answer.choices]
    if isinstance(answer, Number):
        slips = [(slip.reason, slip.mistake) for slip in answer.slips]
        return [(text, "") for text in (answer.reason, answer.too_small, answer.too_large)] + slips
    if isinstance(answer, Order):
        return [(item.reason, "") for item in answer.items]
    places = [answer.target, *answer.others]
    return [(place.reason, "") for place in places] + [(answer.elsewhere, "")]


def test_no_two_questions_of_the_course_have_the_same_name():
    keys = Counter(question.key for stem in STEMS for question in asked(stem))
    assert [key for key, times in keys.items() if times > 1] == []


@EVERY_CHAPTER
def test_a_chapter_asks_before_it_shows_and_at_its_end(stem):
    predictions = [question for question in asked(stem) if question.is_prediction]
    assert len(predictions) >= 5
    assert len(asked(stem)) - len(predictions) >= 5
    ends = asked(stem)[-5:]
    assert not any(question.is_prediction for question in ends)
    if stem != STEMS[0]:  # it begins with what is known from the chapters before
        assert not any(question.is_prediction for question in asked(stem)[:2])


@EVERY_CHAPTER
def test_every_answer_has_a_reason_of_its_own(stem):
    for question in asked(stem):
        reasons = [reason for reason, _ in parts(question)]
        if not isinstance(question.answer, Number):  # less and more may hear the same
            assert len(set(reasons)) == len(reasons), question.key
        assert all(
            reason.rstrip(")")[-1] in ".?!" and len(reason) <= MAX_CHARACTERS for reason in reasons
        )


@EVERY_CHAPTER
def test_a_wrong_answer_that_is_a_known_mistake_names_it(stem):
    named = {mistake for question in asked(stem) for _, mistake in parts(question) if mistake}
    assert named
    assert named <= BANK


@EVERY_CHAPTER
def test_the_place_of_the_right_choice_gives_nothing_away(stem):
    choices = [q.answer.choices for q in asked(stem) if isinstance(q.answer, Choices)]
    one_right = [
        [c.is_right for c in each] for each in choices if sum(c.is_right for c in each) < 2
    ]
    places = Counter(each.index(True) for each in one_right)
    assert max(places.values()) <= 0.6 * len(one_right)


@EVERY_CHAPTER
def test_a_right_number_is_accepted_and_each_slip_is_told(stem):
    for question in asked(stem):
        answer = question.answer
        if isinstance(answer, Number):
            assert respond(question, answer.value).is_right
            for slip in answer.slips:
                assert respond(question, slip.value).reasons == (slip.reason,)
        elif isinstance(answer, Point):
            for place in answer.others:
                assert respond(question, [place.x, place.y]).reasons == (place.reason,)


@EVERY_CHAPTER
@pytest.mark.parametrize("folder", ["", "solutions"])
def test_no_code_cell_gives_an_answer_away(stem, folder):
    notebook = nbformat.read(NOTEBOOKS / folder / f"{stem}.ipynb", 4)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    for question in asked(stem):
        assert not any(reason in code for reason, _ in parts(question))
