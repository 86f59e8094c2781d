"""Find the submissions in a folder or a zip; their content is read one student at a time.

Nothing is extracted to disk, no link is followed, and no file is believed about its size.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from .entries import TIMESTAMP, Entry, in_folder, in_zip
from .notebook import MOST_BYTES
from .submission import File, Submission

__all__ = ["Found", "collect", "load"]

MOST_NOTEBOOKS = 100  # of one student
MOST_TOGETHER = 2 * MOST_BYTES  # bytes of one student
_COURSE = {"source", "release", "submitted", "autograded", "feedback"}  # folders of nbgrader
_WRAPPERS = {"submitted", "submissions"}


class Found(NamedTuple):
    """A student and what there is to be read of theirs."""

    student: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    nbgrader: bool = False


def collect(source: Path) -> tuple[list[Found], list[str]]:
    """List the submissions of a folder or a zip.

    Parameters
    ----------
    source : Path
        With one folder a student, or with a folder "submitted" that holds those.

    Returns
    -------
    found : list of Found
        Sorted by student; also those without notebooks.
    notes : list of str
        What lies outside of any student's folder.

    Raises
    ------
    ValueError
        If it is neither, or there is no student in it.
    """
    if source.is_dir():
        students, entries, odd = in_folder(source)
    elif source.is_file() and zipfile.is_zipfile(source):
        students, entries, odd = in_zip(source)
    elif source.exists():
        raise ValueError(f"{source} is neither a folder nor a zip: name one of them.")
    else:
        raise ValueError(f"{source} does not exist: name the folder, or the zip, of submissions.")
    students, entries, nbgrader = _unwrapped(students, entries, source.stem)
    loose = [e.parts[0] for e in entries if len(e.parts) == 1 and e.parts[0] != TIMESTAMP]
    if loose:
        odd.append(f"In no student's folder, and not graded: {', '.join(sorted(loose)[:10])}.")
    by_student: dict[str, list[Entry]] = {path[0]: [] for path in students if path}
    for entry in entries:
        if len(entry.parts) > 1:
            by_student.setdefault(entry.parts[0], []).append(entry)
    if not by_student:
        raise ValueError(f"{source} holds no folders of students: make one folder a student.")
    names = _shown(by_student)
    found = [Found(names[raw], *_kept(own), nbgrader) for raw, own in by_student.items()]
    return sorted(found, key=lambda each: each.student), odd


def load(found: Found) -> Submission:
    """Read a student's notebooks; what can't be read has a problem instead of content."""
    files, left = [], MOST_TOGETHER
    notebooks = [entry for entry in found.entries if entry.parts[-1] != TIMESTAMP]
    times = [entry for entry in found.entries if entry not in notebooks and not entry.problem]
    for entry in notebooks:
        content, problem = b"", entry.problem
        if not problem:
            content, problem = _read(entry, left)
            left -= len(content)
        files.append(File("/".join(entry.parts[1:]), entry.modified, content, problem))
    assignments = {entry.parts[1] for entry in found.entries if len(entry.parts) > 2}
    assignment = assignments.pop() if found.nbgrader and len(assignments) == 1 else ""
    timestamp = _read(times[0], 100)[0].decode("utf-8", "replace").strip() if times else ""
    return Submission(found.student, tuple(files), found.notes, assignment, timestamp)


def _read(entry: Entry, left: int) -> tuple[bytes, str]:
    most = min(left, MOST_BYTES)
    try:
        content = entry.read(most + 1)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        return b"", f"it could not be read ({type(error).__name__})."
    except Exception as error:  # zlib.error, lzma.LZMAError and what else a broken zip raises
        return b"", f"it could not be unpacked ({type(error).__name__})."
    if len(content) > most:
        return b"", f"it is larger than the {MOST_BYTES // 2**20} MB that are read."
    return content, ""


def _kept(own: list[Entry]) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    own = sorted(own, key=lambda entry: entry.parts)
    if len(own) <= MOST_NOTEBOOKS:
        return tuple(own), ()
    note = f"There are {len(own)} notebooks; the first {MOST_NOTEBOOKS} by name were read."
    return tuple(own[:MOST_NOTEBOOKS]), (note,)


def _shown(raw_names) -> dict[str, str]:
    """Names that can be written, each once; a folder's name may be any bytes."""
    shown: dict[str, str] = {}
    for raw in sorted(raw_names):
        name = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        name = re.sub(r"[\x00-\x1f\x7f]", "�", name)
        while name in shown.values():
            name += " (again)"
        shown[raw] = name
    return shown


def _unwrapped(students, entries, stem):
    """Step into a folder that holds the students' folders, as nbgrader and zips have it."""
    tops = {path[0] for path in students if path} | {e.parts[0] for e in entries if e.parts[1:]}
    nbgrader = "submitted" in tops and tops <= _COURSE
    inner = "submitted" if nbgrader else tops.copy().pop() if len(tops) == 1 else ""
    loose = any(len(entry.parts) == 2 for entry in entries if entry.parts[0] == inner)
    if not inner or loose or not (nbgrader or inner in _WRAPPERS | {stem}):
        return students, entries, False
    below = [path[1:] for path in students if path[0] == inner]
    inside = [e._replace(parts=e.parts[1:]) for e in entries if e.parts[0] == inner]
    return below, inside, nbgrader
