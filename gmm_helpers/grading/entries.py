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

__all__ = ["TIMESTAMP", "Entry", "in_folder", "in_zip"]

TIMESTAMP = "timestamp.txt"

MOST_ENTRIES = 500_000  # of a zip
MOST_DEPTH = 50  # of folders in each other
_DRIVE = re.compile("[A-Za-z]:")


class Entry(NamedTuple):
    """A file that was found; `parts` are its path below the root."""

    parts: tuple[str, ...]
    modified: float
    read: Callable[[int], bytes]
    problem: str = ""


def _is_read(parts: tuple[str, ...]) -> bool:
    name = parts[-1]
    if ".ipynb_checkpoints" in parts or "__MACOSX" in parts or name.startswith("._"):
        return False
    return name.lower().endswith(".ipynb") or name == TIMESTAMP


def in_folder(root: Path) -> tuple[list[tuple[str, ...]], list[Entry], list[str]]:
    """Folders of the first two levels, notebooks at any depth, and what is odd, of a folder."""
    students, entries, odd, closed = [], [], [], []
    for folder, below, names in os.walk(root, onerror=closed.append):  # does not follow links
        parts = Path(folder).relative_to(root).parts
        if len(parts) >= MOST_DEPTH and below:
            entries.append(_not_searched(parts, f"it lies below {MOST_DEPTH} other folders"))
            below.clear()
        if len(parts) <= 1:
            below[:] = [name for name in below if not name.startswith((".", "__MACOSX"))]
        students += [(*parts, name) for name in below if len(parts) <= 1]
        for name in names:
            if _is_read((*parts, name)):
                entries.append(_entry(Path(folder) / name, (*parts, name)))
        for name in below:
            if (Path(folder) / name).is_symlink():
                odd.append(f"{'/'.join((*parts, name))} is a link and was not followed.")
    for error in closed:
        parts = Path(error.filename).relative_to(root).parts
        entries.append(_not_searched(parts, f"it could not be opened ({type(error).__name__})"))
    return students, entries, odd


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

    return Entry(parts, about.st_mtime, read, problem)


def _nothing(_most: int) -> bytes:
    return b""


def in_zip(path: Path) -> tuple[list[tuple[str, ...]], list[Entry], list[str]]:
    """The same as `in_folder`, of a zip."""
    try:
        archive = zipfile.ZipFile(path)  # stays open as long as there are entries to be read
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ValueError(f"{path} can't be read as a zip: {error}") from None
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise ValueError(f"{path} has {len(infos)} entries; {MOST_ENTRIES} at most are read.")
    students, entries, odd = [], [], []
    for info in infos:
        parts = PurePosixPath(info.filename.replace("\\", "/")).parts
        if not parts or ".." in parts or parts[0] == "/" or _DRIVE.match(parts[0]):
            odd.append(f"{info.filename[:80]!r} in the zip points outside of it: left out.")
        elif parts[0].startswith((".", "__MACOSX")):
            continue
        elif info.is_dir():
            students.append(parts)
        else:
            students += [parts[:n] for n in (1, 2) if len(parts) > n]
            if _is_read(parts):
                entries.append(_packed(archive, info, parts))
    return list(dict.fromkeys(students)), entries, odd


def _packed(archive: zipfile.ZipFile, info: zipfile.ZipInfo, parts: tuple[str, ...]) -> Entry:
    is_link = stat.S_ISLNK(info.external_attr >> 16)

    def read(most: int) -> bytes:
        with archive.open(info) as file:
            return file.read(most)

    try:
        modified = time.mktime((*info.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        modified = 0.0
    return Entry(parts, modified, read, "it is a link, which is not followed." if is_link else "")
