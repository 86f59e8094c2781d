"""Which folders are students': those at the top, or those in a folder that holds everything.

A class that was downloaded or unpacked often has one folder around it, and so has the work of a
single student. What lies in it tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...exercises import CHAPTERS
from ..notices import Notice, NoticeKind
from .file_names import WORK_WORDS
from .file_types import (
    CHECKPOINTS,
    FileType,
    is_handed_out,
    is_spoiled_notebook,
    may_be_work,
    stem_of,
    type_of,
)
from .flat_downloads import by_person, persons_in
from .listing import Entry, Listing
from .namings import VERSION, surrounds

__all__ = ["Layout", "is_somebodys", "is_work", "loose_archives", "unwrap"]

MAX_WRAPPERS = 5
_COURSE = {"source", "release", "submitted", "autograded", "feedback"}  # folders of nbgrader
_TEAMS = {"submitted files", "working files"}  # what is in the second was not handed in
_WRAPPERS = {"submissions", "class", "students"}
_INDEX = "index.html"  # Brightspace lists in it what there is
_TOPICS = "|".join(stem.split("_", 1)[1].replace("_", "[ _-]?") for stem in CHAPTERS)
# Names that say which work it is, and not whose: "02_e_step", "homework 3", "week-1".
_WORK = re.compile(rf"\W*(\d*[ _-]*({_TOPICS})\b.*|({WORK_WORDS})s?[ _-]*\d*)", re.IGNORECASE)
_ACCOUNT = re.compile(r"[a-z]+\d+")  # "lab01": a name of work, or of who works there

Chapters = Callable[[Sequence[Entry]], "set[str]"]


class Layout(NamedTuple):
    """What lies where students' folders are the first part of every path."""

    listing: Listing
    nbgrader: bool = False


def is_work(entry: Entry) -> bool:
    """Whether a file is a notebook, or may hold some."""
    is_typed = type_of(entry.parts) in (FileType.NOTEBOOK, FileType.ARCHIVE)
    return is_typed or is_spoiled_notebook(entry.path or entry.parts[-1])


def is_somebodys(entry: Entry) -> bool:
    """Whether a file at the top was made by a person, and no LMS, nor by us."""
    name = entry.parts[-1]
    is_typed = type_of(entry.parts) == FileType.NOTEBOOK or is_spoiled_notebook(name)
    is_made = is_typed or may_be_work(name)
    return is_made and name.lower() != _INDEX and not is_handed_out(name)


def unwrap(listing: Listing, name: str, chapters_of: Chapters) -> Layout:
    """Step into a folder that holds the students' folders, and note that.

    The name is that of the folder, or of the zip without its suffix; ``chapters_of(entries)``
    returns the chapters whose exercises files hold.
    """
    path: list[str] = []
    listing = _without_checkpoints(listing)
    if (download := by_person(listing, name)) is not listing:
        return Layout(download)
    for _ in range(MAX_WRAPPERS):
        tops = _top_folders(listing)
        if name == "submitted":
            break
        if "submitted" in tops and tops <= _COURSE:
            return Layout(_with_notes(_below(listing, "submitted"), path), True)
        handed_in = [top for top in tops if top.lower() == "submitted files"]
        if handed_in and {top.lower() for top in tops} <= _TEAMS:
            path.append(handed_in[0])
            listing = _below(listing, path[-1])
            break
        units = _units(listing, *tops) if len(tops) == 1 and not loose_archives(listing) else {}
        if len(tops) == 1 and _holds_a_download(listing, next(iter(tops)), name):
            path += tops
            listing = by_person(_below(listing, path[-1]), path[-1])
            break
        if not units or "" in units:
            break
        (top,) = tops
        reason = _one_student(listing, top, units, name, chapters_of)
        if reason:
            return Layout(_with_notes(listing, path, reason(folder=top)))
        path.append(top)
        name, listing = top, _below(listing, top)
    return Layout(_with_notes(listing, path))


def _holds_a_download(listing: Listing, top: str, name: str) -> bool:
    """Whether a folder is one that files of many persons were unpacked into."""
    below = _below(listing, top)
    persons = persons_in(below, top)
    is_around = top == name or _surrounds(top) or bool(_top_folders(below))
    return len(persons) > 1 or (bool(persons) and is_around)


