"""QTI 2.1: one package per chapter, as Canvas and others import it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from gmm_helpers.questions import Choices, Number, Order, Point, Question

from .markup import add, serialised
from .pictures import Plane, bytes_of
from .qti_items import QTI, item_of, root_of
from .reading import Chapter

__all__ = ["package_of"]

PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
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
        files[_file(question)] = serialised(item_of(question))
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


def _test(chapter: Chapter) -> ET.Element:
    test = root_of("assessmentTest", identifier=f"test_{chapter.name}", title=chapter.title)
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
