"""Pages of chapters: all that anybody may see, and nothing of a solution."""

import importlib
import re
from functools import cache

import nbformat
import pytest
from support.notebook_tools import CHAPTERS, NOTEBOOKS, public_lines, secret_lines

chapters = importlib.import_module("site_pages.chapters")
STEMS = [source.stem for source in CHAPTERS]
ONE = "02_e_step"


@cache
def copies(stem):
    return tuple(
        nbformat.read(NOTEBOOKS / where / f"{stem}.ipynb", 4) for where in ("", "solutions")
    )


def page_of(stem, **options):
    return chapters.page_of(stem, *copies(stem), **options)


def text_of(page):
    """Everything on a page: sources and outputs."""
    held = [cell.source for cell in page.notebook.cells]
    for cell in page.notebook.cells:
        for output in cell.get("outputs", []):
            held += [output.get("text", ""), *output.get("data", {}).values()]
    return "\n".join(held)


def keys(notebook):
    """The questions of a solved copy, in their order."""
    return [cell.id.removeprefix("ask_") for cell in notebook.cells if cell.id.startswith("ask_")]


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_for_students_holds_no_line_of_a_solution(stem):
    source = (NOTEBOOKS / "source" / f"{stem}.py").read_text(encoding="utf-8")
    secrets = {line for line in secret_lines(source) if len(line) > 20} - public_lines(source)
    lines = {line.strip() for line in text_of(page_of(stem)).splitlines()}
    assert secrets
    assert not secrets & lines


@pytest.mark.parametrize("stem", STEMS)
def test_every_question_is_asked_once_in_its_order_and_every_picture_is_a_file(stem):
    page = page_of(stem)
    text = text_of(page)
    assert re.findall(r'class="gmm-asked" id="(\w+)"', text) == keys(copies(stem)[1])
    shown = re.findall(r'src="\.\./_static/pictures/([^"]+)"', text)
    assert shown == list(page.pictures)
    assert all(png.startswith(b"\x89PNG") for png in page.pictures.values())
    assert all(image.startswith("<img alt=") for image in re.findall(r"<img [^>]*pictures/", text))


@pytest.mark.parametrize("stem", STEMS)
def test_what_only_a_kernel_can_do_is_left_out(stem):
    page = page_of(stem)
    sources = [cell.source.strip() for cell in page.notebook.cells]
    assert not [
        source for source in sources if re.match(r"(check|hint|progress)\([^()]*\)$", source)
    ]
    assert chapters.ANSWER_STUB not in sources
    assert sum("says whether your function is right" in source for source in sources) == 3
    text = text_of(page)
    assert "is at work here" not in text
    assert "at your last check" not in text
    assert "vnd.jupyter.widget" not in text
    assert not [
        cell
        for cell in page.notebook.cells
        if cell.cell_type == "code" and "try_it(" in cell.source and cell.outputs
    ]


def test_solved_pages_show_solutions_and_model_answers():
    page = page_of(ONE, with_solutions=True)
    source = (NOTEBOOKS / "source" / f"{ONE}.py").read_text(encoding="utf-8")
    code = [line for line in secret_lines(source) if line.startswith("return ")]
    text = text_of(page)
    assert code
    assert all(line in text for line in code)
    assert text.count("**Model answer.**") == 2
    assert "e_step returns an array" in text


def test_explorers_keep_what_they_are_called_with_but_nobodys_own_functions():
    calls = {}
    for stem in STEMS[2:]:
        calls |= page_of(stem).explorers
    assert list(calls) == [f"{stem}-1" for stem in STEMS[2:]]
    assert calls["04_convergence-1"] == {"start": "random points"}
    assert calls["06_how_many_components-1"]["data"] == "X"


def test_links_lead_to_other_pages_and_the_notebook_can_be_had():
    first = page_of(ONE).notebook.cells[0].source
    assert first.splitlines()[0].startswith("# 2. The E-step")
    assert "{download}`Download the notebook <../notebooks/02_e_step.ipynb>`" in first
    assert "](03_m_step.ipynb)" in text_of(page_of(ONE))
    assert "](../explorer.md)" in text_of(page_of("04_convergence"))


def test_copies_that_do_not_belong_together_are_refused():
    student, solved = copies(ONE)
    shorter = nbformat.from_dict({**student, "cells": student.cells[:-1]})
    with pytest.raises(ValueError, match="different cells: run make notebooks"):
        chapters.page_of(ONE, shorter, solved)
