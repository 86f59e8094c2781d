"""Code that reaches for what runs and judges it, or brings in all helpers by a star.

Nothing in a process in which student code runs can be kept from that code: neither the helpers,
which the notebooks import, nor the functions that call its functions. So whoever looks for them is
named to a person. There are ways to hide it; docs/jail.md says so.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from functools import lru_cache

from ..parsing.syntax import parsed, written

__all__ = ["machinery_in", "stars_in"]

MOST_NAMED = 5
_PACKAGE = "gmm_helpers"
_INSIDE = (
    "gmm_helpers.exercises",
    "gmm_helpers.grading",
    "gmm_helpers.exercises.running.time_limits",
)
_INSIDE_NAMES = {path.partition(".")[2] for path in _INSIDE}
_LOW_LEVEL = {"ctypes", "_ctypes", "cffi"}
# Names by which one gets from a function to who called it, or into every call there is.
_REACHING = {"f_back", "f_locals", "f_globals", "_getframe", "_current_frames", "currentframe"}
_REACHING |= {"getouterframes", "setprofile", "settrace", "setprofile_all_threads", "dup2"}
_REACHING |= {"settrace_all_threads", "get_objects", "get_referrers", "__subclasses__", "f_code"}
_REACHING |= {"_exit", "tb_frame", "gi_frame"}
_WORDS = re.compile(rf"\b({'|'.join([*map(re.escape, _INSIDE), *_REACHING])})\b")


def machinery_in(sources: Sequence[str]) -> tuple[str, ...]:
    """Expressions in a student's own cells that reach for what runs or judges them.

    Parameters
    ----------
    sources : sequence of str

    Returns
    -------
    tuple of str
        The first few, as they were written.

    Examples
    --------
    >>> machinery_in(["import gmm_helpers.exercises as e", "import sys", "f = sys._getframe(1)"])
    ('import gmm_helpers.exercises as e', 'sys._getframe')
    """
    found = dict.fromkeys(use for source in sources for use in _machinery(source))
    return tuple(found)[:MOST_NAMED]


def stars_in(sources: Sequence[str]) -> tuple[str, ...]:
    """Imports of all helpers at once, which may take the place of a student's functions.

    Examples
    --------
    >>> stars_in(["from gmm_helpers import *", "from numpy import *"])
    ('from gmm_helpers import *',)
    """
    found = dict.fromkeys(use for source in sources for use in _stars(source))
    return tuple(found)[:MOST_NAMED]


@lru_cache(maxsize=512)
def _machinery(source: str) -> tuple[str, ...]:
    tree = parsed(source)
    if tree is None:
        return tuple(dict.fromkeys(_WORDS.findall(source)))
    return tuple(written(node)[:80] for node in ast.walk(tree) if _reaches_inside(node))


@lru_cache(maxsize=512)
def _stars(source: str) -> tuple[str, ...]:
    tree = parsed(source) if "*" in source else None
    imports = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)] if tree else []
    ours = [n for n in imports if (n.module or "").split(".")[0] == _PACKAGE]
    return tuple(written(n)[:80] for n in ours if any(alias.name == "*" for alias in n.names))


def _reaches_inside(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(_is_inside(a.name) or a.name.split(".")[0] in _LOW_LEVEL for a in node.names)
    if isinstance(node, ast.ImportFrom):
        module, names = node.module or "", {alias.name for alias in node.names}
        inside = module == _PACKAGE and names & _INSIDE_NAMES
        return bool(inside or names & _REACHING or _is_inside(module) or module in _LOW_LEVEL)
    if isinstance(node, ast.Attribute):
        own = getattr(node.value, "id", "")
        asked = node.attr in _INSIDE_NAMES and own in (_PACKAGE, "gmm")
        return asked or node.attr in _REACHING or (own, node.attr) == ("inspect", "stack")
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_inside(node.value)


def _is_inside(path: str) -> bool:
    return any(path == inside or path.startswith(f"{inside}.") for inside in _INSIDE)
