"""Bulk downloads: whose a file, or a folder, is stands in its name, or in a file beside it."""

from __future__ import annotations

import calendar
import re
import time
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from .gradescope import METADATA, read_metadata
from .listing import Entry, Listing
from .namings import VERSION, Found, match_files, match_folder
from .people.person import Person

__all__ = ["by_person", "in_order", "persons_in", "when"]


class _Piece(NamedTuple):
    """A file or folder at the top that is one person's; one of a group is there several times."""

    name: str
    found: Found
    is_file: bool

    @property
    def name_of_person(self) -> str:
        return (self.found.get("person") or self.found.get("login") or "").strip()


def persons_in(listing: Listing, around: str = "") -> set[str]:
    """The persons of files and folders that are named as in a download."""
    return set(_keys(_pieces(listing, around)))


def by_person(listing: Listing, around: str = "") -> Listing:
    """The same files, those that are named as in a download moved into a folder of their person.

    All files of a person come into one folder, also those of several folders; those of an attempt
    that has a time, into a folder of that attempt. `around` is the name of the folder, or zip, of
    all. The persons of these folders are those of the result.
    """
    pieces = _pieces(listing, around)
    if not pieces:
        return listing
    keys = _keys(pieces)
    tops = {piece.name: key for piece, key in zip(pieces, keys, strict=True)}
    folders = {piece.name for piece in pieces if not piece.is_file}
    files = {piece.name for piece in pieces if piece.is_file}
    by_top: dict[tuple[str, bool], list[Entry]] = {}
    entries = []
    for entry in listing.entries:
        top, is_file = entry.parts[0], len(entry.parts) == 1
        if top in (files if is_file else folders):
            by_top.setdefault((top, is_file), []).append(entry)
        else:
            entries.append(entry)
    taken = {entry.parts for entry in entries}
    for piece, key in zip(pieces, keys, strict=True):
        for entry in by_top.get((piece.name, piece.is_file), ()):
            if moved := _moved(entry, piece, key, taken):
                taken.add(moved.parts)
                entries.append(moved)
    paths = [p if p[0] not in folders else (tops[p[0]], *p[1:]) for p in listing.folders if p]
    all_folders = dict.fromkeys([*paths, *((key,) for key in keys)])
    return Listing([*all_folders], entries, listing.notes, _persons(pieces, keys))


def _pieces(listing: Listing, around: str) -> list[_Piece]:
    single = [entry for entry in listing.entries if len(entry.parts) == 1]
    files = match_files([*dict.fromkeys(entry.parts[0] for entry in single)])
    pieces = [_Piece(name, found, True) for name, found in files.items()]
    metadata = next((read_metadata(e) for e in single if e.parts[0] == METADATA), {})
    deeper = [entry.parts for entry in listing.entries if len(entry.parts) > 1]
    for name in dict.fromkeys(parts[0] for parts in [*listing.folders, *deeper] if parts):
        by_name = match_folder(name, around)
        owners = metadata.get(name) or ([by_name] if by_name else [])
        lms = by_name["lms"] if by_name else "Gradescope"
        pieces += [_Piece(name, {"lms": lms, **each}, False) for each in owners]
    return _with_logins(pieces)


def _with_logins(pieces: list[_Piece]) -> list[_Piece]:
    """Split what stands before the time where nothing says where the title ends."""
    heads = {head for piece in pieces if (head := piece.found.get("head"))}
    logins = _after_titles(heads)
    return [
        piece._replace(found={**piece.found, "login": logins[head]})
        if (head := piece.found.get("head"))
        else piece
        for piece in pieces
    ]


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


def _keys(pieces: Sequence[_Piece]) -> list[str]:
    """What each one's person is called: with the id where two persons have the same name."""
    named = [(p.name_of_person, p.found.get("id") or p.found.get("email") or "") for p in pieces]
    ids: dict[str, set[str]] = {}
    for name, number in named:
        ids.setdefault(name, set()).add(number)
    return [f"{name} ({n})" if n and len(ids[name]) > 1 else name or n for name, n in named]


def _persons(pieces: Sequence[_Piece], keys: Sequence[str]) -> dict[str, Person]:
    persons: dict[str, Person] = {}
    attempts: dict[str, dict[str, float]] = {}
    stems: dict[str, tuple[bool, float, str]] = {}
    for piece, key in zip(pieces, keys, strict=True):
        found = piece.found
        known = persons.get(key) or Person(piece.name_of_person or key)
        persons[key] = known._replace(
            id=known.id or found.get("id") or "",
            lms_id=known.lms_id or found.get("id") or "",
            email=known.email or found.get("email") or "",
            login=known.login or found.get("login") or "",
            is_late=known.is_late or bool(found.get("late")),
            lms=known.lms or found.get("lms") or "",
        )
        stems[key] = max(_stem(piece), stems.get(key, _stem(piece)))
        if found.get("time"):
            seconds, label = when(found["time"] or "")
            attempts.setdefault(key, {})[label] = seconds
    for key, ranked in stems.items():
        persons[key] = persons[key]._replace(stem=ranked[-1])
    for key, times in attempts.items():
        labels = tuple(sorted(times, key=lambda label: (times[label], label)))
        several = labels if len(labels) > 1 else ()
        persons[key] = persons[key]._replace(time=labels[-1], attempts=several)
    return persons


