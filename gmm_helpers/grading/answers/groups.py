"""The answers of a class to one question: identical ones together, without names, shuffled."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from ..parsing.answer_cells import as_compared
from ..parsing.release import Chapter, WrittenQuestion
from ..reports.results import Result
from .prose import model_and_marking

__all__ = ["PREFIX", "Answered", "Group", "answered", "pictures_in"]

PREFIX = "question_"  # of the name of every page, and of most questions
SEPARATOR = "\n\n[… from another notebook of the same student:]\n\n"
_PICTURE = re.compile(
    r"!\[([^\]\n]*)\]\(\s*(?:attachment:([^)\n]*)|data:image/[^)\n]*)\)"
    r"|<img\b[^>]*\bsrc\s*=[^>]*>",
    re.IGNORECASE,
)
_DATA = re.compile(r"""\bsrc\s*=\s*["']?\s*(?:attachment|data):""", re.IGNORECASE)


class Group(NamedTuple):
    """Students who wrote the same, up to blanks."""

    key: str  # of the text; nothing can be told from it
    text: str
    pictures: tuple[str, ...]  # names of what is attached to the cell, or written out in it
    students: tuple[str, ...]
    is_model: bool = False  # the same as our model answer, or as the cell that it stands in


class Answered(NamedTuple):
    """A question, and what a class has written."""

    chapter: str
    question: WrittenQuestion
    groups: tuple[Group, ...]
    empty: tuple[str, ...]  # students who handed the notebook in and wrote nothing
    missing: tuple[str, ...]  # of whom there is no notebook, or none that can be read

    @property
    def stem(self) -> str:
        """What a page is called behind `PREFIX`."""
        return self.question.grade_id.removeprefix(PREFIX)

    @property
    def n_answers(self) -> int:
        """How many students have answered."""
        return sum(len(group.students) for group in self.groups)


def answered(
    chapter: Chapter, question: WrittenQuestion, results: Sequence[Result], seed: int
) -> Answered:
    """Sort the answers to a question; the same seed gives the same order."""
    name = question.grade_id
    members: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    empty, missing = [], []
    for result in results:
        written = result.written.get(name)
        if written is None:
            missing.append(result.student)
        elif not written:
            empty.append(result.student)
        else:
            text = SEPARATOR.join(written)
            # Editors call every picture image.png: the same text may be about another one.
            own = result.student if _has_attached(text) else ""
            key = _hash(f"{own}\n{' '.join(text.split())}")
            texts.setdefault(key, text)
            members.setdefault(key, []).append(result.student)
    shuffled = sorted(members, key=lambda key: _hash(f"{seed} {name} {key}"))
    ours = _ours(question)
    groups = [
        Group(k, texts[k], pictures_in(texts[k]), tuple(members[k]), _is_ours(texts[k], ours))
        for k in shuffled
    ]
    return Answered(chapter.name, question, tuple(groups), tuple(empty), tuple(missing))


def _ours(question: WrittenQuestion) -> set[str]:
    """What our model answer is, whole, without its marking points, and without its heading."""
    whole = question.model_answer
    model, marking = model_and_marking(whole)
    with_heading = whole.removesuffix(marking) if marking else whole
    return {as_compared(each) for each in (whole, model, with_heading)} - {""}


def _is_ours(text: str, ours: set[str]) -> bool:
    return any(as_compared(each) in ours for each in text.split(SEPARATOR))


def pictures_in(text: str) -> tuple[str, ...]:
    """Names of the pictures in a text of Markdown.

    Examples
    --------
    >>> pictures_in("See ![plot](attachment:image.png) and ![sketch](data:image/png,0a1b).")
    ('image.png', 'sketch')
    """
    found = _PICTURE.finditer(text)
    return tuple((match[2] or match[1] or "without a name").strip() for match in found)


def _has_attached(text: str) -> bool:
    """Whether there is a picture that the text alone does not tell."""
    return any(match[1] is not None or _DATA.search(match[0]) for match in _PICTURE.finditer(text))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
