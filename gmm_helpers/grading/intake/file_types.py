"""What a file or a folder is for, as far as its name says."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "ARCHIVE",
    "BESIDE",
    "NOTEBOOK",
    "OTHER",
    "TIMESTAMP",
    "is_ignored",
    "kind_of",
    "stem_of",
]

NOTEBOOK, ARCHIVE, TIMESTAMP, BESIDE = "notebook", "archive", "timestamp.txt", "beside"
OTHER = "other"  # who hands in a PDF has not handed in nothing

# Other archives are not read, but whoever hands one in has not handed in nothing.
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".tgz", ".tbz2", ".txz")
_ARCHIVES += tuple(f".tar.{packing}" for packing in ("gz", "bz2", "xz", "zst"))
# What a notebook may import or load; a PDF or a picture it may not.
_BESIDE = (".py", ".csv", ".tsv", ".txt", ".dat", ".json", ".npy", ".npz", ".pkl", ".pickle")
_BESIDE += (".mat", ".h5", ".hdf5", ".parquet", ".feather", ".xls", ".xlsx", ".so", ".pyc")
# Folders that programs make for themselves, or for what was thrown away.
_MADE = {".ipynb_checkpoints", ".virtual_documents", ".jupyter", ".ipython", ".local", ".cache"}
_MADE |= {".config", ".git", ".svn", ".hg", ".github", ".idea", ".vscode", ".venv", "venv", ".tox"}
_MADE |= {"__macosx", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", "node_modules"}
_MADE |= {".spotlight-v100", ".fseventsd", ".temporaryitems", ".appledouble"}
_MADE |= {".ds_store", "thumbs.db", "desktop.ini", ".gitignore", ".gitattributes", ".gitkeep"}


def is_ignored(name: str) -> bool:
    """Whether nothing in a folder, or a file, of this name was handed in by anybody.

    Examples
    --------
    >>> is_ignored("__MACOSX"), is_ignored(".Trash-1000"), is_ignored(".ann")
    (True, True, False)
    """
    return name.lower() in _MADE or name.lower().startswith((".trash", "._"))


def kind_of(parts: Sequence[str]) -> str:
    """What a file is by the end of its path.

    Examples
    --------
    >>> [kind_of(["ann", name]) for name in ("02.IPYNB", "all.tar.gz", "mine.py", "02.pdf")]
    ['notebook', 'archive', 'beside', 'other']
    """
    name = parts[-1].lower()
    if name == TIMESTAMP:
        return TIMESTAMP
    if name.endswith(".ipynb") or name == ".":  # a folder that was not searched may hold some
        return NOTEBOOK
    if name.endswith(_ARCHIVES):
        return ARCHIVE
    return BESIDE if name.endswith(_BESIDE) else OTHER


def stem_of(name: str) -> str:
    """The name of an archive without what says that it is one.

    Examples
    --------
    >>> stem_of("Eve M. Li.tar.gz"), stem_of(".zip")
    ('Eve M. Li', '.zip')
    """
    ends = [end for end in _ARCHIVES if name.lower().endswith(end)]
    return name[: -len(max(ends, key=len))] or name if ends else name
