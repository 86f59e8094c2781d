"""What QTI says of an answer: rules that set the score, and which feedback is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from gmm_helpers.questions import Choices, Number, Order, Place, Point

from .markup import add
from .pictures import Plane, Zone

__all__ = ["Case", "Rules", "coordinates", "rules_of"]

Tree = tuple[Any, ...]  # (tag, attributes, *children), or (tag, attributes, text)
RESPONSE: Tree = ("variable", {"identifier": "RESPONSE"})
CORRECT: Tree = ("match", {}, RESPONSE, ("correct", {"identifier": "RESPONSE"}))
ANSWERED: Tree = ("not", {}, ("isNull", {}, RESPONSE))


@dataclass(frozen=True)
class Case:
    """A condition, and what is said where it holds. Without an answer none holds.

    Parameters
    ----------
    name : str
        Canvas takes `correct` for what is said of a right answer, and `general_...` for what is
        said of all.
    condition : tuple
    texts : tuple of str
    is_right : bool
    """

    name: str
    condition: Tree
    texts: tuple[str, ...]
    is_right: bool = False


@dataclass(frozen=True)
class Rules:
    """What is looked at, and what follows.

    Parameters
    ----------
    cases : tuple of Case
    each : bool, default=False
        Whether every case counts that holds, and not only the first; then none sets a score.
    always : tuple of str
        Names of what is said of every answer.
    """

    cases: tuple[Case, ...]
    each: bool = False
    always: tuple[str, ...] = ()

    def add_to(self, item: ET.Element) -> None:
        """Append them to an item."""
        processing = add(item, "responseProcessing")
        if self.each:
            right = add(add(processing, "responseCondition"), "responseIf")
            _grow(right, CORRECT)
            _score(right)
            for case in self.cases:
                _branch(add(processing, "responseCondition"), "responseIf", case)
        else:
            condition = add(processing, "responseCondition")
            for i, case in enumerate(self.cases):
                _branch(condition, "responseElseIf" if i else "responseIf", case)
        for name in self.always:
            answered = add(add(processing, "responseCondition"), "responseIf")
            _grow(answered, ANSWERED)
            _feedback(answered, name)


def rules_of(answer) -> Rules:
    """The rules of an answer; they agree with `questions.respond`."""
    if isinstance(answer, Choices):
        return Rules(tuple(_of_choices(answer)), each=True)
    if isinstance(answer, Number):
        return Rules(tuple(_of_number(answer)))
    if isinstance(answer, Order):
        return Rules(tuple(_of_order(answer)))
    return Rules(tuple(_of_point(answer)))


def coordinates(zone: Zone) -> dict[str, str]:
    """The attributes of a zone."""
    if not zone.corners:
        return {"shape": "circle", "coords": f"{zone.centre[0]},{zone.centre[1]},{zone.radius}"}
    return {"shape": "poly", "coords": ",".join(f"{x},{y}" for x, y in zone.corners)}


def _of_choices(answer: Choices):
    tag = "member" if answer.several else "match"
    for i, choice in enumerate(answer.choices):
        given = _value(f"choice_{i}", "identifier")
        condition: Tree = (
            (tag, {}, given, RESPONSE) if answer.several else (tag, {}, RESPONSE, given)
        )
        yield Case(f"choice_{i}_said", condition, (choice.reason,))


def _of_number(answer: Number):
    def near(value: float) -> Tree:
        low, high = value - answer.tolerance, value + answer.tolerance
        return (
            "and",
            {},
            ("gte", {}, RESPONSE, _value(f"{low:.12g}", "float")),
            ("lte", {}, RESPONSE, _value(f"{high:.12g}", "float")),
        )

    yield Case("correct", near(answer.value), (answer.reason,), is_right=True)
    for i, slip in enumerate(answer.slips):
        yield Case(f"slip_{i}_said", near(slip.value), (slip.reason,))
    right = _value(f"{answer.value:.12g}", "float")
    yield Case("less_said", ("lt", {}, RESPONSE, right), (answer.too_small,))
    yield Case("more_said", ("gt", {}, RESPONSE, right), (answer.too_large,))


def _of_order(answer: Order):
    yield Case("correct", CORRECT, tuple(item.reason for item in answer.items), is_right=True)
    for i, item in enumerate(answer.items):  # the first that stands in a wrong place
        there: Tree = ("index", {"n": str(i + 1)}, RESPONSE)
        moved: Tree = ("not", {}, ("match", {}, there, _value(f"item_{i}", "identifier")))
        yield Case(f"item_{i}_said", moved, (item.reason,))


def _of_point(answer: Point):
    plane = Plane(answer)

    def inside(place: Place) -> Tree:
        return ("inside", coordinates(plane.zone(place)), RESPONSE)

    yield Case("correct", inside(answer.target), (answer.target.reason,), is_right=True)
    for i, place in enumerate(answer.others):
        yield Case(f"place_{i}_said", inside(place), (place.reason,))
    yield Case("elsewhere_said", ANSWERED, (answer.elsewhere,))


def _value(text: str, kind: str) -> Tree:
    return ("baseValue", {"baseType": kind}, text)


def _branch(parent: ET.Element, tag: str, case: Case) -> None:
    branch = add(parent, tag)
    _grow(branch, case.condition)
    if case.is_right:
        _score(branch)
    _feedback(branch, case.name)


def _grow(parent: ET.Element, tree: Tree) -> None:
    tag, attributes, *children = tree
    element = add(parent, tag, **attributes)
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            _grow(element, child)


def _score(parent: ET.Element) -> None:
    _grow(parent, ("setOutcomeValue", {"identifier": "SCORE"}, _value("1", "float")))


def _feedback(parent: ET.Element, name: str) -> None:
    """Show one feedback more."""
    shown: Tree = (
        "multiple",
        {},
        ("variable", {"identifier": "FEEDBACK"}),
        _value(name, "identifier"),
    )
    _grow(parent, ("setOutcomeValue", {"identifier": "FEEDBACK"}, shown))
