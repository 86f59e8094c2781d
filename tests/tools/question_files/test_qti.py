"""QTI packages: their parts refer to each other, and judge as the notebooks do."""

import importlib
import math
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support import notebook_tools  # which puts tools/ on the path
from support.asked_notebook import FULL, SHOWN
from support.qti_grammar import faults, local
from support.qti_rules import Item

from gmm_helpers.drawing.typesetting import typeset
from gmm_helpers.questions import Choices, Number, Order, Point, respond

assert notebook_tools.ROOT
qti = importlib.import_module("question_files.qti")
reading = importlib.import_module("question_files.reading")

CHAPTER = reading.Chapter("01_sampling", "Sampling & more", tuple(FULL.values()))
FILES = qti.package_of(CHAPTER)
ITEMS = {kind: Item(FILES[f"{question.key}.xml"]) for kind, question in FULL.items()}
POINTS = [kind for kind in FULL if isinstance(FULL[kind].answer, Point)]
KINDS = {
    Choices: ("identifier", {True: "multiple", False: "single"}, "choiceInteraction"),
    Number: ("float", "single", "textEntryInteraction"),
    Order: ("identifier", "ordered", "orderInteraction"),
    Point: ("point", "single", "selectPointInteraction"),
}


def plain(text):
    """A text as it reads without its elements."""
    return "".join(ET.fromstring(f"<p>{typeset(text)}</p>").itertext())


def shown(kind):
    shows = FULL[kind].shows
    return [] if shows is None else [shows if isinstance(shows, str) else ""]


def agrees(kind, response, answer):
    """Whether an item says of a response what a notebook says of the answer."""
    expected = respond(FULL[kind], answer)
    reasons = expected.reasons
    if kind == "several":  # without the sentence on how many are missing
        reasons = reasons[: len(answer)]
    texts = [plain(reason) for reason in reasons]
    return ITEMS[kind].answer(response) == (float(expected.is_right), texts + shown(kind))


@pytest.mark.parametrize("kind", FULL)
def test_an_item_has_what_the_specification_allows_and_nothing_else(kind):
    assert faults(ITEMS[kind].root) == []
    assert ITEMS[kind].root.tag == "{http://www.imsglobal.org/xsd/imsqti_v2p1}assessmentItem"


def test_the_grammar_finds_faults():
    text = FILES["rows.xml"].decode()
    for old, new in [
        ('adaptive="false"', ""),
        ('maxChoices="1"', 'maxChoices="1" width="3"'),
        ('showHide="show"', 'showHide="maybe"'),
        ("<itemBody>", "<itemBody><b/>"),
        ("<itemBody>", "<itemBody>text"),
        ('identifier="choice_0"', 'identifier="0 choice"'),
        ("</itemBody>", "</itemBody><itemBody><p/></itemBody>"),
    ]:
        assert text.count(old)
        assert faults(ET.fromstring(text.replace(old, new, 1))), old


@pytest.mark.parametrize("kind", FULL)
def test_the_kind_of_an_answer_fits_its_interaction(kind):
    answer, item = FULL[kind].answer, ITEMS[kind]
    base, cardinality, interaction = KINDS[type(answer)]
    if isinstance(cardinality, dict):
        cardinality = cardinality[answer.several]
    assert item.declared.get("baseType") == base
    assert item.declared.get("cardinality") == cardinality
    (asked,) = item.all(interaction)
    assert asked.get("responseIdentifier") == item.declared.get("identifier")
    if base == "identifier":
        named = {choice.get("identifier") for choice in item.all("simpleChoice")}
        right = item.right if isinstance(item.right, list) else [item.right]
        assert set(right) <= named
        assert len(named) == len(item.all("simpleChoice"))
        values = {v.text for v in item.all("baseValue") if v.get("baseType") == base}
        assert named <= values | set(right)


@pytest.mark.parametrize("kind", FULL)
def test_every_name_leads_somewhere(kind):
    item = ITEMS[kind]
    declared = {
        each.get("identifier")
        for tag in ("responseDeclaration", "outcomeDeclaration")
        for each in item.all(tag)
    }
    used = {each.get("identifier") for tag in ("variable", "correct") for each in item.all(tag)}
    changed = {each.get("identifier") for each in item.all("setOutcomeValue")}
    assert used | changed == declared == {"RESPONSE", "SCORE", "FEEDBACK"}
    said = [each.get("identifier") for each in item.all("modalFeedback")]
    shown = {
        value.text
        for rule in item.all("setOutcomeValue")
        if rule.get("identifier") == "FEEDBACK"
        for value in rule.iter()
        if local(value.tag) == "baseValue"
    }
    assert shown == set(said)
    assert len(said) == len(set(said))


@pytest.mark.parametrize("kind", FULL)
def test_the_right_answer_scores_one_and_none_scores_nothing(kind):
    score, texts = ITEMS[kind].answer(ITEMS[kind].right)
    assert score == 1
    assert texts
    assert ITEMS[kind].answer(None) == (0, [])


@given(st.integers(0, 2))
def test_a_choice_is_judged_as_in_a_notebook(chosen):
    assert agrees("one", f"choice_{chosen}", [chosen])


@given(st.lists(st.integers(0, 3), min_size=1, unique=True))
def test_choices_are_judged_as_in_a_notebook(chosen):
    assert agrees("several", [f"choice_{i}" for i in chosen], chosen)


@given(st.one_of(st.floats(-10, 10), st.sampled_from([0.8, 0.81, 0.79, 1.24, 1.25, 1.26])))
def test_a_number_is_judged_as_in_a_notebook(number):
    edges = [value + sign * 0.01 for value in (0.8, 1.25) for sign in (-1, 1)]
    assume(number in edges or min(abs(number - edge) for edge in edges) > 1e-10)
    assert agrees("number", number, number)


