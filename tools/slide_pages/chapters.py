"""A chapter as slides: its marked cells, with the pictures of the solved run, without solutions."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator

from question_files.reading import questions_of
from site_pages.calls import called_last
from site_pages.chapters import MARKERS, OWN_AT_WORK
from site_pages.copies import paired_cells
from site_pages.explorers import call_in
from site_pages.pictures import IMAGE
from slide_marks import paragraphs_of, shown_parts

from gmm_helpers.questions.record import MIME

from .pages import EXPLORER
from .questions import answer_slide, question_slide
from .slides import Code, Explorer, Picture, Slide, Text

__all__ = ["explorers_of", "slides_of"]

FOLDED = "folded"
CODE_LINE = 60  # letters, for which code has its full size
HEADING = re.compile(r"(#{1,3}) (.+)")
EXERCISE = re.compile(r"### Exercise \d+: (`\w+`) \((\d+ points?)\)")
DETAILS = re.compile(r"</?details>|<summary>.*?</summary>", re.DOTALL)
LINK = re.compile(r"\]\((\d\d_\w+)\.ipynb\)")
SIZE = re.compile(r'width="(\d+)" height="(\d+)"')
SLIDERS = Text('<p class="gmm-small">In the notebook, sliders move this picture.</p>', is_html=True)


def slides_of(name: str, student, solved, *, with_solutions: bool = False) -> list[Slide]:
    """Return the slides of a chapter.

    Parameters
    ----------
    name : str
        The stem of its file.
    student, solved : NotebookNode
        Its two copies, cell by cell the same; the second was executed.
    with_solutions : bool, default=False
        Whether the solution of each exercise follows its slide.

    Raises
    ------
    ValueError
        If the copies do not belong together, or a cell goes on with a slide that is not there.
    """
    cells = paired_cells(name, student, solved)
    slides: list[Slide] = []
    section, explorers = "", iter(explorers_of(name, solved))
    for stub, cell in cells:
        explorer = next(explorers) if called_last(cell.source) == "EMExplorer" else None
        marks = cell.metadata.get("slideshow", {})
        kind = marks.get("slide_type", "-")
        if kind in ("slide", "subslide"):
            slides.append(Slide("text", section, kind == "subslide"))
        elif kind != "skip" and not slides:
            raise ValueError(f"{name}: the cell {cell.id} goes on with a slide, but there is none.")
        if kind == "notes":
            slides[-1].notes += _notes(paragraphs_of(cell.source))
        elif kind != "skip" and cell.cell_type == "markdown":
            _add_text(slides, cell.source, marks.get("shown"))
        elif kind != "skip":
            _add_code(slides, stub, cell, explorer, with_solutions)
        section = _last_section(cell, section)
        if kind in ("slide", "subslide") and not slides[-1].title:
            slides[-1].title = section
    return slides


def explorers_of(name: str, notebook) -> dict[str, dict]:
    """What `EMExplorer` is called with in a chapter, by the name of its page."""
    calls = [c.source for c in notebook.cells if called_last(c.source) == "EMExplorer"]
    return {f"{name}-{i}": call_in(source) for i, source in enumerate(calls, start=1)}


def _last_section(cell, before: str) -> str:
    headings = HEADING.findall(cell.source) if cell.cell_type == "markdown" else []
    sections = [title for level, title in headings if level == "##"]
    return sections[-1] if sections else before


def _add_text(slides: list[Slide], source: str, shown: str | None) -> None:
    """Add the paragraphs that are shown, the first ones to the last slide; the rest are notes."""
    source = LINK.sub(r"](\1.html)", source).replace("](explorer.ipynb)", f"]({EXPLORER})")
    parts = shown_parts(shown, source) if shown is not None else [paragraphs_of(source)]
    for i, part in enumerate(parts):
        if i:
            slides.append(Slide("text", slides[-1].title, True))
        slide = slides[-1]
        for paragraph in part:
            exercise, heading = EXERCISE.match(paragraph), HEADING.fullmatch(paragraph)
            if exercise:
                slide.sort, slide.title = "exercise", f"Now you: {exercise[1]}"
            elif heading and heading[1] != "###":
                slide.sort = "title" if heading[1] == "#" else slide.sort
                slide.title = heading[2]
            else:
                slide.parts.append(Text(paragraph))
    chosen = [paragraph for part in parts for paragraph in part]
    slides[-1].notes += _notes([p for p in paragraphs_of(source) if p not in chosen])


def _notes(paragraphs: list[str]) -> list[Text]:
    texts = (DETAILS.sub("", paragraph).strip() for paragraph in paragraphs)
    return [Text(text) for text in texts if text]


def _add_code(slides: list[Slide], stub, cell, explorer: str | None, with_solutions: bool) -> None:
    slide = slides[-1]
    if any(MIME in output.get("data", {}) for output in cell.outputs):
        (question,) = questions_of(cell)
        question_slide(slide, question, before=slides[-2] if len(slides) > 1 else None)
        slides.append(answer_slide(slide.title, question))
    elif explorer:
        slide.sort = "explorer"
        slide.parts.append(Explorer(explorer))
    elif "nbgrader" in cell.metadata:
        slide.parts.append(Code(_head(stub.source)))
        if with_solutions:
            solution = Code(MARKERS.sub("", cell.source))
            slides.append(Slide("solution", f"A solution of {cell.id}", True, [solution]))
    elif pictures := list(_pictures(cell)):
        slide.parts += pictures
        is_moved = called_last(cell.source) == "SliderFigure"
        slide.sort = "sliders" if is_moved else "picture"
        slide.parts += [SLIDERS] if is_moved else []
    else:
        is_printed_only = "shown" in cell.metadata["slideshow"]
        if FOLDED not in cell.metadata.get("tags", []) and not is_printed_only:
            slide.parts.append(Code(cell.source))
        printed = OWN_AT_WORK.sub("", "".join(o.get("text", "") for o in cell.outputs))
        if printed.strip():
            slide.parts.append(Code(printed.rstrip(), is_output=True))


def _head(source: str) -> str:
    """The signature of each function and the first line of its docstring, in short lines."""
    heads = []
    for function in ast.parse(source).body:
        if not isinstance(function, ast.FunctionDef):
            continue
        lines = [f"def {function.name}({ast.unparse(function.args)}):"]
        if said := ast.get_docstring(function):
            lines.append(f'    """{said.splitlines()[0]}"""')
        for line, indent in zip(lines, (" " * 8, " " * 4), strict=False):
            heads += textwrap.wrap(line, CODE_LINE, subsequent_indent=indent)
    return "\n".join(heads)


def _pictures(cell) -> Iterator[Picture]:
    for output in cell.outputs:
        html = output.get("data", {}).get("text/html", "")
        for match in IMAGE.finditer(html):
            width, height = (int(size) for size in SIZE.search(match[0]).groups())
            yield Picture(match[0], width / height)
