"""The mistakes of a class, each with what is said of it and the code of one who made it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ...exercises import Status
from ..intake.people.person import Person, fold
from ..rows import Row
from .results import REVIEW, Result

__all__ = ["RAISED", "mistakes_of"]

RAISED = (Status.ERROR, Status.TIMEOUT)  # mistakes of students as a rule
_UNNAMED = (Status.NOT_ATTEMPTED, *RAISED, *REVIEW)  # how functions ended is listed elsewhere
MIN_LETTERS = 3  # of a part of a name that could be recognised


class _Made(NamedTuple):
    """A mistake, made by somebody."""

    result: Result
    row: Row
    said: str


def mistakes_of(results: Sequence[Result]) -> list[dict[str, Any]]:
    """The named mistakes, the most frequent first: who made them, what is said, an example.

    The example is code in which no name of who wrote it occurs, nor, if that is possible, a word
    that is the name of anybody in the class; among several, one with no other mistake, and short.
    """
    made: dict[tuple[str, str], list[_Made]] = {}
    for result in results:
        for row in result.rows:
            if row.status not in _UNNAMED:
                for name, said in _named(row).items():
                    made.setdefault((row.exercise, name), []).append(_Made(result, row, said))
    names = frozenset(word for result in results for word in _words_of(result))
    return [
        {
            "exercise": exercise,
            "mistake": name,
            "count": len(all_of_it),
            "points": all_of_it[0].row.max_score,
            "message": _most_said(all_of_it),
            "example": _example(all_of_it, names),
            "students": [each.result.student for each in all_of_it],
        }
        for (exercise, name), all_of_it in sorted(
            made.items(), key=lambda each: (-len(each[1]), each[0])
        )
    ]


def _named(row: Row) -> dict[str, str]:
    """Each mistake once, and what is said of it: nothing where that is not known."""
    said = row.said if len(row.said) == len(row.named) else ("",) * len(row.named)
    return dict(zip(reversed(row.named), reversed(said), strict=True))


def _most_said(made: Sequence[_Made]) -> str:
    """What most were told; none of it holds a name of who was told it."""
    counts = Counter(
        each.said for each in made if each.said and not _words(each.said) & _words_of(each.result)
    )
    return min(counts, key=lambda said: (-counts[said], len(said), said), default="")


def _example(made: Sequence[_Made], names: frozenset[str]) -> str:
    """The code of one of them; "" if there is none that can be shown."""
    found = [
        (bool(names & _words(code)), len(each.row.named), len(code), code)
        for each in made
        if (code := each.result.examples.get(each.row.exercise, ""))
        and not _names_anybody(code, each.result)
    ]
    return min(found)[3] if found else ""


def _names_anybody(text: str, result: Result) -> bool:
    """Whether any part of the names of whoever wrote it is in a text, also within a word."""
    folded = fold(text)
    return any(word in folded for word in _words_of(result))


def _words_of(result: Result) -> set[str]:
    person: Person = result.person
    address = person.email.partition("@")[0]
    called = (result.student, person.name, person.last, person.login, address, person.id)
    return _words(" ".join((*called, person.lms_id)))


def _words(text: str) -> set[str]:
    return {word for word in _parts(fold(text)) if len(word) >= MIN_LETTERS}


def _parts(text: str) -> Iterable[str]:
    """The words of a text, and those that `_` joins."""
    return re.split(r"[\W_]+", text)
