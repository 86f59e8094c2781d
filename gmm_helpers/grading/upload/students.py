"""The students of a class as an LMS knows them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..intake.people.roster import Enrolled
from ..reports.results import Result
from .class_list import ClassList, Writer

__all__ = ["Student", "students_of"]


class Student(NamedTuple):
    """One of them; what is not known is empty."""

    result: Result
    name: str
    last: str = ""
    number: str = ""  # of the school; not what an LMS counts by itself
    email: str = ""
    login: str = ""  # of the school, too
    moodle_id: str = ""
    canvas_id: str = ""
    place: int | None = None  # on the list of the class
    line: Mapping[str, str] = {}  # there, by its heads

    @property
    def first(self) -> str:
        """The name without the last name."""
        return self.name.removesuffix(self.last).strip() if self.last else ""

    @property
    def sorted_name(self) -> str:
        """As lists have it: "Lee, Ann"."""
        return f"{self.last}, {self.first}" if self.last and self.first else self.name


def students_of(
    results: Sequence[Result], roster: Sequence[Enrolled], class_list: ClassList
) -> list[Student]:
    """All students, in the order of the results."""
    return [_student(result, roster, class_list) for result in results]


def _student(result: Result, roster: Sequence[Enrolled], class_list: ClassList) -> Student:
    person, writer = result.person, class_list.writer
    listed = roster[person.place] if person.place is not None else None
    line = listed.line if listed else {}
    number = person.id if person.lms == "Gradescope" else ""
    login = person.login if person.lms == "Blackboard" else ""
    moodle_id = person.lms_id if person.lms == "Moodle" else ""
    canvas_id = person.lms_id if person.lms == "Canvas" and person.lms_id.isdecimal() else ""
    if listed:
        number, login = listed.person.id or number, listed.person.login or login
    if listed and writer is Writer.CANVAS:
        number = line.get("SIS User ID", "").strip()
        canvas_id = line.get("ID", "").strip() or canvas_id
    elif listed and writer is Writer.MOODLE:
        number = line.get("ID number", "").strip()
        own = re.search(r"\d+$", line.get(class_list.participant_head, "").strip())
        moodle_id = own[0] if own else moodle_id
    elif listed and writer is Writer.GITHUB:
        number, login = "", ""
    return Student(
        result=result,
        name=person.name,
        last=person.last or _last_word(person.name),
        number=number,
        email=person.email,
        login=login,
        moodle_id=moodle_id,
        canvas_id=canvas_id,
        place=person.place,
        line=line,
    )


def _last_word(name: str) -> str:
    return name.split()[-1] if " " in name.strip() else ""
