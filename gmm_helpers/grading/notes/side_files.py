"""Files beside the notebooks, and cells that need them: only notebooks are read."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from ..intake.file_types import BESIDE, kind_of
from ..parsing.cells import Cell
from ..parsing.syntax import parsed

__all__ = ["in_place_of_notebooks", "left_beside", "needed_beside", "writes_files"]

MOST_NAMED = 5
_OURS = "gmm_helpers"  # is there, whoever hands it in as well
_WRITES = re.compile(r"^[ \t]*%%(?:writefile|file)[ \t]+(?:-a[ \t]+)?(\S+)", re.MULTILINE)
_IMPORTS = re.compile(r"^[ \t]*(?:import|from)[ \t]+(\w+)", re.MULTILINE)


def left_beside(paths: Sequence[str]) -> list[str]:
    """Say which files beside the notebooks are not read.

    Parameters
    ----------
    paths : sequence of str
        Below the student's folder.

    Returns
    -------
    list of str
        One sentence, or nothing if there are none.

    Examples
    --------
    >>> left_beside(["myhelp.py", "data/x.csv", "picture.png"])
    ['Files beside the notebooks are not read: data/x.csv, myhelp.py.']
    """
    paths = sorted(_theirs(paths))
    if not paths:
        return []
    more = f" and {len(paths) - MOST_NAMED} more" if len(paths) > MOST_NAMED else ""
    return [f"Files beside the notebooks are not read: {', '.join(paths[:MOST_NAMED])}{more}."]


def needed_beside(cells: Sequence[Cell], paths: Sequence[str]) -> list[str]:
    """Those of the files that cells import, or name in their code.

    Parameters
    ----------
    cells : sequence of Cell
        Of a notebook.
    paths : sequence of str
        Files beside the notebooks, and those that cells write.

    Returns
    -------
    list of str

    Examples
    --------
    >>> cells = [Cell("code", "from myhelp import f"), Cell("code", "np.load('a.npy')")]
    >>> needed_beside(cells, ["myhelp.py", "mine/myhelp.py", "a.npy", "b.npy"])
    ['myhelp.py', 'mine/myhelp.py', 'a.npy']
    """
    theirs = _theirs(paths)
    if not theirs:
        return []
    sources = [_WRITES.sub("", cell.source) for cell in cells if cell.kind == "code"]
    imported = {name for source in sources for name in _imported(source)}
    text = "\n".join(sources)
    return [path for path in theirs if _modules(path) & imported or _is_named(path, text)]


def in_place_of_notebooks(paths: Sequence[str]) -> list[dict[str, Any]]:
    """What is said of the files of a student who has handed in no notebook.

    Examples
    --------
    >>> in_place_of_notebooks(["mine.pdf"])[0]["problem"]
    'it is no notebook: only files that end in .ipynb are read.'
    """
    problem = "it is no notebook: only files that end in .ipynb are read."
    same = {"status": "unreadable", "holds": [], "problem": problem}
    return [{"path": path, **same} for path in sorted(paths)[:MOST_NAMED]]


def writes_files(cells: Sequence[Cell]) -> list[str]:
    """Files that cells write with ``%%writefile``.

    Examples
    --------
    >>> writes_files([Cell("code", "%%writefile mine.py\\nx = 1")])
    ['mine.py']
    """
    found = [name for cell in cells if cell.kind == "code" for name in _WRITES.findall(cell.source)]
    return [name[:80] for name in dict.fromkeys(found)][:MOST_NAMED]


def _theirs(paths: Sequence[str]) -> list[str]:
    """Files that a notebook may import or load, and that are not the course's."""
    parts = [PurePosixPath(path).parts for path in paths]
    useful = [_OURS not in own and kind_of(own) == BESIDE for own in parts]
    return [path for path, is_useful in zip(paths, useful, strict=True) if is_useful]


def _modules(path: str) -> set[str]:
    """Names by which a file may be imported: its own, or that of a folder around it."""
    *folders, name = PurePosixPath(path).parts
    return {name.removesuffix(".py"), *folders} if name.endswith(".py") else set()


def _is_named(path: str, text: str) -> bool:
    name = PurePosixPath(path).name
    return name in text and bool(re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", text))


def _imported(source: str) -> set[str]:
    """First names of the modules that a cell imports; of a cell without a tree, by its lines."""
    tree = parsed(source)
    if tree is None:
        return set(_IMPORTS.findall(source))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "").split(".")[0], *(alias.name for alias in node.names)}
    return found
