"""Files beside the notebooks, and cells that need them: only notebooks are read."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ..intake.file_types import OURS, FileType, is_made, is_typed_online, type_of
from ..notices import Notice, NoticeKind
from ..parsing.cells import Cell
from ..parsing.notebook import SubmittedNotebook
from ..parsing.syntax import CellSource

__all__ = ["files_needed", "files_written", "needs_of", "side_files_of"]

MAX_WRITTEN = 5
MAX_NAME = 80
_WRITES = re.compile(r"^[ \t]*%%(?:writefile|file)[ \t]+(?:-a[ \t]+)?(\S+)", re.MULTILINE)
_IMPORTS = re.compile(r"^[ \t]*(?:import|from)[ \t]+(\w+)", re.MULTILINE)


def side_files_of(notebooks: Sequence[SubmittedNotebook], paths: Sequence[str]) -> list[Notice]:
    """Note which files are not read, code and data last, and which ones cells write."""
    aside = {*_useful(paths)} - {*filter(is_typed_online, paths)}
    files = sorted(filter(is_made, paths), key=lambda path: (path in aside, path))
    notes = [NoticeKind.UNREAD_FILES(files=files)] if files else []
    for notebook in notebooks:
        if written := files_written(notebook.cells):
            notes.append(NoticeKind.FILES_WRITTEN(notebook=notebook.path, files=written))
    return notes


def needs_of(notebooks: Sequence[SubmittedNotebook], paths: Sequence[str]) -> list[Notice]:
    """Notebooks whose cells need a file that is not there when they are graded."""
    notes = []
    for notebook in notebooks:
        path, cells = notebook.path, notebook.cells
        if files := files_needed(cells, paths):
            notes.append(NoticeKind.NEEDS_UNREAD_FILES(notebook=path, files=files))
        if files := files_needed(cells, files_written(cells)):
            notes.append(NoticeKind.NEEDS_WRITTEN_FILES(notebook=path, files=files))
    return notes


def files_needed(cells: Sequence[Cell], paths: Sequence[str]) -> list[str]:
    """Those of the files that a notebook's cells import, or name in their code."""
    useful = _useful(paths)
    if not useful:
        return []
    code = [cell.source for cell in cells if cell.kind == "code"]
    imported = {name for source in code for name in _imported(source)}
    text = "\n".join(_WRITES.sub("", source) for source in code)
    return [path for path in useful if _modules(path) & imported or _is_named(path, text)]


def files_written(cells: Sequence[Cell]) -> list[str]:
    """Files that cells write with ``%%writefile``."""
    code = [cell.source for cell in cells if cell.kind == "code"]
    names = dict.fromkeys(name for source in code for name in _WRITES.findall(source))
    return [name[:MAX_NAME] for name in names][:MAX_WRITTEN]


def _useful(paths: Sequence[str]) -> list[str]:
    """Files that a notebook may import or load, and that are not the course's."""
    return [
        path
        for path in paths
        if type_of(parts := PurePosixPath(path).parts) == FileType.SIDE_FILE and OURS not in parts
    ]


def _modules(path: str) -> set[str]:
    """Names by which a file may be imported: its own, or that of a folder around it."""
    *folders, name = PurePosixPath(path).parts
    return {name.removesuffix(".py"), *folders} if name.endswith(".py") else set()


def _is_named(path: str, text: str) -> bool:
    name = PurePosixPath(path).name
    return name in text and bool(re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", text))


def _imported(source: CellSource) -> set[str]:
    """First names of the modules that a cell imports; of a cell without a tree, by its lines."""
    if source.tree is None:
        return set(_IMPORTS.findall(source))
    names: set[str] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {(node.module or "").split(".")[0], *(alias.name for alias in node.names)}
    return names
