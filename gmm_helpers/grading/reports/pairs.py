"""Pairs of students who gave the same wrong answers.

Right answers resemble each other; that two people go wrong in the same way, again and again, is
rare. No punishment: nothing here changes a score, and students do not read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log2
from typing import Any, NamedTuple

from ...exercises import EXERCISES, Status
from ..rows import Row
from .results import Result

__all__ = ["CODE", "OUTCOME", "pairs_of", "usual_size"]

CODE = "code"  # wrong, and the same but for names and comments
OUTCOME = "outcome"  # the same mistakes, and as many points
CHOICE = "choice"  # the same wrong answers to a question
MIN_SHARED = 2  # of a pair that does not share wrong code
MAX_PAIRS = 50
_WRONG = (Status.PARTIAL, Status.INCORRECT)
_SMALL, _PART, _LARGE = 5, 10, 40


class _Answer(NamedTuple):
    """A wrong answer, and what is the same about it for whoever gave it, too."""

    where: str  # the exercise, or the question
    kind: str
    mark: object


def usual_size(n_students: int) -> int:
    """How many may share something before it is merely what many do: a tenth, and at least five.

    Examples
    --------
    >>> usual_size(12), usual_size(200), usual_size(1000)
    (5, 20, 40)
    """
    return min(max(_SMALL, n_students // _PART), _LARGE)


def pairs_of(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Pairs who share wrong answers, those with most first, and where they do.

    A wrong answer counts where at most `usual_size` students gave it. An exercise or question
    counts once for a pair. Among pairs with as many, those with the same code come first, then what
    is rarer in the class: the sum of -log2 of the share of the class that gave the same answer.
    """
    givers: dict[_Answer, list[int]] = {}
    for i, result in enumerate(results):
        for answer in _wrong_answers(result):
            givers.setdefault(answer, []).append(i)
    n, most = len(results), usual_size(len(results))
    shared: dict[tuple[int, int], dict[str, tuple[float, str]]] = {}
    for answer, who in givers.items():
        if 1 < len(who) <= most:
            surprise = -log2(len(who) / n) if len(who) < n else 0.0
            for pair in combinations(who, 2):
                at = shared.setdefault(pair, {})
                if answer.where not in at or answer.kind == CODE:
                    at[answer.where] = surprise, answer.kind
    told = [(pair, at) for pair, at in shared.items() if _is_told(at)]
    told.sort(key=lambda each: (-len(each[1]), -sum(s for s, _ in each[1].values()), each[0]))
    told.sort(key=lambda each: not _has_code(each[1]))  # of too many, these stay
    told = sorted(told[:MAX_PAIRS], key=lambda each: -len(each[1]))
    return [
        {
            "students": [results[i].student for i in pair],
            "count": len(at),
            "code": sum(kind == CODE for _, kind in at.values()),
            "surprise": round(sum(surprise for surprise, _ in at.values()), 1),
            "shared": [{"where": where, "kind": kind} for where, (_, kind) in at.items()],
        }
        for pair, at in told
    ]


def _is_told(at: dict[str, tuple[float, str]]) -> bool:
    return len(at) >= MIN_SHARED or _has_code(at)


def _has_code(at: dict[str, tuple[float, str]]) -> bool:
    return any(kind == CODE for _, kind in at.values())


def _wrong_answers(result: Result) -> Iterator[_Answer]:
    for row in map(_as_judged, result.rows):
        if row.exercise in EXERCISES and row.status in _WRONG:
            yield from _of_code(row, result.fingerprints.get(row.exercise, ""))
    for outcome in result.answers:
        if outcome.wrong:
            where = f"{outcome.notebook}: {outcome.question}"
            yield _Answer(where, CHOICE, outcome.wrong)


def _as_judged(row: Row) -> Row:
    """A row without what a person gave: a wrong answer stays one."""
    before = row.adjusted
    if before is None or before.points_before is None:
        return row
    return row._replace(score=before.points_before, status=before.status_before)


def _of_code(row: Row, fingerprint: str) -> Iterator[_Answer]:
    if row.named:
        yield _Answer(row.exercise, OUTCOME, (row.named, row.score))
    if fingerprint:
        yield _Answer(row.exercise, CODE, fingerprint)
