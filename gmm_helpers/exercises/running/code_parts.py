"""Parts of a student's code: names it reads and binds, functions that are only stubs."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Mapping

__all__ = ["TOO_HARD", "names_bound", "outside_names", "says_nothing", "stubs_among"]

TOO_HARD = SyntaxError, ValueError, RecursionError, MemoryError
_SCOPES = ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef


def stubs_among(functions: Mapping[str, ast.AST | None]) -> tuple[str, ...]:
    return tuple(sorted(name for name, node in functions.items() if node and _is_stub(node)))


def _is_stub(node: ast.AST) -> bool:
    """Whether a function does nothing but return None or raise NotImplementedError."""
    body = getattr(node, "body", ())
    if not isinstance(body, list):
        return False
    for line in body:
        is_none = isinstance(line, ast.Return) and (
            line.value is None or (isinstance(line.value, ast.Constant) and not line.value.value)
        )
        raises = isinstance(line, ast.Raise) and "NotImplementedError" in ast.dump(line)
        if not (is_none or raises or says_nothing(line)):
            return False
    return True


def says_nothing(line: ast.stmt) -> bool:
    lone = isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
    return lone or isinstance(line, ast.Pass)


def outside_names(node: ast.AST) -> set[str]:
    """Names that a function reads and does not bind."""
    try:
        scopes = [symtable.symtable(ast.unparse(node), "cell", "exec")]
    except TOO_HARD:
        return set()
    found, scopes = set(), [*scopes[0].get_children()]
    while scopes:
        scope = scopes.pop()
        scopes += scope.get_children()
        symbols = scope.get_symbols()
        found |= {s.get_name() for s in symbols if s.is_global() and s.is_referenced()}
    return found - {*dir(builtins)}


def names_bound(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name):
        return [node.id] if isinstance(node.ctx, ast.Store) else []
    if isinstance(node, ast.alias):
        return [node.asname or node.name]
    return [node.name] if isinstance(node, _SCOPES) and not isinstance(node, ast.Lambda) else []
