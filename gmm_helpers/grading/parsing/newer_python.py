"""Syntax that is newer than this Python, written so that this Python can read it.

Each form is replaced by an older one that means the same, on the same lines. Where that makes a
cell readable, the form was the reason why it was not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

__all__ = ["Backport", "in_older_syntax"]

Version = tuple[int, int]
_BRACKET = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
_START = r"^([ \t]*(?:[^\s#][^\n#'\"]*;[ \t]*)?)"  # of a statement
_STRING = re.compile(r"#[^\n]*|(?:\b([rRbBuUfFtT]{1,2}))?('''|\"\"\"|'|\")|\n", re.DOTALL)
_QUOTES = ('"""', "'''", '"', "'")


class Backport(NamedTuple):
    """The older text, and the Python that the newer one needs.

    Not every formatted string can be written in an older way; there is the `rest` without them.
    """

    text: str
    needs: Version
    rest: str


class _Form(NamedTuple):
    needs: Version
    pattern: re.Pattern[str]
    older: str | Callable[[re.Match[str]], str]


def _form(needs: Version, pattern: str, older: str) -> _Form:
    return _Form(needs, re.compile(pattern, re.MULTILINE), older)


_DEFAULT = r"\[(?:[^\[\]]|\[[^\[\]]*\])*=(?:[^\[\]]|\[[^\[\]]*\])*\]"
_FORMS = (
    _form((3, 13), rf"{_START}((?:async[ \t]+)?def|class)([ \t]+\w+)[ \t]*{_DEFAULT}", r"\1\2\3"),
    _form((3, 12), rf"{_START}((?:async[ \t]+)?def|class)([ \t]+\w+)[ \t]*{_BRACKET}", r"\1\2\3"),
    _form((3, 12), rf"{_START}type[ \t]+(\w+)[ \t]*(?:{_BRACKET})?[ \t]*=(?!=)", r"\1\2 ="),
    _form((3, 14), r"^([ \t]*except\*?[ \t]+)([\w.]+(?:[ \t]*,[ \t]*[\w.]+)+)[ \t]*:", r"\1(\2):"),
    _form((3, 15), rf"{_START}lazy[ \t]+(import|from)\b", r"\1\2"),
)


def in_older_syntax(source: str, running: Version = sys.version_info[:2]) -> Backport | None:
    """A source in the syntax of the Python that is running; None if nothing in it is newer.

    Whether it can be read then is left to the caller.

    Examples
    --------
    >>> in_older_syntax("try: f()\\nexcept A, B: pass", (3, 11))[:2]
    ('try: f()\\nexcept (A, B): pass', (3, 14))
    """
    needs: set[Version] = set()
    text = source
    for form in _FORMS:
        if form.needs > running:
            text, n_found = form.pattern.subn(form.older, text)
            needs |= {form.needs} if n_found else set()
    parts = [*_strings(text)]
    newer = {version for part in parts if part.body for version in part.needs if version > running}
    if newer:
        text = "".join(part.older(0) for part in parts)
    needs |= newer
    rest = "".join('""' + "\n" * p.text.count("\n") if p.body else p.text for p in parts)
    return Backport(text, max(needs), rest) if needs else None


class _Part(NamedTuple):
    """A piece of source; of a formatted string also its prefix and what is within its quotes."""

    text: str
    prefix: str = ""
    body: tuple[str | tuple[_Part, ...], ...] = ()  # text, and expressions

    @property
    def needs(self) -> Iterator[Version]:
        """The Pythons that know what it holds."""
        if "t" in self.prefix.lower():
            yield 3, 14
        opening = self.text[len(self.prefix) :]
        quotes = opening[:3] if opening[:3] in _QUOTES else opening[:1]
        for piece in self.body:
            for part in piece if isinstance(piece, tuple) else ():
                one_line = len(quotes) == 1 and "\n" in part.text
                if quotes in part.text or one_line or "\\" in part.text or "#" in part.text:
                    yield 3, 12
                yield from part.needs

    def older(self, depth: int) -> str:
        """The same with other quotes at each depth, as Python 3.11 wants it."""
        if not self.body or not (depth or [*self.needs]):
            return self.text
        inner = [
            piece if isinstance(piece, str) else "".join(part.older(depth + 1) for part in piece)
            for piece in self.body
        ]
        quotes = _QUOTES[min(depth, 3)]
        return f"{self.prefix}{quotes}{''.join(inner)}{quotes}"


def _strings(source: str) -> Iterator[_Part]:
    """Cut a source into formatted strings and what lies between them."""
    at = 0
    scanner = _Scanner(source)
    while at < len(source):
        found = _STRING.search(source, at)
        if found is None:
            break
        if found[2] is None:  # a comment or the end of a line
            yield _Part(source[at : found.end()])
            at = found.end()
            continue
        yield _Part(source[at : found.start()])
        part, at = scanner.string(found)
        yield part
    yield _Part(source[at:])


class _Scanner:
    def __init__(self, source: str):
        self._source = source

    def string(self, found: re.Match[str]) -> tuple[_Part, int]:
        """The string that begins at a match, and where it ends."""
        prefix, quotes = found[1] or "", found[2]
        source, at = self._source, found.end()
        formatted = bool({*prefix.lower()} & {"f", "t"})
        body: list[str | tuple[_Part, ...]] = []
        start = at
        while at < len(source) and not source.startswith(quotes, at):
            if source[at] == "\n" and len(quotes) == 1:
                break
            if source[at] == "\\" or (formatted and source.startswith(("{{", "}}"), at)):
                at += 2
            elif formatted and source[at] == "{":
                body.append(source[start : at + 1])
                parts, at = self._expression(at + 1)
                body.append(tuple(parts))
                start = at
            else:
                at += 1
        body.append(source[start:at])
        if not source.startswith(quotes, at):  # it does not end
            at = min(at, len(source))
            return _Part(source[found.start() : at]), at
        end = at + len(quotes)
        text = source[found.start() : end]
        return (_Part(text, prefix, tuple(body)) if formatted else _Part(text)), end

    def _expression(self, at: int) -> tuple[list[_Part], int]:
        """The parts of an expression in braces, and where its closing brace stands."""
        parts, depth, start, source = [], 0, at, self._source
        while at < len(source):
            if source[at] in "([{":
                depth += 1
            elif source[at] in ")]}":
                if depth == 0:
                    break
                depth -= 1
            found = _STRING.match(source, at)
            if found and found[2]:
                parts.append(_Part(source[start:at]))
                part, at = self.string(found)
                parts.append(part)
                start = at
                continue
            at += 1
        parts.append(_Part(source[start:at]))
        return parts, at
