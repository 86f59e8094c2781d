"""What the reference and the known mistakes return on some cases, each computed once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from ..definition import Case, Exercise
from ..running.attempts import Outcome, attempt_known
from ..running.endings import describe_ending, full_stop
from ..running.recurrences import Recurrences
from ..statuses import CallStatus

__all__ = ["AnswerKey"]

PLAIN = ("", "layout")  # topics of cases with ordinary numbers


class AnswerKey:
    """Cases of an exercise with the right answers, and with the wrong ones as they are needed.

    It does for everybody who is tried on the same cases, so a class needs only one.

    Parameters
    ----------
    exercise : Exercise
    cases : sequence of Case

    Attributes
    ----------
    expected : list
        What the reference returns.
    recurrences : Recurrences
        What was found out about results, for those who return the same.

    Raises
    ------
    RuntimeError
        If the reference itself fails on a case.
    """

    def __init__(self, exercise: Exercise, cases: Sequence[Case]):
        self.exercise, self.cases = exercise, list(cases)
        self._known = replace(exercise, call=exercise.call_known or exercise.call)
        self.expected = [self._right(case) for case in self.cases]
        self._courses: dict[tuple[Callable, int], Hashable] = {}
        self._outcomes: dict[tuple[Hashable, int], Outcome] = {}
        self._views: dict[tuple[Hashable, int], Any] = {}
        self._wrong: dict[tuple[Hashable, int], bool] = {}
        self._short: dict[tuple[int, ...], AnswerKey] = {}
        self._seen: dict[tuple[Any, int], Any] = {}
        self.recurrences = Recurrences()

    def _right(self, case: Case) -> Any:
        outcome = attempt_known(self._known, self.exercise.reference, case)
        if not outcome.returned:
            name, how = self.exercise.name, describe_ending(outcome)
            raise RuntimeError(f"the helper for {name} failed on {case.name}: it {how}")
        return outcome.value

    def as_asked(self, outcomes: Sequence[Outcome]) -> AnswerKey:
        """The key to what a function was really tried on: this one, but for slow functions."""
        tried = zip(self.cases, outcomes, strict=True)
        cases = [
            self.exercise.asked(case, outcome.value) if outcome.returned else case
            for case, outcome in tried
        ]
        changed = tuple(i for i, case in enumerate(cases) if case is not self.cases[i])
        if changed and changed not in self._short:
            self._short[changed] = AnswerKey(self.exercise, cases)
        return self._short[changed] if changed else self

    @cached_property
    def sizes(self) -> list[float]:
        """How much there is to compute in each case: numbers given and returned, iterations."""
        pairs = zip(self.cases, self.expected, strict=True)
        return [
            (1 + self.exercise.cost(case)) * (_count(case.arguments) + _count(right))
            for case, right in pairs
        ]

    def size_of(self, i: int) -> tuple[bool, float, int]:
        """What cases are sorted by, the smallest first; those without an iteration say least."""
        costs = self.exercise.cost(self.cases[i]), self.exercise.cost(self.cases[0])
        return not costs[0] and bool(costs[1]), self.sizes[i], i

    def is_plain(self, i: int) -> bool:
        """Whether nothing is special about the numbers of a case: there most mistakes show."""
        return self.cases[i].topic in PLAIN

    def prepare(self, n_cases: int = 2) -> None:
        """Compute ahead of time what known mistakes return on the smallest cases.

        Diagnosis begins with these. What is computed before a process forks is there for all of
        them, and is not computed again.

        Parameters
        ----------
        n_cases : int, default=2
            On how many cases.

        Examples
        --------
        >>> from gmm_helpers.exercises import EXERCISES, AnswerKey
        >>> import numpy as np
        >>> exercise = EXERCISES["update_means"]
        >>> key = AnswerKey(exercise, exercise.cases(np.random.default_rng(0)))
        >>> key.prepare()
        """
        for i in sorted(range(len(self.cases)), key=self.size_of)[:n_cases]:
            for mistake in self.exercise.mistakes:
                for function in mistake.functions:
                    self.is_wrong(function, i)
                    self._view_of(function, i)

    def course_of(self, mistake: Callable, i: int) -> Hashable:
        """What a known mistake does on case i: the same for all that return the same there."""
        find = self.exercise.course
        if find is None:
            return mistake
        if (mistake, i) not in self._courses:
            with np.errstate(all="ignore"):
                self._courses[mistake, i] = find(self.cases[i], mistake)
        return self._courses[mistake, i]

    def outcome_of(self, mistake: Callable, i: int) -> Outcome:
        """What a known mistake returns on case i."""
        course = self.course_of(mistake, i)
        if (course, i) not in self._outcomes:
            self._outcomes[course, i] = attempt_known(self._known, mistake, self.cases[i])
        return self._outcomes[course, i]

    def is_computed(self, mistake: Callable, i: int) -> bool:
        """Whether it is known already what a mistake returns on case i."""
        return (self._courses.get((mistake, i), mistake), i) in self._outcomes

    def is_wrong(self, mistake: Callable, i: int) -> bool:
        """Whether a known mistake shows on case i."""
        if (mistake, i) not in self._wrong:
            seen = self.look(mistake, i)
            at_once = seen is not None and seen.is_wrong
            self._wrong[mistake, i] = at_once or self._returns_wrong(mistake, i)
        return self._wrong[mistake, i]

    def _returns_wrong(self, mistake: Callable, i: int) -> bool:
        course = self.course_of(mistake, i)
        if (course, i) not in self._wrong:
            self._wrong[course, i] = bool(self.problem(i, self.outcome_of(mistake, i)))
        return self._wrong[course, i]

    def view(self, outcome: Outcome, i: int) -> Any:
        """What of an outcome of case i is compared with known mistakes; None without a value."""
        return self.exercise.view(self.cases[i], outcome.value) if outcome.returned else None

    def agrees(self, view: Any, mistake: Callable, i: int) -> bool:
        """Whether what is seen of case i is what a known mistake shows there."""
        other = self._view_of(mistake, i)
        return other is not None and self.exercise.agree(self.cases[i], view, other)

    def _view_of(self, mistake: Callable, i: int) -> Any:
        course = self.course_of(mistake, i)
        if (course, i) not in self._views:
            self._views[course, i] = self.view(self.outcome_of(mistake, i), i)
        return self._views[course, i]

    def look(self, mistake: Callable, i: int) -> Any:
        """What is seen of a known mistake on case i without a call; None if that says nothing."""
        look = self.exercise.glance
        if look is None or self.is_computed(mistake, i):
            return None
        same = getattr(mistake, "alike", ()) or mistake  # mistakes that are seen alike
        if (same, i) not in self._seen:
            self._seen[same, i] = look(self.cases[i], mistake)
        return self._seen[same, i]

    def problems(self, outcomes: Sequence[Outcome]) -> list[str]:
        """What is wrong with the outcomes of all cases."""
        return [self.problem(i, outcome) for i, outcome in enumerate(outcomes)]

    def problem(self, i: int, outcome: Outcome) -> str:
        """What is wrong with an outcome of case i; "" if nothing is."""
        if outcome.status is CallStatus.SPARED:
            return ""
        if not outcome.returned:
            return _describe_failure(outcome)
        asked = self.exercise.asked(self.cases[i], outcome.value)
        return self.exercise.compare(asked, outcome.value, self.expected[i]) or ""


def _count(value: Any) -> int:
    """How many numbers there are in arrays, however they are nested."""
    if isinstance(value, (tuple, list)):
        return sum(map(_count, value))
    return value.size if isinstance(value, np.ndarray) else 1


def _describe_failure(outcome: Outcome) -> str:
    if outcome.status is CallStatus.UNTRIED:
        return "not tried, because earlier calls did not return."
    sentence = f"your function {describe_ending(outcome)}"
    return f"{sentence} ({outcome.line})" if outcome.line else full_stop(sentence)
