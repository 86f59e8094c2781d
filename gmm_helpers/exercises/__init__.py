"""The exercises of the course: one module a notebook, one definition an exercise."""

from . import convergence, e_step, m_step, sampling
from .definition import Case, Diagnosis, Exercise, Misconception
from .judging import CORRECT, INCORRECT, NOT_ATTEMPTED, PARTLY, Failure, Verdict, judge
from .running import Outcome, attempt, in_words, line_of

__all__ = [
    "CORRECT",
    "EXERCISES",
    "INCORRECT",
    "NOT_ATTEMPTED",
    "PARTLY",
    "Case",
    "Diagnosis",
    "Exercise",
    "Failure",
    "Misconception",
    "Outcome",
    "Verdict",
    "attempt",
    "in_words",
    "judge",
    "line_of",
]

EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise
    for module in (sampling, e_step, m_step, convergence)
    for exercise in module.EXERCISES
}
