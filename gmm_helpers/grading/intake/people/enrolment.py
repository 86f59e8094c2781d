"""Whose of the people on the list of a class a submission is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...notices import Notice, NoticeKind
from ..student_folder import StudentFolder
from .person import Person, fold, sort_key
from .roster import Enrolled

__all__ = ["enrol"]


def enrol(
    folders: Sequence[StudentFolder], roster: Sequence[Enrolled]
) -> tuple[list[StudentFolder], list[Notice]]:
    """A folder for everybody on the list, also those who handed in nothing, and for the others.

    They are sorted by last name. What is in several folders of one person comes into one; whoever
    is not on the list is noted.
    """
    own: dict[int, list[StudentFolder]] = {}
    others, undecided = [], []
    keys = _Keys(roster)
    for folder in folders:
        matches = keys.matches(folder)
        if len(matches) == 1:
            own.setdefault(matches[0], []).append(folder)
        else:
            others.append(folder._replace(known=folder.person._replace(is_listed=False)))
            undecided += [folder.student] if matches else []
    taken = {folder.student for folder in folders}
    is_course = any(folder.nbgrader for folder in folders)  # of nbgrader, which knows logins
    listed = []
    for i, enrolled in enumerate(roster):
        if i in own:
            listed.append(_joined(own[i], enrolled.person._replace(place=i)))
        else:
            key = _free_name(enrolled.person, taken, is_course)
            person = enrolled.person._replace(is_listed=True, place=i)
            listed.append(StudentFolder(key, (), False, person))
    notes = []
    unknown = [folder.student for folder in others if folder.student not in undecided]
    together = [
        " and ".join(folder.student for folder in each) for each in own.values() if each[1:]
    ]
    if unknown:
        notes.append(NoticeKind.NOT_LISTED(students=unknown))
    if undecided:
        notes.append(NoticeKind.UNDECIDED(students=undecided))
    if together:
        notes.append(NoticeKind.SAME_PERSON(students=together))
    return sorted([*listed, *others], key=lambda folder: sort_key(folder.person)), notes


def _free_name(person: Person, taken: set[str], is_course: bool) -> str:
    """What stands for somebody who has handed in nothing."""
    account = person.login or person.id
    names = [account] if is_course and account else []
    names += [person.name, f"{person.name} ({person.id or person.login or person.email})"]
    name = next((name for name in names if name not in taken), names[-1])
    while name in taken:
        name += " (again)"
    taken.add(name)
    return name


def _joined(folders: Sequence[StudentFolder], listed: Person) -> StudentFolder:
    """One folder of all, with what the list and the names say of the person."""
    first = folders[0]
    entries = list(first.entries)
    for other in folders[1:]:
        entries += [
            entry._replace(parts=(first.student, other.student, *entry.parts[1:]))
            for entry in other.entries
        ]
    people = [folder.person for folder in folders]
    source = next((person for person in people if person.stem), people[0])
    times = sorted(person.time for person in people if person.time)
    attempts = tuple(time for person in people for time in person.attempts)
    person = listed._replace(
        id=listed.id or people[0].id,
        email=listed.email or people[0].email,
        login=listed.login or people[0].login,
        is_late=any(person.is_late for person in people),
        time=times[-1] if times else "",
        attempts=attempts,
        lms_id=source.lms_id,
        lms=source.lms,
        stem=source.stem,
        is_listed=True,
    )
    return first._replace(entries=tuple(entries), known=person)


class _Keys:
    """Places on the list by all that may name somebody."""

    def __init__(self, roster: Sequence[Enrolled]):
        self._people = [each.person for each in roster]
        self._words = [set(_words(person.name)) for person in self._people]
        self._ids = _places(each.ids for each in roster)
        self._logins = _places(each.logins for each in roster)
        self._boxes = _places({login.partition("@")[0] for login in e.logins} for e in roster)
        self._spellings = _places(map(_spellings, self._people))

    def matches(self, folder: StudentFolder) -> list[int]:
        """Who of the list may be meant, by the surest of what is known that fits anybody."""
        person = folder.person
        named = self._by_name(person.name)
        ids = self._ids.get(person.id, [])
        texts = {fold(text) for text in (person.email, person.login, folder.student) if text}
        boxes = {text.partition("@")[0] for text in texts}
        both = [i for i in ids if i in named]
        by_id = [i for i in ids if _is_alike(person.name, self._people[i])]
        by_login = sorted({i for text in texts for i in self._logins.get(text, ())})
        by_student = self._ids.get(folder.student, [])
        by_box = sorted({i for box in boxes for i in self._boxes.get(box, ())})
        for found in (both, by_login, by_student, named, by_id, by_box):
            if found:
                return found
        return []

    def _by_name(self, name: str) -> list[int]:
        """Those of the same name, in any order of its parts; or else of a shorter or longer one."""
        words = set(_words(name))
        same = self._spellings.get("".join(_words(name)), [])
        if same or len(words) < 2:
            return same
        near = ((i, own) for i, own in enumerate(self._words) if len(own) > 1)
        return [i for i, own in near if own <= words or words <= own]


def _places(keys_of_each: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for i, keys in enumerate(keys_of_each):
        for key in set(keys) - {""}:
            places.setdefault(key, []).append(i)
    return places


def _is_alike(name: str, person: Person) -> bool:
    """Whether any part of the names is the same: a number alone may be another LMS's.

    Some downloads leave out the letters that are not ASCII: `ngstrmsa` is `Ångström, Åsa`.
    """
    squashed = "".join(_words(name))
    bare = re.findall(r"\w+", re.sub(r"[^\x00-\x7f]", "", person.name.casefold()))
    return any(len(word) > 2 and word in squashed for word in (*_words(person.name), *bare))


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", fold(name).replace("'", "").replace("_", " "))


def _spellings(person: Person) -> set[str]:
    """A name in one word, with the first or the last name first, as Canvas writes it.

    Where nothing tells the last name apart, it may have several words: "van der Berg".
    """
    words = _words(person.name)
    last = _words(person.last)
    first = words[: len(words) - len(last)]
    turned: Iterable[list[str]] = (
        [words, [*last, *first]] if last else [words[i:] + words[:i] for i in range(len(words))]
    )
    return {"".join(each) for each in turned if each}
