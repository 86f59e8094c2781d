"""What is known of a function: what came of its calls, and where that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Any

import numpy as np

from ..running.attempts import Outcome
from ..symptoms.source import FunctionSource
from .answer_key import AnswerKey
from .returned_values import Unusable, UnusableKind
from .samples.draws import Draws

__all__ = ["Evidence", "is_usable", "numbers_in"]

TELLING = ("far", "units")  # topics of cases in which nearly all mistakes show

LONG = 3  # times as much to compute as in most cases


class Evidence:
    """What is known of a function: what came of its calls, and where that is wrong.

    Parameters
    ----------
    key : AnswerKey
    outcomes : sequence of Outcome
    problems : sequence of str or None
        What is wrong in each case: "" where nothing is, None where the case says nothing.
    source : FunctionSource, optional
    likely : collection of str
        Names of mistakes that are tried first.

    Attributes
    ----------
    refuted : set of callable
        Known mistakes that are wrong somewhere in another way, and so explain nothing.
    """

    def __init__(
        self,
        key: AnswerKey,
        outcomes: Sequence[Outcome],
        problems: Sequence[str | None],
        source: FunctionSource | None = None,
        likely: Collection[str] = (),
    ):
        self.key, self.outcomes, self.source, self.likely = key, outcomes, source, {*likely}
        self.failed = frozenset(i for i, problem in enumerate(problems) if problem)
        self.passed = self._cheapest_first(i for i, p in enumerate(problems) if p == "")
        findings = key.recurrences.of(outcomes)
        self.refuted: set[Callable] = findings.of(("refuted", *problems), set)
        self._agree: dict[tuple[Hashable, int], bool] = findings.of("agree", dict)
        self._differ: dict[tuple[int, int], bool] = findings.of("differ", dict)

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
    def tried(self) -> list[int]:
        """The same cases in the order in which mistakes are called on them: long ones come last."""
        sizes = self.key.sizes
        return sorted(self.compared, key=lambda i: sizes[i] > LONG * np.median(sizes))

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

    def agrees(self, mistake: Callable, i: int) -> bool:
        """Whether a known mistake returns on case i what was returned; asked once of its course."""
        asked = self.key.course_of(mistake, i), i
        if asked not in self._agree:
            self._agree[asked] = self.key.agrees(self.views[i], mistake, i)
        return self._agree[asked]

    def differs(self, seen: Any, i: int) -> bool:
        """Whether what the key has seen of a mistake on case i shows that it is another."""
        asked = id(seen), i  # the key keeps it
        if asked not in self._differ:
            self._differ[asked] = self.key.exercise.differs(self.views[i], seen)
        return self._differ[asked]

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
