"""The part of QTI 2.1 that may be used, written down once more, from the specification."""

import re

# For each element: attributes it must have, those it may have, and its children in their order.
_EXPRESSION = (
    "(variable|correct|baseValue|match|member|and|not|isNull|gte|lte|gt|lt|index|inside|multiple)"
)
_INLINE = "(em|sub|sup|code|img|textEntryInteraction)"
_RULE = "setOutcomeValue"
_OPERATOR = ("", "", f"{_EXPRESSION} {_EXPRESSION}")
GRAMMAR = {
    "assessmentItem": (
        "identifier title adaptive timeDependent",
        "schemaLocation",
        "responseDeclaration* outcomeDeclaration* itemBody? responseProcessing? modalFeedback*",
    ),
    "responseDeclaration": (
        "identifier cardinality baseType",
        "",
        "defaultValue? correctResponse? mapping? areaMapping?",
    ),
    "outcomeDeclaration": ("identifier cardinality baseType", "normalMaximum", "defaultValue?"),
    "defaultValue": ("", "", "value+"),
    "correctResponse": ("", "", "value+"),
    "areaMapping": ("defaultValue", "", "areaMapEntry+"),
    "areaMapEntry": ("shape coords mappedValue", "", ""),
    "itemBody": (
        "",
        "",
        "(p|choiceInteraction|orderInteraction|selectPointInteraction)+",
    ),
    "p": ("", "", f"{_INLINE}*"),
    "choiceInteraction": ("responseIdentifier shuffle maxChoices", "", "prompt? simpleChoice+"),
    "orderInteraction": ("responseIdentifier shuffle", "", "prompt? simpleChoice+"),
    "selectPointInteraction": ("responseIdentifier maxChoices", "minChoices", "prompt? object"),
    "textEntryInteraction": ("responseIdentifier", "expectedLength", ""),
    "simpleChoice": ("identifier", "fixed", f"{_INLINE}*"),
    "object": ("data type", "width height", ""),
    "img": ("src alt", "width height", ""),
    "em": ("", "", f"{_INLINE}*"),
    "responseProcessing": ("", "", "(responseCondition|setOutcomeValue)*"),
    "responseCondition": ("", "", "responseIf responseElseIf* responseElse?"),
    "responseIf": ("", "", f"{_EXPRESSION} {_RULE}+"),
    "responseElseIf": ("", "", f"{_EXPRESSION} {_RULE}+"),
    "setOutcomeValue": ("identifier", "", _EXPRESSION),
    "modalFeedback": ("outcomeIdentifier identifier showHide", "title", "p+"),
    "variable": ("identifier", "", ""),
    "correct": ("identifier", "", ""),
    "baseValue": ("baseType", "", ""),
    "and": ("", "", f"{_EXPRESSION}+"),
    "multiple": ("", "", f"{_EXPRESSION}*"),
    "not": ("", "", _EXPRESSION),
    "isNull": ("", "", _EXPRESSION),
    "index": ("n", "", _EXPRESSION),
    "inside": ("shape coords", "", _EXPRESSION),
    **{tag: _OPERATOR for tag in ("match", "member", "gte", "lte", "gt", "lt")},
    **{tag: ("", "", "") for tag in ("sub", "sup", "code", "value")},
    "assessmentTest": ("identifier title", "schemaLocation", "testPart+"),
    "testPart": (
        "identifier navigationMode submissionMode",
        "",
        "itemSessionControl? assessmentSection+",
    ),
    "itemSessionControl": ("", "maxAttempts showFeedback", ""),
    "assessmentSection": ("identifier title visible", "", "assessmentItemRef*"),
    "assessmentItemRef": ("identifier href", "", "itemSessionControl?"),
}
VALUES = {
    "adaptive": {"true", "false"},
    "timeDependent": {"true", "false"},
    "shuffle": {"true", "false"},
    "showFeedback": {"true", "false"},
    "visible": {"true", "false"},
    "showHide": {"show", "hide"},
    "shape": {"circle", "poly", "rect", "default"},
    "cardinality": {"single", "multiple", "ordered"},
    "baseType": {"identifier", "float", "point"},
    "navigationMode": {"linear", "nonlinear"},
    "submissionMode": {"individual", "simultaneous"},
}
NAME = re.compile(r"[A-Za-z_][\w.-]*")
NAMING = {"identifier", "responseIdentifier", "outcomeIdentifier"}
WITH_TEXT = {"p", "simpleChoice", "object", "em", "sub", "sup", "code", "value", "baseValue"}


def local(name):
    """A name without its namespace."""
    return name.rpartition("}")[2]


def faults(root):
    """What an item or a test has that it should not have, one sentence each."""
    return [fault for element in root.iter() for fault in _faults_of(element)]


def _faults_of(element):
    tag = local(element.tag)
    if tag not in GRAMMAR:
        yield f"{tag} is unknown"
        return
    needed, allowed, model = GRAMMAR[tag]
    given = {local(name): value for name, value in element.attrib.items()}
    if missing := set(needed.split()) - set(given):
        yield f"{tag} lacks {missing}"
    if more := set(given) - set(needed.split()) - set(allowed.split()):
        yield f"{tag} has {more}"
    for name, value in given.items():
        if value not in VALUES.get(name, {value}):
            yield f"{tag} has {name}={value!r}"
        if name in NAMING and not NAME.fullmatch(value):
            yield f"{tag} has the name {value!r}"
    children = "".join(f"<{local(child.tag)}>" for child in element)
    pattern = re.sub(r"\w+", lambda found: f"(?:<{found[0]}>)", model).replace(" ", "")
    if not re.fullmatch(pattern, children):
        yield f"{tag} has the children {children}"
    texts = [element.text, *(child.tail for child in element)]
    if tag not in WITH_TEXT and any(text and text.strip() for text in texts):
        yield f"{tag} has a text"
