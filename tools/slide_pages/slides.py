"""A slide as data, and how long a lecturer stays on it."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Code", "Explorer", "Picture", "Slide", "Text", "minutes_of"]

# Rough, with a class that votes on every question.
MINUTES = {
    "title": 1.0,
    "text": 1.5,
    "picture": 1.5,
    "question": 2.0,
    "answer": 1.0,
    "exercise": 1.5,
    "solution": 1.5,
    "sliders": 2.0,
    "explorer": 3.0,
}


@dataclass(frozen=True)
class Text:
    """Markdown, or HTML that is ready."""

    content: str
    is_html: bool = False


@dataclass(frozen=True)
class Code:
    """Python, or what it printed."""

    content: str
    is_output: bool = False


@dataclass(frozen=True)
class Picture:
    """An ``<img>`` with its data, and its width by its height."""

    html: str
    ratio: float


@dataclass(frozen=True)
class Explorer:
    """The name of the page that is shown in a frame."""

    name: str


@dataclass
class Slide:
    """One slide.

    Parameters
    ----------
    sort : str
        One of `MINUTES`.
    title : str
        Markdown.
    is_below : bool
        Whether it stands below the slide before, and not beside it.
    parts : list of Text, Code, Picture or Explorer
    notes : list of Text
        For the lecturer alone.
    """

    sort: str
    title: str
    is_below: bool
    parts: list = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def minutes_of(slides: list[Slide]) -> float:
    """How long a lecture of these slides takes, without their solutions.

    Examples
    --------
    >>> minutes_of([Slide("question", "Which?", True), Slide("answer", "Which?", True)])
    3.0
    """
    return sum(MINUTES[slide.sort] for slide in slides if slide.sort != "solution")
