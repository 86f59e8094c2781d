"""A function that no cell defines: what may stand in its place, read from the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Sequence

from ..notices import Notice, NoticeKind
from ..parsing.selection import ChosenNotebook
from ..parsing.syntax import CellSource

__all__ = ["is_hidden_in", "similar_to", "substitutes"]

MAX_NAME = 60
_BIND_BY_TEXT = {"exec", "eval", "setattr", "globals", "vars", "locals"}


def substitutes(chosen: Sequence[ChosenNotebook], undefined: Collection[str]) -> dict[str, Notice]:
    """What there is in place of exercises that no cell defines; only where there is something."""
    notes: dict[str, Notice] = {}
    for chapter in dict.fromkeys(each.chapter for each in chosen):
        own = [s for each in chosen if each.chapter == chapter for s in each.own_sources]
        for name in chapter.exercises:
            if name not in undefined:
                continue
            if other := similar_to(name, own):
                notes[name] = NoticeKind.OTHER_SPELLING(name=other, exercise=name)
            elif is_hidden_in(name, own):
                notes[name] = NoticeKind.NAME_IN_TEXT(exercise=name)
    return notes


def similar_to(name: str, sources: Iterable[CellSource]) -> str:
    """A name that cells bind and that differs only in capitals and underscores, or ""."""
    bound = sorted({other for source in sources for other in source.names.binds})
    others = [other for other in bound if other != name and len(other) < MAX_NAME]
    return next((other for other in others if _plain(other) == _plain(name)), "")


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def is_hidden_in(name: str, sources: Sequence[CellSource]) -> bool:
    """Whether a text may define a function, or a cell that binds names by text says its name."""
    word = re.compile(rf"\b{name}\b")
    defines = re.compile(rf"\bdef[ \t]+{name}\b|^[ \t]*{name}[ \t]*=|^{name}$", re.MULTILINE)
    for source in sources:
        if not word.search(source):
            continue
        if source.tree is None or source.names.uses & _BIND_BY_TEXT:
            return True
        texts = [node.value for node in ast.walk(source.tree) if isinstance(node, ast.Constant)]
        if any(isinstance(text, str) and defines.search(text) for text in texts):
            return True
    return False
