"""QTI 2.1: a question as an item: what is asked, what is right, and what is said of answers."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from xml.etree import ElementTree as ET

from gmm_helpers.questions import Choices, Number, Order, Point, Question
from gmm_helpers.questions.still import unsorted

from .markup import add, add_text
from .pictures import Plane
from .qti_rules import coordinates, rules_of

__all__ = ["QTI", "item_of", "root_of"]

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
LOCATION = f"{QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
SHOWS = "general_shows"
LONGEST_ALT = 256  # characters of an alt text, by the specification


def root_of(tag: str, **attributes: str) -> ET.Element:
    """The root of a file in the namespace of QTI."""
    namespaces = {"xmlns": QTI, "xmlns:xsi": SCHEMA, "xsi:schemaLocation": LOCATION}
    return ET.Element(tag, {**namespaces, **attributes})


def item_of(question: Question) -> ET.Element:
    """The item of a question; its pictures lie in ``images/``, under the name of the question."""
    item = root_of(
        "assessmentItem",
        identifier=question.key,
        title=question.key,
        adaptive="false",
        timeDependent="false",
    )
    _declare(item, question.answer)
    score = add(item, "outcomeDeclaration", identifier="SCORE", **_kind("single", "float"))
    score.set("normalMaximum", "1")
    add(add(score, "defaultValue"), "value", "0")
    add(item, "outcomeDeclaration", identifier="FEEDBACK", **_kind("multiple", "identifier"))
    body = add(item, "itemBody")
    add_text(body, "p", question.text)
    _interact(body, question)
    rules = rules_of(question.answer)
    if question.shows is not None:
        rules = replace(rules, always=(SHOWS,))
    rules.add_to(item)
    for case in rules.cases:
        feedback = _add_feedback(item, case.name)
        for text in case.texts:
            add_text(feedback, "p", text)
    if isinstance(question.shows, str):
        add_text(_add_feedback(item, SHOWS), "p", question.shows)
    elif question.shows is not None:
        size = {name: question.shows[name] for name in ("width", "height")}
        size["alt"] = textwrap.shorten(question.shows["alt"], LONGEST_ALT, placeholder="…")
        source = f"images/{question.key}_shows.png"
        add(add(_add_feedback(item, SHOWS), "p"), "img", src=source, **size)
    return item


def _kind(cardinality: str, base: str) -> dict[str, str]:
    return {"cardinality": cardinality, "baseType": base}


def _add_feedback(item: ET.Element, name: str) -> ET.Element:
    shown = {"outcomeIdentifier": "FEEDBACK", "identifier": name, "showHide": "show"}
    return add(item, "modalFeedback", **shown)


def _declare(item: ET.Element, answer) -> None:
    """Say what an answer is, and which one is right."""
    if isinstance(answer, Choices):
        kind = _kind("multiple" if answer.several else "single", "identifier")
        right = [f"choice_{i}" for i, choice in enumerate(answer.choices) if choice.is_right]
    elif isinstance(answer, Number):
        kind, right = _kind("single", "float"), [f"{answer.value:.12g}"]
    elif isinstance(answer, Order):
        kind = _kind("ordered", "identifier")
        right = [f"item_{i}" for i in range(len(answer.items))]
    else:
        x, y = Plane(answer).pixel(answer.target.x, answer.target.y)
        kind, right = _kind("single", "point"), [f"{x} {y}"]
    response = add(item, "responseDeclaration", identifier="RESPONSE", **kind)
    values = add(response, "correctResponse")
    for value in right:
        add(values, "value", value)
    if isinstance(answer, Point):
        area = coordinates(Plane(answer).zone(answer.target))
        mapping = add(response, "areaMapping", defaultValue="0")
        add(mapping, "areaMapEntry", **area, mappedValue="1")


def _interact(body: ET.Element, question: Question) -> None:
    answer, response = question.answer, {"responseIdentifier": "RESPONSE"}
    if isinstance(answer, Choices):
        several = 0 if answer.several else 1
        asked = add(body, "choiceInteraction", **response, shuffle=False, maxChoices=several)
        for i, choice in enumerate(answer.choices):
            add_text(asked, "simpleChoice", choice.text, identifier=f"choice_{i}")
    elif isinstance(answer, Number):
        entry = add_text(body, "p", answer.unit)
        field = ET.Element("textEntryInteraction", {**response, "expectedLength": "12"})
        field.tail, entry.text = f" {entry.text}" if entry.text else None, None
        entry.insert(0, field)
    elif isinstance(answer, Order):
        asked = add(body, "orderInteraction", **response, shuffle=True)
        # By the alphabet, for systems that do not shuffle.
        for item in unsorted(answer):
            i = answer.items.index(item)
            add_text(asked, "simpleChoice", item.text, identifier=f"item_{i}")
    else:
        plane = Plane(answer)
        asked = add(body, "selectPointInteraction", **response, maxChoices=1)
        size = {"width": plane.width, "height": plane.height}
        source = f"images/{question.key}.png"
        add(asked, "object", answer.picture["alt"], data=source, type="image/png", **size)
