"""Read what a student handed in, within limits that no file is asked about."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from typing import NamedTuple

from ..notices import Notice, NoticeKind, UnreadableError
from ..parsing.candidates import guess_chapters
from ..parsing.notebook import MAX_BYTES, read_cells
from ..parsing.release import Release
from .archives import unpack
from .file_types import FileType, type_of
from .listing import Entry
from .submission import File, Submission

__all__ = ["StudentFolder", "chapters_in_files", "load"]

MAX_NOTEBOOKS = 100  # of one student
MAX_TOTAL = 2 * MAX_BYTES  # bytes of one student
MAX_OTHER_FILES = 1_000  # that are named
MAX_GLIMPSE = 16 * 2**20  # bytes of files that are only read to see whose they are
_WORK = (FileType.NOTEBOOK, FileType.ARCHIVE, FileType.TIMESTAMP)


class StudentFolder(NamedTuple):
    """A student and what there is to be read of theirs."""

    student: str
    entries: tuple[Entry, ...]
    nbgrader: bool = False


def load(folder: StudentFolder) -> Submission:
    """Read a student's notebooks; what can't be read has a problem instead of content."""
    reader = _Reader(MAX_TOTAL)
    for entry in folder.entries:
        reader.take(entry)
    notes = reader.notes
    if reader.n_notebooks > MAX_NOTEBOOKS:
        many = NoticeKind.MANY_NOTEBOOKS(count=reader.n_notebooks, limit=MAX_NOTEBOOKS)
        notes = [many, *notes]
    work = [e.parts for e in folder.entries if type_of(e.parts) in _WORK and len(e.parts) > 2]
    assignments = {parts[1] for parts in work}
    assignment = assignments.pop() if folder.nbgrader and len(assignments) == 1 else ""
    files, other_files = tuple(reader.files), tuple(reader.other_files)
    timestamp = _timestamp(folder.entries)
    return Submission(folder.student, files, tuple(notes), assignment, timestamp, other_files)


def _timestamp(entries: Sequence[Entry]) -> str:
    stamps = [e for e in entries if type_of(e.parts) == FileType.TIMESTAMP and not e.problem]
    return _read(stamps[0], 100)[0].decode("utf-8", "replace").strip() if stamps else ""


def chapters_in_files(entries: Sequence[Entry], release: Release) -> set[str]:
    """Names of the chapters whose exercises files seem to hold; they are not graded here."""
    reader = _Reader(MAX_GLIMPSE)
    for entry in entries:
        reader.take(entry)
    chapters: set[str] = set()
    for file in reader.files:
        if file.content:
            try:
                chapters |= guess_chapters(read_cells(file.content), release)
            except UnreadableError:
                continue
    return chapters


class _Reader:
    """Files one after the other, until there are too many or they are too large together."""

    def __init__(self, left: int):
        self.left, self.n_notebooks = left, 0
        self.files: list[File] = []
        self.other_files: list[str] = []
        self.notes: list[Notice] = []

    def take(self, entry: Entry) -> None:
        """Read a notebook or an archive; of other files only the name is kept."""
        file_type = type_of(entry.parts)
        if file_type == FileType.NOTEBOOK:
            self.n_notebooks += 1
            if self.n_notebooks <= MAX_NOTEBOOKS:
                self._keep(entry, *self._content(entry))
        elif file_type == FileType.ARCHIVE:
            self._open(entry)
        elif file_type != FileType.TIMESTAMP and len(self.other_files) < MAX_OTHER_FILES:
            self.other_files.append(entry.path)

    def _open(self, entry: Entry) -> None:
        is_zip = entry.parts[-1].lower().endswith(".zip")
        content, problem = self._content(entry) if is_zip else (b"", entry.problem)
        if problem:
            self._keep(entry, b"", problem)
            return
        try:
            inside, notes = unpack(entry, content)
        except UnreadableError as error:
            self._keep(entry, b"", error.problem)
            return
        self.notes += notes
        before = self.n_notebooks
        for inner in sorted(inside, key=lambda inner: inner.parts):
            if type_of(inner.parts) == FileType.ARCHIVE:
                self._keep(inner, b"", inner.problem)
            else:
                self.take(inner)
        if self.n_notebooks == before:
            self.notes.append(NoticeKind.NO_NOTEBOOK_INSIDE(path=entry.path))

    def _keep(self, entry: Entry, content: bytes, problem: Notice | None) -> None:
        if len(self.files) < 2 * MAX_NOTEBOOKS:
            self.files.append(File(entry.path, entry.modified, content, problem))

    def _content(self, entry: Entry) -> tuple[bytes, Notice | None]:
        if entry.problem:
            return b"", entry.problem
        content, problem = _read(entry, self.left)
        tried = entry.size <= min(self.left, MAX_BYTES)
        self.left -= max(len(content), entry.size if tried else 0)  # broken ones took time, too
        return content, problem


def _read(entry: Entry, left: int) -> tuple[bytes, Notice | None]:
    limit = min(left, MAX_BYTES)
    too_large = NoticeKind.TOO_LARGE(limit=MAX_BYTES // 2**20)
    if left < MAX_BYTES:
        too_large = NoticeKind.NO_ROOM_LEFT(limit=MAX_TOTAL // 2**20)
    if entry.size > limit:  # a file that says less than it has is found out below
        return b"", too_large
    try:
        content = entry.read(limit + 1)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        return b"", NoticeKind.UNREADABLE(error=type(error).__name__)
    except Exception as error:  # zlib.error, lzma.LZMAError and what else a broken zip raises
        return b"", NoticeKind.NOT_UNPACKED(error=type(error).__name__)
    return (b"", too_large) if len(content) > limit else (content, None)
