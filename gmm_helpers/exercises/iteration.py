"""Exercises of notebook 04 before the loop itself: the stopping rule and one iteration."""

from __future__ import annotations

from ..em import steps, trace
from . import e_step, m_step
from .cases.iteration import step_cases, stop_cases
from .definition import Case, Diagnosis, Exercise, Part
from .judging.comparison import describe_difference, describe_parameters
from .judging.returned_values import Unusable, as_plain
from .mistakes import em_step, has_converged
from .mistakes.recipes.em_run import one_step
from .mistakes.recipes.small_numbers import SMALL_NUMBERS
from .skeletons import SKELETONS
from .symptoms.iteration import step_symptom

__all__ = ["EXERCISES"]

_ON = {exercise.name: exercise for exercise in (*e_step.EXERCISES, *m_step.EXERCISES)}


def _ask(function, arguments):
    """Ask all questions of a case; each answer is one number."""
    return tuple(as_plain(function(history, tol)) for history, tol in arguments[0])


def _compare_answers(case: Case, got, expected) -> str | None:
    for (history, tol), answer, right in zip(case.arguments[0], got, expected, strict=True):
        problem = describe_difference(answer, right, "the answer")
        if problem and isinstance(answer, Unusable):
            problem = answer.complain("the answer", "True or False")
        elif problem and answer.size != 1:
            problem = f"the answer has shape {answer.shape}, expected True or False."
        elif problem:
            values = ", ".join(f"{value:.6g}" for value in history[-3:])
            dots = "..., " if len(history) > 3 else ""
            asked = f"nll_history = [{dots}{values}], tol = {tol:.4g}"
            problem = f"{asked}: expected {bool(right)}, got {answer.item():g}."
            if answer.item() in (0, 1):
                problem = f"{asked}: expected {bool(right)}, got {bool(answer.item())}."
        if problem:
            return problem
    return None


def _step(function, arguments):
    return as_plain(function(*arguments), n_results=3)


def _compare_step(case: Case, got, expected) -> str | None:
    if isinstance(got, Unusable):
        return got.complain("the result", "three results: return weights, means, covariances")
    return describe_parameters(got, expected)


def _find_symptom(case: Case, got, expected) -> Diagnosis | None:
    X, *start = case.arguments
    return None if isinstance(got, Unusable) else step_symptom(X, start, got)


EXERCISES = (
    Exercise(
        "has_converged",
        2,
        trace.has_converged,
        stop_cases,
        hints=(
            "Two entries of the history decide. Which?",
            "The size of a change does not depend on its direction.",
            "Before the first iteration there is one entry, and nothing has changed yet: the "
            "answer is no.",
        ),
        skeleton=SKELETONS["has_converged"],
        mistakes=has_converged.MISTAKES,
        compare=_compare_answers,
        call=_ask,
        calls=lambda case: list(case.arguments[0]),
    ),
    Exercise(
        "em_step",
        3,
        steps.em_step,
        step_cases,
        hints=(
            "An iteration has two halves. Which one needs the old parameters?",
            "The M-step makes three updates, and one of them needs what another has just computed.",
            "First the responsibilities from the old parameters; then weights and means from the "
            "responsibilities; then the covariances around the new means.",
        ),
        skeleton=SKELETONS["em_step"],
        small_numbers=SMALL_NUMBERS["em_step"],
        mistakes=em_step.MISTAKES,
        compare=_compare_step,
        call=_step,
        symptom=_find_symptom,
        parts=(
            Part("E-step", _ON["e_step"], one_step, "e_step"),
            Part("update of the weights", _ON["update_weights"], one_step, "weights"),
            Part("update of the means", _ON["update_means"], one_step, "means"),
            Part("update of the covariances", _ON["update_covariances"], one_step, "covariances"),
        ),
    ),
)
