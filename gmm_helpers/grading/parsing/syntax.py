"""What the source of a cell says: read, never run, and worked out once for each cell."""

from __future__ import annotations

import ast
import re
import symtable
import warnings
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ...exercises import EXERCISES
from .ipython_syntax import plain_python, without_prompts
from .newer_python import in_older_syntax
from .placeholders import is_text, is_unfinished, no_functions

__all__ = [
    "PYTHON_MAGICS",
    "CellSource",
    "Names",
    "is_text",
    "names_in",
    "parse_cell",
    "unparse",
]

MAX_CHARACTERS = 50_000  # in one cell; longer ones are run, but not parsed
MAX_SEARCHED = 1_000_000  # characters that are searched for words
_DEF = re.compile(r"^[ \t]*(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*[\[(]", re.MULTILINE)
_CELL_MAGIC = re.compile(r"\s*%%(\w+)")
_WORD = re.compile(r"\b[^\W\d]\w*\b")
# Code that calls one of these may use any name that stands anywhere in the cell, even in a text.
_LOOKUPS = {"globals", "locals", "vars", "eval", "exec", "__import__"}
_SCOPES = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef
_DEFINITIONS = (*_SCOPES, ast.Import, ast.ImportFrom)
_TOO_HARD = ValueError, RecursionError, MemoryError
# Cell magics whose body is Python; that of others may be.
PYTHON_MAGICS = {"time", "timeit", "capture", "prun", "memit", "python", "python3"}


class _Parsed(NamedTuple):
    tree: ast.Module | None = None
    syntax_error: tuple[str, int] | None = None
    needs_python: tuple[int, int] | None = None


class Names(NamedTuple):
    """Global names that code binds, and those that it uses, also within functions."""

    binds: frozenset[str]
    uses: frozenset[str]


_NO_NAMES = Names(frozenset(), frozenset())


class CellSource(str):
    """The source of a cell: text that is parsed once, and keeps what was read from it."""

    def __reduce__(self):
        return CellSource, (str(self),)  # trees stay in the process that has parsed them

    @cached_property
    def _parsed(self) -> _Parsed:
        return _parse(self)

    @property
    def tree(self) -> ast.Module | None:
        """The tree, with what magics run; None if there is none, or the cell is too long."""
        return self._parsed.tree

    @property
    def syntax_error(self) -> tuple[str, int] | None:
        """Message and line of what can't be parsed."""
        return self._parsed.syntax_error

    @property
    def needs_python(self) -> tuple[int, int] | None:
        """The Python whose syntax it uses, if that is newer than this one."""
        return self._parsed.needs_python

    @cached_property
    def names(self) -> Names:
        """What it binds and uses.

        If it can't be parsed, or looks names up by their text, every word counts as used.
        """
        if (names := names_in(self.tree) if self.tree else None) is None:
            text = self[:MAX_SEARCHED]
            return Names(frozenset(_DEF.findall(text)), frozenset(_WORD.findall(text)))
        more = set(_WORD.findall(self)) if names.uses & _LOOKUPS else set()
        return Names(names.binds, names.uses | more)

    @cached_property
    def statements(self) -> tuple[tuple[ast.stmt, Names], ...]:
        """Its statements, each with what it binds and uses; nothing if that is too hard to say."""
        body = self.tree.body if self.tree else ()
        return tuple((each, names_in(each) or _NO_NAMES) for each in body)

    @property
    def functions(self) -> tuple[str, ...]:
        """Names of the functions that it defines at its top level, or seems to define."""
        named = _DEF.findall(self[:MAX_SEARCHED]) if self.tree is None else None
        return tuple(dict.fromkeys(named or (each.name for each in self._functions)))

    @property
    def inner_functions(self) -> Iterator[tuple[ast.stmt, str]]:
        """Functions within a class or a function, with what they stand in."""
        for outer in ast.walk(self.tree) if self.tree else ():
            if isinstance(outer, _SCOPES):
                inner = (node for node in outer.body if isinstance(node, _SCOPES[:2]))
                yield from ((outer, node.name) for node in inner)

    @cached_property
    def function_sources(self) -> dict[str, str]:
        """Source of each function that it defines at its top level, on its own lines."""
        lines, sources = self.splitlines(), {}
        for node in self._functions:
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)]) - 1
            sources[node.name] = "\n" * first + "\n".join(lines[first : node.end_lineno])
        return sources

    @cached_property
    def is_definition(self) -> bool:
        """Whether it defines a function or a class, or imports something, or may do so."""
        return self.tree is None or any(
            isinstance(node, (ast.Lambda, *_DEFINITIONS)) for node in ast.walk(self.tree)
        )

    @cached_property
    def stubs(self) -> frozenset[str]:
        """Functions as they were handed out, or that do nothing: ``pass`` in place of an error.

        Those of exercises also if all they can return is a placeholder, as in a check.
        """
        last = {each.name: each for each in self._functions}
        return frozenset(name for name, each in last.items() if _is_stub(each))

    @cached_property
    def lost_names(self) -> frozenset[str]:
        """Names of which it makes no function: it has a syntax error, or they are values."""
        if self.syntax_error and not self.needs_python:
            return self.names.binds
        return frozenset(no_functions(self.tree.body if self.tree else ()))

    @property
    def written_names(self) -> frozenset[str]:
        """Names that it binds, without functions that are as they were handed out."""
        return self.names.binds - self.stubs

    @property
    def _functions(self) -> list[ast.FunctionDef]:
        return [n for n in self.tree.body if isinstance(n, ast.FunctionDef)] if self.tree else []


