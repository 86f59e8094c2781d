"""XML with texts in it: written as plain text, turned into the few elements they need."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from gmm_helpers.drawing.typesetting import typeset

__all__ = ["add", "add_text", "as_html", "serialised"]

_MIXED = {"p", "simpleChoice", "text", "object"}  # whose spaces count
_STYLE = re.compile(r' style="[^"]*"')


def as_html(text: str) -> str:
    """A text as HTML without style attributes, which other systems refuse or remove."""
    return _STYLE.sub("", typeset(text))


def add(parent: ET.Element, tag: str, text: str | None = None, /, **attributes) -> ET.Element:
    """Append an element; true and false are written as XML has them."""
    words = {True: "true", False: "false"}
    given = {
        name: words[value] if isinstance(value, bool) else str(value)
        for name, value in attributes.items()
    }
    element = ET.SubElement(parent, tag, given)
    element.text = text
    return element


def add_text(parent: ET.Element, tag: str, text: str, /, **attributes) -> ET.Element:
    """Append an element with a typeset text."""
    element = add(parent, tag, **attributes)
    whole = ET.fromstring(f"<{tag}>{as_html(text)}</{tag}>")
    element.text = whole.text
    element.extend(list(whole))
    return element


def serialised(root: ET.Element) -> bytes:
    """The bytes of an XML file, one element per line where that changes no text."""
    _indent(root, "\n")
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _indent(element: ET.Element, line: str) -> None:
    if element.tag in _MIXED or not len(element):
        return
    element.text = f"{line}  "
    for child in element:
        _indent(child, f"{line}  ")
        child.tail = f"{line}  "
    element[-1].tail = line
