"""Definitions that are not what an exercise asks for: methods, coroutines, newer syntax."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Sequence

from ...exercises import Diagnosis
from ...exercises.judging.definition_kinds import unusual_kind
from ..notices import Notice, NoticeKind
from ..parsing.newer_names import is_new_in, library_names
from ..parsing.selection import ChosenNotebook

__all__ = ["misplaced", "needed_pythons", "newer_python", "unusual_kinds", "unusual_syntax"]

Version = tuple[int, int]
RUNNING: Version = sys.version_info[:2]
_FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef


def misplaced(chosen: Sequence[ChosenNotebook]) -> dict[str, Notice]:
    """Exercises that are written, but as methods or inside of other functions."""
    notes: dict[str, Notice] = {}
    for each in chosen:
        written = {name for source in each.own_sources for name in source.written_names}
        for source in each.own_sources:
            for outer, name in source.inner_functions:
                if name in each.chapter.exercises and name not in written:
                    is_class = isinstance(outer, ast.ClassDef)
                    kind = NoticeKind.METHOD if is_class else NoticeKind.INNER_FUNCTION
                    notes[name] = kind(exercise=name, name=getattr(outer, "name", ""))
    return notes


def unusual_kinds(
    chosen: Sequence[ChosenNotebook], exercises: Collection[str]
) -> dict[str, list[Diagnosis]]:
    """Exercises whose last definition is a coroutine, a generator or a class."""
    last: dict[str, ast.stmt] = {}
    for each in chosen:
        for source in each.own_sources:
            for node in source.tree.body if source.tree else ():
                name = getattr(node, "name", "")
                if isinstance(node, (*_FUNCTIONS, ast.ClassDef)) and name in exercises:
                    last[name] = node
    return {name: found for name, node in last.items() if (found := unusual_kind(node, name))}


def newer_python(chosen: Sequence[ChosenNotebook]) -> list[Notice]:
    """Notebooks with cells for a newer Python than the one that is running."""
    notes = []
    for each in chosen:
        cells = [(i, c.source.needs_python) for i, c in enumerate(each.code, start=1)]
        needs = {i: version for i, version in cells if version}
        if needs:
            kind = NoticeKind.NEWER_PYTHON
            needed = max([*needs.values(), each.notebook.python or RUNNING])
            where = "this code cell" if len(needs) == 1 else "these code cells"
            fields = {"where": where, "cells": [str(i) for i in needs], "needed": _name(needed)}
            notes.append(kind(notebook=each.path, running=_name(RUNNING), **fields))
    return notes


def needed_pythons(chosen: Sequence[ChosenNotebook]) -> set[Version]:
    """Pythons newer than the one that is running which cells need, or may need."""
    needed: set[Version] = set()
    for each in chosen:
        wrote = each.notebook.python or RUNNING
        for cell in each.code:
            unread = wrote > RUNNING and cell.source.syntax_error
            version = cell.source.needs_python or (wrote if unread else RUNNING)
            needed |= {version} - {RUNNING}
        trees = [cell.source.tree for cell in each.code if cell.source.tree]
        since = [is_new_in(name) for name in library_names(trees)]
        needed |= {new[1] for new in since if new and new[0] == "Python"}
    return needed


def unusual_syntax(chosen: Sequence[ChosenNotebook]) -> dict[str, list[Diagnosis]]:
    """Exercises that stand in a cell of newer syntax, or in one that may be."""
    found: dict[str, list[Diagnosis]] = {}
    for each in chosen:
        wrote = each.notebook.python or RUNNING
        for source in each.own_sources:
            needs, message = source.needs_python, ""
            if needs:
                message = (
                    f"Its cell is written for Python {_name(max(needs, wrote))}; this grader runs "
                    f"Python {_name(RUNNING)}, which does not know this syntax."
                )
            elif wrote > RUNNING and source.tree is None and source.syntax_error:
                message = (
                    f"The notebook was written with Python {_name(wrote)}, and this grader runs "
                    f"Python {_name(RUNNING)}: that may be why it cannot read the cell."
                )
            for name in source.names.binds if message else ():
                found[name] = [Diagnosis("newer syntax", message)]
    return found


def _name(version: Version) -> str:
    return "{}.{}".format(*version)
