"""Code that looks something up in gmm_helpers by a name that need not be written down."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from ..parsing.syntax import parsed

__all__ = ["aliases_in", "may_reach", "reaches"]

_PACKAGE = "gmm_helpers"
_USUAL = {_PACKAGE, "gmm"}  # as in the cells that were handed out
_LOOK = {"getattr", "vars", "dir", "getmembers", "attrgetter", "methodcaller"}
_IMPORT = {"import_module", "__import__"}
_TABLES = {"modules", "globals", "locals", "vars"}
_INSIDE = {"__dict__", "__globals__", "__getattribute__"}
_WORDS = _LOOK | _IMPORT | _TABLES | _INSIDE


def may_reach(sources: Sequence[str]) -> bool:
    """Whether it is worth to read them: a quick look for words."""
    return any(word in source for source in sources for word in _WORDS)


def aliases_in(sources: Sequence[str]) -> set[str]:
    """Names for the package and what is imported from it.

    Examples
    --------
    >>> sorted(aliases_in(["import gmm_helpers.em as a\\nfrom gmm_helpers import em\\nb = a.x"]))
    ['a', 'b', 'em', 'gmm', 'gmm_helpers']
    """
    found = set(_USUAL)
    for node in _walked(sources):
        if isinstance(node, ast.Import):
            ours = [a for a in node.names if a.name.split(".")[0] == _PACKAGE]
            found |= {alias.asname or _PACKAGE for alias in ours}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PACKAGE):
            found |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign) and _root(node.value) in found:
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


def reaches(node: ast.AST, aliases: set[str]) -> bool:
    """Whether an expression looks something up in the package, by whatever name.

    Examples
    --------
    >>> def asked(code):
    ...     return reaches(ast.parse(code, mode="eval").body, {"gmm"})
    >>> asked("getattr(gmm, 'e_' + 'step')"), asked("gmm.em.__dict__"), asked("vars(self)")
    (True, True, False)
    """
    if isinstance(node, ast.Attribute):
        return node.attr in _INSIDE and _root(node) in aliases
    if isinstance(node, ast.Subscript):
        return _name(node.value) in _TABLES and any(
            text in aliases or text.startswith(_PACKAGE) for text in _texts(node.slice)
        )
    if not isinstance(node, ast.Call):
        return False
    if _name(node.func) in _IMPORT:
        return any(_PACKAGE.startswith(text[:3]) for text in _texts(*node.args) if len(text) > 2)
    looked_in = any(_root(argument) in aliases for argument in node.args)
    return looked_in and _name(node.func) in _LOOK and not _says_what(node)


def _says_what(call: ast.Call) -> bool:
    """Whether a name is written down as a whole: then it is known what is looked up."""
    return len(call.args) > 1 and isinstance(call.args[1], ast.Constant)


def _name(node: ast.AST) -> str:
    """The last name of what is called: ``f`` of ``a.f``, ``a.f()`` and ``a.f()()``."""
    while isinstance(node, ast.Call):
        node = node.func
    return getattr(node, "id", getattr(node, "attr", ""))


def _root(node: ast.AST) -> str:
    """The first name of a chain of attributes; "" of anything else."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _texts(*nodes: ast.AST) -> list[str]:
    parts = [part for node in nodes for part in ast.walk(node)]
    constants = [part.value for part in parts if isinstance(part, ast.Constant)]
    return [value for value in constants if isinstance(value, str)]


def _walked(sources: Sequence[str]) -> Iterable[ast.AST]:
    for source in sources:
        tree = parsed(source)
        if tree is not None:
            yield from ast.walk(tree)
