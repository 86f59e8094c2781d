"""Questions as executed notebooks hold them: a record in the outputs, and pictures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import nbformat

from gmm_helpers.questions import Question
from gmm_helpers.questions.as_data import from_data
from gmm_helpers.questions.record import MIME

__all__ = ["Chapter", "ReadingError", "chapters_of", "questions_of"]

_PNG = "data:image/png;base64,"


class ReadingError(ValueError):
    """A notebook does not hold its questions as the build leaves them."""


@dataclass(frozen=True)
class Chapter:
    """A notebook with at least one question.

    Parameters
    ----------
    name : str
        The stem of its file.
    title : str
    questions : tuple of Question
        Their pictures are data; see `as_data.picture_data`.
    left_out : tuple of str
        Keys of questions that need what their notebook shows above them.
    """

    name: str
    title: str
    questions: tuple[Question, ...]
    left_out: tuple[str, ...] = ()


def chapters_of(folder: Path) -> list[Chapter]:
    """Read all notebooks of a folder, in the order of their names.

    Raises
    ------
    ReadingError
        If a record cannot be read, a picture is missing, or two questions have the same key.
    """
    chapters: list[Chapter] = []
    found: dict[str, str] = {}  # the notebook of each key
    for path in sorted(folder.glob("*.ipynb")):
        notebook = nbformat.read(path, 4)
        questions = tuple(_questions(notebook, path.name))
        for question in questions:
            if question.key in found:
                raise ReadingError(
                    f"The question {question.key!r} is in {found[question.key]} and in "
                    f"{path.name}: give one of them another name."
                )
            found[question.key] = path.name
        elsewhere = tuple(question for question in questions if not question.in_place)
        left_out = tuple(question.key for question in questions if question.in_place)
        if questions:
            title = _title(notebook) or path.stem
            chapters.append(Chapter(path.stem, title, elsewhere, left_out))
    return chapters


def _questions(notebook, name: str) -> Iterator[Question]:
    for cell in notebook.cells:
        try:
            yield from questions_of(cell)
        except (KeyError, TypeError, ValueError, StopIteration) as error:
            raise ReadingError(
                f"{name} holds a question that cannot be read: run make notebooks."
            ) from error


def questions_of(cell) -> list[Question]:
    """The questions in the outputs of a cell, with their pictures as data.

    Raises
    ------
    KeyError, TypeError, ValueError, StopIteration
        If a record cannot be read, or a picture is missing.
    """
    held = [output.get("data", {}) for output in cell.get("outputs", [])]
    found = []
    for i, data in enumerate(held):
        if MIME not in data:
            continue
        # The question itself is the next output that is HTML.
        html = next((other["text/html"] for other in held[i:] if "text/html" in other), "")
        found.append(from_data(_with_pictures(data[MIME]["question"], html)))
    return found


def _with_pictures(question: dict, html: str) -> dict:
    """The data of a question with the pictures of its HTML, where they stand in this order."""
    pictures = iter(_Pictures(html).found)
    answer, shows = question["answer"], question["shows"]
    if "picture" in answer:
        answer = {**answer, "picture": {**answer["picture"], "png": next(pictures)}}
    if isinstance(shows, dict):
        shows = {**shows, "png": next(pictures)}
    return {**question, "answer": answer, "shows": shows}


class _Pictures(HTMLParser):
    """Pictures that stand in HTML, in base64."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        source = dict(attrs).get("src") or ""
        if tag == "img" and source.startswith(_PNG):
            self.found.append(source.removeprefix(_PNG))


def _title(notebook) -> str:
    """The first heading."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("# "):
            return cell.source.splitlines()[0].removeprefix("# ").strip()
    return ""
