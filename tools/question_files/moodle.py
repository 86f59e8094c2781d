"""Moodle XML: one file per chapter, for the question bank (from Moodle 4.4, which can order)."""

from __future__ import annotations

import base64
import html
from xml.etree import ElementTree as ET

from gmm_helpers.questions import Choices, Number, Order, Point, Question

from .markup import add, as_html, serialised
from .pictures import Plane, Zone
from .reading import Chapter

__all__ = ["bank_of"]

COURSE = "$course$/top/Gaussian mixtures and EM"
TYPES: dict[type, str] = {
    Choices: "multichoice",
    Number: "numerical",
    Order: "ordering",
    Point: "ddmarker",
}
VERDICTS = {
    "correctfeedback": "Right.",
    "partiallycorrectfeedback": "Not yet right.",
    "incorrectfeedback": "Not right.",
}
MARKER = "here"
FAR = 1e6  # how far the numbers reach that are too small or too large, relative to the right one


def bank_of(chapter: Chapter) -> bytes:
    """The file of a chapter: a category, and its questions."""
    quiz = ET.Element("quiz")
    category = add(quiz, "question", type="category")
    title = chapter.title.replace("/", "//")  # a single one would begin a category within it
    add(add(category, "category"), "text", f"{COURSE}/{title}")
    for question in chapter.questions:
        _add_question(quiz, question)
    return serialised(quiz)


def _add_question(quiz: ET.Element, question: Question) -> None:
    answer = question.answer
    asked = add(quiz, "question", type=TYPES[type(answer)])
    add(add(asked, "name"), "text", question.key)
    text = f"<p>{as_html(question.text)}</p>"
    if isinstance(answer, Number) and answer.unit:
        text += f"<p>Unit: {as_html(answer.unit)}</p>"
    if isinstance(answer, Point):  # Moodle has no alt text for it
        text += f"<p>Picture: {html.escape(answer.picture['alt'])}</p>"
    _add_html(asked, "questiontext", text)
    _add_general(asked, question)
    add(asked, "defaultgrade", "1")
    # Of a prediction the first answer counts.
    add(asked, "penalty", "1" if question.is_prediction else "0.3333333")
    add(asked, "hidden", "0")
    add(asked, "idnumber", question.key)
    if isinstance(answer, Choices):
        _add_choices(asked, answer)
    elif isinstance(answer, Number):
        _add_number(asked, answer)
    elif isinstance(answer, Order):
        _add_order(asked, answer)
    else:
        _add_point(asked, answer, f"{question.key}.png")


def _add_html(parent: ET.Element, tag: str, text: str, **attributes) -> ET.Element:
    element = add(parent, tag, **attributes, format="html")
    add(element, "text", text)
    return element


def _add_file(parent: ET.Element, name: str, encoded: str) -> None:
    add(parent, "file", encoded, name=name, path="/", encoding="base64")


def _add_general(asked: ET.Element, question: Question) -> None:
    """What is said in the end: what the question shows, and reasons that have no other place."""
    said, shows, name = "", question.shows, f"{question.key}_shows.png"
    if isinstance(shows, str):
        said = f"<p>{as_html(shows)}</p>"
    elif shows is not None:
        alt = html.escape(shows["alt"])
        size = f'width="{shows["width"]}" height="{shows["height"]}"'
        said = f'<p><img src="@@PLUGINFILE@@/{name}" alt="{alt}" {size}></p>'
    answer, reasons = question.answer, []
    if isinstance(answer, Order):
        reasons = [f"<strong>{as_html(i.text)}</strong>: {as_html(i.reason)}" for i in answer.items]
        said += f"<ol>{''.join(f'<li>{reason}</li>' for reason in reasons)}</ol>"
    elif isinstance(answer, Point):
        said += f"<p>{as_html(answer.target.reason)}</p>"
        for place in answer.others:
            near = f"<strong>near ({place.x:g}, {place.y:g})</strong>"
            reasons.append(f"{near}: {as_html(place.reason)}")
        reasons.append(f"<strong>elsewhere</strong>: {as_html(answer.elsewhere)}")
        said += f"<ul>{''.join(f'<li>{reason}</li>' for reason in reasons)}</ul>"
    general = _add_html(asked, "generalfeedback", said)
    if isinstance(shows, dict):
        _add_file(general, name, shows["png"])


