"""Which known mistakes return the same as a function, wherever they are wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Any, NamedTuple

import numpy as np

from ..mistake import Mistake
from ..running.attempts import Outcome
from ..symptoms.source import FunctionSource
from .answer_key import AnswerKey
from .comparison import agree
from .returned_values import Unusable, UnusableKind
from .samples.draws import Draws

__all__ = [
    "Evidence",
    "Explanation",
    "best_of",
    "explanations",
    "is_usable",
    "numbers_in",
    "pairs_among",
]


TELLING = ("far", "units")  # topics of cases in which nearly all mistakes show


class Explanation(NamedTuple):
    """A mistake, and the failed cases that it explains."""

    mistake: Mistake
    explains: frozenset[int]


class Evidence:
    """What is known of a function: what came of its calls, and where that is wrong.

    Parameters
    ----------
    key : AnswerKey
    outcomes : sequence of Outcome
    problems : sequence of str or None
        What is wrong in each case: "" where nothing is, None where the case says nothing.
    source : FunctionSource, optional
    """

    def __init__(
        self,
        key: AnswerKey,
        outcomes: Sequence[Outcome],
        problems: Sequence[str | None],
        source: FunctionSource | None = None,
    ):
        self.key, self.outcomes, self.source = key, outcomes, source
        self.failed = frozenset(i for i, problem in enumerate(problems) if problem)
        self.passed = self._cheapest_first(i for i, p in enumerate(problems) if p == "")

    @cached_property
    def valued(self) -> list[int]:
        """Failed cases with numbers to compare, the cheapest first."""
        return self._cheapest_first(i for i in self.failed if is_usable(self.outcomes[i]))

    @cached_property
    def compared(self) -> list[int]:
        """Cases in the order in which mistakes are compared, the most telling ones first.

        Then special and ordinary ones take turns: numbers show in the former, and what ends a loop
        in the latter.
        """
        key = self.key
        failed = sorted(self.valued, key=lambda i: key.sizes[i])
        others = [*failed, *sorted(self.passed, key=key.size_of)]
        kinds = [[i for i in others if key.is_plain(i) is plain] for plain in (True, False)]
        turns = [i for turn in zip_longest(*kinds) for i in turn if i is not None]
        return [*dict.fromkeys([*self.telling, *turns])]

    @cached_property
    def telling(self) -> list[int]:
        """The cases in which nearly all mistakes show, the smallest ones first.

        It begins with ordinary ones: most mistakes are wrong there, or right where this function
        failed. What changes nothing there mostly does so far away or in other units.
        """
        key = self.key
        others = sorted([*self.valued, *self.passed], key=key.size_of)
        plain = [i for i in others if key.is_plain(i)]
        failed = [i for i in [*plain, *others] if i in self.views]
        special = [i for topic in TELLING for i in others if key.cases[i].topic == topic]
        return [*dict.fromkeys([*plain[:1], *failed[:1], *self.ordinary, *special])]

    @cached_property
    def ordinary(self) -> list[int]:
        """Two of the failed cases with ordinary numbers: a small one, and one of medium size."""
        failed = [i for i in sorted(self.valued, key=self.key.size_of) if self.key.is_plain(i)]
        return [failed[0], failed[len(failed) // 2]] if len(failed) > 1 else []

    @cached_property
    def ended(self) -> list[int]:
        """Failed cases that ended with an exception, or with None."""
        outcomes = self.outcomes
        return [i for i in self.failed - {*self.valued} if not outcomes[i].stopped]

    @cached_property
    def views(self) -> dict[int, Any]:
        """What is compared with known mistakes."""
        return {i: self.key.view(self.outcomes[i], i) for i in self.valued}

    @cached_property
    def numbers(self) -> list[np.ndarray]:
        """The arrays of all results; none if a call did not return numbers alone."""
        values = [outcome.value for outcome in self.outcomes if is_usable(outcome)]
        found = [numbers_in(value) for value in values]
        return [each for arrays in found for each in arrays if each.size] if all(found) else []

    @cached_property
    def silent(self) -> frozenset[int]:
        """Cases in which all mistakes look alike: an empty array, or nothing finite anywhere."""
        values = {i: numbers_in(self.outcomes[i].value) for i in self.valued}
        empty = {i for i, arrays in values.items() if not all(each.size for each in arrays)}
        if self.passed:  # what is not finite here is about this place
            return frozenset(empty)
        nowhere = {i for i, arrays in values.items() if not any(map(_any_finite, arrays))}
        return frozenset(empty | {i for i in nowhere if values[i]})

    def _cheapest_first(self, cases) -> list[int]:
        costs = {i: self.key.exercise.cost(self.key.cases[i]) for i in cases}
        # Without an iteration nothing much can go wrong: that tells mistakes apart least.
        return sorted(costs, key=lambda i: (costs[i] or np.inf, i))


def numbers_in(value: Any) -> list[np.ndarray]:
    """All arrays of a result."""
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, tuple) and not isinstance(value, Unusable):
        parts = value.drawn if isinstance(value, Draws) else value
        return [array for part in parts for array in numbers_in(part)]
    return []


def _any_finite(array: np.ndarray) -> bool:
    return bool(np.isfinite(array).any())


def is_usable(outcome: Outcome) -> bool:
    """Whether there is a result other than None."""
    is_none = isinstance(outcome.value, Unusable) and outcome.value.kind is UnusableKind.NOTHING
    return outcome.returned and not is_none


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
    for i in evidence.compared:
        if i in evidence.views and key.agrees(evidence.views[i], function, i):
            same.add(i)
            continue
        missed.add(i)
        if goal.is_missed(missed) or key.is_wrong(function, i):
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
            is_other = i not in views or not key.agrees(views[i], function, i)
            is_wrong = key.is_wrong(function, i)
        else:
            seen = key.look(function, i)
            if seen is None:
                return False
            is_other = i not in views or key.exercise.differs(views[i], seen)
            # Where it is another than this one, it takes longer to see whether it is right.
            is_wrong = (i in evidence.telling or i not in views or not is_other) and seen.is_wrong
        if is_other:
            missed.add(i)
            if goal.is_missed(missed):
                return True
        if is_wrong:  # if it may be the same, only a call can tell
            return is_other
    return False


def pairs_among(
    evidence: Evidence, mistakes: Sequence[Mistake], pairs: Sequence[Mistake]
) -> Sequence[Mistake]:
    """Those pairs whose mistakes change all that is wrong in the cheapest case, one or the other.

    Of several results a mistake often changes few.
    """
    key, probe = evidence.key, next(iter(evidence.valued), None)
    if not pairs or probe is None or not isinstance(key.expected[probe], tuple):
        return pairs
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
