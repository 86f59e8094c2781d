"""What stands in a student's own source, and so may be said again: names, sentences, lines."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from ....exercises.running.exceptions import CodeLine
from ....exercises.symptoms.source import FunctionSource, source_in
from ...jail.protocol.values import clean
from ...parsing.syntax import parse_cell, syntax_error_of
from .text_patterns import Pieces, fits, shown, texts_in

__all__ = ["OwnSource"]

# More than anybody writes: choosing among a million sentences would say a lot.
MAX_TEXTS, MAX_NAMES = 2_000, 5_000
_WORD = re.compile(r"\b[^\W\d]\w*\b")
_CLASS = re.compile(r"^[ \t]*class[ \t]+(\w+)", re.MULTILINE)
_NAMED = {ast.Name: "id", ast.Attribute: "attr", ast.arg: "arg", ast.keyword: "arg"}
_NAMED |= dict.fromkeys((ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef), "name")


class OwnSource:
    """The cells of a student that ran, read and never run.

    Examples
    --------
    >>> own = OwnSource(["def f(x):\\n    raise ValueError(f'{x} is too small')"])
    >>> own.sentence("0.25 is too small")
    '… is too small'
    >>> own.find_line(CodeLine(2, "0.25"))
    """

    def __init__(self, cells: Sequence[str] = ()):
        self._cells = tuple(cells)

    @cached_property
    def names(self) -> frozenset[str]:
        """Identifiers; of a cell that can't be parsed, all words."""
        return frozenset(_first(MAX_NAMES, map(_names_in, self._cells)))

    @cached_property
    def classes(self) -> frozenset[str]:
        """Names of classes."""
        return frozenset(_first(MAX_NAMES, map(_CLASS.findall, self._cells)))

    @cached_property
    def constants(self) -> frozenset[str]:
        """Texts that stand there as a whole, as a report spells them."""
        return frozenset(shown(pieces) for pieces in self._texts if None not in pieces)

    @cached_property
    def syntax_errors(self) -> frozenset[tuple[str, int]]:
        """Message and line of what is wrong with cells that can't be parsed."""
        return frozenset(error for cell in self._cells if (error := syntax_error_of(cell)))

    @cached_property
    def _texts(self) -> tuple[Pieces, ...]:
        return _first(MAX_TEXTS, map(texts_in, self._cells))

    @cached_property
    def _patterns(self) -> list[Pieces]:
        """Those with gaps, the most telling first."""
        with_gaps = [pieces for pieces in self._texts if None in pieces]
        return sorted(with_gaps, key=lambda pieces: -sum(len(p) for p in pieces if p))

    @cached_property
    def _lines(self) -> frozenset[CodeLine]:
        return frozenset(
            CodeLine(number, clean(line))
            for cell in self._cells
            for number, line in enumerate(cell.splitlines(), start=1)
        )

    def function(self, name: str) -> FunctionSource | None:
        """The last function of a name."""
        return source_in(self._cells, name, parse_cell)

    def sentence(self, message: str) -> str | None:
        """What of a message stands in the source, with "…" in the gaps; None if nothing does."""
        if message in self.constants:
            return message
        return next((shown(p) for p in self._patterns if fits(message, p)), None)

    def find_line(self, line: CodeLine | None) -> CodeLine | None:
        """The line that a traceback names, if exactly that stands there in a cell."""
        return line if line in self._lines else None


def _first(limit: int, by_cell: Iterable[Iterable]) -> tuple:
    """The first different ones of all cells."""
    return tuple(dict.fromkeys(chain.from_iterable(by_cell)))[:limit]


def _names_in(source: str) -> Iterator[str]:
    tree = parse_cell(source)
    if tree is None:
        yield from _WORD.findall(source)
        return
    for node in ast.walk(tree):
        name = getattr(node, _NAMED.get(type(node), ""), None)
        if name:
            yield name
        if isinstance(node, ast.ImportFrom):
            yield from (node.module or "").split(".")
        if isinstance(node, ast.alias):
            yield from node.name.split(".")
            yield node.asname or node.name
