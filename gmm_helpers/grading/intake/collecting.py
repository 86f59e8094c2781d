"""Find the submissions in a folder or a zip; their content is read one student at a time.

Nothing is extracted to disk, no link is followed, and no file is believed about its size.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from ..parsing.release import Release, read_release
from .file_types import NOTEBOOK, kind_of, stem_of
from .layouts import handed_in, loose_archives, unwrapped
from .listing import Entry, Listed, in_folder, in_zip
from .loading import Found, chapters_of

__all__ = ["collect"]


# Control characters, and those that turn the direction of what follows; joiners belong to words.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def collect(source: Path, release: Release | None = None) -> tuple[list[Found], list[str]]:
    """List the submissions of a folder or a zip.

    Parameters
    ----------
    source : Path
        With one folder, or one archive, a student; or with one folder that holds those.
    release : Release, optional
        What students were handed, by default the course's own.

    Returns
    -------
    found : list of Found
        Sorted by student; also those without notebooks.
    notes : list of str
        What lies outside of any student's folder, and what was taken as one if that can be
        seen in two ways.

    Raises
    ------
    ValueError
        If it is neither, or there is no student in it.
    """
    name = source.name if source.is_dir() else source.stem
    given = release or read_release()
    listed, nbgrader = unwrapped(_listed(source), name, lambda own: chapters_of(own, given))
    odd = [*listed.odd, *_loose(listed)]
    by_student = _by_student(listed)
    if not by_student:
        raise ValueError(f"{source} holds no folders of students: make one folder a student.")
    names = _shown(by_student)
    found = [Found(names[raw], tuple(own), nbgrader) for raw, own in by_student.items()]
    return sorted(found, key=lambda each: each.student), odd


def _listed(source: Path) -> Listed:
    if source.is_dir():
        return in_folder(source)
    if source.is_file() and zipfile.is_zipfile(source):
        return in_zip(source)
    if source.exists():
        raise ValueError(f"{source} is neither a folder nor a zip: name one of them.")
    raise ValueError(f"{source} does not exist: name the folder, or the zip, of submissions.")


def _loose(listed: Listed) -> list[str]:
    """What is said of files at the top: notebooks are nobody's, an archive is a student's."""
    said = []
    single = [entry for entry in listed.entries if len(entry.parts) == 1]
    loose = [entry.parts[0] for entry in single if kind_of(entry.parts) == NOTEBOOK]
    if loose:
        said.append(f"In no student's folder, and not graded: {_first(loose)}.")
    archives = [entry.parts[0] for entry in loose_archives(listed)]
    if archives:
        said.append(f"Taken as what a student of that name handed in: {_first(archives)}.")
    return said


def _first(names: Iterable[str], most: int = 10) -> str:
    names = sorted(names)
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _by_student(listed: Listed) -> dict[str, list[Entry]]:
    """The entries of each student, by path; a folder with a dot is one's if work is in it."""
    found: dict[str, list[Entry]] = {path[0]: [] for path in listed.folders if path}
    for entry in listed.entries:
        if len(entry.parts) > 1:
            found.setdefault(entry.parts[0], []).append(entry)
    for entry in loose_archives(listed):
        student = stem_of(entry.parts[0])
        found.setdefault(student, []).append(entry._replace(parts=(student, *entry.parts)))
    return {
        student: sorted(own, key=lambda entry: entry.parts)
        for student, own in found.items()
        if not student.startswith(".") or any(handed_in(entry) for entry in own)
    }


def _shown(raw_names: Iterable[str]) -> dict[str, str]:
    """Names that can be written, each once; a folder's name may be any bytes."""
    shown: dict[str, str] = {}
    for raw in sorted(raw_names):
        name = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        name = _UNSEEN.sub("�", name)
        while name in shown.values():
            name += " (again)"
        shown[raw] = name
    return shown
