"""What a file or a folder is for, as far as its name says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

__all__ = ["FileType", "is_ignored", "stem_of", "type_of"]


class FileType(Enum):
    """What a file is, as far as its name says."""

    NOTEBOOK = "notebook"
    ARCHIVE = "archive"
    TIMESTAMP = "timestamp"  # nbgrader notes in it when the work was handed in
    SIDE_FILE = "side file"  # that a notebook may import or load
    OTHER = "other"  # a student who hands in a PDF has not handed in nothing


# Only zips are read, but a student who hands in another archive has not handed in nothing.
_ARCHIVES: tuple[str, ...] = (".zip", ".7z", ".rar", ".tar", ".tgz", ".tbz2", ".txz")
_ARCHIVES += tuple(f".tar.{packing}" for packing in ("gz", "bz2", "xz", "zst"))
# What a notebook may import or load; a PDF or a picture it may not.
_SIDE_FILES: tuple[str, ...] = (
    ".py",
    ".csv",
    ".tsv",
    ".txt",
    ".dat",
    ".json",
    ".npy",
    ".npz",
    ".pkl",
    ".pickle",
)
_SIDE_FILES += (".mat", ".h5", ".hdf5", ".parquet", ".feather", ".xls", ".xlsx", ".so", ".pyc")
# Folders that programs make for themselves, or for what was thrown away.
_MADE = {".ipynb_checkpoints", ".virtual_documents", ".jupyter", ".ipython", ".local", ".cache"}
_MADE |= {".config", ".git", ".svn", ".hg", ".github", ".idea", ".vscode", ".venv", "venv", ".tox"}
_MADE |= {"__macosx", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", "node_modules"}
_MADE |= {".spotlight-v100", ".fseventsd", ".temporaryitems", ".appledouble"}
_MADE |= {".ds_store", "thumbs.db", "desktop.ini", ".gitignore", ".gitattributes", ".gitkeep"}


def is_ignored(name: str) -> bool:
    """Whether a folder or a file of this name was made by a program, and handed in by nobody."""
    return name.lower() in _MADE or name.lower().startswith((".trash", "._"))


def type_of(parts: Sequence[str]) -> FileType:
    """What a file is by the end of its path."""
    name = parts[-1].lower()
    if name == "timestamp.txt":
        return FileType.TIMESTAMP
    if name.endswith(".ipynb") or name == ".":  # a folder that was not searched may hold some
        return FileType.NOTEBOOK
    if name.endswith(_ARCHIVES):
        return FileType.ARCHIVE
    return FileType.SIDE_FILE if name.endswith(_SIDE_FILES) else FileType.OTHER


def stem_of(name: str) -> str:
    """The name of an archive without what says that it is one."""
    ends = [end for end in _ARCHIVES if name.lower().endswith(end)]
    return name[: -len(max(ends, key=len))] or name if ends else name
