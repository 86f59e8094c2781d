"""Bulk downloads: whose a file, or a folder, is stands in front of its name.

Each LMS has a row in `NAMINGS`; to know another one, add a row.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from .listing import Entry, Listing

__all__ = ["NAMINGS", "Naming", "by_person", "persons_in"]

_MAX_NAME = 1_000  # characters; a zip may hold longer names, which no LMS has made


@dataclass(frozen=True)
class Naming:
    """How an LMS names a file in a download.

    Groups of the pattern: `person`, or `head` if the title of the assignment stands before the
    person, and nothing says where it ends; `id` of the person, where names may be equal;
    `attempt`, which tells files of the same name apart; `time` of the attempt; and `file`, the
    name that the student gave. What has no `file` was written by the LMS. If the LMS also makes
    folders, of which one person may have several, `folder` is the pattern of their names, with
    the `part` of the work that they hold.
    """

    lms: str
    source: str  # where that is written down
    pattern: re.Pattern[str]
    folder: re.Pattern[str] | None = None


def _naming(lms: str, source: str, pattern: str, folder: str = "") -> Naming:
    flags = re.IGNORECASE | re.DOTALL
    of_folders = re.compile(folder, flags) if folder else None
    return Naming(lms, source, re.compile(pattern, flags), of_folders)


NAMINGS = (
    _naming(
        "Moodle",
        "moodle: mod/assign/locallib.php, download_submissions",
        r"(?P<person>.+)_(?P<id>\d+)_assignsubmission_[a-z]+_(?P<file>.+)",
        r"(?P<person>.+)_(?P<id>\d+)_assignsubmission_(?P<part>[a-z]+)_?",
    ),
    _naming(
        "Blackboard",
        "Blackboard help: Download assignments",
        r"(?P<head>.+)_attempt_(?P<time>(?P<attempt>\d{4}(-\d\d){5}))(?:_(?P<file>.+)|\.txt)",
    ),
    _naming(
        "Canvas",
        "canvas-lms: app/models/content_zipper.rb, zip_assignment",
        r"(?P<person>[^\W_].*?)(?:_LATE)?_(?P<id>\d+)"
        r"_(?:(?P<attempt>\d+)_(?P<file>.+)|(?P<text>(?:text|link)\.html))",
    ),
)


Found = Mapping[str, str | None]  # the groups of a pattern


class _Download(NamedTuple):
    """Files and folders at the top whose names say whose they are, and what these say."""

    files: list[tuple[Entry, Found]]
    folders: dict[str, Found]

    @property
    def persons(self) -> list[str]:
        """Of the files, then of the folders."""
        return _persons([*(found for _, found in self.files), *self.folders.values()])


def persons_in(listing: Listing) -> set[str]:
    """The persons of files and folders that are named as in a download."""
    return set(_download_in(listing).persons)


def by_person(listing: Listing) -> Listing:
    """The same files, those at the top moved into a folder of their person if their name has one.

    All files of a person come into one folder, also those of several folders; those of an attempt
    that has a time, into a folder of that attempt.
    """
    download = _download_in(listing)
    if not any(download):
        return listing
    persons, n_files = download.persons, len(download.files)
    of_folders = dict(zip(download.folders, persons[n_files:], strict=True))
    moved = {id(entry) for entry, _ in download.files}
    entries = [e for e in listing.entries if id(e) not in moved and e.parts[0] not in of_folders]
    paths = [(of_folders.get(path[0], path[0]), *path[1:]) for path in listing.folders if path]
    folders = dict.fromkeys([*paths, *((person,) for person in persons)])
    taken: set[tuple[str, ...]] = {entry.parts for entry in entries}
    for entry in listing.entries:
        name, *rest = entry.parts
        if name in of_folders and rest:
            parts: tuple[str, ...] = (of_folders[name], *rest)
            if parts in taken:
                part = download.folders[name].get("part") or "again"
                parts = (of_folders[name], part, *rest)
            taken.add(parts)
            entries.append(entry._replace(parts=parts))
    for person, (entry, found) in zip(persons[:n_files], download.files, strict=True):
        file = found.get("file") or found.get("text")
        if not file:
            continue  # a receipt
        parts = (person, file)
        if parts in taken or found.get("time"):
            parts = (person, found.get("attempt") or "again", file)
        taken.add(parts)
        entries.append(entry._replace(parts=parts, modified=_modified(entry, found)))
    return Listing([*folders], entries, listing.notes)


def _download_in(listing: Listing) -> _Download:
    files = []
    for entry in listing.entries:
        if len(entry.parts) == 1:
            found = _match(entry.parts[0], [naming.pattern for naming in NAMINGS])
            files += [(entry, found)] if found else []
    patterns = [naming.folder for naming in NAMINGS if naming.folder]
    deeper = [entry.parts for entry in listing.entries if len(entry.parts) > 1]
    names = dict.fromkeys(parts[0] for parts in [*listing.folders, *deeper] if parts)
    matches = {name: _match(name, patterns) for name in names}
    return _Download(files, {name: found for name, found in matches.items() if found})


def _match(name: str, patterns: Iterable[re.Pattern[str]]) -> Found | None:
    matches = (pattern.fullmatch(name) for pattern in patterns)
    found = next(filter(None, matches), None) if len(name) <= _MAX_NAME else None
    return found.groupdict() if found else None


def _persons(owned: Sequence[Found]) -> list[str]:
    """A name for each one's person: with the id where two persons have the same name."""
    after_title = _after_titles({found["head"] or "" for found in owned if found.get("head")})
    keys = []
    for found in owned:
        name = found.get("person") or after_title[found["head"] or ""]
        keys.append((name.strip(), found.get("id") or ""))
    ids: dict[str, set[str]] = {}
    for name, number in keys:
        ids.setdefault(name, set()).add(number)
    return [f"{name} ({number})" if len(ids[name]) > 1 else name for name, number in keys]


def _after_titles(heads: set[str]) -> dict[str, str]:
    """The person in each "title_person", where both may hold underscores.

    The title is what another person's head begins with, too; otherwise all but the last word.
    """
    words = sorted(head.split("_") for head in heads)
    n_shared = [_n_shared(one, other) for one, other in pairwise(words)]
    persons = {}
    for i, own in enumerate(words):
        n_title = max(n_shared[max(i - 1, 0) : i + 1], default=0) or len(own) - 1
        persons["_".join(own)] = "_".join(own[n_title:])
    return persons


def _n_shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many first words are the same; each has one more at least."""
    pairs = zip(one[:-1], other[:-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _modified(entry: Entry, found: Mapping[str, str | None]) -> float:
    """When an attempt was handed in, if its name says so: files of a download are all new."""
    try:
        return time.mktime(time.strptime(found.get("time") or "", "%Y-%m-%d-%H-%M-%S"))
    except (ValueError, OverflowError):
        return entry.modified
