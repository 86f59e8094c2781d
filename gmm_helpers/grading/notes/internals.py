"""Code that reaches into what runs and judges it.

Nothing in a process in which student code runs can be kept from that code: neither the helpers,
which the notebooks import, nor the functions that call its functions. So such code is listed for
review. It is easy to hide from a search like this one; docs/jail.md says so.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from ..notices import Notice, NoticeKind
from ..parsing.selection import ChosenNotebook
from ..parsing.syntax import CellSource

__all__ = ["internals_in", "reaches_inside"]

_PACKAGES = r"(?:gmm_helpers|gmm)\.(?:exercises|grading)\b[\w.]*|(?:_?ctypes|cffi)(?:\.\w+)*"
# Names that lead from a function to its caller, or into every call there is.
_FRAMES = (
    r"f_back|f_locals|f_globals|f_code|tb_frame|gi_frame|_getframe|_current_frames|currentframe|"
    r"getouterframes|set(?:trace|profile)(?:_all_threads)?|get_objects|get_referrers|"
    r"__subclasses__|_exit|dup2"
)
_INSIDE = re.compile(rf"{_PACKAGES}|(?:[\w.]+\.)?(?:{_FRAMES})|inspect\.stack")
_WORDS = re.compile(rf"\b(?:{_PACKAGES}|{_FRAMES})\b")


def reaches_inside(chosen: Sequence[ChosenNotebook]) -> list[Notice]:
    """Chapters in whose notebooks the student's own cells do so."""
    uses: dict[str, dict[str, None]] = {}
    for each in chosen:
        found = [use for source in each.own_sources for use in internals_in(source)]
        uses.setdefault(each.chapter.name, {}).update(dict.fromkeys(found))
    return [
        NoticeKind.REACHES_INSIDE(notebook=name, uses=[*found])
        for name, found in uses.items()
        if found
    ]


def internals_in(source: CellSource) -> list[str]:
    """What of a cell leads there."""
    if source.tree is None:
        return _WORDS.findall(source)
    return [path[:80] for path in _paths(source.tree) if _INSIDE.fullmatch(path)]


def _paths(tree: ast.Module) -> Iterator[str]:
    """Modules that are imported, attributes with the name before them, and texts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module or ''}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute):
            yield f"{getattr(node.value, 'id', '')}.{node.attr}".lstrip(".")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