def parse_cell(source: str) -> ast.Module | None:
    """The tree of a cell without its magic lines; None if it has none."""
    return source.tree if isinstance(source, CellSource) else _parse(source).tree


def unparse(node: ast.AST) -> str:
    """The code of a part of a tree; "" if it is nested too deeply, or a number is too long."""
    try:
        return ast.unparse(node)
    except _TOO_HARD:
        return ""


def names_in(node: ast.AST) -> Names | None:
    """Global names that a tree, or a statement of it, binds and uses; None if that is too hard.

    Examples
    --------
    >>> names = names_in(parse_cell("def f(x):\\n    y = g(x)"))
    >>> sorted(names.binds), sorted(names.uses)
    (['f'], ['g'])
    """
    try:
        text = ast.unparse(node)
        table = symtable.symtable(text, "cell", "exec")
    except (SyntaxError, *_TOO_HARD):
        return None
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
    if uses & _LOOKUPS:
        uses |= set(_WORD.findall(text))
    return Names(frozenset(binds), frozenset(uses))


def _parse(source: str) -> _Parsed:
    """The tree, or what is wrong with the cell without its magic lines."""
    if len(source) > MAX_CHARACTERS:
        return _Parsed()
    found = _parse_first(str(source), plain_python(source))
    if found.tree or not found.syntax_error:
        return found
    pasted = without_prompts(source)
    plain = plain_python(pasted)
    found = found if pasted == source else _parse_first(pasted, plain)
    if found.tree or not found.syntax_error:
        return found
    magic = _CELL_MAGIC.match(source)
    if magic and magic[1] not in PYTHON_MAGICS:
        return _Parsed(ast.Module([], []))
    if older := in_older_syntax(plain):
        read = _parse_first(older.text)
        if read.tree or _parse_first(older.rest).tree:
            return found._replace(tree=read.tree, needs_python=older.needs)
    return found


def _parse_first(*texts: str) -> _Parsed:
    """The tree of the first text that can be parsed, or what is wrong with the last."""
    problem = None
    for text in dict.fromkeys(texts):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about escapes in a student's text
                return _Parsed(ast.parse(text))
        except SyntaxError as error:
            problem = str(error.msg), error.lineno or 1
        except _TOO_HARD:
            problem = None
    return _Parsed(None, problem)


def _is_stub(function: ast.FunctionDef) -> bool:
    if all(is_text(line) or _does_nothing(line) for line in function.body):
        return True
    try:
        return function.name in EXERCISES and is_unfinished(function)
    except RecursionError:
        return False


def _does_nothing(line: ast.stmt) -> bool:
    if isinstance(line, ast.Raise):
        return "NotImpl" in unparse(line)
    return isinstance(line, ast.Pass) or (isinstance(line, ast.Return) and line.value is None)
