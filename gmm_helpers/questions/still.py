"""A question without a script: readable anywhere, with its answer folded away."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from ..drawing.typesetting import typeset, typeset_plain
from .as_data import picture_data
from .definition import Choices, Item, Number, Order, Point, Question

__all__ = ["as_html", "as_text", "kind_of", "unsorted"]

# Paper cannot be unfolded.
UNFOLDED = (
    "<style>@media print { details:not([open])::details-content "
    "{ content-visibility: visible; block-size: auto; display: block } }</style>"
)


def as_html(question: Question) -> str:
    """Return HTML with the answer and all reasons in a ``<details>``, which is open on paper."""
    answer = question.answer
    parts = [f"<p><strong>{kind_of(question)}</strong> {typeset(question.text)}</p>"]
    if isinstance(answer, Point):
        parts.append(_image(answer.picture))
    options = _options(question)
    if options:
        parts.append(f"<ul>{''.join(f'<li>{typeset(text)}</li>' for text in options)}</ul>")
    reasons = "".join(
        f"<li><strong>{typeset(given)}</strong>: {typeset(reason)}</li>"
        for given, reason in _reasons(question)
    )
    folded = f"<ul>{reasons}</ul>"
    if isinstance(question.shows, str):
        folded += f"<p>{typeset(question.shows)}</p>"
    elif question.shows is not None:
        folded += _image(question.shows)
    parts.append(f"<details><summary>Answer</summary>{folded}</details>")
    return f"<div>{UNFOLDED}{''.join(parts)}</div>"


def as_text(question: Question) -> str:
    """Return plain text, without the answer."""
    lines = [f"{kind_of(question)} {typeset_plain(question.text)}"]
    return "\n".join([*lines, *(f"- {typeset_plain(text)}" for text in _options(question))])


def kind_of(question: Question) -> str:
    """What a question begins with."""
    return "Predict." if question.is_prediction else "Question."


def _options(question: Question) -> list[str]:
    """What there is to choose from, or to put in order."""
    answer = question.answer
    if isinstance(answer, Choices):
        return [choice.text for choice in answer.choices]
    return [item.text for item in unsorted(answer)] if isinstance(answer, Order) else []


def unsorted(answer: Order) -> list[Item]:
    """The items by the alphabet, which tells nothing; backwards where that is the right order."""
    items = sorted(answer.items, key=lambda item: item.text)
    return items[::-1] if tuple(items) == answer.items else items


def _reasons(question: Question) -> Iterator[tuple[str, str]]:
    """What may be answered, and what is said about it."""
    answer = question.answer
    if isinstance(answer, Choices):
        for choice in answer.choices:
            yield f"{choice.text} ({'right' if choice.is_right else 'wrong'})", choice.reason
    elif isinstance(answer, Number):
        yield f"{answer.value:g}{f' {answer.unit}' if answer.unit else ''} (right)", answer.reason
        for slip in answer.slips:
            yield f"{slip.value:g} (wrong)", slip.reason
        yield "less", answer.too_small
        yield "more", answer.too_large
    elif isinstance(answer, Order):
        for i, item in enumerate(answer.items, start=1):
            yield f"{i}. {item.text}", item.reason
    else:
        yield f"near ({answer.target.x:g}, {answer.target.y:g}) (right)", answer.target.reason
        for place in answer.others:
            yield f"near ({place.x:g}, {place.y:g}) (wrong)", place.reason
        yield "elsewhere (wrong)", answer.elsewhere


def _image(picture: Any) -> str:
    data = picture_data(picture)
    return (
        f'<img alt="{html.escape(data["alt"], quote=True)}" width="{data["width"]}" '
        f'height="{data["height"]}" style="max-width: 100%; height: auto" '
        f'src="data:image/png;base64,{data["png"]}">'
    )
