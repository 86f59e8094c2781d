"""Files in a folder or a zip: what they are called, how old they are, how they are read."""

from __future__ import annotations

import os
import re
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .file_types import is_ignored

__all__ = ["Entry", "Listed", "in_archive", "in_folder", "in_zip"]

MOST_ENTRIES = 500_000  # of a zip
MOST_DEPTH = 50  # of folders in each other
N_LEVELS = 4  # of folders that are listed even if they are empty: one may be a student's
_LOCKED = 1  # a flag in a zip
_DRIVE = re.compile("[A-Za-z]:")


class Entry(NamedTuple):
    """A file that was found; `parts` are its path below the root, `size` what it says it has."""

    parts: tuple[str, ...]
    modified: float
    read: Callable[[int], bytes]
    problem: str = ""
    size: int = 0


class Listed(NamedTuple):
    """Folders near the root, files of any kind that is asked for, and sentences on what is odd."""

    folders: list[tuple[str, ...]]
    entries: list[Entry]
    odd: list[str]


def in_folder(root: Path) -> Listed:
    """List what a folder holds, at any depth."""
    folders, entries, odd, closed = [], [], [], []
    for folder, below, names in os.walk(root, onerror=closed.append):  # does not follow links
        parts = Path(folder).relative_to(root).parts
        if len(parts) >= MOST_DEPTH and below:
            entries.append(_not_searched(parts, f"it lies below {MOST_DEPTH} other folders"))
            below.clear()
        below[:] = [name for name in below if not is_ignored(name)]
        folders += [(*parts, name) for name in below if len(parts) < N_LEVELS]
        for name in names:
            if not is_ignored(name):
                entries.append(_entry(Path(folder) / name, (*parts, name)))
        for name in below:
            if (Path(folder) / name).is_symlink():
                odd.append(f"{'/'.join((*parts, name))} is a link and was not followed.")
    for error in closed:
        parts = Path(error.filename).relative_to(root).parts
        entries.append(_not_searched(parts, f"it could not be opened ({type(error).__name__})"))
    return Listed(folders, entries, odd)


def _not_searched(parts: tuple[str, ...], why: str) -> Entry:
    """What stands for notebooks that may be in a folder, so that nobody takes them for missing."""
    return Entry((*parts, "."), 0.0, _nothing, f"this folder was not searched: {why}.")


def _entry(path: Path, parts: tuple[str, ...]) -> Entry:
    try:
        about = path.lstat()
    except OSError:
        return Entry(parts, 0.0, _nothing, "it could not be read.")
    kind = "a link, which is not followed" if stat.S_ISLNK(about.st_mode) else "no regular file"
    problem = "" if stat.S_ISREG(about.st_mode) else f"it is {kind}."

    def read(most: int) -> bytes:
        with path.open("rb") as file:
            return file.read(most)

    return Entry(parts, about.st_mtime, read, problem, about.st_size)


def _nothing(_most: int) -> bytes:
    return b""


def in_zip(path: Path) -> Listed:
    """The same as `in_folder`, of a zip."""
    try:
        archive = zipfile.ZipFile(path)  # stays open as long as there are entries to be read
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ValueError(f"{path} can't be read as a zip: {error}") from None
    n_entries = len(archive.infolist())
    if n_entries > MOST_ENTRIES:
        raise ValueError(f"{path} has {n_entries} entries; {MOST_ENTRIES} at most are read.")
    return in_archive(archive)


def in_archive(archive: zipfile.ZipFile) -> Listed:
    """The same as `in_folder`, of a zip that is open."""
    folders, entries, odd = [], [], []
    for info in archive.infolist():
        parts = PurePosixPath(info.filename.replace("\\", "/")).parts
        if not parts or ".." in parts or parts[0] == "/" or _DRIVE.match(parts[0]):
            odd.append(f"{info.filename[:80]!r} in the zip points outside of it: left out.")
        elif any(is_ignored(part) for part in parts):
            continue
        elif info.is_dir() or info.filename.endswith("\\"):
            folders += [parts[:n] for n in range(1, min(len(parts), N_LEVELS) + 1)]
        else:
            folders += [parts[:n] for n in range(1, min(len(parts) - 1, N_LEVELS) + 1)]
            entries.append(_packed(archive, info, parts))
    return Listed(list(dict.fromkeys(folders)), entries, odd)


def _packed(archive: zipfile.ZipFile, info: zipfile.ZipInfo, parts: tuple[str, ...]) -> Entry:
    def read(most: int) -> bytes:
        with archive.open(info) as file:
            return file.read(most)

    try:
        modified = time.mktime((*info.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        modified = 0.0
    problem = ""
    if stat.S_ISLNK(info.external_attr >> 16):
        problem = "it is a link, which is not followed."
    elif info.flag_bits & _LOCKED:
        problem = "it is locked with a password."
    return Entry(parts, modified, read, problem, info.file_size)
