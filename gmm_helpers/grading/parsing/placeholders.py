"""Whether a function was written: `check` asks what it returns, here nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from ...exercises.symptoms.source import FunctionSource
from ...exercises.symptoms.unfinished import is_placeholder, only_result

__all__ = ["is_text", "is_unfinished", "no_functions"]

_SCOPES = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef
# What a name may stand for that can't be called for a result.
_VALUES: tuple[type[ast.AST], ...] = (ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set)
_VALUES += (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.JoinedStr)
_VALUES += (ast.BinOp, ast.UnaryOp, ast.Compare)


def is_unfinished(function: ast.FunctionDef) -> bool:
    """Whether a function can return nothing but a placeholder: what it reads is not run.

    Either a line that raises stands before every return, or nothing is returned, or only what no
    line computes.
    """
    source = FunctionSource(function)
    body = source.body
    ends = [i for i, line in enumerate(body) if isinstance(line, ast.Raise)]
    if ends:
        body = body[: ends[0]]
        before = FunctionSource(ast.Module(body, []))  # type: ignore[arg-type]
        return not before.returns and not _yields(before)
    if _yields(source):
        return False
    if all(line.value is None for line in source.returns):
        return True
    result = only_result(source)
    constant = isinstance(result, ast.Constant)
    return constant or (result is not None and is_placeholder(result, source))


def _yields(source: FunctionSource) -> bool:
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in source.own)


def no_functions(lines: Iterable[ast.stmt]) -> set[str]:
    """Names that these lines take for a value, a class or an ``async def`` in the end.

    Examples
    --------
    >>> no_functions(ast.parse("f = None; g = h(2)").body)
    {'f'}
    """
    last: dict[str, ast.AST] = {}
    for line in lines:
        if isinstance(line, _SCOPES):
            last[line.name] = line
        elif isinstance(line, ast.Assign | ast.AnnAssign) and line.value:
            targets = line.targets if isinstance(line, ast.Assign) else [line.target]
            last |= {name.id: line.value for name in targets if isinstance(name, ast.Name)}
    nothing = (*_VALUES, *_SCOPES[1:])
    return {name for name, node in last.items() if isinstance(node, nothing)}


def is_text(line: ast.stmt) -> bool:
    """Whether a statement is a constant alone, as a docstring is."""
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
