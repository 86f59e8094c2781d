"""Files in a folder or a zip: what they are called, how old they are, how they are read."""

from __future__ import annotations

import os
import re
import stat
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..notices import Notice, NoticeKind
from .file_names import composed, name_in_zip
from .file_types import CHECKPOINTS, FileType, is_ignored, type_of
from .people.person import Person

__all__ = ["Entry", "Listing", "list_archive", "list_folder", "list_zip"]

MAX_ENTRIES = 500_000  # of a zip
MAX_DEPTH = 50  # of folders in each other
N_LEVELS = 4  # of folders that are listed even if they are empty: one may be a student's
_ENCRYPTED = 1  # a flag in a zip
_DRIVE = re.compile("[A-Za-z]:")


class Entry(NamedTuple):
    """A file in a listing."""

    parts: tuple[str, ...]  # its path below the root
    modified: float  # seconds since 1970
    read: Callable[[int], bytes]  # ``read(limit)`` returns at most so many bytes
    problem: Notice | None = None  # why it can't be read
    size: int = 0  # what it says of itself

    @property
    def path(self) -> str:
        """Below the student's folder, with forward slashes."""
        return "/".join(self.parts[1:])


class Listing(NamedTuple):
    """Folders near the root, files of any kind, and notes on what was left out."""

    folders: list[tuple[str, ...]]
    entries: list[Entry]
    notes: list[Notice]
    persons: Mapping[str, Person] = {}  # of folders at the top, where more than a name is known


def list_folder(root: Path) -> Listing:
    """List what a folder holds, at any depth."""
    folders, entries, notes = [], [], []
    errors: list[OSError] = []
    for folder, below, names in os.walk(root, onerror=errors.append):  # does not follow links
        parts = composed(Path(folder).relative_to(root).parts)
        if len(parts) >= MAX_DEPTH and below:
            entries.append(_not_searched(parts, NoticeKind.DEEP_FOLDER(limit=MAX_DEPTH)))
            below.clear()
        below[:] = [name for name in below if not is_ignored(name)]
        if CHECKPOINTS not in parts and len(parts) < N_LEVELS:
            folders += [composed((*parts, name)) for name in below if name != CHECKPOINTS]
        for name in names:
            if not _is_left_out((*parts, name)):
                entries.append(_entry(Path(folder) / name, composed((*parts, name))))
        for name in below:
            if (Path(folder) / name).is_symlink():
                notes.append(NoticeKind.LINK_LEFT(path="/".join((*parts, name))))
    for error in errors:
        parts = Path(error.filename).relative_to(root).parts
        problem = NoticeKind.CLOSED_FOLDER(error=type(error).__name__)
        entries.append(_not_searched(parts, problem))
    return Listing(folders, entries, notes)


def _is_left_out(parts: Sequence[str]) -> bool:
    """Whether a program has made a file; of checkpoints, notebooks alone are listed."""
    is_kept = CHECKPOINTS not in parts or type_of(parts) == FileType.NOTEBOOK
    return any(is_ignored(part) for part in parts) or not is_kept


def _not_searched(parts: tuple[str, ...], problem: Notice) -> Entry:
    """What stands for notebooks that may be in a folder, so that they are not taken as missing."""
    return Entry((*parts, "."), 0.0, _read_nothing, problem)


def _entry(path: Path, parts: tuple[str, ...]) -> Entry:
    try:
        about = path.lstat()
    except OSError as error:
        unread = NoticeKind.UNREADABLE(error=type(error).__name__)
        return Entry(parts, 0.0, _read_nothing, unread)
    problem: Notice | None = None
    if stat.S_ISLNK(about.st_mode):
        problem = NoticeKind.LINK()
    elif not stat.S_ISREG(about.st_mode):
        problem = NoticeKind.SPECIAL_FILE()

    def read(limit: int) -> bytes:
        with path.open("rb") as file:
            return file.read(limit)

    return Entry(parts, about.st_mtime, read, problem, about.st_size)


def _read_nothing(_limit: int) -> bytes:
    return b""


def list_zip(path: Path) -> Listing:
    """The same as `list_folder`, of a zip."""
    try:
        archive = zipfile.ZipFile(path)  # stays open as long as there are entries to be read
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ValueError(f"{path} can't be read as a zip: {error}") from None
    n_entries = len(archive.infolist())
    if n_entries > MAX_ENTRIES:
        raise ValueError(f"{path} has {n_entries} entries; at most {MAX_ENTRIES} are read.")
    return list_archive(archive, "the zip")


def list_archive(archive: zipfile.ZipFile, name: str) -> Listing:
    """The same as `list_folder`, of a zip that is open; `name` is what notes call it."""
    folders, entries, notes = [], [], []
    for info in archive.infolist():
        name_inside = name_in_zip(info)
        parts = composed(PurePosixPath(name_inside.replace("\\", "/")).parts)
        if not parts or ".." in parts or parts[0] == "/" or _DRIVE.match(parts[0]):
            notes.append(NoticeKind.OUTSIDE_PATH(path=name_inside[:80], archive=name))
        elif _is_left_out(parts):
            continue
        elif name_inside.endswith(("/", "\\")):
            folders += [parts[:n] for n in range(1, min(len(parts), N_LEVELS) + 1)]
        else:
            folders += [parts[:n] for n in range(1, min(len(parts) - 1, N_LEVELS) + 1)]
            entries.append(_packed(archive, info, parts))
    return Listing(list(dict.fromkeys(folders)), entries, notes)


def _packed(archive: zipfile.ZipFile, info: zipfile.ZipInfo, parts: tuple[str, ...]) -> Entry:
    def read(limit: int) -> bytes:
        with archive.open(info) as file:
            return file.read(limit)

    try:
        modified = time.mktime((*info.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        modified = 0.0
    problem: Notice | None = None
    if stat.S_ISLNK(info.external_attr >> 16):
        problem = NoticeKind.LINK()
    elif info.flag_bits & _ENCRYPTED:
        problem = NoticeKind.PASSWORD()
    return Entry(parts, modified, read, problem, info.file_size)
