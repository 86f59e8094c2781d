"""Which cells of a source are on slides, and which of their paragraphs.

In the header of a cell ``slide=`` has one of these words:

    slide       begins a slide, beside the one before
    subslide    begins a slide, below the one before
    -           goes on with the slide before
    notes       is for the lecturer alone

A cell without the mark is on no slide. In ``shown="1 2 | 4"``, for text, are the paragraphs that a
slide has room for, counted from 1; ``|`` begins another slide below. The others are notes; with
``shown=""`` all of them are. For code there is only ``shown=""``: what it printed is on the slide,
and not the code. JupyterLab shows the whole cell, so make two of a text whose end a slide needs.
"""

from __future__ import annotations

import re

__all__ = ["LEFT_OUT", "SLIDE_MARKS", "paragraphs_of", "shown_parts", "slideshow_of"]

SLIDE_MARKS = {"slide", "shown"}
KINDS = ("slide", "subslide", "-", "notes")
LEFT_OUT = {"slide_type": "skip"}


def slideshow_of(given: dict, text: str, *, is_code: bool = False) -> dict[str, str]:
    """The metadata ``slideshow`` of a cell, from the marks in its header.

    Raises
    ------
    ValueError
        If a mark is no such word, or a paragraph is not there.

    Examples
    --------
    >>> slideshow_of({"slide": "slide", "shown": "2"}, "One.\\n\\nTwo.")
    {'slide_type': 'slide', 'shown': '2'}
    >>> slideshow_of({}, "One.")
    {'slide_type': 'skip'}
    """
    if "slide" not in given:
        if "shown" in given:
            raise ValueError("shown= needs slide= as well.")
        return dict(LEFT_OUT)
    if given["slide"] not in KINDS:
        raise ValueError(f"slide={given['slide']!r} is none of {', '.join(KINDS)}.")
    # JupyterLab knows no word for what goes on, but that there is none.
    marks = {} if given["slide"] == "-" else {"slide_type": given["slide"]}
    if "shown" in given:
        marks["shown"] = str(given["shown"])
        if is_code and marks["shown"]:
            raise ValueError(f"shown={marks['shown']!r}, but code has no paragraphs.")
        shown_parts(marks["shown"], text)
    return marks


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text; a formula, a table or a list is one as well.

    Examples
    --------
    >>> paragraphs_of("One.\\n\\n- a\\n- b")
    ['One.', '- a\\n- b']
    """
    return re.split(r"\n\s*\n", text.strip())


def shown_parts(shown: str, text: str) -> list[list[str]]:
    """The paragraphs that are shown: a list for every slide.

    Raises
    ------
    ValueError
        If a number is missing, or no paragraph has it.

    Examples
    --------
    >>> shown_parts("1 | 3", "One.\\n\\nTwo.\\n\\nThree.")
    [['One.'], ['Three.']]
    """
    paragraphs = paragraphs_of(text)
    if not shown.strip():
        return [[]]
    parts = [part.split() for part in shown.split("|")]
    numbers = [number for part in parts for number in part]
    known = {str(i) for i in range(1, len(paragraphs) + 1)}
    if not all(parts) or not set(numbers) <= known:
        raise ValueError(f"shown={shown!r}, but the cell has {len(paragraphs)} paragraphs.")
    return [[paragraphs[int(number) - 1] for number in part] for part in parts]
