"""The exercises of the course: one module a notebook, one definition an exercise."""

from . import convergence, e_step, m_step, sampling
from .definition import Case, Exercise, changed_argument

__all__ = ["EXERCISES", "Case", "Exercise", "changed_argument"]

EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise
    for module in (sampling, e_step, m_step, convergence)
    for exercise in module.EXERCISES
}
