"""Definitions that are no ordinary functions: classes, coroutines, generators."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..definition import Diagnosis

__all__ = ["unusual_kind"]

_SCOPES = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda


def unusual_kind(node: ast.AST, name: str) -> list[Diagnosis]:
    """What is wrong with a definition, whatever stands in it."""
    if isinstance(node, ast.ClassDef):
        message = f"{name} is a class, but the exercise asks for a function: write def {name}."
        return [Diagnosis("a class", message)]
    if isinstance(node, ast.AsyncFunctionDef):
        message = (
            f"{name} is declared with async def, so a call only makes a coroutine and computes "
            "nothing: write def without async."
        )
        return [Diagnosis("a coroutine", message)]
    if any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in _own_parts(node)):
        message = f"{name} contains yield, so a call only makes a generator: use return."
        return [Diagnosis("a generator", message)]
    return []


def _own_parts(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a function without those of functions and classes in it."""
    for part in ast.iter_child_nodes(node):
        yield part
        if not isinstance(part, _SCOPES):
            yield from _own_parts(part)
