"""A question as two slides: what a class votes on, and what it is then shown."""

from __future__ import annotations

import html

from gmm_helpers.drawing.typesetting import typeset
from gmm_helpers.questions import Question
from gmm_helpers.questions.definition import Choices, Number, Order, Point
from gmm_helpers.questions.still import kind_of, unsorted

from .slides import Picture, Slide, Text

__all__ = ["answer_slide", "question_slide"]

CLICKED = '<p class="gmm-small">In the notebook, everybody clicks on this picture.</p>'


def question_slide(slide: Slide, question: Question, before: Slide | None = None) -> None:
    """Put a question on a slide, without its answer.

    The picture of the slide before is there once more, as the question may be about it.
    """
    is_first = not slide.parts
    slide.sort = "question"
    asked = f"<strong>{kind_of(question)}</strong> {typeset(question.text)}"
    slide.parts.append(_html(f'<p class="gmm-asked">{asked}</p>'))
    answer = question.answer
    if isinstance(answer, Point):
        slide.parts += [_html(CLICKED), _picture(answer.picture)]
    elif isinstance(answer, Choices):
        slide.parts.append(_listed("A", (choice.text for choice in answer.choices)))
    elif isinstance(answer, Order):
        slide.parts.append(_listed("A", (item.text for item in unsorted(answer))))
    if is_first and before is not None and before.sort == "picture":
        slide.parts += [part for part in before.parts if isinstance(part, Picture)]


def answer_slide(title: str, question: Question) -> Slide:
    """Return the slide with the right answer, its reason and picture; the wrong ones are notes."""
    slide = Slide("answer", title, True)
    answer = question.answer
    if isinstance(answer, Choices):
        for letter, choice in zip("ABCDEFGH", answer.choices, strict=False):
            text = f"<strong>{letter}: {typeset(choice.text)}</strong> {typeset(choice.reason)}"
            if choice.is_right:
                slide.parts.append(_html(f"<p>{text}</p>"))
            else:
                slide.notes.append(_html(f"<p>{text}</p>"))
    elif isinstance(answer, Number):
        value = f"{answer.value:g} {answer.unit or ''}".strip()
        slide.parts.append(_html(f"<p><strong>{value}</strong> {typeset(answer.reason)}</p>"))
        for slip in answer.slips:
            said = f"<strong>{slip.value:g}</strong> {typeset(slip.reason)}"
            slide.notes.append(_html(f"<p>{said}</p>"))
    elif isinstance(answer, Order):
        slide.parts.append(_listed("1", (item.text for item in answer.items)))
    else:
        slide.parts.append(_html(f"<p>{typeset(answer.target.reason)}</p>"))
        for place in answer.others:
            slide.notes.append(_html(f"<p>{typeset(place.reason)}</p>"))
    if isinstance(question.shows, str):
        slide.parts.append(_html(f"<p>{typeset(question.shows)}</p>"))
    elif question.shows is not None:
        slide.parts.append(_picture(question.shows))
    return slide


def _html(text: str) -> Text:
    return Text(text, is_html=True)


def _listed(kind: str, texts) -> Text:
    items = "".join(f"<li>{typeset(text)}</li>" for text in texts)
    return _html(f'<ol type="{kind}" class="gmm-choices">{items}</ol>')


def _picture(data: dict) -> Picture:
    alt = html.escape(data["alt"], quote=True)
    return Picture(
        f'<img alt="{alt}" width="{data["width"]}" height="{data["height"]}" '
        f'src="data:image/png;base64,{data["png"]}">',
        data["width"] / data["height"],
    )
