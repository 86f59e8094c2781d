"""Moodle XML: what Moodle's importer looks for, judged by Moodle's rules."""

import base64
import importlib
import io
import math
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image
from support import notebook_tools  # which puts tools/ on the path
from support.asked_notebook import FULL, SHOWN
from support.qti_rules import is_inside

from gmm_helpers.drawing.typesetting import typeset
from gmm_helpers.questions import Point, respond

assert notebook_tools.ROOT
moodle = importlib.import_module("question_files.moodle")
reading = importlib.import_module("question_files.reading")

CHAPTER = reading.Chapter("01_sampling", "Sampling & 1/2 more", tuple(FULL.values()))
CATEGORY, *ASKED = ET.fromstring(moodle.bank_of(CHAPTER))
BANK = dict(zip(FULL, ASKED, strict=True))
POINTS = [kind for kind in FULL if isinstance(FULL[kind].answer, Point)]
# Moodle refuses an answer that is worth anything else.
WORTH = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667]
WORTH += [14.28571, 12.5, 11.11111, 10, 5, 0]
TYPES = {
    "one": "multichoice",
    "several": "multichoice",
    "number": "numerical",
    "order": "ordering",
    "point": "ddmarker",
    "wide": "ddmarker",
}


def text_of(element, path):
    return element.findtext(f"{path}/text")


def reason_of(answer):
    return text_of(answer, "feedback")


def typeset_reason(text):
    return "<p>" + re.sub(r' style="[^"]*"', "", typeset(text)) + "</p>"


def test_the_category_is_that_of_the_chapter():
    assert CATEGORY.get("type") == "category"
    path = CATEGORY.findtext("category/text")
    assert path == "$course$/top/Gaussian mixtures and EM/Sampling & 1//2 more"


@pytest.mark.parametrize("kind", FULL)
def test_every_question_has_its_name_text_and_type(kind):
    question, asked = FULL[kind], BANK[kind]
    assert asked.get("type") == TYPES[kind]
    assert text_of(asked, "name") == asked.findtext("idnumber") == question.key
    assert asked.find("questiontext").get("format") == "html"
    assert typeset_reason(question.text) in text_of(asked, "questiontext")
    assert (float(asked.findtext("penalty")) == 1) == question.is_prediction
    assert float(asked.findtext("defaultgrade")) == 1


def test_a_unit_is_said_with_the_question():
    assert "Unit: per cent" in text_of(BANK["number"], "questiontext")


@pytest.mark.parametrize("kind", ["one", "several"])
def test_choices_are_worth_what_moodle_knows(kind):
    asked, choices = BANK[kind], FULL[kind].answer.choices
    answers = asked.findall("answer")
    worth = [float(answer.get("fraction")) for answer in answers]
    assert all(min(abs(abs(each) - known) for known in WORTH) < 1e-9 for each in worth)
    assert [each > 0 for each in worth] == [choice.is_right for choice in choices]
    assert sum(each for each in worth if each > 0) == pytest.approx(100, abs=1e-3)
    assert [reason_of(answer) for answer in answers] == [typeset_reason(c.reason) for c in choices]
    assert asked.findtext("single") == {"one": "true", "several": "false"}[kind]
    if kind == "several":
        assert sum(worth) == pytest.approx(0, abs=1e-3)
    else:
        assert min(worth) == 0


@given(st.one_of(st.floats(-1e5, 1e5), st.sampled_from([0.8, 0.81, 0.79, 1.24, 1.25, 1.26])))
def test_a_number_is_judged_as_in_a_notebook(number):
    """The first answer counts that is near enough."""
    edges = [value + sign * 0.01 for value in (0.8, 1.25) for sign in (-1, 1)]
    assume(min(abs(number - edge) for edge in edges) > 1e-8)
    fitting = next(
        answer
        for answer in BANK["number"].findall("answer")
        if abs(number - float(answer.findtext("text"))) <= float(answer.findtext("tolerance"))
    )
    expected = respond(FULL["number"], number)
    assert (fitting.get("fraction") == "100") == expected.is_right
    assert reason_of(fitting) == typeset_reason(expected.reasons[0])


def test_a_number_is_written_as_people_do():
    question = FULL["number"]
    computed = replace(question, answer=replace(question.answer, value=0.1 + 0.2, slips=()))
    bank = ET.fromstring(moodle.bank_of(reading.Chapter("01_a", "A", (computed,))))
    answers = bank[1].findall("answer")
    assert answers[0].findtext("text") == "0.3"
    centres = [float(answer.findtext("text")) for answer in answers]
    assert centres == pytest.approx([0.3, 0.3 - 1e6, 0.3 + 1e6], abs=1e-8)


def test_an_order_is_given_by_its_places():
    asked, items = BANK["order"], FULL["order"].answer.items
    answers = asked.findall("answer")
    assert [answer.get("fraction") for answer in answers] == ["1", "2", "3"]
    assert [answer.findtext("text") for answer in answers] == [item.text for item in items]
    assert asked.findtext("selectcount") == "3"
    assert all(item.reason in text_of(asked, "generalfeedback") for item in items)


@pytest.mark.parametrize("kind", POINTS)
@given(u=st.floats(0, 1), v=st.floats(0, 1))
def test_a_marker_is_judged_as_in_a_notebook(kind, u, v):
    answer, drop = FULL[kind].answer, BANK[kind].find("drop")
    left, bottom, width, height = answer.box
    x0, x1, y0, y1 = answer.limits
    w, h = image_of(BANK[kind].find("file")).size
    x, y = x0 + (u - left) / width * (x1 - x0), y0 + (1 - v - bottom) / height * (y1 - y0)
    target = answer.target
    ratio = math.hypot(x - target.x, y - target.y) / target.within
    assume(abs(ratio - 1) > 0.15)  # a pixel is not that small
    shape = {"circle": "circle", "polygon": "poly"}[drop.findtext("shape")]
    inside = is_inside(shape, drop.findtext("coords"), u * w, v * h)
    assert inside == respond(FULL[kind], [x, y]).is_right


def image_of(file):
    assert file.get("encoding") == "base64"
    return Image.open(io.BytesIO(base64.b64decode(file.text)))


@pytest.mark.parametrize("kind", POINTS)
def test_a_picture_is_no_larger_than_moodle_leaves_it(kind):
    width, height = image_of(BANK[kind].find("file")).size
    assert (width, height) == {"point": (400, 400), "wide": (600, 375)}[kind]
    assert re.fullmatch(r"\d+,\d+(;\d+|(;\d+,\d+)+)", BANK[kind].findtext("drop/coords"))
    assert BANK[kind].findtext("drop/choice") == BANK[kind].findtext("drag/no") == "1"
    assert BANK[kind].findtext("drag/text")


@pytest.mark.parametrize("kind", POINTS)
def test_reasons_of_places_are_said_in_the_end(kind):
    answer, said = FULL[kind].answer, text_of(BANK[kind], "generalfeedback")
    for part in (answer.target, *answer.others):
        assert part.reason in said
    assert answer.elsewhere in said


def test_what_is_shown_afterwards_is_said_in_the_end():
    assert text_of(BANK["several"], "generalfeedback") == "<p>Two do.</p>"
    general = BANK["point"].find("generalfeedback")
    (file,) = general.findall("file")
    assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in text_of(BANK["point"], "generalfeedback")
    assert file.text == SHOWN["png"]
    assert not text_of(BANK["one"], "generalfeedback")


def test_the_picture_of_a_point_is_described():
    assert "<p>Picture: A &quot;wide&quot; plane &amp; more.</p>" in text_of(
        BANK["wide"], "questiontext"
    )
