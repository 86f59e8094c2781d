"""The texts that a cell may make: what of each stands in the source, and where it varies."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Sequence

from ...parsing.syntax import parse_cell

__all__ = ["Pieces", "fits", "shown", "texts_in"]

MAX_PARTS = 40  # of a sum of texts
MAX_LONG = 2_000  # characters of a text that is looked through for gaps
_CONVERSION = re.compile(
    r"%(?:\(\w{0,80}\))?[-#0 +]{0,5}(?:\*|\d{1,5})?(?:\.(?:\*|\d{1,5}))?[a-zA-Z]"
)

Pieces = tuple[str | None, ...]  # of a sentence; None where it varies


def texts_in(source: str) -> tuple[Pieces, ...]:
    """Texts of a cell, each as the pieces that do not vary, and None between them.

    Examples
    --------
    >>> texts_in("f'{x} is not {y}'")[0]
    (None, ' is not ', None)
    >>> texts_in("'a %d' % x")
    (('a ', None), ('a %d',))
    """
    tree = parse_cell(source)
    found = (_pieces(node) for node in ast.walk(tree)) if tree else ()
    plain = (_joined(pieces) for pieces in found if pieces)
    return tuple(dict.fromkeys(p for p in plain if any(c.isalpha() for c in shown(p))))


def _pieces(node: ast.AST) -> list[str | None]:
    """What a part of a tree makes, if it makes a text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return _apart(_CONVERSION.split(_text(node.left).replace("%%", "\0")), "\0", "%")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _sum(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _formatted(_text(node.func.value)) if node.func.attr == "format" else []
    return []


def _text(node: ast.AST) -> str:
    value = node.value if isinstance(node, ast.Constant) else ""
    return value if isinstance(value, str) and len(value) <= MAX_LONG else ""


def _apart(parts: Sequence[str], old: str, new: str) -> list[str | None]:
    """Parts with a gap between each two."""
    return [piece for part in parts for piece in (None, part.replace(old, new))][1:]


def _formatted(text: str) -> list[str | None]:
    try:
        fields = list(string.Formatter().parse(text))
    except ValueError:
        return []
    return [piece for said, name, *_ in fields for piece in (said, None)[: 1 + (name is not None)]]


def _sum(node: ast.AST) -> list[str | None]:
    """A text that others are added to: 'got ' + str(x)."""
    parts: list[ast.AST] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and len(parts) < MAX_PARTS:
        parts.append(node.right)
        node = node.left
    made = [[None] if isinstance(p, ast.BinOp) else _pieces(p) for p in (node, *reversed(parts))]
    return [piece for pieces in made for piece in pieces or [None]] if any(made) else []


def _joined(pieces: Sequence[str | None]) -> Pieces:
    """Pieces as a report spells them: white space is one blank, neighbours are put together."""
    joined: list[str | None] = []
    for piece in pieces:
        if piece is not None and joined and joined[-1] is not None:
            joined[-1] += _spelled(piece)
        elif piece or (piece is None and joined[-1:] != [None]):
            joined.append(piece if piece is None else _spelled(piece))
    if joined and joined[0]:
        joined[0] = joined[0].lstrip()
    if joined and joined[-1]:
        joined[-1] = joined[-1].rstrip()
    return tuple(joined)


def _spelled(piece: str) -> str:
    one_blank = re.sub(r"\s+", " ", piece)
    return "".join(char if char.isprintable() else "?" for char in one_blank)


def shown(pieces: Pieces) -> str:
    """The text with "…" where it varies."""
    return "".join("…" if piece is None else piece for piece in pieces)


def fits(message: str, pieces: Pieces) -> bool:
    """Whether a message is made of the pieces, with a gap or more, and whatever in the gaps."""
    at, end = 0, len(message)
    if pieces[0] is not None:
        if not message.startswith(pieces[0]):
            return False
        at, pieces = len(pieces[0]), pieces[1:]
    if pieces[-1] is not None:
        if not message.endswith(pieces[-1]):
            return False
        end, pieces = end - len(pieces[-1]), pieces[:-1]
    for piece in pieces:
        if piece is not None:
            found = message.find(piece, at, end)
            if found < 0:
                return False
            at = found + len(piece)
    return at <= end
