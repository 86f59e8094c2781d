"""The same code handed in by several students.

No punishment: nothing here changes a score, and students do not read it.
"""

from __future__ import annotations

import ast
import hashlib
import pickle
from collections.abc import Mapping, Sequence

from ...exercises import EXERCISES
from ..parsing.selection import ChosenNotebook
from ..parsing.syntax import CellSource, is_text

__all__ = ["MIN_NODES", "fingerprint", "fingerprints_of", "same_solutions"]

MIN_NODES = 90  # of a tree: shorter functions are often written alike
MAX_CHARACTERS = 100_000  # of a notebook


def fingerprints_of(chosen: Sequence[ChosenNotebook]) -> dict[str, str]:
    """Marks by which the same code is recognised, by exercise."""
    marks = {
        name: fingerprint(each.own_sources, name) for each in chosen for name in each.exercises
    }
    return {name: mark for name, mark in marks.items() if mark}


def fingerprint(sources: Sequence[CellSource], exercise: str) -> str:
    """A mark that two solutions share if they differ in names, comments and layout only.

    It is "" for what is too short to tell anything, or too long to be read.
    """
    if sum(map(len, sources)) > MAX_CHARACTERS:
        return ""
    functions = [
        node
        for source in sources
        for node in (source.tree.body if source.tree else ())
        if isinstance(node, ast.FunctionDef) and node.name == exercise
    ]
    if not functions:
        return ""
    try:
        if sum(1 for _ in ast.walk(functions[-1])) < MIN_NODES:
            return ""
        function = _rename(pickle.loads(pickle.dumps(functions[-1])))  # quicker than a deepcopy
        return hashlib.sha256(ast.dump(function).encode("utf-8", "replace")).hexdigest()[:16]
    except (RecursionError, ValueError):  # ValueError: a number of too many digits
        return ""


def _rename(function: ast.FunctionDef) -> ast.FunctionDef:
    """Number the local names in the order in which they occur; drop what is for readers."""
    function.body = [line for line in function.body if not is_text(line)] or [ast.Pass()]
    function.returns = None
    local = {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    local |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
    numbers: dict[str, str] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            node.annotation = None
            node.arg = numbers.setdefault(node.arg, f"v{len(numbers)}")
        elif isinstance(node, ast.Name) and node.id in local:
            node.id = numbers.setdefault(node.id, f"v{len(numbers)}")
    return function


def same_solutions(
    prints: Mapping[str, Mapping[str, str]],
) -> list[tuple[str, tuple[str, ...]]]:
    """Exercises, and groups of students with the same fingerprint, from those of each student.

    The smallest groups come first, as what a whole class writes alike is merely the natural
    solution.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for student, own in prints.items():
        for exercise, mark in own.items():
            if mark and exercise in EXERCISES:
                groups.setdefault((exercise, mark), []).append(student)
    shared = [(key[0], tuple(sorted(who))) for key, who in groups.items() if len(who) > 1]
    return sorted(shared, key=lambda group: (len(group[1]), group[0], group[1]))
