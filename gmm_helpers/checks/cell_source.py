"""What the text of a cell says: which names it defines, in which lines."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator

from ..exercises.running.exceptions import CodeLine

__all__ = ["MAGIC", "definitions", "functions_in", "line_in", "parse"]

_FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef
_SCOPES = *_FUNCTIONS, ast.ClassDef, ast.Lambda
# What may stand in a cell that cannot be parsed.
_NO_CODE = re.compile(
    r"""#[^\n]*|(\"{3}|'{3})(?:\\.|.)*?(?:\1|\Z)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?""",
    re.DOTALL,
)
_LINE = re.compile(r"([ \t]*)(?:(?:async[ \t]+)?(def|class)\b[ \t]*(\w*)|(\w+)[ \t]*=(?!=)|\S)")
MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?{1,2}[ \t]*)$", re.MULTILINE)


def definitions(source: str) -> Iterator[tuple[str, int]]:
    """Names that a cell gives a meaning, with the last line of that definition."""
    tree = parse(source)
    if tree is None:
        yield from dict.fromkeys(_written(source), source.count("\n") + 1).items()
        return
    for node in _top_level(tree):
        end = getattr(node, "end_lineno", 0) or 0
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            yield node.name, end
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, end
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, end


def functions_in(source: str) -> list[str]:
    """Names of the functions that a cell defines."""
    tree = parse(source)
    return [n.name for n in _top_level(tree) if isinstance(n, _FUNCTIONS)] if tree else []


def line_in(source: str, number: int, timed: bool) -> CodeLine:
    """A line as it stands in the cell: IPython drops empty ones above the first, and magics."""
    lines = source.splitlines()
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if timed:
        first = next((i for i, line in enumerate(lines) if i > first and line.strip()), first + 1)
    number += first
    return CodeLine(number, lines[number - 1].strip() if number <= len(lines) else "")


def parse(source: str) -> ast.Module | None:
    try:
        return ast.parse(MAGIC.sub(r"\1pass", textwrap.dedent(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _top_level(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs with the cell itself."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, _SCOPES):
            yield from _top_level(child)


def _written(source: str) -> Iterator[str]:
    """Names that a cell which cannot be parsed would have defined.

    Methods, functions in functions, and what stands in strings or comments are none of them.
    """
    source = _NO_CODE.sub(lambda found: "\n" * found[0].count("\n"), source)
    scopes: list[int] = []  # indents of the definitions around a line
    for line in source.splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        indent = len(found[1].expandtabs())
        scopes = [each for each in scopes if each < indent]
        if not scopes and (found[3] or (found[4] and not indent)):
            yield found[3] or found[4]
        if found[2]:
            scopes.append(indent)
