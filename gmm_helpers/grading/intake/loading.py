"""Read what a student handed in, within limits that no file is asked about."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from typing import NamedTuple

from ..parsing.candidates import held_by
from ..parsing.cells import MOST_BYTES, UnreadableError, read_cells
from ..parsing.release import Release
from .archives import NotReadError, unpacked
from .file_types import ARCHIVE, BESIDE, NOTEBOOK, OTHER, TIMESTAMP, kind_of
from .listing import Entry
from .submission import File, Submission

__all__ = ["Found", "chapters_of", "load"]

MOST_NOTEBOOKS = 100  # of one student
MOST_TOGETHER = 2 * MOST_BYTES  # bytes of one student
MOST_BESIDE = 1_000  # files that are named
_WORKS = (NOTEBOOK, ARCHIVE, TIMESTAMP)
_WORTH_A_LOOK = 16 * 2**20  # bytes of a file that is only read to see whose it is


class Found(NamedTuple):
    """A student and what there is to be read of theirs."""

    student: str
    entries: tuple[Entry, ...]
    nbgrader: bool = False


def load(found: Found) -> Submission:
    """Read a student's notebooks; what can't be read has a problem instead of content."""
    reading = _Reading(MOST_TOGETHER)
    for entry in found.entries:
        reading.take(entry)
    notes = reading.notes
    if reading.n_notebooks > MOST_NOTEBOOKS:
        n = reading.n_notebooks
        notes = [f"There are {n} notebooks; the first {MOST_NOTEBOOKS} by name were read.", *notes]
    works = [e.parts for e in found.entries if kind_of(e.parts) in _WORKS and len(e.parts) > 2]
    assignments = {parts[1] for parts in works}
    assignment = assignments.pop() if found.nbgrader and len(assignments) == 1 else ""
    times = [e for e in found.entries if kind_of(e.parts) == TIMESTAMP and not e.problem]
    timestamp = _read(times[0], 100)[0].decode("utf-8", "replace").strip() if times else ""
    files, beside = tuple(reading.files), tuple(reading.beside)
    return Submission(found.student, files, tuple(notes), assignment, timestamp, beside)


def chapters_of(entries: Sequence[Entry], release: Release) -> set[str]:
    """Names of the chapters whose exercises files hold, as far as that can be told."""
    reading = _Reading(_WORTH_A_LOOK)
    for entry in entries:
        reading.take(entry)
    held: set[str] = set()
    for file in reading.files:
        try:
            held |= set(held_by(read_cells(file.content), release)) if file.content else set()
        except UnreadableError:
            continue
    return {chapter.name for chapter in release.chapters if held & {*chapter.exercises}}


class _Reading:
    """Files one after the other, until there are too many or they are too large together."""

    def __init__(self, left: int):
        self.left, self.n_notebooks = left, 0
        self.files: list[File] = []
        self.beside: list[str] = []
        self.notes: list[str] = []

    def take(self, entry: Entry) -> None:
        """Read a notebook or an archive; of other files only the name is kept."""
        kind = kind_of(entry.parts)
        if kind in (BESIDE, OTHER) and len(self.beside) < MOST_BESIDE:
            self.beside.append("/".join(entry.parts[1:]))
        elif kind == NOTEBOOK:
            self.n_notebooks += 1
            if self.n_notebooks <= MOST_NOTEBOOKS:
                self._keep(entry, *self._content(entry))
        elif kind == ARCHIVE:
            self._open(entry)

    def _open(self, entry: Entry) -> None:
        content, problem = self._content(entry) if _is_zip(entry) else (b"", entry.problem)
        if problem:
            self._keep(entry, b"", problem)
            return
        try:
            inside, notes = unpacked(entry, content)
        except NotReadError as error:
            self._keep(entry, b"", str(error))
            return
        self.notes += notes
        before = self.n_notebooks
        for inner in sorted(inside, key=lambda inner: inner.parts):
            if kind_of(inner.parts) == ARCHIVE:
                self._keep(inner, b"", inner.problem)
            else:
                self.take(inner)
        if self.n_notebooks == before:
            self.notes.append(f"{'/'.join(entry.parts[1:])} holds no notebook.")

    def _keep(self, entry: Entry, content: bytes, problem: str) -> None:
        if len(self.files) < 2 * MOST_NOTEBOOKS:
            self.files.append(File("/".join(entry.parts[1:]), entry.modified, content, problem))

    def _content(self, entry: Entry) -> tuple[bytes, str]:
        if entry.problem:
            return b"", entry.problem
        content, problem = _read(entry, self.left)
        tried = entry.size <= min(self.left, MOST_BYTES)
        self.left -= max(len(content), entry.size if tried else 0)  # broken ones took time, too
        return content, problem


def _is_zip(entry: Entry) -> bool:
    return entry.parts[-1].lower().endswith(".zip")


def _read(entry: Entry, left: int) -> tuple[bytes, str]:
    most = min(left, MOST_BYTES)
    too_large = f"it is larger than the {MOST_BYTES // 2**20} MB that are read."
    if left < MOST_BYTES:
        too_large = f"it is larger than what is left of the {MOST_TOGETHER // 2**20} MB that are "
        too_large += "read of a student."
    if entry.size > most:  # a file that says less than it has is found out below
        return b"", too_large
    try:
        content = entry.read(most + 1)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        return b"", f"it could not be read ({type(error).__name__})."
    except Exception as error:  # zlib.error, lzma.LZMAError and what else a broken zip raises
        return b"", f"it could not be unpacked ({type(error).__name__})."
    return (b"", too_large) if len(content) > most else (content, "")
