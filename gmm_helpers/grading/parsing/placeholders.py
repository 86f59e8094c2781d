"""Whether a function was written: `check` asks what it returns, here nothing is run."""

from __future__ import annotations

import ast

from ...exercises.symptoms.source import FunctionSource
from ...exercises.symptoms.unfinished import is_placeholder, only_result

__all__ = ["is_unfinished"]


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
