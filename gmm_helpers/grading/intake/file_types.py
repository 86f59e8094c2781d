"""What a file or a folder is for, as far as its name says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import PurePosixPath

from .file_names import chapters_named, copy_of

__all__ = [
    "CHECKPOINTS",
    "OURS",
    "FileType",
    "is_handed_out",
    "is_ignored",
    "is_placeholder",
    "is_spoiled_notebook",
    "may_be_work",
    "stem_of",
    "type_of",
]

# What `questions.progress_file` writes, also as browsers and LMS rename it.
_PROGRESS = re.compile(r"(.*[\W_])?gmm_progress.*\.jsonl(\.txt|\.json)?", re.DOTALL)
CHECKPOINTS = ".ipynb_checkpoints"  # of JupyterLab: at times all that is left of a notebook
OURS = "gmm_helpers"  # a folder that is there, even if somebody hands it in as well


class FileType(Enum):
    """What a file is, as far as its name says."""

    NOTEBOOK = "notebook"  # others may be one, too, as `contents` finds out
    ARCHIVE = "archive"
    PROGRESS = "progress"  # answers to questions that the notebook may have lost
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
# What a notebook is printed or exported as, which says nothing of its cells.
_EXPORTS: tuple[str, ...] = (
    ".pdf",
    ".html",
    ".htm",
    ".mhtml",
    ".py",
    ".tex",
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
)
_EXPORTS += (".md", ".png", ".jpg", ".jpeg", ".heic", ".xml")
# What a student may have written into, if its name says of which chapter it is.
_TEXTS: tuple[str, ...] = (".py", ".txt", ".json")
# What comes with the course, or is drawn and noted by programs; work is in none of these.
_EXTRAS: tuple[str, ...] = (
    ".md",
    ".rst",
    ".yml",
    ".yaml",
    ".toml",
    ".cfg",
    ".ini",
    ".lock",
    ".log",
    ".css",
    ".js",
)
_EXTRAS += (".map", ".svg", ".webp", ".gif", ".ico", ".woff2", ".sh", ".bat", ".xml")
_EXTRA_NAMES = {"license", "makefile", "readme", "dockerfile"}
# What a sync program leaves in place of a file that is elsewhere.
_PLACEHOLDERS: tuple[str, ...] = (
    ".icloud",
    ".gdoc",
    ".gsheet",
    ".gslides",
    ".glink",
    ".gshortcut",
    ".cloud",
)
_PLACEHOLDERS += (".cloudf", ".nextcloud", ".owncloud", ".url", ".webloc", ".lnk", ".desktop")
# Folders that programs make for themselves, or for what was thrown away.
_MADE = {".virtual_documents", ".jupyter", ".ipython", ".local", ".cache"}
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
    if _PROGRESS.fullmatch(name):
        return FileType.PROGRESS
    if name.endswith(_ARCHIVES):
        return FileType.ARCHIVE
    return FileType.SIDE_FILE if name.endswith(_SIDE_FILES) else FileType.OTHER


# What is in the zip for students besides notebooks with exercises.
_HANDED_OUT: dict[str, tuple[str, ...]] = {
    "explorer": (".ipynb",),
    "constraints": (".txt",),
    "environment": (".yml", ".yaml"),
    "readme": (".md", ".txt"),
    "license": (".txt", ".md"),
    "start": (".py",),
}


def is_handed_out(path: str) -> bool:
    """Whether a file has the name of one that students were handed, and that is not their work.

    Examples
    --------
    >>> paths = "x/constraints-1.txt", "explorer (1).ipynb", "readme.ipynb"
    >>> [is_handed_out(path) for path in paths]
    [True, True, False]
    """
    name = PurePosixPath(path).name.lower()
    if name.startswith("gmm_helpers-") and name.endswith(".whl"):
        return True
    stem, dot, suffix = name.rpartition(".")
    base = copy_of(stem or name)[0]
    return f"{dot}{suffix}" in _HANDED_OUT.get(base, ()) or name == "license"


def is_placeholder(path: str) -> bool:
    """Whether a file stands for one that is on a server."""
    return path.lower().endswith(_PLACEHOLDERS)


def is_spoiled_notebook(path: str) -> bool:
    """Whether a notebook was given a longer name, as "x.ipynb.txt"; "x.ipynb.pdf" is an export."""
    _, found, rest = PurePosixPath(path).name.lower().rpartition(".ipynb")
    return bool(found) and not (rest.endswith(_EXPORTS) or is_placeholder(rest))


def may_be_work(path: str) -> bool:
    """Whether a file that is no notebook may be there in place of one: a PDF, a picture, a page.

    Examples
    --------
    >>> [may_be_work(path) for path in ("x.pdf", "02_e_step.py", "utils.py", "02.csv", "README.md")]
    [True, True, False, False, False]
    """
    parts = PurePosixPath(path).parts
    name = parts[-1].lower()
    is_extra = name.endswith(_EXTRAS) or name in _EXTRA_NAMES
    if OURS in parts or is_extra or is_handed_out(name):
        return False
    is_text = name.endswith(_TEXTS) and bool(chapters_named(name))
    return is_text or type_of(parts) == FileType.OTHER


def stem_of(name: str) -> str:
    """The name of an archive without what says that it is one."""
    ends = [end for end in _ARCHIVES if name.lower().endswith(end)]
    return name[: -len(max(ends, key=len))] or name if ends else name