@given(st.permutations([0, 1, 2]))
def test_an_order_is_judged_as_in_a_notebook(order):
    assert agrees("order", [f"item_{i}" for i in order], list(order))


@pytest.mark.parametrize("kind", POINTS)
@given(u=st.floats(0, 1), v=st.floats(0, 1))
def test_a_point_is_judged_as_in_a_notebook(kind, u, v):
    answer = FULL[kind].answer
    left, bottom, width, height = answer.box
    x0, x1, y0, y1 = answer.limits
    (asked,) = ITEMS[kind].all("object")
    pixels = float(asked.get("width")), float(asked.get("height"))
    x, y = x0 + (u - left) / width * (x1 - x0), y0 + (1 - v - bottom) / height * (y1 - y0)
    places = [answer.target, *answer.others]
    near = [math.hypot(x - p.x, y - p.y) / p.within for p in places]
    assume(all(abs(ratio - 1) > 0.15 for ratio in near))  # a pixel is not that small
    assume(sum(ratio < 1 for ratio in near) < 2)  # QTI cannot tell which is nearer
    assert agrees(kind, (u * pixels[0], v * pixels[1]), [x, y])


def test_an_order_is_not_listed_in_the_right_one():
    listed = [choice.get("identifier") for choice in ITEMS["order"].all("simpleChoice")]
    assert sorted(listed) == ITEMS["order"].right
    assert listed != ITEMS["order"].right


def test_texts_are_typeset_and_stay_xml():
    body = FILES["wide.xml"].decode().split("<itemBody>")[1].split("</p>")[0]
    assert body.strip() == "<p>Where is &lt;b&gt; &amp; <em>that</em> r<sub>nk</sub>?"
    assert "per cent" in "".join(ITEMS["number"].all("itemBody")[0].itertext())
    assert "style=" not in "".join(content.decode(errors="ignore") for content in FILES.values())


def test_the_manifest_lists_every_file_and_nothing_else():
    manifest = ET.fromstring(FILES["imsmanifest.xml"])
    resources = [each for each in manifest.iter() if local(each.tag) == "resource"]
    files = [each.get("href") for each in manifest.iter() if local(each.tag) == "file"]
    assert sorted([*files, "imsmanifest.xml"]) == sorted(FILES)
    assert all(each.get("href") in files for each in resources)
    names = [each.get("identifier") for each in manifest.iter() if each.get("identifier")]
    assert len(names) == len(set(names))
    dependencies = [e.get("identifierref") for e in manifest.iter() if e.get("identifierref")]
    assert set(dependencies) < set(names)
    types = [each.get("type") for each in resources]
    assert types == ["imsqti_test_xmlv2p1"] + ["imsqti_item_xmlv2p1"] * len(FULL)


def test_pictures_lie_where_items_look_for_them():
    for kind, item in ITEMS.items():
        used = {each.get("src") or each.get("data") for each in item.root.iter()} - {None}
        assert used == {name for name in FILES if re.match(f"images/{FULL[kind].key}[._]", name)}
    assert all(FILES[name].startswith(b"\x89PNG") for name in FILES if name.endswith(".png"))
    assert sum(name.endswith(".png") for name in FILES) == 3


def test_an_alt_text_is_no_longer_than_the_specification_has_it():
    long = {**SHOWN, "alt": "word " * 80}
    question = replace(FULL["one"], shows=long)
    content = qti.package_of(reading.Chapter("01_a", "A", (question,)))["rows.xml"]
    (img,) = Item(content).all("img")
    assert 200 < len(img.get("alt")) <= 256
    assert img.get("alt").endswith("word…")


def test_the_test_asks_every_question_once_and_a_prediction_only_once():
    test = ET.fromstring(FILES["assessment.xml"])
    assert faults(test) == []
    asked = [each for each in test.iter() if local(each.tag) == "assessmentItemRef"]
    assert [each.get("identifier") for each in asked] == [q.key for q in FULL.values()]
    for reference, question in zip(asked, FULL.values(), strict=True):
        root = ET.fromstring(FILES[reference.get("href")])
        assert root.get("identifier") == reference.get("identifier")
        assert bool(len(reference)) == question.is_prediction


def test_canvas_is_told_what_is_a_number_and_what_an_order():
    """It reads the interaction from the manifest, in this namespace, and numbers by its own."""
    manifest = ET.fromstring(FILES["imsmanifest.xml"])
    ns = {"cp": "http://www.imsglobal.org/xsd/imscp_v1p1", "q": qti.QTI}
    kinds = {
        resource.get("href"): (
            resource.find(".//q:interactionType", ns).text,
            resource.find(".//cp:instructureField", ns) is not None,
        )
        for resource in manifest.findall(".//cp:resource", ns)[1:]
    }
    assert kinds["rows.xml"] == ("choiceInteraction", False)
    assert kinds["steps.xml"] == ("orderInteraction", False)
    assert kinds["quotient.xml"] == ("extendedTextInteraction", True)


@pytest.mark.parametrize("kind", FULL)
def test_canvas_finds_the_reasons(kind):
    """By their names: some words in them mean all right answers, or every answer."""
    names = [each.get("identifier") for each in ITEMS[kind].all("modalFeedback")]
    special = re.compile("general_|_all|wrong|incorrect|correct|solution|_IC$|_C$", re.IGNORECASE)
    assert {name for name in names if special.search(name)} <= {"correct", "general_shows"}
    if isinstance(FULL[kind].answer, Choices):
        assert "correct" not in names  # or it would be said of each right choice
