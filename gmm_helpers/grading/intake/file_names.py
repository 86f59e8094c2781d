"""What the name of a file says: of which chapter it is, and the how-manieth copy.

A notebook is known by what it holds. Names decide where nothing else can: for a file that can't be
read, and between notebooks of the same age.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from ...exercises import CHAPTERS

__all__ = ["WORK_WORDS", "chapters_named", "composed", "copy_of", "name_in_zip", "natural"]

WORK_WORDS = "assignment|chapter|exercise|ex|homework|hw|lab|notebook|part|problem|sheet|task|week"
_MAX_NAME = 200  # characters of a name that are looked at
_BY_NUMBER = {int(stem.split("_", 1)[0]): stem for stem in CHAPTERS}
_NUMBER = re.compile(rf"(?:^|(?<![a-z])(?:{WORK_WORDS})s?[ _-]*)0*(\d{{1,2}})(?!\d)", re.IGNORECASE)
# Ends of names that a browser, a mail program or a sync program puts there.
_ENDS = re.compile(r"(\?.*|\.(ipynb|txt|json|download|zip|gz|icloud)|-checkpoint)(?=$|\W)", re.I)
_PREFIX = re.compile(r"^\W*(?:copy|kopie|copie|copia|kopia) (?:of|von|van|de|di)\b\s*", re.I)
_COPY = re.compile(
    r"^(?P<base>.*?\S.*?)"
    r"(?:[ _.-]*\((?P<bracket>\d+)\)"
    r"|[ _-]+(?P<word>copy|kopie|copie|copia|kopia)[ _]?(?P<nth>\d*)"
    r"|(?:[ _.-]*(?:\bv|_v|version)[ _-]?|[ _.-]+|(?<=[^\W\d_]))(?P<plain>\d+))$",
    re.IGNORECASE,
)


def chapters_named(path: str) -> set[str]:
    """Chapters that the name of a file speaks of: by their topic, or else by their number.

    Examples
    --------
    >>> chapters_named("my/E-Step (1).pdf"), chapters_named("hw3.html"), chapters_named("x.pdf")
    ({'02_e_step'}, {'03_m_step'}, set())
    """
    name = PurePosixPath(path).name.lower()[:_MAX_NAME]
    plain = re.sub(r"[\W_]", "", name)
    topics = {stem for stem in CHAPTERS if stem.split("_", 1)[1].replace("_", "") in plain}
    numbers = {int(number) for number in _NUMBER.findall(name)}
    return topics or {stem for number, stem in _BY_NUMBER.items() if number in numbers}


def copy_of(path: str) -> tuple[str, tuple[int, ...]]:
    """The name without what says which copy it is, and the numbers that said so.

    Examples
    --------
    >>> copy_of("a/hw (10).ipynb"), copy_of("hw-Copy1.ipynb"), copy_of("Kopie von hw_v2.ipynb")
    (('hw', (10,)), ('hw', (1,)), ('hw', (1, 2)))
    """
    name = _ENDS.sub("", PurePosixPath(path).name[-_MAX_NAME:]).strip()
    before: tuple[int, ...] = ()
    while prefix := _PREFIX.match(name):
        before, name = (*before, 1), name[prefix.end() :]
    numbers: tuple[int, ...] = ()
    while found := _COPY.match(name):
        number = found["bracket"] or found["nth"] or found["plain"] or "1"
        numbers, name = (int(number[:18]), *numbers), found["base"].rstrip(" _.-")
    return name.lower(), before + numbers


def natural(path: str) -> list[tuple[int, str]]:
    """A key that sorts the numbers in a path by size: 10 after 9."""
    parts = re.findall(r"\d+|\D+", path)
    return [(int(part[:18]), "") if part.isdecimal() else (-1, part.lower()) for part in parts]


def composed(parts: Iterable[str]) -> tuple[str, ...]:
    """Names with each accent and its letter as one character: a Mac writes two."""
    return tuple(unicodedata.normalize("NFC", part) for part in parts)


_IS_UTF8 = 0x800  # a flag in a zip
_UNICODE_PATH = 0x7075  # an extra field: the name once more, in UTF-8
_DOS = 0  # the system that made an entry


def name_in_zip(info: zipfile.ZipInfo) -> str:
    """The name of an entry, also if the zip does not say how its letters are coded.

    Without the flag for UTF-8, a name is read as that if it can be: many programs write it so.
    Otherwise it is in the first of the old code pages in which all its letters are Latin ones.
    """
    name = info.orig_filename.partition("\0")[0]
    if info.flag_bits & _IS_UTF8 or name.isascii():
        return name
    try:
        raw = name.encode("cp437")  # as which it was read
    except UnicodeEncodeError:
        return name
    told = _told_in(info.extra, raw)
    pages = ("cp437", "cp850", "cp1252") if info.create_system == _DOS else ("cp437", "cp1252")
    for page in ("utf-8", *pages) if told is None else ():
        try:
            text = raw.decode(page)
        except UnicodeDecodeError:
            continue
        if page == "utf-8" or all(_is_latin(letter) for letter in text):
            return text
    return name if told is None else told


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN ")


def _told_in(extra: bytes, raw: bytes) -> str | None:
    """The name in an extra field, if it was written for this one."""
    while len(extra) >= 4:
        kind, size = (int.from_bytes(extra[i : i + 2], "little") for i in (0, 2))
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and field[1:5] == zlib.crc32(raw).to_bytes(4, "little"):
            return field[5:].decode("utf-8", "replace")
    return None