def _add_answer(asked: ET.Element, fraction: str, text: str, reason: str, **form) -> ET.Element:
    answer = add(asked, "answer", fraction=fraction, **form)
    add(answer, "text", text)
    _add_html(answer, "feedback", f"<p>{as_html(reason)}</p>")
    return answer


def _add_verdicts(asked: ET.Element) -> None:
    for tag, text in VERDICTS.items():
        _add_html(asked, tag, f"<p>{text}</p>")


def _add_choices(asked: ET.Element, answer: Choices) -> None:
    add(asked, "single", "false" if answer.several else "true")
    add(asked, "shuffleanswers", "false")
    add(asked, "answernumbering", "none")
    _add_verdicts(asked)
    n_right = sum(choice.is_right for choice in answer.choices)
    # Whoever chooses everything gets nothing.
    worth = {
        True: _percent(100 / n_right),
        False: _percent(-100 / max(1, len(answer.choices) - n_right) if answer.several else 0),
    }
    for choice in answer.choices:
        form = {"format": "html"}
        _add_answer(asked, worth[choice.is_right], as_html(choice.text), choice.reason, **form)


def _percent(number: float) -> str:
    """With five decimals, as the list has them that Moodle compares with."""
    return f"{number:.5f}".rstrip("0").rstrip(".")


def _add_number(asked: ET.Element, answer: Number) -> None:
    def add_range(fraction: str, centre: float, reason: str, reach: float) -> None:
        row = _add_answer(asked, fraction, f"{centre:.15g}", reason)
        add(row, "tolerance", f"{reach:.15g}")

    add_range("100", answer.value, answer.reason, answer.tolerance)
    for slip in answer.slips:
        add_range("0", slip.value, slip.reason, answer.tolerance)
    # The first answer counts that fits, so these may reach as far as the right one.
    far = FAR * max(1.0, abs(answer.value), answer.tolerance)
    add_range("0", answer.value - far, answer.too_small, far)
    add_range("0", answer.value + far, answer.too_large, far)
    add(asked, "unitgradingtype", "0")
    add(asked, "unitpenalty", "0.1")
    add(asked, "showunits", "3")  # none
    add(asked, "unitsleft", "0")


def _add_order(asked: ET.Element, answer: Order) -> None:
    add(asked, "layouttype", "VERTICAL")
    add(asked, "selecttype", "ALL")
    add(asked, "selectcount", str(len(answer.items)))
    add(asked, "gradingtype", "ALL_OR_NOTHING")
    add(asked, "showgrading", "SHOW")
    add(asked, "numberingstyle", "none")
    _add_verdicts(asked)
    for place, item in enumerate(answer.items, start=1):
        row = add(asked, "answer", fraction=str(place), format="html")
        add(row, "text", as_html(item.text))


def _add_point(asked: ET.Element, answer: Point, name: str) -> None:
    plane = Plane(answer)
    add(asked, "showmisplaced")
    _add_verdicts(asked)
    _add_file(asked, name, base64.b64encode(plane.png()).decode("ascii"))
    drag = add(asked, "drag")
    add(drag, "no", "1")
    add(drag, "text", MARKER)
    add(drag, "noofdrags", "1")
    zone = plane.zone(answer.target)
    drop = add(asked, "drop")
    add(drop, "no", "1")
    add(drop, "shape", "polygon" if zone.corners else "circle")
    add(drop, "coords", _coordinates(zone))
    add(drop, "choice", "1")


def _coordinates(zone: Zone) -> str:
    if zone.corners:
        return ";".join(f"{x},{y}" for x, y in zone.corners)
    return f"{zone.centre[0]},{zone.centre[1]};{zone.radius}"
