"""The text of a notebook, and the numbers that are printed in it."""

import ast
import re
from functools import cache

import numpy as np

from support.notebook_tools import NOTEBOOKS, build_notebooks, cells_of, transform

NUMBER = r"(-?\d+(?:\.\d+)?)"
PLACE = "#"  # of a number, in a sentence to look for


@cache
def text_of(stem):
    """All text of a source: markdown, solutions of written questions, and alt texts."""
    cells = transform.read_source(NOTEBOOKS / "source" / f"{stem}.py", build_notebooks.POINTS).cells
    parts = []
    for cell in cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
        else:
            parts += [
                node.value.value
                for node in ast.walk(ast.parse(cell.source))
                if isinstance(node, ast.keyword) and node.arg in ("alt", "shows")
                if isinstance(node.value, ast.Constant)
            ]
    return flowing("\n\n".join(parts))


@cache
def text_of_questions(stem):
    """All text of the questions of a chapter, and of the cells they stand in."""
    cells = [c.source for c in cells_of(stem) if re.search(r"^(ask|predict)\(", c.source, re.M)]
    return flowing(
        " ".join(
            node.value
            for source in cells
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
    )


def flowing(text):
    return re.sub(r"\s+", " ", text)


def pattern(sentence):
    return re.compile(NUMBER.join(re.escape(part) for part in flowing(sentence).split(PLACE)))


def assert_printed(stem, sentence, values):
    """The sentence is in the text, with these numbers, rounded as they are printed there."""
    found = pattern(sentence).findall(text_of(stem))
    assert len(found) == 1, f"in {stem} {len(found)} times: {sentence}"
    numbers = [found[0]] if isinstance(found[0], str) else list(found[0])
    decimals = [len(number.partition(".")[2]) for number in numbers]
    expected = [f"{v + 0.0:.{d}f}" for v, d in zip(values, decimals, strict=True)]
    assert numbers == expected, sentence


def assert_asked(stem, sentence, values):
    """The sentence is in the questions, with these numbers, rounded as they are there."""
    ((*numbers,),) = [
        np.atleast_1d(found) for found in pattern(sentence).findall(text_of_questions(stem))
    ]
    for number, value in zip(numbers, values, strict=True):
        assert number == f"{value:.{len(number.partition('.')[2])}f}"


def numbers_not_in(stem, sentences):
    """Numbers that stand in none of these sentences: decimals, and whole ones from 10 on."""
    text = text_of(stem)
    for sentence in sentences:
        assert pattern(sentence).search(text), sentence
        text = pattern(sentence).sub(" ", text)
    text = re.sub(
        r"`[^`]*`|\]\([^)]*\)|#+ (\d\.)?\d+\.? |Exercise \d|\*\*Question \d \(\d points\)",
        " ",
        text,
    )
    text = text.partition("**Further reading**")[0]
    return re.findall(r"(?<![\w.])\d+\.\d+|(?<![\w.])\d{2,}", text)
