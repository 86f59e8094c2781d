"""Bulk downloads without folders: whose a file is stands in front of its name.

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
    name that the student gave. What has no `file` was written by the LMS.
    """

    lms: str
    source: str  # where that is written down
    pattern: re.Pattern[str]


def _naming(lms: str, source: str, pattern: str) -> Naming:
    return Naming(lms, source, re.compile(pattern, re.IGNORECASE | re.DOTALL))


NAMINGS = (
    _naming(
        "Moodle",
        "moodle: mod/assign/locallib.php, download_submissions",
        r"(?P<person>.+)_(?P<id>\d+)_assignsubmission_[a-z]+_(?P<file>.+)",
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


class _Owned(NamedTuple):
    """A file, and what its name says."""

    entry: Entry
    found: Mapping[str, str | None]  # the groups of a pattern


def persons_in(entries: Iterable[Entry]) -> set[str]:
    """The persons of files that are named as in a download."""
    return set(_persons(_owned(entries)))


def by_person(listing: Listing) -> Listing:
    """The same files, those at the top moved into a folder of their person if their name has one.

    All files of a person come into one folder; those of an attempt that has a time, into a folder
    of that attempt.
    """
    top = [entry for entry in listing.entries if len(entry.parts) == 1]
    owned = _owned(top)
    if not owned:
        return listing
    moved = {id(each.entry) for each in owned}
    entries = [entry for entry in listing.entries if id(entry) not in moved]
    persons = _persons(owned)
    folders = dict.fromkeys([*listing.folders, *((person,) for person in persons)])
    taken: set[tuple[str, ...]] = {entry.parts for entry in entries}
    for person, (entry, found) in zip(persons, owned, strict=True):
        file = found.get("file") or found.get("text")
        if not file:
            continue  # a receipt
        parts: tuple[str, ...] = (person, file)
        if parts in taken or found.get("time"):
            parts = (person, found.get("attempt") or "again", file)
        taken.add(parts)
        entries.append(entry._replace(parts=parts, modified=_modified(entry, found)))
    return Listing([*folders], entries, listing.notes)


def _owned(entries: Iterable[Entry]) -> list[_Owned]:
    owned = []
    for entry in entries:
        name = entry.parts[-1]
        matches = (naming.pattern.fullmatch(name) for naming in NAMINGS)
        found = next(filter(None, matches), None) if len(name) <= _MAX_NAME else None
        if found:
            owned.append(_Owned(entry, found.groupdict()))
    return owned


def _persons(owned: Sequence[_Owned]) -> list[str]:
    """A name for each file's person: with the id where two persons have the same name."""
    after_title = _after_titles(
        {each.found["head"] or "" for each in owned if each.found.get("head")}
    )
    keys = []
    for _, found in owned:
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
