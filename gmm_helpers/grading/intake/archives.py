"""A zip in a student's folder: its notebooks are read as if it had been unpacked there."""

from __future__ import annotations

import io
import zipfile

from ..notices import Notice, NoticeKind, UnreadableError
from .file_types import FileType, type_of
from .listing import Entry, list_archive

__all__ = ["unpack"]

MAX_INSIDE = 10_000  # files of one zip
_FILE = b"PK\x01\x02"  # begins each line of a zip's table of files


def unpack(entry: Entry, content: bytes) -> tuple[list[Entry], list[Notice]]:
    """List what a zip holds that lies in a student's folder, and note what was left out.

    The paths of the entries begin with that of the zip; what is itself an archive has a problem.

    Raises
    ------
    UnreadableError
        If the archive is left as it is.
    """
    is_zip = entry.parts[-1].lower().endswith(".zip")
    if type_of(entry.parts) == FileType.ARCHIVE and not is_zip:
        raise UnreadableError(NoticeKind.OTHER_ARCHIVE())
    if content.count(_FILE) > MAX_INSIDE:  # before they are all held in memory
        raise UnreadableError(NoticeKind.CROWDED_ARCHIVE(limit=MAX_INSIDE))
    try:
        listing = list_archive(zipfile.ZipFile(io.BytesIO(content)), entry.path)
    except Exception as error:  # a broken zip raises many things
        raise UnreadableError(NoticeKind.BROKEN_ARCHIVE(error=type(error).__name__)) from None
    entries = []
    for inner in listing.entries:
        nested = type_of(inner.parts) == FileType.ARCHIVE
        problem = NoticeKind.NESTED_ARCHIVE() if nested else inner.problem
        entries.append(inner._replace(parts=(*entry.parts, *inner.parts), problem=problem))
    return entries, listing.notes
