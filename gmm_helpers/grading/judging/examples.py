"""The code of a mistake, without what could name who wrote it: for a slide, or to compare."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence

from ...exercises import Status
from ...exercises.symptoms.source import FunctionSource
from ..parsing.syntax import is_text
from ..rows import Row

__all__ = ["anonymous_code", "examples_of"]

MAX_LINES, MAX_CHARACTERS = 60, 4000  # of an example
_CUT = "    # and so on"
_LEFT_OUT = "..."
_SUBSCRIPTS = re.compile(
    r"\s*(\.\.\.|[A-Za-z]){1,6}(\s*,\s*(\.\.\.|[A-Za-z]){1,6})*\s*->\s*\w{0,6}"
)
_OPTIONS = frozenset({"C", "F", "K", "ij", "xy", "ignore", "raise", "warn", "full", "constant"})


def examples_of(
    rows: Sequence[Row], sources: Mapping[str, FunctionSource | None]
) -> dict[str, str]:
    """The code of every function in which a mistake was recognised, by exercise."""
    found = {}
    for row in rows:
        source = sources.get(row.exercise)
        if row.named and source and row.status is not Status.NOT_ATTEMPTED:
            found[row.exercise] = anonymous_code(source.node, row.exercise)
    return {name: code for name, code in found.items() if code}


def anonymous_code(node: ast.AST, name: str) -> str:
    """A function as Python would write it: no comments, no docstrings, no text in strings.

    What NumPy reads in a string, subscripts of `einsum` above all, is kept. Variables keep their
    names, so whoever shows the code has to compare them with the names of people. It is "" for
    what cannot be written, and cut off where it is too long for anybody to read.

    Examples
    --------
    >>> source = "def f(x):  # by Ann\\n    'Of Ann.'\\n    return g(x, 'Ann', 'ij->i')"
    >>> print(anonymous_code(ast.parse(source).body[0], "f"))
    def f(x):
        return g(x, '...', 'ij->i')
    """
    try:
        text = ast.unparse(node)
        (line,) = ast.parse(text if isinstance(node, ast.stmt) else f"{name} = {text}").body
        code = ast.unparse(_Anonymous().visit(line))
    except (RecursionError, ValueError, SyntaxError, MemoryError):
        return ""
    lines = code[:MAX_CHARACTERS].splitlines()
    is_whole = len(code) <= MAX_CHARACTERS and len(lines) <= MAX_LINES
    return "\n".join(lines if is_whole else [*lines[:MAX_LINES], _CUT])


class _Anonymous(ast.NodeTransformer):
    """Leaves out what is for readers."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        if isinstance(node.value, str) and not _is_for_numpy(node.value):
            node.value = _LEFT_OUT
        elif isinstance(node.value, bytes):
            node.value = _LEFT_OUT.encode()
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if is_text(node) else self.generic_visit(node)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        body = getattr(node, "body", None)
        if isinstance(body, list) and not body:
            body.append(ast.Pass())
        return node


def _is_for_numpy(text: str) -> bool:
    return text in _OPTIONS or bool(_SUBSCRIPTS.fullmatch(text))