def _stem(piece: _Piece) -> tuple[bool, float, str]:
    """What comes before a file's own name; the largest is of the newest attempt with files."""
    found = piece.found
    own = (found.get("file") or found.get("text") or "") if piece.is_file else ""
    is_files = bool(found.get("file")) or found.get("part") == "file"
    return is_files, when(found.get("time") or "")[0], piece.name.removesuffix(own)


def _moved(entry: Entry, piece: _Piece, key: str, taken: set[tuple[str, ...]]) -> Entry | None:
    """An entry in the folder of its person; None for what the LMS has written."""
    found, rest = piece.found, entry.parts[1:]
    if piece.is_file:
        name = found.get("file") or found.get("text")
        if not name:
            return None  # a receipt
        rest = (name,)
    seconds, label = when(found.get("time") or "")
    attempt = re.sub(r"[ :]", "-", label.removesuffix(" UTC"))
    parts = (key, attempt, *rest) if attempt else (key, *rest)
    part = found.get("part") or found.get("attempt") or piece.found.get("time") or "again"
    for more in ("again" if attempt else part, f"{part} again", piece.name, f"{piece.name} again"):
        if parts not in taken:
            break
        parts = (key, *filter(None, [attempt]), more, *rest)
    return entry._replace(parts=parts, modified=seconds or entry.modified)


_FORMS: tuple[str, ...] = (
    "%Y-%m-%d-%H-%M-%S",
    "%Y-%m-%d %H-%M-%S",
    "%b %d %Y %I%M %p",
    "%B %d %Y %I%M %p",
)
_FORMS += ("%d %b %Y %H%M", "%d %B %Y %H%M")


def when(text: str) -> tuple[float, str]:
    """A time in a name, as seconds since 1970 (0 if it can't be read) and as it is written here.

    Examples
    --------
    >>> [when(text)[1] for text in ("2026-11-20-23-59-00", "Nov 20, 2026 1159 PM")]
    ['2026-11-20 23:59:00', '2026-11-20 23:59:00']
    >>> when("2026-11-20 23:59:00.25 UTC")
    (1795219140.0, '2026-11-20 23:59:00 UTC')
    """
    text = re.sub(r"\s", " ", text)  # Brightspace writes a narrow space before PM
    zone = re.search(r"(?: (UTC|Z)| ([+-]\d\d):?(\d\d))$", text)
    plain = re.sub(r"\.\d+.*$", "", text[: zone.start()] if zone else text)
    plain = re.sub(r"(?<=\d):(?=\d)", "-" if re.match(r"\d{4}-", plain) else "", plain)
    plain = re.sub(r"(?<=\d)_(?=\d)", "-", plain).replace(",", "").replace(".", "")
    plain = re.sub(r"(?<!\d)(\d{3})(?= ?[AP]M$)", r"0\1", plain, flags=re.IGNORECASE)
    plain = re.sub(r"(?<=\d)(?=[AP]M$)", " ", plain, flags=re.IGNORECASE)
    for form in _FORMS:
        try:
            parts = time.strptime(plain, form)
            if not zone:
                return time.mktime(parts), time.strftime("%Y-%m-%d %H:%M:%S", parts)
            ahead = 3600 * int(zone[2] or 0)
            ahead += (-60 if (zone[2] or "").startswith("-") else 60) * int(zone[3] or 0)
            seconds = calendar.timegm(parts) - ahead
            label = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(seconds))
            return float(seconds), f"{label} UTC"
        except (ValueError, OverflowError):
            continue
    return 0.0, text


def in_order(entries: Sequence[Entry]) -> tuple[list[Entry], tuple[str, ...]]:
    """Entries of one person, those of a later version newer; and the versions, if several.

    In Teams each attempt has a folder, `assignment/Version 2/`, and its number says which is newer,
    whatever the files' own times are.
    """
    found = {id(entry): _version_of(entry) for entry in entries}
    numbers = sorted({number for number in found.values() if number is not None})
    if len(numbers) < 2:
        return list(entries), ()
    oldest, ordered = float("-inf"), [entry for entry in entries if found[id(entry)] is None]
    for number in numbers:
        own = [entry for entry in entries if found[id(entry)] == number]
        own = [entry._replace(modified=max(entry.modified, oldest)) for entry in own]
        oldest = max(entry.modified for entry in own) + 1
        ordered += own
    return ordered, tuple(f"Version {number}" for number in numbers)


def _version_of(entry: Entry) -> int | None:
    matches = map(VERSION.fullmatch, entry.parts[1:-1])
    return next((int(match["number"]) for match in matches if match), None)
