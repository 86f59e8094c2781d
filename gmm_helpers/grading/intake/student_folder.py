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
from .contents import HEAD, expand, is_link, is_zip, seems_notebook
from .file_types import CHECKPOINTS, FileType, is_spoiled_notebook, type_of
from .listing import Entry
from .people.person import Person
from .submission import File, Submission

__all__ = ["StudentFolder", "chapters_in_files", "load"]

MAX_NOTEBOOKS = 100  # of one student
MAX_TOTAL = 2 * MAX_BYTES  # bytes of one student
MAX_OTHER_FILES = 1_000  # that are looked into and named
MAX_PROGRESS = 2 * 2**20  # bytes of one file of answers; a hundred times what a course makes
MAX_PROGRESS_FILES = 10  # of one student
MAX_GLIMPSE = 16 * 2**20  # bytes of files that are only read to see whose they are
_WORK = (FileType.NOTEBOOK, FileType.ARCHIVE, FileType.TIMESTAMP)


class StudentFolder(NamedTuple):
    """A student and what there is to be read of theirs."""

    student: str
    entries: tuple[Entry, ...]
    nbgrader: bool = False
    known: Person | None = None  # more than the name

    @property
    def person(self) -> Person:
        """Who that is."""
        return self.known or Person(self.student)


def load(folder: StudentFolder) -> Submission:
    """Read a student's notebooks; what can't be read has a problem instead of content."""
    reader = _Reader(MAX_TOTAL)
    reader.take_all(folder.entries)
    notes = reader.notes
    if reader.n_notebooks > MAX_NOTEBOOKS:
        many = NoticeKind.MANY_NOTEBOOKS(count=reader.n_notebooks, limit=MAX_NOTEBOOKS)
        notes = [many, *notes]
    if attempts := folder.person.attempts:
        notes = [NoticeKind.ATTEMPTS(count=len(attempts), times=[*attempts]), *notes]
    work = [e.parts for e in folder.entries if type_of(e.parts) in _WORK and len(e.parts) > 2]
    assignments = {parts[1] for parts in work}
    assignment = assignments.pop() if folder.nbgrader and len(assignments) == 1 else ""
    files, other_files = tuple(reader.files), tuple(reader.other_files)
    timestamp = _timestamp(folder.entries)
    return Submission(
        *(folder.student, files, tuple(notes), assignment, timestamp, other_files),
        tuple(reader.progress),
    )


def _timestamp(entries: Sequence[Entry]) -> str:
    stamps = [e for e in entries if type_of(e.parts) == FileType.TIMESTAMP and not e.problem]
    stamps.sort(key=lambda entry: -entry.modified)  # of several attempts, the newest
    return _read(stamps[0], 100)[0].decode("utf-8", "replace").strip() if stamps else ""


def chapters_in_files(entries: Sequence[Entry], release: Release) -> set[str]:
    """Names of the chapters whose exercises files seem to hold; they are not graded here."""
    reader = _Reader(MAX_GLIMPSE)
    reader.take_all(entries)
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
        self.left, self.n_notebooks, self.in_archive = left, 0, False
        self.files: list[File] = []
        self.other_files: list[str] = []
        self.progress: list[File] = []
        self.notes: list[Notice] = []

    def take_all(self, entries: Sequence[Entry]) -> None:
        """Read notebooks and archives; of other files only the names are kept."""
        originals = {entry.parts for entry in entries}
        for entry in entries:
            if _original_of(entry) not in originals:
                self._take(entry)

    def _take(self, entry: Entry) -> None:
        file_type = type_of(entry.parts)
        if file_type == FileType.ARCHIVE:
            self._open(entry)
        elif file_type == FileType.NOTEBOOK or is_spoiled_notebook(entry.path):
            self._read_notebook(entry)
        elif file_type == FileType.TIMESTAMP or len(self.other_files) >= MAX_OTHER_FILES:
            return
        elif seems_notebook(head := _head(entry)):
            self._read_notebook(entry)
        elif is_link(head):
            self._keep(entry, b"", NoticeKind.PLACEHOLDER())
        else:
            self.other_files.append(entry.path)
            if file_type == FileType.PROGRESS:
                self._read_progress(entry)

    def _read_notebook(self, entry: Entry) -> None:
        self.n_notebooks += 1
        if self.n_notebooks > MAX_NOTEBOOKS:
            return
        content, problem = self._content(entry)
        if is_zip(content):
            self._unpack(entry, content)
        else:
            self._keep(entry, content, problem)

    def _read_progress(self, entry: Entry) -> None:
        content, problem = b"", entry.problem
        if len(self.progress) < MAX_PROGRESS_FILES and not problem:
            content, problem = _read(entry, min(self.left, MAX_PROGRESS))
            self.left -= len(content)
            self.progress.append(File(entry.path, entry.modified, content, problem))
        if not content:
            self.notes.append(NoticeKind.UNREAD_FILES(files=[entry.path]))

    def _open(self, entry: Entry) -> None:
        is_zipped = entry.parts[-1].lower().endswith(".zip")
        content, problem = self._content(entry) if is_zipped else (b"", entry.problem)
        if problem or seems_notebook(content[:HEAD]):
            self._keep(entry, content, problem)
        else:
            self._unpack(entry, content)

    def _unpack(self, entry: Entry, content: bytes) -> None:
        if self.in_archive:
            self._keep(entry, b"", NoticeKind.NESTED_ARCHIVE())
            return
        try:
            inside, notes = unpack(entry, content)
        except UnreadableError as error:
            self._keep(entry, b"", error.problem)
            return
        self.notes += notes
        before = self.n_notebooks
        self.in_archive = True
        self.take_all(sorted(inside, key=lambda inner: inner.parts))
        self.in_archive = False
        if self.n_notebooks == before:
            self.notes.append(NoticeKind.NO_NOTEBOOK_INSIDE(path=entry.path))

    def _keep(self, entry: Entry, content: bytes, problem: Notice | None) -> None:
        if len(self.files) < 2 * MAX_NOTEBOOKS:
            self.files.append(File(entry.path, entry.modified, content, problem))

    def _content(self, entry: Entry) -> tuple[bytes, Notice | None]:
        if entry.problem:
            return b"", entry.problem
        content, problem = _read(entry, self.left)
        try:
            content = expand(content, min(self.left, MAX_BYTES))
        except UnreadableError as error:
            content, problem = b"", error.problem
        tried = entry.size <= min(self.left, MAX_BYTES)
        self.left -= max(len(content), entry.size if tried else 0)  # broken ones took time, too
        return content, problem


def _original_of(entry: Entry) -> tuple[str, ...]:
    """Path of the notebook that a checkpoint was made of; () if it is none."""
    *folders, name = entry.parts
    if not folders or folders[-1] != CHECKPOINTS:
        return ()
    return (*folders[:-1], name.replace("-checkpoint.ipynb", ".ipynb"))


def _head(entry: Entry) -> bytes:
    """The first bytes of a file; none if it can't be read, and then its name is all we have."""
    if entry.problem:
        return b""
    try:
        return entry.read(HEAD)
    except Exception:  # as below
        return b""


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
