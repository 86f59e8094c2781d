"""Whose a submission is: what the names of a download, or the list of a class, say of a person."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from ..file_names import natural

__all__ = ["Person", "fold", "sort_key"]

# Letters that are no other letter with an accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})


class Person(NamedTuple):
    """A student, as far as known; what is not known is empty."""

    name: str
    last: str = ""  # the last name, where something tells it apart
    id: str = ""  # of the list; without one, as in the names of the download
    email: str = ""
    login: str = ""
    is_late: bool = False  # by what the LMS says, in the names or on the list
    time: str = ""  # of the newest attempt, as the LMS says it
    attempts: tuple[str, ...] = ()  # all of them, the oldest first, if there is more than one
    lms_id: str = ""  # in the names of the download
    is_listed: bool | None = None  # on the list of the class; None without a list
    place: int | None = None  # there, counted from 0
    lms: str = ""  # whose download it is, where the names say so
    stem: str = ""  # how the name of a file, or folder, of theirs begins in the download


def fold(text: str) -> str:
    """Text without accents and capitals.

    Examples
    --------
    >>> fold("Łukasz Ångström-Öz")
    'lukasz angstrom-oz'
    """
    split = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def sort_key(person: Person) -> tuple:
    """A key that sorts people as a list of names does: by the last name, if it is known.

    Examples
    --------
    >>> people = Person("Bob Zorn", "Zorn"), Person("Zoë Ärger", "Ärger"), Person("Al Beck", "Beck")
    >>> [person.name for person in sorted(people, key=sort_key)]
    ['Zoë Ärger', 'Al Beck', 'Bob Zorn']
    """
    name = fold(person.name)
    last, first, comma = fold(person.last), name, name.partition(", ")
    if not last and comma[1]:
        last, first = comma[0], comma[2]
    words = re.sub(r"\s+", " ", last or name), first, person.id
    return tuple(natural(text) for text in words)
