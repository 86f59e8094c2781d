"""Find the submissions in a folder or a zip; their content is read one student at a time.

Nothing is extracted to disk, no link is followed, and no file is believed about its size.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from ..notices import Notice, NoticeKind, join
from ..parsing.release import Release, read_release
from .file_types import stem_of
from .flat_downloads import in_order
from .layouts import Layout, is_somebodys, is_work, loose_archives, unwrap
from .listing import Entry, Listing, list_folder, list_zip
from .namings import NAMINGS
from .people.person import Person, sort_key
from .student_folder import StudentFolder, chapters_in_files

__all__ = ["collect"]

# Control characters, and those that reverse the direction of what follows; joiners belong to words.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def collect(
    source: Path, release: Release | None = None
) -> tuple[list[StudentFolder], list[Notice]]:
    """List the submissions of a folder or a zip, sorted by student; also those without notebooks.

    In it lies one folder, or one archive, per student; or files that an LMS has named after their
    person; or one folder that holds those. The notices say what is nobody's, and what was taken
    for a student's folder if that can be seen in two ways. What students were handed is by default
    the course's own.

    Raises
    ------
    ValueError
        If it is neither, or there is no student in it.
    """
    name = source.name if source.is_dir() else source.stem
    given = release or read_release()
    layout = unwrap(_list(source), name, lambda entries: chapters_in_files(entries, given))
    by_student = _by_student(layout.listing)
    if not by_student:
        known = join(dict.fromkeys(naming.lms for naming in NAMINGS if naming.file))
        raise ValueError(
            f"{source} has no student folders, and no files named as by {known}: "
            "make one folder per student."
        )
    names = _printable_names(by_student)
    folders = [_folder(raw, names[raw], entries, layout) for raw, entries in by_student.items()]
    notes = _gathered([*layout.listing.notes, *_loose_files(layout.listing)])
    return sorted(folders, key=lambda folder: sort_key(folder.person)), notes


def _folder(raw: str, name: str, entries: list[Entry], layout: Layout) -> StudentFolder:
    known = layout.listing.persons.get(raw)
    ordered, versions = in_order(entries)
    if known is None:
        person = Person(name, login=name if layout.nbgrader else "")
    else:
        person = known._replace(
            name=_printable(known.name),
            id=_printable(known.id),
            email=_printable(known.email),
            login=_printable(known.login),
            time=_printable(known.time),
            stem=_printable(known.stem),
        )
    if versions:
        person = person._replace(time=person.time or versions[-1], attempts=versions)
    return StudentFolder(name, tuple(ordered), layout.nbgrader, person)


def _gathered(notes: list[Notice]) -> list[Notice]:
    """The same, with one note for all that is nobody's."""
    kind = NoticeKind.NOBODYS_NOTEBOOKS
    files = sorted({file for note in notes if note.kind == kind for file in note.fields["files"]})
    rest = [note for note in notes if note.kind != kind]
    return [*rest, kind(files=files)] if files else rest


def _list(source: Path) -> Listing:
    if source.is_dir():
        return list_folder(source)
    if source.is_file() and zipfile.is_zipfile(source):
        return list_zip(source)
    if source.exists():
        raise ValueError(f"{source} is neither a folder nor a zip: name one of them.")
    raise ValueError(f"{source} does not exist: name the folder, or the zip, of submissions.")


def _loose_files(listing: Listing) -> list[Notice]:
    """What lies at the top: notebooks are nobody's, an archive is a student's."""
    single = [entry for entry in listing.entries if len(entry.parts) == 1]
    beside = sorted(entry.parts[0] for entry in _beside_folders(listing))
    loose = [e.parts[0] for e in single if is_somebodys(e) and e.parts[0] not in beside]
    archives = sorted(entry.parts[0] for entry in loose_archives(listing))
    notes = [NoticeKind.NOBODYS_NOTEBOOKS(files=loose)] if loose else []
    notes += [NoticeKind.BESIDE_FOLDER(files=beside)] if beside else []
    return notes + ([NoticeKind.LOOSE_ARCHIVES(files=archives)] if archives else [])


def _beside_folders(listing: Listing) -> list[Entry]:
    """Files at the top that are named like a folder there: ``ann.ipynb`` beside ``ann/``."""
    folders = {path[0] for path in listing.folders if path}
    folders |= {entry.parts[0] for entry in listing.entries if len(entry.parts) > 1}
    single = [entry for entry in listing.entries if len(entry.parts) == 1]
    return [e for e in single if is_somebodys(e) and _person(e.parts[0]) in folders]


def _person(name: str) -> str:
    """Whom a file at the top is named after."""
    stem = stem_of(name)
    return stem if stem != name else Path(name).stem.removesuffix(".ipynb")


def _by_student(listing: Listing) -> dict[str, list[Entry]]:
    """The entries of each student, by path; a folder with a dot is one's if work is in it."""
    entries: dict[str, list[Entry]] = {path[0]: [] for path in listing.folders if path}
    for entry in listing.entries:
        if len(entry.parts) > 1:
            entries.setdefault(entry.parts[0], []).append(entry)
    for entry in [*loose_archives(listing), *_beside_folders(listing)]:
        student = _person(entry.parts[0])
        entries.setdefault(student, []).append(entry._replace(parts=(student, *entry.parts)))
    return {
        student: sorted(own, key=lambda entry: entry.parts)
        for student, own in entries.items()
        if not student.startswith(".") or any(is_work(entry) for entry in own)
    }


def _printable_names(raw_names: Iterable[str]) -> dict[str, str]:
    """Names that can be written, each once; a folder's name may be any bytes."""
    names: dict[str, str] = {}
    for raw in sorted(raw_names):
        name = _printable(raw)
        while name in names.values():
            name += " (again)"
        names[raw] = name
    return names


def _printable(raw: str) -> str:
    name = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _UNSEEN.sub("�", name)
