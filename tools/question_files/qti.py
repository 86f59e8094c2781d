"""QTI 2.1: one package per chapter, with one item per question, as Canvas and others import it."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from xml.etree import ElementTree as ET

from gmm_helpers.questions import Choices, Number, Order, Point, Question

from .markup import add, add_text, serialised
from .pictures import Plane, bytes_of
from .qti_rules import coordinates, rules_of
from .reading import Chapter

__all__ = ["package_of"]

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
LOCATION = f"{QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
SHOWS = "general_shows"
LONGEST_ALT = 256  # characters of an alt text, by the specification
# Canvas takes a number for a text to be matched, unless the manifest says otherwise in its words.
CANVAS_NUMBER = {"name": "question_type", "value": "numerical_question"}
INTERACTIONS: dict[type, tuple[str, ...]] = {
    Choices: ("choiceInteraction",),
    Number: ("extendedTextInteraction", "textEntryInteraction"),  # Canvas reads the first
    Order: ("orderInteraction",),
    Point: ("selectPointInteraction",),
}


def package_of(chapter: Chapter) -> dict[str, bytes]:
    """The files of a package, by path."""
    pictures = {question.key: _pictures(question) for question in chapter.questions}
    files = {
        "imsmanifest.xml": serialised(_manifest(chapter, pictures)),
        "assessment.xml": serialised(_test(chapter)),
    }
    for question in chapter.questions:
        files[_file(question)] = serialised(_item(question))
        files.update(pictures[question.key])
    return files


def _file(question: Question) -> str:
    # Items lie beside the folder of pictures: Canvas looks paths up as they are written.
    return f"{question.key}.xml"


def _pictures(question: Question) -> dict[str, bytes]:
    pictures = {}
    if isinstance(question.answer, Point):
        pictures[f"images/{question.key}.png"] = Plane(question.answer).png()
    if isinstance(question.shows, dict):
        pictures[f"images/{question.key}_shows.png"] = bytes_of(question.shows)
    return pictures


def _root(tag: str, **attributes: str) -> ET.Element:
    namespaces = {"xmlns": QTI, "xmlns:xsi": SCHEMA, "xsi:schemaLocation": LOCATION}
    return ET.Element(tag, {**namespaces, **attributes})


def _item(question: Question) -> ET.Element:
    item = _root(
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
    return add(
        item, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=name, showHide="show"
    )


def _declare(item: ET.Element, answer) -> None:
    """Say what an answer is, and which one is right."""
    if isinstance(answer, Choices):
        kind = _kind("multiple" if answer.several else "single", "identifier")
        right = [f"choice_{i}" for i, choice in enumerate(answer.choices) if choice.is_right]
    elif isinstance(answer, Number):
        kind, right = _kind("single", "float"), [f"{answer.value:.12g}"]
    elif isinstance(answer, Order):
        kind, right = (
            _kind("ordered", "identifier"),
            [f"item_{i}" for i in range(len(answer.items))],
        )
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
        for i, item in sorted(enumerate(answer.items), key=lambda pair: pair[1].text):
            add_text(asked, "simpleChoice", item.text, identifier=f"item_{i}")
    else:
        plane = Plane(answer)
        asked = add(body, "selectPointInteraction", **response, maxChoices=1)
        size = {"width": plane.width, "height": plane.height}
        source = f"images/{question.key}.png"
        add(asked, "object", answer.picture["alt"], data=source, type="image/png", **size)


def _test(chapter: Chapter) -> ET.Element:
    test = _root("assessmentTest", identifier=f"test_{chapter.name}", title=chapter.title)
    modes = {"navigationMode": "nonlinear", "submissionMode": "individual"}
    part = add(test, "testPart", identifier="part", **modes)
    add(part, "itemSessionControl", maxAttempts=0, showFeedback=True)
    section = add(
        part, "assessmentSection", identifier="section", title=chapter.title, visible=False
    )
    for question in chapter.questions:
        asked = add(section, "assessmentItemRef", identifier=question.key, href=_file(question))
        if question.is_prediction:  # the first answer counts
            add(asked, "itemSessionControl", maxAttempts=1, showFeedback=True)
    return test


def _manifest(chapter: Chapter, pictures: dict[str, dict[str, bytes]]) -> ET.Element:
    namespaces = {"xmlns": PACKAGE, "xmlns:imsqti": QTI}
    manifest = ET.Element("manifest", {**namespaces, "identifier": f"package_{chapter.name}"})
    about = add(manifest, "metadata")
    add(about, "schema", "QTIv2.1 Package")
    add(about, "schemaversion", "1.0.0")
    add(manifest, "organizations")
    resources = add(manifest, "resources")
    test = _resource(resources, f"test_{chapter.name}", "imsqti_test_xmlv2p1", "assessment.xml")
    for question in chapter.questions:
        add(test, "dependency", identifierref=f"item_{question.key}")
        path = _file(question)
        item = _resource(resources, f"item_{question.key}", "imsqti_item_xmlv2p1", path)
        metadata = ET.Element("metadata")
        item.insert(0, metadata)
        described = add(metadata, "imsqti:qtiMetadata")
        for name in INTERACTIONS[type(question.answer)]:
            add(described, "imsqti:interactionType", name)
        if isinstance(question.answer, Number):
            fields = add(metadata, "instructureMetadata")
            ET.SubElement(fields, "instructureField", CANVAS_NUMBER)
        for picture in pictures[question.key]:
            add(item, "file", href=picture)
    return manifest


def _resource(resources: ET.Element, name: str, kind: str, path: str) -> ET.Element:
    resource = add(resources, "resource", identifier=name, type=kind, href=path)
    add(resource, "file", href=path)
    return resource
