"""Exercises of notebook 04 before the loop itself: the stop rule and one iteration."""

from __future__ import annotations

import numpy as np

from ..em import steps as em
from ..em import trace
from ..em.starts import random_points_start
from .cases.mixtures import SHIFT, in_small_units, random_problem, with_outlier
from .definition import Case, Diagnosis, Exercise
from .judging.comparison import difference
from .judging.returned_values import Unusable, as_plain
from .mistakes.em_step import catalogue as step_mistakes
from .mistakes.has_converged import catalogue as stop_rule

__all__ = ["EXERCISES"]

_RESULTS = ("weights", "means", "covariances")


# As EM goes: large steps at first, with plateaus between, then ever smaller ones.
_STEPS = np.array([1.0, 0.05, 0.5, 0.02, 0.2, 0.1, 0.05, 0.02])


def _stop_cases(rng) -> list[Case]:
    """Histories with a tolerance for each; a case asks about several, half of them ended."""
    cases = []
    for name, level, as_given, layout, topic in (
        ("ordinary histories", 2000.0, list, "plain", ""),
        ("histories across zero", -1.0, list, "plain", "units"),
        ("negative histories", -3000.0, list, "plain", "units"),
        ("histories as read-only arrays", 500.0, np.array, "read-only", "arrays"),
    ):
        falls = np.cumsum(rng.uniform(2.0, 3.0, size=8) * _STEPS)
        history = level + falls[-1] - falls  # ends near the level, by ever smaller steps
        ends = [(n, factor) for n in range(2, 9) for factor in (0.8, 1.25)]
        asked = [
            _question(history[: ends[i][0]], ends[i][1], as_given) for i in rng.permutation(14)
        ]
        if "zero" in name:  # a large change between values of about the same size
            asked.append(([2.0, 1.0, -1.5], 1.0))
        cases.append(Case(name, (asked,), layout, topic))
    rising = 100.0 + np.cumsum(rng.uniform(0.5, 1.0, size=5))
    asked = [_question(rising[:n], factor, list) for n in (3, 4, 5) for factor in (0.5, 2.0)]
    cases.append(Case("a change upwards, as rounding makes it", (asked,), topic="rising"))
    tie = [([10.0, 9.5], 0.5), ([8.0, 6.0, 5.75], 0.25), ([-1.0, -2.0], 1.0)]
    cases.append(Case("a change of exactly tol", (tie,), topic="tie"))
    asked = [_question(100.0 - np.arange(n), 0.0, list) for n in (2, 3, 4)]
    cases.append(Case("tol = 0", (asked,), topic="zero"))
    asked = [([level], tol) for level in (5.0, -5.0, 0.0) for tol in (1e-6, 10.0)]
    cases.append(Case("the start alone", (asked,), topic="start"))
    return cases


def _question(history, factor: float, as_given) -> tuple:
    """A history, and a tolerance in proportion to its last change."""
    return as_given(history), factor * abs(history[-1] - history[-2])


def _ask(function, arguments):
    """The answers to all questions of a case, one number each."""
    return tuple(as_plain(function(history, tol)) for history, tol in arguments[0])


def _judge_answers(case: Case, got, expected) -> str | None:
    for (history, tol), said, right in zip(case.arguments[0], got, expected, strict=True):
        problem = difference(said, right, "the answer")
        if problem and not isinstance(said, Unusable) and said.size == 1:
            values = ", ".join(f"{value:.6g}" for value in history[-3:])
            dots = "..., " if len(history) > 3 else ""
            asked = f"nll_history = [{dots}{values}], tol = {tol:.4g}"
            problem = f"{asked}: expected {bool(right)}, got {said.item():g}."
            if said.item() in (0, 1):
                problem = f"{asked}: expected {bool(right)}, got {bool(said.item())}."
        if problem:
            return problem
    return None


def _step_cases(rng) -> list[Case]:
    cases = []
    for name, n_samples, n_components, n_features, shift, layout, topic in (
        ("an ordinary mixture", 40, 3, 2, 0.0, "plain", ""),
        ("one feature (D = 1)", 30, 2, 1, 0.0, "plain", "dimension"),
        ("three features (D = 3)", 50, 2, 3, 0.0, "plain", "dimension"),
        ("one component (K = 1)", 12, 1, 2, 0.0, "plain", "components"),
        ("five components (K = 5)", 80, 5, 2, 0.0, "plain", "components"),
        ("shifted data", 40, 3, 2, SHIFT, "plain", "units"),
        ("many samples", 700, 3, 2, 0.0, "plain", "size"),
        ("arrays that are not contiguous", 40, 3, 2, 0.0, "strided", "layout"),
        ("read-only arrays", 40, 3, 2, 0.0, "read-only", "layout"),
    ):
        X, start = _problem(rng, n_samples, n_components, n_features)
        start = start._replace(means=start.means + shift)
        cases.append(Case(name, (X + shift, *start), layout, topic))
    X, start = _problem(rng, 40, 3, 2)
    cases.append(Case("one sample far from the others", (with_outlier(X), *start), topic="far"))
    X, start = _problem(rng, 40, 3, 2)
    cases.append(Case("narrow components", in_small_units(X, start), topic="units"))
    X, start = _problem(rng, 40, 3, 2)
    cases.append(
        Case("whole numbers (dtype int)", (np.rint(3 * X).astype(int), *start), topic="integers")
    )
    return cases


def _problem(rng, n_samples, n_components, n_features):
    """Data and a start in which every component keeps some samples, with unequal weights."""
    while True:
        X, params = random_problem(rng, n_samples, n_components, n_features)
        start = random_points_start(X, n_components, rng)._replace(weights=params.weights)
        if em.e_step(X, *start).sum(axis=0).min() > n_features + 1:
            return X, start


def _step(function, arguments):
    return as_plain(function(*arguments), n_results=3)


def _judge_step(case: Case, got, expected) -> str | None:
    if isinstance(got, Unusable):
        return got.complain("the result", "three results: return weights, means, covariances")
    problems = (
        difference(values, right, name)
        for name, values, right in zip(_RESULTS, got, expected, strict=True)
    )
    return next((problem for problem in problems if problem), None)


def _step_symptom(case: Case, got, expected) -> Diagnosis | None:
    if isinstance(got, Unusable):
        return None
    wrong = [n for n, v, r in zip(_RESULTS, got, expected, strict=True) if difference(v, r)]
    right = [name for name in _RESULTS if name not in wrong]
    if not right or not wrong:
        return None
    return Diagnosis(
        f"wrong {' and '.join(wrong)}",
        f"Your {' and '.join(right)} are right, your {' and '.join(wrong)} are not: look at how "
        "they are computed, what they are handed, and which of that must be new.",
    )


EXERCISES = (
    Exercise(
        "has_converged",
        2,
        trace.has_converged,
        _stop_cases,
        hints=(
            "Two entries of the history decide. Which?",
            "How large a change is does not depend on its direction.",
            "Before the first iteration there is one entry, and nothing has changed yet: the "
            "answer is no.",
        ),
        misconceptions=stop_rule.STOP_MISTAKES,
        compare=_judge_answers,
        call=_ask,
    ),
    Exercise(
        "em_step",
        3,
        em.em_step,
        _step_cases,
        hints=(
            "An iteration has two halves. Which one needs the old parameters?",
            "The M-step makes three updates, and one of them needs what another has just computed.",
            "First the responsibilities from the old parameters; then weights and means from the "
            "responsibilities; then the covariances around the new means.",
        ),
        misconceptions=step_mistakes.STEP_MISTAKES,
        compare=_judge_step,
        call=_step,
        symptom=_step_symptom,
    ),
)
