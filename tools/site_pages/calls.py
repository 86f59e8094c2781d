"""What a cell of code calls and imports, read without running it."""

from __future__ import annotations

import ast

__all__ = ["all_called", "called_last", "imports_only"]


def all_called(source: str) -> list[str]:
    """The functions that are called by a statement of their own."""
    return [
        statement.value.func.id
        for statement in _statements(source)
        if isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Name)
    ]


def called_last(source: str) -> str | None:
    statements = _statements(source)
    last = ast.unparse(statements[-1]) if statements else ""
    return next(iter(all_called(last)), None)


def imports_only(source: str) -> bool:
    """Whether a cell does nothing but import."""
    statements = _statements(source)
    return bool(statements) and all(
        isinstance(statement, ast.Import | ast.ImportFrom) for statement in statements
    )


def _statements(source: str) -> list[ast.stmt]:
    try:
        return ast.parse(source).body
    except SyntaxError:
        return []  # magics
