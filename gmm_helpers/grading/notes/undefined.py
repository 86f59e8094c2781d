"""A function that no cell defines: what may stand in its place, read from the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence

from ..parsing.syntax import names_of, parsed

__all__ = ["hidden_in", "similar_to"]

_BINDS_BY_TEXT = {"exec", "eval", "setattr", "globals", "vars", "locals"}


def similar_to(name: str, sources: Iterable[str]) -> str:
    """A name that cells bind and that differs only in capitals and underscores, or "".

    Examples
    --------
    >>> similar_to("e_step", ["def E_step(X):\\n    return X"])
    'E_step'
    """
    bound = sorted({other for source in sources for other in names_of(source).binds})
    plain = _plain(name)
    return next((o for o in bound if o != name and len(o) < 60 and _plain(o) == plain), "")


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def hidden_in(name: str, sources: Sequence[str]) -> bool:
    """Whether a text may define a function, or a cell that binds names by text says its name.

    Examples
    --------
    >>> hidden_in("e_step", ["run('def e_step(X): return X')"]), hidden_in("e_step", ["e_step(1)"])
    (True, False)
    """
    word = re.compile(rf"\b{name}\b")
    defines = re.compile(rf"\bdef[ \t]+{name}\b|^[ \t]*{name}[ \t]*=|^{name}$", re.MULTILINE)
    for source in sources:
        if not word.search(source):
            continue
        tree = parsed(source)
        if tree is None or names_of(source).uses & _BINDS_BY_TEXT:
            return True
        texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        if any(isinstance(text, str) and defines.search(text) for text in texts):
            return True
    return False
