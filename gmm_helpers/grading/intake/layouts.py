"""Which folders are students': those at the top, or those in a folder that holds everything.

Who downloads or unpacks a class often gets one folder around it, and who hands in on their own
gets one folder around their work. What lies in it tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...exercises import CHAPTERS
from .file_types import ARCHIVE, NOTEBOOK, kind_of, stem_of
from .listing import Entry, Listed

__all__ = ["Layout", "handed_in", "loose_archives", "unwrapped"]

MOST_WRAPPERS = 5
_COURSE = {"source", "release", "submitted", "autograded", "feedback"}  # folders of nbgrader
_WRAPPERS = {"submitted", "submissions"}
_TOPICS = "|".join(stem.split("_", 1)[1].replace("_", "[ _-]?") for stem in CHAPTERS)
_WORDS = "assignment|chapter|exercise|ex|homework|hw|lab|notebook|part|problem|sheet|task|week"
# Names that say which work it is, and not whose: "02_e_step", "homework 3", "week-1".
_WORK = re.compile(rf"\W*(\d*[ _-]*({_TOPICS})\b.*|({_WORDS})s?[ _-]*\d*)", re.IGNORECASE)

Chapters = Callable[[Sequence[Entry]], "set[str]"]


class Layout(NamedTuple):
    """What lies where students' folders are the first part of every path."""

    listed: Listed
    nbgrader: bool = False


def handed_in(entry: Entry) -> bool:
    """Whether a file is a notebook, or may hold some."""
    return kind_of(entry.parts) in (NOTEBOOK, ARCHIVE)


def unwrapped(listed: Listed, name: str, chapters_of: Chapters) -> Layout:
    """Step into a folder that holds the students' folders, and say so among what is odd.

    Parameters
    ----------
    listed : Listed
    name : str
        Of the folder, or of the zip without its suffix.
    chapters_of : callable
        ``chapters_of(entries)`` returns the chapters whose exercises files hold.

    Returns
    -------
    Layout
    """
    path: list[str] = []
    for _ in range(MOST_WRAPPERS):
        tops = _tops(listed)
        if name == "submitted":
            break
        if "submitted" in tops and tops <= _COURSE:
            return Layout(_said(_inside(listed, "submitted"), path, ""), True)
        units = _units(listed, *tops) if len(tops) == 1 and not loose_archives(listed) else {}
        if not units or "" in units:
            break
        (top,) = tops
        why = _one_student(listed, top, units, name, chapters_of)
        if why:
            return Layout(_said(listed, path, f"{top} was taken as one student: {why}"))
        path.append(top)
        name, listed = top, _inside(listed, top)
    return Layout(_said(listed, path, ""))


def _said(listed: Listed, path: Sequence[str], taken: str) -> Listed:
    odd = list(listed.odd)
    if path:
        n = len(_tops(listed)) + len(loose_archives(listed))
        odd.append(f"Everything lies in {'/'.join(path)}: what is in it was taken as {n} students.")
    if taken:
        odd.append(f"Everything lies in one folder. {taken}.")
    return listed._replace(odd=odd)


def _tops(listed: Listed) -> set[str]:
    """Folders at the top; one whose name begins with a dot is anybody's only if work is in it."""
    shown = {path[0] for path in listed.folders if path and not path[0].startswith(".")}
    return shown | {e.parts[0] for e in listed.entries if len(e.parts) > 1 and handed_in(e)}


def loose_archives(listed: Listed) -> list[Entry]:
    return [e for e in listed.entries if len(e.parts) == 1 and kind_of(e.parts) == ARCHIVE]


def _inside(listed: Listed, top: str) -> Listed:
    folders = [path[1:] for path in listed.folders if path[0] == top and len(path) > 1]
    inside = [e for e in listed.entries if e.parts[0] == top and len(e.parts) > 1]
    return Listed(folders, [e._replace(parts=e.parts[1:]) for e in inside], listed.odd)


def _units(listed: Listed, top: str) -> dict[str, list[Entry]]:
    """What was handed in by subfolder, or archive, of a folder; "" for notebooks right in it."""
    units: dict[str, list[Entry]] = {}
    for entry in _inside(listed, top).entries:
        if handed_in(entry):
            direct = len(entry.parts) == 1 and kind_of(entry.parts) == NOTEBOOK
            units.setdefault("" if direct else entry.parts[0], []).append(entry)
    return units


def _one_student(listed: Listed, top: str, units, name: str, chapters_of: Chapters) -> str:
    """Why a folder around everything is a student's, or "" if it is one around students."""
    below = _tops(_inside(listed, top))
    if top in _WRAPPERS or ("submitted" in below and below <= _COURSE):
        return ""
    if all(_WORK.fullmatch(stem_of(unit)) for unit in units):
        return "its subfolders are named like notebooks"
    if len(units) == 1:
        (unit,) = units
        inner = _units(_inside(listed, top), unit)
        several = len(inner) > 1 and "" not in inner and _shared(inner, chapters_of)
        return "" if top == name or several else "there is one subfolder with notebooks"
    if _shared(units, chapters_of) or top == name:
        return ""
    held = [chapters_of(entries) for entries in units.values()]
    return "its subfolders hold different notebooks" if all(held) else ""


def _shared(units, chapters_of: Chapters) -> bool:
    """Whether any chapter is there twice; nothing more is read once one is."""
    seen: set[str] = set()
    for entries in units.values():
        held = chapters_of(entries)
        if held & seen:
            return True
        seen |= held
    return False
