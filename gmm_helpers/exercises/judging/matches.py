"""Which known mistakes return the same as a function, wherever they are wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from ..mistake import Mistake
from .comparison import agree
from .evidence import Evidence, is_usable
from .returned_values import Unusable

__all__ = [
    "Explanation",
    "best_of",
    "explanations",
    "pairs_among",
]


class Explanation(NamedTuple):
    """A mistake, and the failed cases that it explains."""

    mistake: Mistake
    explains: frozenset[int]


class _Goal:
    """What a mistake has to explain to be of interest.

    Half of the cases that are left, or all of them; and where most of these are ordinary, one of
    two, as ordinary ones are alike.
    """

    def __init__(self, evidence: Evidence, left: frozenset[int], whole: bool):
        self._cases = left.intersection(evidence.valued)
        self._spared = 0 if whole else len(self._cases) // 2
        n_plain = sum(map(evidence.key.is_plain, self._cases))
        are_ordinary = 2 * n_plain >= len(self._cases) and self._cases.issuperset(evidence.ordinary)
        self._ordinary = frozenset(evidence.ordinary if are_ordinary else ())

    def __bool__(self) -> bool:
        return bool(self._cases)

    def is_missed(self, missed: set[int]) -> bool:
        """Whether a mistake that does not explain these cases is of no interest."""
        if self._ordinary and self._ordinary <= missed:
            return True
        return len(self._cases & missed) > self._spared


def explanations(
    evidence: Evidence,
    mistakes: Sequence[Mistake],
    left: frozenset[int] | None = None,
    whole: bool = False,
) -> list[Explanation]:
    """Mistakes that return the same wherever they are wrong, and so explain what is left.

    The search ends at one that explains all that is wrong. With `whole` those are left out that
    certainly do not.
    """
    goal, found = _Goal(evidence, evidence.failed if left is None else left, whole), []
    for mistake in mistakes if goal else ():
        for function in mistake.functions:
            if function in evidence.refuted:
                continue
            explained = _explained(evidence, function, goal)
            if explained:
                found.append(Explanation(mistake, explained))
                if explained == evidence.failed:
                    return found
    return found


def _explained(evidence: Evidence, function: Callable, goal: _Goal) -> frozenset[int]:
    """The failed cases in which a mistake returns the same; none if it is wrong elsewhere."""
    key, same, missed = evidence.key, set(), set()
    if _is_out_at_a_glance(evidence, function, goal):
        return frozenset()
    for i in evidence.tried:
        if i in evidence.views and evidence.agrees(function, i):
            same.add(i)
            continue
        missed.add(i)
        if goal.is_missed(missed):
            return frozenset()
        if key.is_wrong(function, i):
            evidence.refuted.add(function)
            return frozenset()
    others = len(evidence.valued) + len(evidence.ended) > 1
    by_chance = len(same) == 1 and others and 0 not in same  # such as in the case with K = 1
    if not same - evidence.silent or by_chance:
        return frozenset()
    # Where neither returns a result the mistake explains that as well.
    same |= {i for i in evidence.ended if not is_usable(key.outcome_of(function, i))}
    return frozenset(same)


def _is_out_at_a_glance(evidence: Evidence, function: Callable, goal: _Goal) -> bool:
    """Whether it is certain, before a call, that a mistake explains too little, or nothing.

    Then it is wrong somewhere in another way, or it returns something else in too many cases.
    """
    key, views, missed = evidence.key, evidence.views, set()
    for i in evidence.compared:
        if key.is_computed(function, i):
            is_other = i not in views or not evidence.agrees(function, i)
            is_wrong = key.is_wrong(function, i)
        else:
            seen = key.look(function, i)
            if seen is None:
                return False
            is_other = i not in views or evidence.differs(seen, i)
            # Where it is another than this one, it takes longer to see whether it is right.
            is_wrong = (i in evidence.telling or i not in views or not is_other) and seen.is_wrong
        if is_other:
            missed.add(i)
            if is_wrong:
                evidence.refuted.add(function)
            if goal.is_missed(missed):
                return True
        if is_wrong:  # if it may be the same, only a call can tell
            return is_other
    return False


def pairs_among(
    evidence: Evidence, mistakes: Sequence[Mistake], pairs: Sequence[Mistake]
) -> Sequence[Mistake]:
    """Those pairs of which both mistakes show in a small wrong case, and neither in a right one.

    If one of them does not show, the pair returns there what the other one does; and if both do,
    they do not cancel out where the numbers are ordinary. Of several results a mistake often
    changes few: then one or the other must change all that is wrong.
    """
    key, probe = evidence.key, next(iter(evidence.valued), None)
    if not pairs or probe is None:
        return pairs
    first = evidence.compared[0]
    if first not in evidence.views and key.is_plain(first):
        unseen = {m.name for m in mistakes if not all(key.is_wrong(f, first) for f in m.functions)}
        pairs = [pair for pair in pairs if unseen.issuperset(pair.parts)]
    if not isinstance(key.expected[probe], tuple):
        i = next(i for i in evidence.compared if i in evidence.views)
        shown = {m.name for m in mistakes if any(key.is_wrong(f, i) for f in m.functions)}
        return [pair for pair in pairs if shown.issuperset(pair.parts)]
    right = key.expected[probe]
    wrong = _changed(evidence.outcomes[probe].value, right)
    changed: dict[str, set] = {}
    for mistake in mistakes:
        for function in mistake.functions if mistake.recipe else ():
            parts = _changed(key.outcome_of(function, probe).value, right)
            changed.setdefault(mistake.name, set()).update(parts)
    return [pair for pair in pairs if wrong <= set().union(*(changed[n] for n in pair.parts))]


def _changed(value: Any, right: tuple) -> set:
    """Which of several results are not right; how a history begins counts by itself."""
    if not isinstance(value, tuple) or isinstance(value, Unusable) or len(value) != len(right):
        return {*range(len(right)), "start"}
    found: set = {i for i, pair in enumerate(zip(value, right, strict=True)) if _differ(*pair)}
    last, expected = value[-1], right[-1]
    if len(right) - 1 in found and np.ndim(expected) == 1 and len(expected):
        is_history = isinstance(last, np.ndarray) and last.ndim == 1 and len(last)
        found |= set() if is_history and not _differ(last[0], expected[0]) else {"start"}
    return found


def _differ(got: Any, right: Any) -> bool:
    return isinstance(got, Unusable) or not agree(np.asarray(got), np.asarray(right))


def best_of(
    found: Sequence[Explanation], left: frozenset[int], valued: Sequence[int]
) -> Explanation | None:
    """The one that explains most of what is left; at least half of the results."""
    compared = left.intersection(valued)
    main = [e for e in found if 2 * len(e.explains & compared) >= len(compared) > 0]
    # max() keeps the first of equals, so the order of the mistakes decides.
    return max(main, key=lambda e: len(e.explains & left), default=None)
