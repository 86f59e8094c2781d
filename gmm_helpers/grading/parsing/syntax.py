"""Which names the code of a cell binds and uses: read, never run."""

from __future__ import annotations

import ast
import re
import symtable
import warnings
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "Names",
    "defines",
    "functions_of",
    "names_of",
    "parsed",
    "sources_of",
    "stubs_of",
    "syntax_error_of",
    "written",
    "written_in",
]

MOST_CHARACTERS = 50_000  # in one cell; more is run, but not read
MOST_WORDS = 1_000_000  # characters in which words are looked for
N_TREES, MOST_KEPT = 512, 4_000  # trees take much memory
N_NAMES = 10_000  # twice the cells of a notebook, each of which is looked at several times
_DEF = re.compile(r"^[ \t]*(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\(", re.MULTILINE)
_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?{1,2}[ \t]*)$", re.MULTILINE)
_WORD = re.compile(r"\b[^\W\d]\w*\b")
# Whoever calls one of these may use any name that stands anywhere in the cell, in a text too.
_ANY_NAME = {"globals", "locals", "vars", "eval", "exec", "__import__"}


class Names(NamedTuple):
    """Global names that a cell binds, and those that it uses, also within functions.

    Of a cell that can't be parsed or looks names up itself, every word counts as used.
    """

    binds: frozenset[str]
    uses: frozenset[str]


def parsed(source: str) -> ast.Module | None:
    """The tree of a cell without its magic lines; None if it has none."""
    if len(source) > MOST_CHARACTERS:
        return None
    return _kept(source) if len(source) <= MOST_KEPT else _parsed(source)


def _parsed(source: str) -> ast.Module | None:
    plain = _MAGIC.sub(r"\1pass", source)
    for text in dict.fromkeys((source, plain)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about escapes in a student's text
                return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


_kept = lru_cache(maxsize=N_TREES)(_parsed)


def syntax_error_of(source: str) -> tuple[str, int] | None:
    """Message and line of what is wrong with a cell that can't be parsed, without its magic lines.

    Examples
    --------
    >>> syntax_error_of("x = (1\\ny = 2")
    ("'(' was never closed", 1)
    """
    if len(source) > MOST_CHARACTERS or parsed(source) is not None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(_MAGIC.sub(r"\1pass", source))
    except SyntaxError as error:
        return str(error.msg), error.lineno or 1
    except (ValueError, RecursionError, MemoryError):
        return None
    return None


def written(node: ast.AST) -> str:
    """The code of a part of a tree; "" if it is nested too deep, or a number too long, to be said.

    Examples
    --------
    >>> written(parsed("f( x)").body[0])
    'f(x)'
    """
    try:
        return ast.unparse(node)
    except (RecursionError, ValueError):
        return ""


def names_of(source: str) -> Names:
    """What a cell binds and uses.

    Examples
    --------
    >>> names = names_of("def f(x):\\n    return g(x) + np.pi")
    >>> sorted(names.binds), sorted(names.uses)
    (['f'], ['g', 'np'])
    """
    return _kept_names(source) if len(source) <= MOST_CHARACTERS else _names_of(source)


def _names_of(source: str) -> Names:
    tree = parsed(source)
    try:
        table = symtable.symtable(ast.unparse(tree), "cell", "exec") if tree else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        table = None
    if table is None:
        text = source[:MOST_WORDS]
        return Names(frozenset(_DEF.findall(text)), frozenset(_WORD.findall(text)))
    binds, uses, scopes = set(), set(), [table]
    while scopes:
        scope = scopes.pop()
        scopes += scope.get_children()
        for symbol in scope.get_symbols():
            if scope is table or symbol.is_global():
                if symbol.is_referenced():
                    uses.add(symbol.get_name())
                if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace():
                    binds.add(symbol.get_name())
    if uses & _ANY_NAME:
        uses |= set(_WORD.findall(source))
    return Names(frozenset(binds), frozenset(uses))


_kept_names = lru_cache(maxsize=N_NAMES)(_names_of)


def functions_of(source: str) -> tuple[str, ...]:
    """Names of the functions that a cell defines at its top level, or seems to define.

    Examples
    --------
    >>> functions_of("%%time\\ndef f(x):\\n    return x")
    ('f',)
    """
    tree = parsed(source)
    if tree is None:
        return tuple(dict.fromkeys(_DEF.findall(source[:MOST_WORDS])))
    return tuple(dict.fromkeys(n.name for n in tree.body if isinstance(n, ast.FunctionDef)))


def sources_of(source: str) -> dict[str, str]:
    """Source of each function that a cell defines at its top level, on its own lines.

    Examples
    --------
    >>> sources_of("x = 1\\ndef f(x):\\n    return x")
    {'f': '\\ndef f(x):\\n    return x'}
    """
    tree = parsed(source)
    lines = source.splitlines()
    found = {}
    for node in tree.body if tree else ():
        if isinstance(node, ast.FunctionDef):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)]) - 1
            found[node.name] = "\n" * first + "\n".join(lines[first : node.end_lineno])
    return found


def defines(source: str) -> bool:
    """Whether a cell defines a function or a class, or imports something, or may do so.

    Examples
    --------
    >>> defines("import numpy as np"), defines("print(np.pi)")
    (True, False)
    """
    tree = parsed(source)
    kinds = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom
    if tree is None or any(isinstance(node, ast.Lambda) for node in ast.walk(tree)):
        return True
    return any(isinstance(node, kinds) for node in ast.walk(tree))


def stubs_of(source: str) -> frozenset[str]:
    """Functions that a cell defines as they were handed out: all they do is to say so.

    Examples
    --------
    >>> sorted(stubs_of("def f(x):\\n    raise NotImplementedError()"))
    ['f']
    """
    tree = parsed(source) if "NotImpl" in source else None
    functions = [n for n in tree.body if isinstance(n, ast.FunctionDef)] if tree else []
    return frozenset(function.name for function in functions if _is_stub(function))


def written_in(source: str) -> frozenset[str]:
    """Names that a cell binds, without functions that are as they were handed out.

    Examples
    --------
    >>> sorted(written_in("x = 1\\ndef f(x):\\n    raise NotImplementedError()"))
    ['x']
    """
    return names_of(source).binds - stubs_of(source)


def _is_stub(function: ast.FunctionDef) -> bool:
    body = [line for line in function.body if not _is_text(line)]
    return len(body) == 1 and isinstance(body[0], ast.Raise) and "NotImpl" in written(body[0])


def _is_text(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
