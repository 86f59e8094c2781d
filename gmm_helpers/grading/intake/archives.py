"""A zip in a student's folder: its notebooks are read as if it had been unpacked there."""

from __future__ import annotations

import io
import zipfile

from .file_types import ARCHIVE, kind_of
from .listing import Entry, in_archive

__all__ = ["NotReadError", "unpacked"]

MOST_INSIDE = 10_000  # files of one zip
_FILE = b"PK\x01\x02"  # begins each line of a zip's table of files
_NESTED = "it is an archive within an archive, which is not read."
_OTHER = "it is an archive that is not read: hand in the notebooks, or a zip of them."


class NotReadError(ValueError):
    """An archive that is left as it is; the message is one sentence that says why."""


def unpacked(entry: Entry, content: bytes) -> tuple[list[Entry], list[str]]:
    """List what a zip holds that lies in a student's folder.

    Parameters
    ----------
    entry : Entry
        The zip.
    content : bytes
        All of it.

    Returns
    -------
    entries : list of Entry
        Their paths begin with that of the zip; what is itself an archive has a problem.
    notes : list of str
        What was left out.

    Raises
    ------
    NotReadError

    Examples
    --------
    >>> file = io.BytesIO()
    >>> with zipfile.ZipFile(file, "w") as archive:
    ...     archive.writestr("work/02.ipynb", "{}")
    >>> entries, notes = unpacked(Entry(("ann", "all.zip"), 0.0, file.read), file.getvalue())
    >>> entries[0].parts, entries[0].read(9)
    (('ann', 'all.zip', 'work', '02.ipynb'), b'{}')
    """
    if not entry.parts[-1].lower().endswith(".zip"):
        raise NotReadError(_OTHER)
    if content.count(_FILE) > MOST_INSIDE:  # before they are all held in memory
        raise NotReadError(f"it holds more than the {MOST_INSIDE} files that are looked at.")
    try:
        listed = in_archive(zipfile.ZipFile(io.BytesIO(content)))
    except Exception as error:  # a broken zip raises many things
        raise NotReadError(f"it can't be read as a zip ({type(error).__name__}).") from None
    entries = []
    for inner in listed.entries:
        problem = _NESTED if kind_of(inner.parts) == ARCHIVE else inner.problem
        entries.append(inner._replace(parts=(*entry.parts, *inner.parts), problem=problem))
    return entries, [f"{'/'.join(entry.parts[1:])}: {said}" for said in listed.odd]