def _leads_to_a_download(listing: Listing, top: str) -> bool:
    """Whether that holds of a folder further down, with nothing beside it."""
    for _ in range(MAX_WRAPPERS):
        name, listing = top, _below(listing, top)
        tops = _top_folders(listing)
        if len(tops) != 1 or any(len(entry.parts) == 1 for entry in listing.entries):
            return False
        (top,) = tops
        if _holds_a_download(listing, top, name):
            return True
    return False


def _surrounds(name: str) -> bool:
    return name.lower() in _WRAPPERS or surrounds(name)


def _with_notes(listing: Listing, path: Sequence[str], *notes: Notice) -> Listing:
    wrapped = []
    if path:
        n_students = len(_top_folders(listing)) + len(loose_archives(listing))
        wrapped = [NoticeKind.CLASS_FOLDER(folder="/".join(path), count=n_students)]
    return listing._replace(notes=[*listing.notes, *wrapped, *notes])


def _top_folders(listing: Listing) -> set[str]:
    """Folders at the top; one whose name begins with a dot only if work is in it."""
    plain = {path[0] for path in listing.folders if path and not path[0].startswith(".")}
    return plain | {e.parts[0] for e in listing.entries if len(e.parts) > 1 and is_work(e)}


def loose_archives(listing: Listing) -> list[Entry]:
    """Archives that lie in no folder."""
    single = [entry for entry in listing.entries if len(entry.parts) == 1]
    return [entry for entry in single if type_of(entry.parts) == FileType.ARCHIVE]


def _below(listing: Listing, top: str) -> Listing:
    """What is in a folder; work that lies beside it is nobody's, and noted."""
    folders = [path[1:] for path in listing.folders if path[0] == top and len(path) > 1]
    inside = [e for e in listing.entries if e.parts[0] == top and len(e.parts) > 1]
    beside = [e.parts[0] for e in listing.entries if len(e.parts) == 1 and is_somebodys(e)]
    notes = [*listing.notes, *([NoticeKind.NOBODYS_NOTEBOOKS(files=beside)] if beside else [])]
    below = Listing(folders, [e._replace(parts=e.parts[1:]) for e in inside], notes)
    return _without_checkpoints(below)


def _without_checkpoints(listing: Listing) -> Listing:
    """Those at the top are nobody's."""
    kept = [entry for entry in listing.entries if entry.parts[0] != CHECKPOINTS]
    return listing._replace(entries=kept)


def _units(listing: Listing, top: str) -> dict[str, list[Entry]]:
    """Work by subfolder, or archive, of a folder; "" for notebooks right in it."""
    units: dict[str, list[Entry]] = {}
    for entry in _below(listing, top).entries:
        if is_work(entry):
            direct = len(entry.parts) == 1 and type_of(entry.parts) == FileType.NOTEBOOK
            units.setdefault("" if direct else entry.parts[0], []).append(entry)
    return units


def _one_student(
    listing: Listing, top: str, units, name: str, chapters_of: Chapters
) -> NoticeKind | None:
    """Why a folder around everything is a student's; None if it is one around students."""
    below = _top_folders(_below(listing, top))
    if _surrounds(top) or ("submitted" in below and below <= _COURSE):
        return None
    if all(_WORK.fullmatch(stem_of(unit)) for unit in units):
        accounts = len(units) > 1 and all(_ACCOUNT.fullmatch(stem_of(unit)) for unit in units)
        is_class = accounts and _share_a_chapter(units, chapters_of)
        return None if is_class else NoticeKind.NAMED_LIKE_WORK
    if _leads_to_a_download(listing, top):
        return None
    if len(units) == 1:
        (unit,) = units
        if all(VERSION.fullmatch(each) for each in _units(_below(listing, top), unit)):
            return NoticeKind.SINGLE_SUBFOLDER
        inner = _units(_below(listing, top), unit)
        several = len(inner) > 1 and "" not in inner and _share_a_chapter(inner, chapters_of)
        return None if top == name or several else NoticeKind.SINGLE_SUBFOLDER
    if _share_a_chapter(units, chapters_of) or top == name:
        return None
    chapters = [chapters_of(entries) for entries in units.values()]
    return NoticeKind.DIFFERENT_WORK if all(chapters) else None


def _share_a_chapter(units, chapters_of: Chapters) -> bool:
    """Whether any chapter is there twice; nothing more is read once one is."""
    seen: set[str] = set()
    for entries in units.values():
        chapters = chapters_of(entries)
        if chapters & seen:
            return True
        seen |= chapters
    return False
