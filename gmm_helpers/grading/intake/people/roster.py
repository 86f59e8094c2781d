"""The list of a class: who is in it.

Columns are found by their heads, as Moodle, Canvas, Brightspace, Blackboard, Gradescope, GitHub
Classroom and nbgrader write them, and as people do.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .person import Person, fold

__all__ = ["Enrolled", "delimiter_of", "read_lines", "read_roster", "text_of"]

MAX_BYTES = 32 * 2**20
# By field, the heads of its columns without accents, capitals, spaces and signs; the first counts.
_HEADS: dict[str, tuple[str, ...]] = {
    "id": (
        *("id", "idnumber", "studentid", "sid", "orgdefinedid", "studentnumber", "number"),
        *("matriculationnumber", "matrikelnummer", "matrnr", "sisuserid", "identifier", "userid"),
        *("identifiant", "identificador", "identificativo"),
    ),
    "name": (
        *("name", "fullname", "student", "studentname", "displayname", "vollstandigername"),
        *("nomcomplet", "nombrecompleto", "nomecompleto", "nomecognome", "volledigenaam"),
    ),
    "first": ("firstname", "givenname", "first", "forename", "vorname"),
    "last": ("lastname", "surname", "familyname", "last", "nachname"),
    "email": (
        *("email", "emailaddress", "mail", "emailadresse", "rosteremail", "emailadres"),
        *("adressedecourriel", "direcciondecorreo", "indirizzoemail", "enderecodeemail"),
    ),
    "login": (
        *("login", "loginid", "sisloginid", "username", "user", "account", "githubusername"),
        *("anmeldename", "benutzername"),
    ),
}
_TEST_STUDENTS = {"student, test", "test student"}  # one of Canvas's


class Enrolled(NamedTuple):
    """Somebody on the list, all that may name them, and their line as it stands there."""

    person: Person
    ids: frozenset[str]
    logins: frozenset[str]
    line: dict[str, str]


def read_roster(path: Path) -> list[Enrolled]:
    """Read the list of a class, in its order; somebody who is there twice is there once.

    Raises
    ------
    ValueError
        If it can't be read, or no column has the head of a name, a login or an e-mail address.
    """
    lines = read_lines(path)
    heads = [_plain(head) for head in lines[0]] if lines else []
    columns = {
        field: [heads.index(name) for name in names if name in heads]
        for field, names in _HEADS.items()
    }
    if not any(columns[field] for field in ("name", "last", "login", "email")):
        raise ValueError(
            f"--roster {path} has no column for names: its first line should have heads such as "
            "id, name, email, login."
        )
    found: dict[tuple, Enrolled] = {}
    for line in lines[1:]:
        enrolled = _enrolled(lines[0], columns, line)
        if enrolled:
            person = enrolled.person
            key = (person.id,) if person.id else (fold(person.name), person.email, person.login)
            found.setdefault(key, enrolled)
    if not found:
        raise ValueError(f"--roster {path} names nobody: write one line per student.")
    return [*found.values()]


def read_lines(path: Path) -> list[list[str]]:
    """All lines of a list, that of the heads first, as they stand there.

    Raises
    ------
    ValueError
        If it can't be read.
    """
    try:
        with path.open("rb") as file:
            text = text_of(file.read(MAX_BYTES))
    except OSError as error:
        raise ValueError(f"--roster {path} can't be read: {error.strerror}.") from None
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter_of(text)))
    except csv.Error as error:  # a spreadsheet or a zip that was not exported as a table
        raise ValueError(f"--roster {path} can't be read as a table: {error}.") from None


def text_of(content: bytes) -> str:
    """Text as spreadsheets save it: UTF-16, UTF-8 with or without a mark, or of Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def delimiter_of(text: str) -> str:
    """What is most frequent in the first line."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _plain(head: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(head))


def _enrolled(
    heads: Sequence[str], columns: dict[str, list[int]], line: Sequence[str]
) -> Enrolled | None:
    values = {
        field: [text for i in at if i < len(line) and (text := line[i].strip())]
        for field, at in columns.items()
    }
    first, last, name, email = (
        next(iter(values[field]), "") for field in ("first", "last", "name", "email")
    )
    if fold(name) in _TEST_STUDENTS or fold(name) == "points possible":
        return None
    if first and last:
        name = f"{first} {last}"
    elif not last and name.count(", ") == 1:  # as Canvas writes it
        last, _, first = name.partition(", ")
        name = f"{first} {last}"
    ids = [re.sub(r"^#|^\D+ (?=\d+$)", "", text) for text in values["id"]]
    logins = [text.removeprefix("#") for text in values["login"]]  # so writes Brightspace
    named = name or last or first or next(iter(logins), "") or email
    if not named or not (name or last or first or logins or email):
        return None
    person = Person(named, last, next(iter(ids), ""), email, next(iter(logins), ""))
    known_logins = {fold(text) for text in [*logins, email] if text}
    line_by_head = dict(zip(heads, line, strict=False))
    return Enrolled(person, frozenset(ids), frozenset(known_logins), line_by_head)
