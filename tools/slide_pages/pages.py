"""Slides as a notebook that nbconvert turns into a page of reveal.js, with files beside it."""

from __future__ import annotations

import math
import re
from pathlib import Path

import nbformat
from nbconvert.exporters import SlidesExporter
from nbconvert.filters import markdown2html
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from site_pages.explorers import TITLE

from .libraries import JQUERY, MATHJAX, REQUIRE, REVEAL
from .slides import Code, Explorer, Picture, Slide, Text

__all__ = ["EXPLORER", "PRESENTING", "page_of", "style"]

HERE = Path(__file__).parent
EXPLORER = "explorers/explorer.html"
PRESENTING = HERE / "presenting.js"  # what the page of an explorer runs
WIDTH, HEIGHT = 960, 720  # reveal.js scales them; nothing is larger than a slide
FRAME = '<iframe class="gmm-explorer" title="{title}" data-src="{address}"></iframe>'
ROOM, LINE_HEIGHT = 630, 36  # pixels: what lies below the title, and a line of text
BESIDE = 600  # pixels of a picture that stands beside the text
LETTERS, FEW_LETTERS = 72, 26  # of a line across the slide, and of one beside a picture
LARGEST, SMALLEST = 25, 20  # pixels of a letter of code
CODE_WIDTH = 1515  # pixels of a line of code, if its letters were as wide as they are high
ANCHOR = re.compile(r'<a class="anchor-link".*?</a>', re.DOTALL)
_FORMATTER = HtmlFormatter(style="default", cssclass="gmm-code")


def page_of(title: str, slides: list[Slide]) -> str:
    """Return the page of a lecture, which takes its libraries from the folder ``lib`` beside it."""
    cells = []
    for slide in slides:
        cells.append(_cell(html_of(slide), "subslide" if slide.is_below else "slide"))
        if slide.notes:
            cells.append(_cell("\n".join(map(_part, slide.notes)), "notes"))
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"title": title})
    exporter = SlidesExporter(
        extra_template_basedirs=[str(HERE)],
        template_name="template",
        reveal_url_prefix=REVEAL,
        reveal_theme="slides",
        reveal_transition="none",
        reveal_number="c/t",
        reveal_width=str(WIDTH),
        reveal_height=str(HEIGHT),
        require_js_url=REQUIRE,
        jquery_url=JQUERY,
        mathjax_url=MATHJAX,
        font_awesome_url="",
        widget_renderer_url="",
        mermaid_js_url="",
    )
    return exporter.from_notebook_node(notebook)[0]


def html_of(slide: Slide) -> str:
    """Return what is inside a slide."""
    level = "h1" if slide.sort == "title" else "h2"
    escaped = re.sub(r"^(\d+)\. ", r"\1\\. ", slide.title)  # or it would be a list
    title = markdown2html(escaped).strip().removeprefix("<p>").removesuffix("</p>")
    pictures = [part for part in slide.parts if isinstance(part, Picture)]
    words = "\n".join(_part(part) for part in slide.parts if part not in pictures)
    layout = _layout(slide, pictures)
    body = f'<div class="gmm-words">{words}</div>\n' + "\n".join(map(_part, pictures))
    return (
        f'<div class="gmm-slide gmm-{slide.sort}"><{level}>{title}</{level}>\n'
        f'<div class="gmm-body {layout}">{body}</div></div>'
    )


def _layout(slide: Slide, pictures: list[Picture]) -> str:
    """Text above a picture or beside it, whichever makes it larger; without one text is larger."""
    if any(isinstance(part, Explorer) for part in slide.parts):
        return "gmm-above"
    if not pictures:
        return "gmm-alone"
    ratio = pictures[0].ratio
    above = min(WIDTH, (ROOM - _height(slide, LETTERS)) * ratio)
    beside = min(BESIDE, ROOM * ratio)
    fits = _height(slide, FEW_LETTERS) < ROOM
    return "gmm-beside" if fits and beside > above else "gmm-above"


def _height(slide: Slide, letters: int) -> int:
    """Roughly, of the text: its lines, and a gap after each paragraph; what is small fits in."""
    texts = [part.content for part in slide.parts if isinstance(part, Text)]
    texts = [text for text in texts if "gmm-small" not in text]
    lines = [re.sub(r"<[^>]*>", "", line) for t in texts for line in re.split(r"\n(?=- )|</li>", t)]
    return LINE_HEIGHT * sum(math.ceil(len(line) / letters) for line in lines) + 14 * len(texts)


def style() -> str:
    """The style sheet of the slides, with the colours of code."""
    css = (HERE / "slides.css").read_text(encoding="utf-8")
    return css + _FORMATTER.get_style_defs(".gmm-code") + "\n"


def _part(part) -> str:
    match part:
        case Text(content, is_html):
            return content if is_html else ANCHOR.sub("", markdown2html(content))
        case Code(content, is_output):
            html = highlight(content, PythonLexer(), _FORMATTER)
            kind = "gmm-output" if is_output else "gmm-input"
            return f'<div class="{kind}" style="font-size: {_size(content)}px">{html}</div>'
        case Picture(html):
            return f'<div class="gmm-picture">{html}</div>'
        case Explorer(name):
            return FRAME.format(title=TITLE, address=f"explorers/{name}.html")
    raise TypeError(f"{type(part).__name__} is no part of a slide.")


def _size(code: str) -> int:
    """As large as the longest line allows; what is longer is broken."""
    longest = max(map(len, code.splitlines()), default=1)
    return max(SMALLEST, min(LARGEST, CODE_WIDTH // max(longest, 1)))


def _cell(html: str, kind: str):
    metadata = {"slideshow": {"slide_type": kind}, "raw_mimetype": "text/html"}
    return nbformat.v4.new_raw_cell(html, metadata=metadata)
