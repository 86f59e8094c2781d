"""What the reference and the known mistakes return on some cases, each computed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..definition import Case, Exercise
from ..running.attempts import Outcome, attempt
from ..running.endings import describe_ending, full_stop
from ..statuses import CallStatus

__all__ = ["AnswerKey"]


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

    Raises
    ------
    RuntimeError
        If the reference itself fails on a case.
    """

    def __init__(self, exercise: Exercise, cases: Sequence[Case]):
        self.exercise, self.cases = exercise, list(cases)
        self.expected = [self._right(case) for case in self.cases]
        self._outcomes: dict[tuple[Callable, int], Outcome] = {}
        self._views: dict[tuple[Callable, int], Any] = {}
        self._wrong: dict[tuple[Callable, int], bool] = {}

    def _right(self, case: Case) -> Any:
        outcome = attempt(self.exercise, self.exercise.reference, case)
        if not outcome.returned:
            name, how = self.exercise.name, describe_ending(outcome)
            raise RuntimeError(f"the helper for {name} failed on {case.name}: it {how}")
        return outcome.value

    def outcome_of(self, mistake: Callable, i: int) -> Outcome:
        """What a known mistake returns on case i."""
        if (mistake, i) not in self._outcomes:
            self._outcomes[mistake, i] = attempt(self.exercise, mistake, self.cases[i])
        return self._outcomes[mistake, i]

    def is_wrong(self, mistake: Callable, i: int) -> bool:
        """Whether a known mistake shows on case i."""
        if (mistake, i) not in self._wrong:
            self._wrong[mistake, i] = bool(self.problem(i, self.outcome_of(mistake, i)))
        return self._wrong[mistake, i]

    def view(self, outcome: Outcome, i: int) -> Any:
        """What of an outcome of case i is compared with known mistakes; None without a value."""
        return self.exercise.view(self.cases[i], outcome.value) if outcome.returned else None

    def agrees(self, view: Any, mistake: Callable, i: int) -> bool:
        """Whether what is seen of case i is what a known mistake shows there."""
        if (mistake, i) not in self._views:
            self._views[mistake, i] = self.view(self.outcome_of(mistake, i), i)
        other = self._views[mistake, i]
        return other is not None and self.exercise.agree(self.cases[i], view, other)

    def problem(self, i: int, outcome: Outcome) -> str:
        """What is wrong with an outcome of case i; "" if nothing is."""
        if not outcome.returned:
            return _describe_failure(outcome)
        return self.exercise.compare(self.cases[i], outcome.value, self.expected[i]) or ""


def _describe_failure(outcome: Outcome) -> str:
    if outcome.status is CallStatus.UNTRIED:
        return "not tried, because earlier calls did not return."
    sentence = f"your function {describe_ending(outcome)}"
    return f"{sentence} ({outcome.line})" if outcome.line else full_stop(sentence)
