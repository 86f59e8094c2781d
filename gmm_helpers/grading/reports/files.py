"""Files that are whole or not there, and tables that a spreadsheet does not take for formulas."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

__all__ = ["file_names", "harmless", "table", "write_bytes", "write_json", "write_text"]

MAX_NAME = 80  # characters of a file's name
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def write_text(path: Path, text: str) -> None:
    """Write a file so that a crash leaves the old one, or none, but never half of it."""
    write_bytes(path, text.encode("utf-8", "replace"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes, as `write_text` writes text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".unfinished")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(unfinished, 0o644)
        os.replace(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON, as `write_text` writes text."""
    write_text(path, json.dumps(value, indent=1) + "\n")


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Text of a CSV file. Text that a spreadsheet would compute gets an apostrophe in front."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return text.getvalue()


def _cell(value: Any) -> str:
    return f"{value:g}" if isinstance(value, (int, float)) else harmless(str(value))


def harmless(text: str) -> str:
    """Text in one line that no spreadsheet computes: an apostrophe is before what it would.

    Examples
    --------
    >>> harmless("=1+1"), harmless("Ann Lee")
    ("'=1+1", 'Ann Lee')
    """
    line = " ".join(text.split())  # several lines in a cell confuse who reads it in
    text = line if line.startswith(_FORMULA) else text
    text = " ".join(text.splitlines()).replace("\0", "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def file_names(students: Iterable[str]) -> dict[str, str]:
    """Names of files, without a suffix, one for each student: safe everywhere, none twice."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for student in sorted(students):
        plain = _FORBIDDEN.sub("_", student)[:MAX_NAME].strip(" .") or "_"
        while len(plain.encode()) > 2 * MAX_NAME:
            plain = plain[:-1]
        mark = hashlib.sha256(student.encode("utf-8", "replace")).hexdigest()[:8]
        name = f"{plain}-{mark}" if plain != student or _RESERVED.fullmatch(plain) else plain
        while _as_a_disk_sees_it(name) in taken:  # somebody may be called like another's file
            name = f"{name}-{mark}"
        names[student] = name
        taken.add(_as_a_disk_sees_it(name))
    return names


def _as_a_disk_sees_it(name: str) -> str:
    """The same for names that a disk may not tell apart: by capitals, or by how é is written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
